"""A quiet line that offers a wider look on its day; only for who asked for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.month_looks import is_look_due
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.look_back import LookBack
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_WIDTH = 704


class LookBackLine(QWidget):
    """A sentence, the look itself, a week's rest, and an end to it."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        look = context.look
        self._words = labels.muted(
            look,
            text("You wanted to look at the month about now."),
            name=f"{name}.words",
        )
        self._open = buttons.quiet(
            look, text("Look at this month"), name=f"{name}.open", flush=True
        )
        self._away = buttons.quiet(look, text("Not now"), name=f"{name}.away", flush=True)
        self._stop = buttons.quiet(look, text("Stop asking"), name=f"{name}.stop", flush=True)
        self._open.clicked.connect(context.navigator.month_look_requested)
        self._away.clicked.connect(self._put_away)
        self._stop.clicked.connect(self._end)
        ways = QWidget()
        row = FlowLayout(ways, gap=16)
        for way in (self._open, self._away, self._stop):
            row.addWidget(way)
        column = QVBoxLayout(self)
        set_margins(column, 0, 4, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(ways)
        self.hide()
        look.follow(self._dress)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def look(self) -> None:
        """Look whether this is the day."""
        self._context.tasks.read(is_look_due, self.show_if, owner=self, latest=self.objectName())

    def show_if(self, is_due: bool) -> None:
        """Be there or not; a screen reader is told once, when it is free."""
        is_new = is_due and self.isHidden()
        self.setVisible(is_due)
        if is_new and self.isVisible():
            announce(self, self._words.text())

    def _put_away(self) -> None:
        tasks = self._context.tasks

        def undo() -> None:
            tasks.write(lambda journal: journal.remembered.put_look_away(None), owner=self)

        tasks.write(
            lambda journal: journal.remembered.put_look_away(journal.today()),
            lambda _changes: self._context.notices.show(text("Put away for a week"), undo),
            owner=self,
        )

    def _end(self) -> None:
        before: list[LookBack | None] = []

        def stop(journal: Journal) -> Changes:
            before.append(journal.settings().look_back)
            return _keep(journal, None)

        def undo() -> None:
            self._context.tasks.write(lambda journal: _keep(journal, before[-1]), owner=self)

        said = text("It is not offered any more")
        self._context.tasks.write(
            stop, lambda _changes: self._context.notices.show(said, undo), owner=self
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.month_looks or changes.settings:
            self.look()

    def _dress(self) -> None:
        self._words.setMaximumWidth(self._context.look.px(_WIDTH))


def _keep(journal: Journal, wanted: LookBack | None) -> Changes:
    return journal.keep_settings(replace(journal.settings(), look_back=wanted))
