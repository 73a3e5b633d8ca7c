"""Search over everything written: as you type, by kind, with the words marked; Enter opens."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.rows import MORE, found_rows, short_days
from resilience_desktop.ui.sides import is_turned, set_margins
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.search_field import SearchField
from resilience_desktop.ui.widgets.written_rows import Row

if TYPE_CHECKING:
    from resilience_desktop.domain.search import Found
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_list import WrittenList

KEYS = "Ctrl+K"
_SHARE, _STEP = 6, 100
"""How much of each kind is shown at once, so that none pushes the others out; and how much more
on request."""


class SearchBox(QObject):
    """The field in the header, and the list below it, which is made when somebody searches."""

    closed = Signal()
    """The list is gone; the field has the focus no more, unless words are typed anew."""

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._before: QWidget | None = None
        self._more: dict[Kind, int] = {}
        """How much is shown of the kinds of which somebody wanted more."""
        self._shown_for = ""
        self._open_when_found = False
        self.field = SearchField(context.look, keys=KEYS)
        self._panel: QFrame | None = None
        self._results: WrittenList | None = None
        self._rest = QTimer(self, singleShot=True, interval=120)
        self._rest.timeout.connect(self._search)
        self.field.textChanged.connect(self._words_changed)
        self.field.left.connect(self.leave)
        self.field.left_downwards.connect(self._enter_results)
        self.field.returnPressed.connect(self._open_first)
        for watched in (self.field, window):
            watched.installEventFilter(self)

    @property
    def results(self) -> WrittenList:
        """The list of what was found."""
        if self._results is None:
            self._results = self._make_list()
        return self._results

    def _make_list(self) -> WrittenList:
        from resilience_desktop.ui.widgets.written_list import WrittenList

        look = self._context.look
        self._panel = QFrame(self._window)
        self._panel.hide()
        self._panel.setObjectName("search.panel")
        self._panel.setProperty("kind", "card")
        self._said = labels.small(look, "", "text_muted", name="search.said")
        results = WrittenList(
            look,
            name="search.results",
            spoken_name=text("What was found"),
            when_samples=short_days(),
        )
        results.has_menu = False
        column = QVBoxLayout(self._panel)
        set_margins(column, 12, 12, 4, 8)
        column.setSpacing(4)
        said = QHBoxLayout()
        set_margins(said, 8, 0, 0, 0)
        said.addWidget(self._said)
        column.addLayout(said)
        column.addWidget(results)
        results.row_opened.connect(self._open)
        results.installEventFilter(self)
        return results

    @property
    def _is_shown(self) -> bool:
        return self._panel is not None and self._panel.isVisible()

    @property
    def _results_have_keyboard(self) -> bool:
        return self._results is not None and self._results.hasFocus()

    def _hide(self) -> None:
        if self._panel is not None:
            self._panel.hide()

    def start(self) -> None:
        """Put the keyboard into the field."""
        focus = self._window.focusWidget()
        if focus is not self.field and focus is not self._results:
            self._before = focus
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._rest.start()

    def leave(self) -> None:
        """Close the list and go back to where one was."""
        self.field.clear()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.clearFocus()
        self.close()

    def close(self) -> None:
        """Close the list."""
        self._rest.stop()
        self._hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the focus goes elsewhere; keep the list below the field."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            popup = event.reason() == Qt.FocusReason.PopupFocusReason
            if not popup and watched is not self._window:
                QTimer.singleShot(0, self, self._close_if_left)
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        elif watched is self._results and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._left_by(event.key())
        return False

    def _left_by(self, key: int) -> bool:
        """Leave the list with Escape, or upwards from its first row."""
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key == Qt.Key.Key_Up and self.results.currentIndex() == self._first():
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            return False
        return True

    def _first(self) -> QModelIndex:
        rows = self.results.rows.rows()
        return self.results.rows.index_of(rows[0].id if rows else "")

    def _close_if_left(self) -> None:
        if not self.field.hasFocus() and not self._results_have_keyboard:
            self.close()

    def _words_changed(self) -> None:
        self._open_when_found, self._shown_for = False, ""
        self._more = {}
        self._rest.start()

    def _search(self) -> None:
        words, more = self.field.text(), dict(self._more)
        if not words.strip():
            self._hide()
            return
        self._context.tasks.read(
            lambda journal: journal.looking.search(words, _SHARE, more),
            partial(self._show, words),
            owner=self,
            latest="search",
        )

    def _show(self, words: str, kinds: list[Found]) -> None:
        is_here = self.field.hasFocus() or self._results_have_keyboard
        if not self.field.text().strip() or not is_here:
            return
        results = self.results
        panel = cast("QFrame", self._panel)
        said = _said_of(kinds)
        self._said.setText(said)
        results.rows.show_rows(found_rows(kinds, _STEP), more=False)
        results.setVisible(bool(kinds))
        self._place()
        panel.show()
        panel.raise_()
        self._shown_for = words
        if self._open_when_found:
            self._open_first()
        elif any(found.count is None for found in kinds):
            self._count(words, kinds)
        elif self.field.hasFocus():
            announce(self.field, said)

    def _count(self, words: str, kinds: list[Found]) -> None:
        """Show of very much how much it is, once the first of it is there."""

        def show(numbers: dict[Kind, int]) -> None:
            here = self.results.rows.row_at(self.results.currentIndex())
            counted = [
                replace(one, count=numbers.get(one.kind, len(one.hits)))
                if one.count is None
                else one
                for one in kinds
            ]
            place = self.results.verticalScrollBar().value()
            self._show(words, counted)
            if isinstance(here, Row):
                self.results.setCurrentIndex(self.results.rows.index_of(here.id))
            self.results.verticalScrollBar().setValue(place)

        self._context.tasks.read(
            lambda journal: journal.looking.numbers_found(words), show, owner=self, latest="search"
        )

    def _place(self) -> None:
        look, window, panel = self._context.look, self._window, self._panel
        if panel is None:
            return
        width = min(look.px(560), window.width() - 40)
        end = 0 if is_turned() else self.field.width()
        corner = self.field.mapTo(window, QPoint(end, self.field.height() + 6))
        left = corner.x() if is_turned() else corner.x() - width
        left = max(20, min(left, window.width() - width - 20))
        most = max(120, window.height() - corner.y() - 24)
        inside = width - 16 - self.results.verticalScrollBar().sizeHint().width()
        rows = self.results.content_height(inside) if self.results.isVisibleTo(panel) else 0
        height = min(most, rows + self._said.sizeHint().height() + 32)
        panel.setGeometry(left, corner.y(), width, height)

    def _enter_results(self) -> None:
        if self._is_shown and self._first().isValid():
            self.results.setCurrentIndex(QModelIndex())  # so that it starts anew, and says so
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        """Open the first thing found for what is typed, once it is."""
        self._open_when_found = self.field.text() != self._shown_for
        if self._open_when_found and self._rest.isActive():
            self._rest.stop()
            self._search()
        rows = self.results.rows.rows()
        if not self._open_when_found and self._is_shown and rows:
            self._open(rows[0])

    def _open(self, row: Row) -> None:
        kind, _, id_ = row.id.partition(":")
        if row.kind == MORE:
            of_kind, _, shown = id_.partition(":")
            self._more[Kind(of_kind)] = int(shown) + _STEP
            self._search()
            return
        self.close()
        self.field.clear()
        navigator = self._context.navigator
        if kind == Kind.PRACTICE:
            navigator.practice_requested.emit(id_)
            return
        if row.skill:
            navigator.open_skill(row.skill)
            navigator.sheet_requested.emit(row.skill, id_)
            return
        opened = {
            Kind.THOUGHT_RECORD: navigator.thought_record_requested,
            Kind.ENTRY: navigator.entry_requested,
            Kind.REPORT_WORDS: navigator.report_words_requested,
            Kind.SESSION: navigator.session_requested,
            Kind.DRAFT: navigator.entry_requested,
        }[Kind(kind)]
        opened.emit(id_)


def _said_of(kinds: list[Found]) -> str:
    """Return how much was found; of what is still being counted, that it is more than is shown."""
    if not kinds:
        return text("Nothing found. Search looks for the beginnings of words.")
    known = [len(found.hits) if found.count is None else found.count for found in kinds]
    if any(found.count is None for found in kinds):
        return text("More than {n} found").format(n=f"{sum(known):,}")
    return i18n.plural("{n} found", "{n} found", sum(known))
