"""A quiet line when days are lower than in weeks that somebody chose; only for who asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services.lower_days import LowerDays, lower_days
from resilience_desktop.ui.quiet_note import QuietNote

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext


class LowerDaysLine(QuietNote):
    """Gone, once it is put away, until days have come back and are lower once more."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        self._shown = LowerDays()
        super().__init__(context, name=name)
        context.tasks.journal_changed.connect(self._journal_changed)

    def look(self) -> None:
        """Look whether there is something to say."""
        self.context.tasks.read(lower_days, self.show_found, owner=self, latest=self.objectName())

    def show_found(self, found: LowerDays) -> None:
        """Say it, or be gone."""
        self._shown = found
        self.say(found.words, cards=found.has_cards, help_now=not found.has_cards)

    def put_away(self) -> None:
        """Say no more of it for this time."""
        noted = self._shown.noted

        def undo() -> None:
            self.context.tasks.write(
                lambda journal: journal.remembered.put_lower_days_away(None), owner=self
            )

        self.context.tasks.write(
            lambda journal: journal.remembered.put_lower_days_away(noted),
            lambda _changes: self.context.notices.show(text("Put away for this time"), undo),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.settings or changes.times_of_change:
            self.look()
