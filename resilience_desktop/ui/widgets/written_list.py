"""A list of what was written: the timeline, the thought records, what search found.

Rows are painted, not built of widgets, so that years of them scroll as lightly as a page. Each
row is told to screen readers as text; Enter or a click opens it, Delete puts it in the bin, and
the menu is on the button at its right, on the Menu key and on the right mouse button.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
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
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets.mood_mark import paint_mark
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight
from resilience_desktop.ui.widgets.text_block import draw_block, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.ui.theme import LookKeeper

Index = QModelIndex | QPersistentModelIndex

_ROW = Qt.ItemDataRole.UserRole
_SIDE, _GAP = 8, 12  # room left and right of a row; between its columns
_BAR = 3  # marks the row that is open beside the list


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a day, or of a group."""

    words: str
    note: str = ""
    """Such as how much there is in the group."""

    def spoken(self) -> str:
        """Return the heading as a screen reader should say it."""
        return f"{self.words}, {self.note}" if self.note else self.words


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was written."""

    id: str
    kind: str
    when: str
    """Time of day, or a short date."""
    mood: int | None = field(default=None, repr=False)
    drawing: str = ""
    """An icon in place of the mood mark."""
    label: str = field(default="", repr=False)
    words: tuple[tuple[str, bool], ...] = field(default=(), repr=False)
    """The person's own words in pieces; True marks what a search found."""
    foot: str = field(default="", repr=False)
    aloud: str = field(default="", repr=False)
    """What mark, label and foot show, as a screen reader should say it."""
    is_action: bool = False
    """Whether the label is not about something written, but says what opening the row does."""

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        said = "".join(piece for piece, _ in self.words)
        return ", ".join(part for part in (self.when, self.aloud, said) if part)


