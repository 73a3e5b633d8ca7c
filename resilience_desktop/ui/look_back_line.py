"""A quiet line that offers a wider look on its day; only for who asked for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services.month_looks import is_look_due
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.words_and_ways import WordsAndWays

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.look_back import LookBack
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class LookBackLine(WordsAndWays):
    """A sentence, the look itself, a week's rest, and an end to it."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__(context.look, name=name)
        self._context = context
        context.tasks.journal_changed.connect(self._journal_changed)
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def make(self) -> None:
        """Make the words and the ways."""
        super().make()
        context, look, name = self._context, self._context.look, self.objectName()
        self.words.setText(text("You wanted to look at the month about now."))
        wanted = buttons.quiet(look, text("Look at this month"), name=f"{name}.open", flush=True)
        away = buttons.quiet(look, text("Not now"), name=f"{name}.away", flush=True)
        stop = buttons.quiet(look, text("Stop asking"), name=f"{name}.stop", flush=True)
        wanted.clicked.connect(context.navigator.month_look_requested)
        away.clicked.connect(self._put_away)
        stop.clicked.connect(self._end)
        self.add_ways((wanted, away, stop))

    def look(self) -> None:
        """Look whether this is the day."""
        self._context.tasks.read(is_look_due, self.show_if, owner=self, latest=self.objectName())

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


def _keep(journal: Journal, wanted: LookBack | None) -> Changes:
    return journal.keep_settings(replace(journal.settings(), look_back=wanted))
