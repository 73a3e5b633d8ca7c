"""A list of what was written: the timeline, the thought records, what search found.

Rows are painted, not built of widgets, so that years of them scroll as lightly as a page. Each
row is told to screen readers as text; Enter or a click opens it, Delete puts it in the bin, and
the menu is on the button at its right, on the Menu key and on the right mouse button.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
)

from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets.row_painter import GAP, RowPainter
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight
from resilience_desktop.ui.widgets.written_rows import Heading, Row, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.written_rows import Index


class WrittenList(QListView):
    """The list itself."""

    row_opened = Signal(object)
    """A ``Row`` someone wants to open."""
    bin_requested = Signal(object)
    """A ``Row`` someone wants in the bin, or gone if there is no bin for it."""
    star_requested = Signal(object)
    """A ``Row`` someone wants to bring to the next session, or no longer."""
    large_requested = Signal(object)
    """A ``Row`` of an entry someone wants to read on the whole screen."""
    seal_requested = Signal(object)
    """A ``Row`` of an entry someone wants to seal."""

    never_share_requested = Signal(object)
    """A ``Row`` that nobody else is to read, or that may be shared again."""

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        spoken_name: str,
        when_samples: Sequence[str] = ("00:00",),
        has_drawings: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "written")
        self.setProperty("rings_itself", True)  # the row does
        self.setAccessibleName(spoken_name)
        self._look, self._when_samples = look, when_samples
        self._open = ""
        self.has_drawings = has_drawings
        """Whether rows have a mark, or a drawing of what they are; of one kind, they need none."""
        self.has_menu = True
        self.shows_focus = False
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self._stood_on = (-1, "")
        self.rows.modelAboutToBeReset.connect(self._remember_place)
        self.rows.modelReset.connect(self._stand_again)
        self._painter = RowPainter(look, self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalScrollBar().setSingleStep(24)
        look.follow(self._dress)

    def show_rows(self, rows: Sequence[Heading | Row], *, more: bool) -> None:
        """Show these instead of what is there.

        So many that they need a scroll bar have it at once, or all would be measured twice.
        """
        policy, height = Qt.ScrollBarPolicy, self.viewport().height()
        needs_bar = (
            self.verticalScrollBarPolicy() == policy.ScrollBarAsNeeded
            and len(rows) * self._painter.least_height() > height
        )
        if needs_bar:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn)
        self.rows.show_rows(rows, more=more)
        if needs_bar:
            self.doItemsLayout()
            self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded)

    def mark_open(self, id_: str) -> None:
        """Show which row is open beside the list; none for an empty id."""
        self._open = id_
        self.viewport().update()

    def is_open(self, id_: str) -> bool:
        """Whether this row is open beside the list."""
        return bool(id_) and id_ == self._open

    def when_width(self) -> int:
        """Return the width of the column of times, with the space after it."""
        measure = QFontMetrics(self._look.font("small", tabular=True))
        return max(map(measure.horizontalAdvance, self._when_samples)) + 2 * GAP

    def content_height(self, width: int = 0) -> int:
        """Return how high the list is when all loaded rows are shown, at its width or another."""
        heights = (
            self._painter.height_of(self.rows.index(number), width or self.viewport().width())
            for number in range(self.rows.rowCount())
        )
        return sum(heights) + 8

    def leave_in_place(self, change: Callable[[], None]) -> None:
        """Change rows out of sight, and leave those in sight where they are."""
        first = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        stays, top = QPersistentModelIndex(first), self.visualRect(first).top()
        change()
        self.doItemsLayout()
        if stays.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(stays).top() - top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, bin with Delete, give or take the star with S or Ctrl+D."""
        row = self.rows.row_at(self.currentIndex())
        if isinstance(row, Row):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.row_opened.emit(row)
                return
            if event.matches(QKeySequence.StandardKey.Delete) and self.has_menu:
                self.bin_requested.emit(row)
                return
            if row.starred is not None and _is_star_key(event):
                self.star_requested.emit(row)
                return
        self.shows_focus = True
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is when it came by keyboard."""
        back = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in back:  # on the way back it is as it was
            self.shows_focus = event.reason() in (
                Qt.FocusReason.TabFocusReason,
                Qt.FocusReason.BacktabFocusReason,
                Qt.FocusReason.ShortcutFocusReason,
                Qt.FocusReason.OtherFocusReason,
            )
        super().focusInEvent(event)
        if not isinstance(self.rows.row_at(self.currentIndex()), Row):
            self._go_to_first_row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say the heading on the way into another group: the keyboard passes over it."""
        heading = self.rows.heading_of(current)
        if self.hasFocus() and heading and heading is not self.rows.heading_of(previous):
            announce(self, heading.spoken())
        super().currentChanged(current, previous)

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Step over headings."""
        index = super().moveCursor(action, modifiers)
        back = {
            QAbstractItemView.CursorAction.MoveUp,
            QAbstractItemView.CursorAction.MovePageUp,
            QAbstractItemView.CursorAction.MoveLeft,
            QAbstractItemView.CursorAction.MovePrevious,
        }
        step = -1 if action in back else 1
        while index.isValid() and isinstance(self.rows.row_at(index), Heading):
            index = self.rows.index(index.row() + step)
        return index if index.isValid() else self.currentIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, also where the page scrolls and not the list.

        The first row of a day comes with the name of the day.
        """
        above = self.rows.index(index.row() - 1)
        has_name = isinstance(self.rows.row_at(above), Heading)
        if has_name:
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)
        if self.hasFocus():
            rect = self.visualRect(index)
            whole = rect.united(self.visualRect(above)) if has_name else rect
            bring_into_sight(self.viewport(), whole)

    def viewportEvent(self, event: QEvent) -> bool:
        """Open on a click, or show the menu when the click is on its button."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._clicked(event)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of a row, by mouse or by the Menu key."""
        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.rows.row_at(index)
        if isinstance(row, Row) and self.has_menu:
            rect = self._painter.menu_rect(self.visualRect(index))
            self.show_menu(row, rect.bottomLeft() if by_key else event.pos())

    def show_menu(self, row: Row, at: QPoint) -> None:
        """Show what can be done with a row."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        star = (star_words(starred=bool(row.starred)), self.star_requested)
        is_entry = row.starred is not None and row.kind == Kind.ENTRY
        large = (text("Read on the whole screen"), self.large_requested)
        never = (never_share_words(never=bool(row.never_share)), self.never_share_requested)
        seal = (text("Close and seal"), self.seal_requested)
        remove = text("Remove") if row.kind == Kind.PRACTICE else text("Move to the bin")
        for words, signal in (
            (text("Open"), self.row_opened),
            *((large,) if is_entry else ()),
            *((star,) if row.starred is not None else ()),
            *((never,) if row.never_share is not None else ()),
            *((seal,) if is_entry else ()),
            (remove, self.bin_requested),
        ):
            action = QAction(words, menu)
            action.triggered.connect(_telling(signal, row))
            menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _clicked(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.rows.row_at(index)
        if not isinstance(row, Row):
            return
        button = self._painter.menu_rect(self.visualRect(index))
        if self.has_menu and button.contains(place):
            self.show_menu(row, button.bottomLeft())
        else:
            self.row_opened.emit(row)

    def _go_to_first_row(self) -> None:
        for number in range(self.rows.rowCount()):
            if isinstance(self.rows.row_at(self.rows.index(number)), Row):
                self.setCurrentIndex(self.rows.index(number))
                return

    def _remember_place(self) -> None:
        row = self.rows.row_at(self.currentIndex())
        self._stood_on = (self.currentIndex().row(), row.id if isinstance(row, Row) else "")

    def _stand_again(self) -> None:
        """Stand on the row as before; where it is gone, on the one that has its place."""
        number, id_ = self._stood_on
        if number < 0 or not self.rows.rows():
            return
        index = self.rows.index_of(id_)
        if not index.isValid():
            count = self.rows.rowCount()
            later_then_before = (*range(number, count), *range(min(number, count) - 1, -1, -1))
            places = map(self.rows.index, later_then_before)
            index = next(place for place in places if isinstance(self.rows.row_at(place), Row))
        self.setCurrentIndex(index)

    def _dress(self) -> None:
        self._painter.forget_heights()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def star_words(*, starred: bool) -> str:
    """Return what giving or taking the star is called."""
    return text("Don't bring to my next session") if starred else text("Bring to my next session")


def never_share_words(*, never: bool) -> str:
    """Return what keeping something out of reports is called, or letting it in again."""
    return text("Let it be shared again") if never else text("Never share this")


def _is_star_key(event: QKeyEvent) -> bool:
    key, held = event.key(), event.modifiers()
    with_control = key == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier
    return with_control or (key == Qt.Key.Key_S and held == Qt.KeyboardModifier.NoModifier)


def _telling(signal: SignalInstance, row: Row) -> Callable[[], None]:
    return lambda: signal.emit(row)