class RowsModel(QAbstractListModel):
    """Headings and rows, loaded a page at a time as someone scrolls."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Row] = []
        self._more = False
        self._waiting = False
        self.scrolls = True
        """Whether the list has a pane of its own; else whoever scrolls it asks for more."""

    def show_rows(self, rows: Sequence[Heading | Row], *, more: bool) -> None:
        """Show these rows from the top; ``more`` says whether others follow."""
        self.beginResetModel()
        self._rows, self._more, self._waiting = list(rows), more, False
        self.endResetModel()

    def add_rows(self, rows: Sequence[Heading | Row], *, more: bool) -> None:
        """Show these rows below the others."""
        self._more, self._waiting = more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row_at(self, index: Index) -> Heading | Row | None:
        """Return what stands at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> list[Row]:
        """Return the rows without the headings."""
        return [row for row in self._rows if isinstance(row, Row)]

    def index_of(self, id_: str) -> QModelIndex:
        """Return where the row with this id stands, or an invalid index."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Row) and row.id == id_:
                return self.index(number)
        return QModelIndex()

    def heading_of(self, index: Index) -> Heading | None:
        """Return the heading that a row stands below."""
        above = reversed(self._rows[: index.row() + 1]) if index.isValid() else ()
        return next((row for row in above if isinstance(row, Heading)), None)

    def last_heading(self) -> str:
        """Return the lowest heading, so that the next page need not repeat it."""
        return next((r.words for r in reversed(self._rows) if isinstance(r, Heading)), "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt: the row itself, and its words for screen readers."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answer Qt: a heading is passed over by the keyboard."""
        if isinstance(self.row_at(index), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def canFetchMore(self, parent: Index) -> bool:
        """Answer Qt, which asks whenever the end of the list is in its pane."""
        return self.scrolls and not parent.isValid() and self._more and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Answer Qt."""
        if self.canFetchMore(parent):
            self.ask_for_more()

    def ask_for_more(self) -> None:
        """Ask for the next page; it comes later through ``add_rows``."""
        if self._more and not self._waiting:
            self._waiting = True
            self.more_wanted.emit()


class _Painter(QStyledItemDelegate):
    """Draws headings and rows as the mocks have them."""

    def __init__(self, look: LookKeeper, view: WrittenList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[int, int], int] = {}
        view.rows.modelReset.connect(self.forget_heights)

    def forget_heights(self) -> None:
        """Measure rows anew: there are others, or they look different."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row at the width of the list."""
        width = self._view.viewport().width()
        return QSize(width, self.height_of(index, width))

    def height_of(self, index: Index, width: int) -> int:
        """Return the height of a row at a width; layouts ask for the same again and again."""
        asked = (index.row(), width)
        if asked not in self._heights:
            self._heights[asked] = self._measured(index, width)
        return self._heights[asked]

    def _measured(self, index: Index, width: int) -> int:
        row = index.data(_ROW)
        if isinstance(row, Heading):
            top = 8 if index.row() == 0 else 28
            return top + self._look.line_height("heading") + 8
        height = self._text(None, row, self._text_rect(QRect(0, 0, width, 0)))
        return max(height, self._look.px(32)) + 22

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, rect = index.data(_ROW), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._heading(painter, row, rect)
        else:
            self._row(painter, row, rect, option, index)
        painter.restore()

    def menu_rect(self, rect: QRect) -> QRect:
        """Return where the menu button of a row is."""
        side = self._look.px(32)
        return self._turned(rect, QRect(rect.right() - side - 4, rect.top() + 7, side, side))

    def _turned(self, rect: QRect, place: QRect) -> QRect:
        """Return where something stands in a row, given its place from left to right."""
        return QStyle.visualRect(self._view.layoutDirection(), rect, place)

    def _heading(self, painter: QPainter, row: Heading, rect: QRect) -> None:
        height = self._look.line_height("heading")
        font = self._look.font("heading")
        painter.setFont(font)
        painter.setPen(self._look.color("text"))
        line = QRect(rect.left() + _SIDE, rect.bottom() - 8 - height, rect.width(), height)
        painter.drawText(self._turned(rect, line), Qt.AlignmentFlag.AlignVCenter, row.words)
        start = line.left() + painter.fontMetrics().horizontalAdvance(row.words) + _GAP
        if row.note:
            painter.setFont(self._look.font("small", tabular=True))
            painter.setPen(self._look.color("text_muted"))
            note = QRect(start, line.top() + 1, rect.width(), height)
            painter.drawText(self._turned(rect, note), Qt.AlignmentFlag.AlignVCenter, row.note)
            start += painter.fontMetrics().horizontalAdvance(row.note) + _GAP
        painter.setPen(self._look.color("rule"))
        rule = self._turned(rect, QRect(start, line.top(), rect.right() - _SIDE - start, height))
        painter.drawLine(rule.left(), rule.center().y(), rule.right(), rule.center().y())

    def _row(
        self,
        painter: QPainter,
        row: Row,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        look = self._look
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.shows_focus
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        frame = rect.adjusted(0, 2, -1, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if hovered or focused or self._view.is_open(row.id):
            painter.setBrush(look.color("sunken"))
            painter.drawRoundedRect(frame, 8, 8)
        if self._view.is_open(row.id):
            bar = QRect(frame.left(), frame.top() + 8, _BAR, frame.height() - 16)
            painter.fillRect(self._turned(rect, bar), look.color("accent"))
        if focused:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(look.color("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 7, 7)
        inner = rect.adjusted(0, 11, 0, 0)
        side = look.px(32)
        painter.setFont(look.font("small", tabular=True))
        painter.setPen(look.color("text_faint"))
        when = QRect(inner.left() + _SIDE, inner.top(), self._view.when_width(), side)
        painter.drawText(self._turned(rect, when), Qt.AlignmentFlag.AlignVCenter, row.when)
        mark = self._turned(rect, QRect(when.right() + 1, inner.top(), side, side))
        if row.mood is not None:
            words = i18n.signed(row.mood)
            paint_mark(painter, look, QRectF(mark).center(), side, row.mood, words=words)
        elif row.drawing:
            icon(row.drawing, look, "text_muted").paint(painter, mark.adjusted(5, 5, -5, -5))
        self._text(painter, row, self._text_rect(inner))
        if (hovered or focused) and self._view.has_menu:
            icon("menu", look, "text_muted").paint(
                painter, self.menu_rect(rect).adjusted(7, 7, -7, -7)
            )

    def _text_rect(self, rect: QRect) -> QRect:
        left = _SIDE + self._view.when_width() + self._look.px(32) + 14
        right = self._look.px(32) + 8 if self._view.has_menu else _SIDE
        return self._turned(rect, rect.adjusted(left, 0, -right, 0))

    def _text(self, painter: QPainter | None, row: Row, rect: QRect) -> int:
        """Draw label, words and foot below each other; return their height."""
        look, y = self._look, rect.top()
        if not row.label and not row.words:
            y += max(0, (look.px(32) - look.line_height("small")) // 2 - 3)
        elif row.label or not row.words:
            height = look.px(32) if not (row.words or row.foot) else look.line_height("body") + 10
            y += draw_block(
                painter,
                lay_out(look, row.label, "label", rect.width(), most_lines=1, weight=400),
                rect.left(),
                y + (height - look.line_height("label")) // 2,
                look.color("accent" if row.is_action else "text_muted"),
            )
            y = rect.top() + height
            y -= 2 if row.words else 0
        else:
            y += max(0, (look.px(32) - look.line_height("excerpt")) // 2)
        if row.words:
            block = lay_out(look, row.words, "excerpt", rect.width(), most_lines=3)
            y += draw_block(painter, block, rect.left(), y, look.color("text"))
        if row.foot:
            block = lay_out(look, row.foot, "small", rect.width(), most_lines=1)
            y += draw_block(painter, block, rect.left(), y + 3, look.color("text_muted")) + 3
        return y - rect.top()


class WrittenList(QListView):
    """The list itself."""

    row_opened = Signal(object)
    """A ``Row`` someone wants to open."""
    bin_requested = Signal(object)
    """A ``Row`` someone wants in the bin."""

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        spoken_name: str,
        when_samples: Sequence[str] = ("00:00",),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "written")
        self.setAccessibleName(spoken_name)
        self._look, self._when_samples = look, when_samples
        self._open = ""
        self.has_menu = True
        self.shows_focus = False
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self._stood_on = (-1, "")
        self.rows.modelAboutToBeReset.connect(self._remember_place)
        self.rows.modelReset.connect(self._stand_again)
        self._painter = _Painter(look, self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalScrollBar().setSingleStep(24)
        look.follow(self._dress)

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
        return max(map(measure.horizontalAdvance, self._when_samples)) + 2 * _GAP

    def content_height(self, width: int = 0) -> int:
        """Return how high the list is when all loaded rows are shown, at its width or another."""
        heights = (
            self._painter.height_of(self.rows.index(number), width or self.viewport().width())
            for number in range(self.rows.rowCount())
        )
        return sum(heights) + 8

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, bin with Delete."""
        row = self.rows.row_at(self.currentIndex())
        if isinstance(row, Row):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.row_opened.emit(row)
                return
            if event.matches(QKeySequence.StandardKey.Delete) and self.has_menu:
                self.bin_requested.emit(row)
                return
        self.shows_focus = True
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is when it came by keyboard."""
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
        """Bring a row into sight, also where the page scrolls and not the list."""
        super().scrollTo(index, hint)
        if self.hasFocus():
            bring_into_sight(self.viewport(), self.visualRect(index))

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
        for words, signal in (
            (text("Open"), self.row_opened),
            (text("Move to the bin"), self.bin_requested),
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
            places = [self.rows.index_of(row.id).row() for row in self.rows.rows()]
            later = [place for place in places if place >= number]
            index = self.rows.index(later[0] if later else places[-1])
        self.setCurrentIndex(index)

    def _dress(self) -> None:
        self._painter.forget_heights()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _telling(signal: SignalInstance, row: Row) -> Callable[[], None]:
    return lambda: signal.emit(row)
