"""A small window with the times of change somebody marked: to add, change and remove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.charts.change_dialog import ChangeDialog
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.kept_row import kept_row
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.ui.context import UiContext


class TimesOfChangeDialog(SmallDialog):
    """A row for each, the earliest first; what was just removed can come back."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(context.look, parent, "charts.changes", text("Times of change"))
        self._context = context
        look = context.look
        self._gone: TimeOfChange | None = None
        holder = QWidget()
        self._rows = column_in(holder, 12)
        self._removed = RemovedLine(look, name="charts.changes")
        self._add = buttons.quiet(
            look,
            text("Add a time of change ..."),
            name="charts.changes.add",
            flush=True,
            drawing="plus",
        )
        close = buttons.plain(look, text("Close"), name="charts.changes.close")
        close.clicked.connect(self.accept)
        self._add.clicked.connect(lambda: self._open(None))
        self._removed.undo_wanted.connect(self._bring_back)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._bring_back)
        said = text(
            "A move, a new job, another medication, a loss: whatever changed something for you. "
            "Each is a line in the pictures of your mood, your years and your low spells."
        )
        self.column.addWidget(labels.muted(look, said, name="charts.changes.said"))
        self.column.addWidget(holder)
        self.column.addWidget(self._removed)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(close)
        context.tasks.journal_changed.connect(self._journal_changed)
        self._add.setFocus()
        self._read()

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.times_of_change.all(),
            self._show,
            owner=self,
            latest="charts.changes",
        )

    def _show(self, changes: list[TimeOfChange]) -> None:
        focus = self.focusWidget()
        hand = focus.objectName() if focus is not None else ""
        empty(self._rows)
        for number, change in enumerate(changes, 1):
            row = self._row(number, change)
            self._rows.addWidget(row)
            row.show()  # at once, so that the window takes the room for it
        self.fit()
        for wanted in self.findChildren(QWidget, hand) if hand else ():
            if not wanted.isHidden():
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, number: int, change: TimeOfChange) -> QWidget:
        return kept_row(
            self.look,
            change.name,
            days_in_words(change),
            name=f"charts.changes.{number}",
            number=number,
            change=partial(self._open, change),
            remove=partial(self._remove, change),
        )

    def _open(self, change: TimeOfChange | None, *_: object) -> None:
        ChangeDialog(self._context, self, change).open()

    def _remove(self, change: TimeOfChange, *_: object) -> None:
        def gone(_changes: Changes) -> None:
            self._gone = change
            self._removed.offer()
            self.fit()

        self._context.tasks.write(
            lambda journal: journal.times_of_change.drop(change), gone, owner=self
        )

    def _bring_back(self) -> None:
        change, self._gone = self._gone, None
        if change is None:
            return

        def there(_changes: Changes) -> None:
            self._removed.hide()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.tasks.write(
            lambda journal: journal.times_of_change.keep(change), there, owner=self
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.times_of_change:
            self._read()


def days_in_words(change: TimeOfChange) -> str:
    """Return from when to when a time of change is, and whether it is a hard one."""
    first = i18n.day(change.day)
    words = first if change.last is None else i18n.period(change.day, change.last)
    if change.is_hard:
        words = text("{days}, a hard time").format(days=words)
    return words
