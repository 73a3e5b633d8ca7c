"""A quiet line when an early sign of one's own is there; only where somebody asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services.early_signs import SignsThere, there_now
from resilience_desktop.ui.quiet_note import QuietNote

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext


class EarlySignsLine(QuietNote):
    """Gone, once it is put away, until the signs have been gone for a while themselves."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        self._ids: tuple[str, ...] = ()
        super().__init__(context, name=name)
        context.tasks.journal_changed.connect(self._journal_changed)

    def look(self) -> None:
        """Look whether there is something to say."""
        self.context.tasks.read(there_now, self.show_found, owner=self, latest=self.objectName())

    def show_found(self, found: SignsThere) -> None:
        """Say it, or be gone."""
        self._ids = found.ids
        aloud = text("An early sign that you noted is there. It stands below what you write.")
        self.say(found.words, cards=found.has_cards, help_now=True, aloud=aloud)

    def put_away(self) -> None:
        """Say no more of these signs for this time."""
        ids = self._ids

        def away(journal: Journal) -> Changes:
            return journal.early_signs.put_away(ids, journal.today())

        def undo() -> None:
            self.context.tasks.write(
                lambda journal: journal.early_signs.bring_back(ids), owner=self
            )

        self.context.tasks.write(
            away,
            lambda _changes: self.context.notices.show(text("Put away for this time"), undo),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.settings or changes.early_signs or changes.cards:
            self.look()
