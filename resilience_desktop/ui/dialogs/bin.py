"""What lies in the bin: to put back, or to delete for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.rows import entry_row, record_row, short_days
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choosing_list import ChoosingList
from resilience_desktop.ui.widgets.confirm import ConfirmDialog
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.written_rows import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.bin import Binned
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row


class BinDialog(Dialog):
    """A list, and what can be done with the row that is chosen in it."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bin")
        self._context = context
        look = context.look
        title = text("The bin")
        self.setWindowTitle(text("The bin"))
        self.list = _BinList(
            look, name="bin.list", spoken_name=text("In the bin"), when_samples=short_days()
        )
        self._empty = EmptyState(
            look,
            text("Nothing is in the bin"),
            text("What you move to the bin can be put back from here."),
            name="bin.empty",
        )
        self._empty.setContentsMargins(8, look.px(40), 8, 8)
        self._back = buttons.plain(look, text("Put back"), name="bin.put_back", drawing="undo")
        self._delete = buttons.danger(look, text("Delete for good ..."), name="bin.delete")
        self._all = buttons.plain(look, text("Empty the bin ..."), name="bin.delete_all")
        self._close = buttons.plain(look, text("Close"), name="bin.close")
        self._said = labels.small(look, "", "text_muted", name="bin.said")
        self._with_chosen = (self._back, self._delete)
        self._lay_out(title)
        self._connect()
        resize_within_window(self, look.px(640), look.px(600))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_chosen()
        self._reload()

    def _reload(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.bin.contents(), self._show, owner=self, latest="bin"
        )

    def _show(self, contents: Sequence[Binned]) -> None:
        self.list.rows.show_rows([_row(binned) for binned in contents], more=False)
        if contents:
            self._stack.setCurrentWidget(self.list)
            if self.list.chosen() is None:
                self.list.choose_first()
        else:
            had_keyboard = self.focusWidget() is not self._close
            self._stack.setCurrentWidget(self._empty)
            if had_keyboard:
                self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """Offer only what can be done."""
        chosen, any_ = self.list.chosen(), bool(self.list.rows.rows())
        if chosen is None and self.focusWidget() in self._with_chosen:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self._with_chosen:
            button.setEnabled(chosen is not None)
        for button in (*self._with_chosen, self._all):
            button.setVisible(any_)

    # What can be done

    def _put_back(self) -> None:
        row = self.list.chosen()
        if row is not None:
            self._write(lambda journal: journal.bin.take_out(row.id), text("It is back."))

    def _ask_delete(self) -> None:
        row = self.list.chosen()
        if row is None:
            return
        self._ask(
            "bin_delete",
            text("Delete this for good?"),
            text(
                "It cannot be put back after that. Backups made before still have it, "
                "until newer ones take their place."
            ),
            lambda: self._write(
                lambda journal: journal.bin.delete_for_good([row.id]), text("It is deleted.")
            ),
        )

    def _ask_delete_all(self) -> None:
        ids = [row.id for row in self.list.rows.rows()]
        self._ask(
            "bin_delete_all",
            text("Delete all that is in the bin?"),
            text(
                "Nothing of it can be put back after that. Backups made before still have it, "
                "until newer ones take their place."
            ),
            lambda: self._write(
                lambda journal: journal.bin.delete_for_good(ids), text("The bin is empty.")
            ),
        )

    def _ask(self, name: str, question: str, meaning: str, work: Callable[[], None]) -> None:
        asked = ConfirmDialog(
            self._context.look,
            self,
            name=name,
            question=question,
            meaning=meaning,
            yes=text("Delete for good"),
        )
        asked.accepted.connect(work)
        asked.open()

    def _write(self, work: Callable[[Journal], Changes], said: str) -> None:
        self._context.tasks.write(
            work, lambda _changes: self._say(said), owner=self, failed=self._failed
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

    # Building

    def _lay_out(self, title: str) -> None:
        look = self._context.look
        how_long = text(
            "What you move to the bin lies here for 30 days on which you use the app. "
            "Then it is deleted for good."
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        chosen = QHBoxLayout()
        chosen.setSpacing(12)
        chosen.addWidget(self._back)
        chosen.addWidget(self._delete)
        chosen.addWidget(self._said, 1)
        below = QHBoxLayout()
        below.addWidget(self._all)
        below.addStretch()
        below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, title))
        column.addWidget(labels.muted(look, how_long, name="bin.how_long"))
        column.addWidget(self._stack, 1)
        column.addLayout(chosen)
        column.addLayout(below)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._tell_chosen)
        self.list.put_back_requested.connect(self._put_back)
        self.list.bin_requested.connect(self._ask_delete)
        self._back.clicked.connect(self._put_back)
        self._delete.clicked.connect(self._ask_delete)
        self._all.clicked.connect(self._ask_delete_all)
        self._close.clicked.connect(self.accept)
        self._context.tasks.journal_changed.connect(self._journal_changed)


class _BinList(ChoosingList):
    """A click only chooses, Enter puts back, Delete asks."""

    put_back_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put back with Enter, ask with Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_back_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.bin_requested.emit(self.chosen())
        else:
            super().keyPressEvent(event)


def _row(binned: Binned) -> Row:
    item = binned.item
    row = entry_row(item) if isinstance(item, Entry) else record_row(item)
    left = i18n.plural("{n} day of use left", "{n} days of use left", binned.days_left)
    return replace(
        row,
        when=i18n.short_day(item.at.day),
        foot=SEPARATOR.join(part for part in (left, row.foot) if part),
        aloud=f"{row.aloud}, {left}",
    )
