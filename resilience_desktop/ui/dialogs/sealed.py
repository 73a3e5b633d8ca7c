"""Pages that are sealed: their days and nothing else, until one is chosen to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.parts_in_words import in_words
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sealing import what_sealing_does
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choosing_list import ChoosingList
from resilience_desktop.ui.widgets.confirm import ConfirmDialog
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.written_rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext


class SealedDialog(Dialog):
    """The days at the left; at the right the page that somebody wants to read."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sealed")
        self.setWindowTitle(text("Sealed pages"))
        self._context = context
        self._items: dict[str, Entry | ThoughtRecord] = {}
        look = context.look
        self.list = ChoosingList(look, name="sealed.list", spoken_name=text("Sealed pages"))
        self._empty = EmptyState(
            look,
            text("No page is sealed"),
            text(
                "“Write a page to seal” is under More, below the words of an entry. "
                "A thought record that is finished can be sealed too."
            ),
            name="sealed.empty",
        )
        self._empty.setContentsMargins(8, look.px(40), 8, 8)
        self._words = labels.Label(look, "", "reading", selectable=True, name="sealed.words")
        self._read = buttons.plain(look, text("Read"), name="sealed.read", drawing="eye")
        self._open = buttons.plain(look, text("Take the seal off ..."), name="sealed.open")
        self._close = buttons.plain(look, text("Close"), name="sealed.close")
        self._said = labels.small(look, "", "text_muted", name="sealed.said")
        self._lay_out()
        self._read.clicked.connect(self._show_words)
        self._open.clicked.connect(self._ask)
        self._close.clicked.connect(self.accept)
        self.list.row_chosen.connect(self._hide_words)
        self.list.row_opened.connect(self._show_words)
        context.tasks.journal_changed.connect(self._journal_changed)
        resize_within_window(self, look.px(760), look.px(600))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hide_words()
        self._reload()

    def _reload(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.marks.sealed(), self._show, owner=self, latest="sealed"
        )

    def _show(self, items: Sequence[Entry | ThoughtRecord]) -> None:
        self._items = {item.id: item for item in items}
        self.list.rows.show_rows([_row(item) for item in items], more=False)
        self._stack.setCurrentIndex(0 if items else 1)
        for button in (self._read, self._open):
            button.setVisible(bool(items))
        if not items:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.chosen() is None:
            self.list.choose_first()
        self._hide_words()

    def _hide_words(self) -> None:
        """Show no words of a page that nobody has asked to read."""
        self._words.clear()
        self._reader.hide()
        self._hint.setVisible(True)

    def _show_words(self, *_: object) -> None:
        row = self.list.chosen()
        item = self._items.get(row.id) if row else None
        if item is not None:
            self._words.setText(item.note if isinstance(item, Entry) else in_words(item))
            self._hint.hide()
            self._reader.show()

    def _ask(self) -> None:
        row = self.list.chosen()
        if row is None:
            return
        asked = ConfirmDialog(
            self._context.look,
            self,
            name="unseal",
            question=text("Take the seal off this page?"),
            meaning=text(
                "It is then like any other page: in lists, search and charts. "
                "It can be sealed again later."
            ),
            yes=text("Take the seal off"),
        )
        asked.yes.set_kind("primary")
        asked.accepted.connect(lambda: self._unseal(row.id))
        asked.open()

    def _unseal(self, id_: str) -> None:
        def say(_changes: Changes) -> None:
            self._say(text("It is among your pages again."))

        self._context.tasks.write(
            lambda journal: journal.marks.unseal(id_), say, owner=self, failed=self._failed
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self._said, sentence)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.thought_records:
            self._reload()

    def _lay_out(self) -> None:
        look = self._context.look
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(8, 8, 16, 8)
        page.addWidget(self._words)
        page.addStretch()
        self._reader = ScrollPane("sealed.reader", inside)
        self._hint = labels.muted(
            look, text("Read a page here, and it stays sealed."), name="sealed.hint"
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setContentsMargins(0, 8, 0, 0)
        right.addWidget(self._hint)
        right.addWidget(self._reader, 1)
        right.addStretch()
        both = QWidget()
        panes = QHBoxLayout(both)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(20)
        panes.addWidget(self.list, 1)
        panes.addLayout(right, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        below = QHBoxLayout()
        below.setSpacing(12)
        for part in (self._read, self._open):
            below.addWidget(part)
        below.addWidget(self._said, 1)
        below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, text("Sealed pages")))
        column.addWidget(labels.muted(look, what_sealing_does(), name="sealed.what"))
        column.addWidget(self._stack, 1)
        column.addLayout(below)


def _row(item: Entry | ThoughtRecord) -> Row:
    day, time = i18n.day(item.at.day), i18n.clock(item.at.wall)
    foot = "" if isinstance(item, Entry) else text("Thought record")
    aloud = f"{day}, {foot}" if foot else day
    return Row(id=item.id, kind="", when=time, drawing="lock", label=day, foot=foot, aloud=aloud)
