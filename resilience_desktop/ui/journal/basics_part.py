"""The day's basics: what there was time for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.details import Basic
from resilience_desktop.domain.journal_settings import DAILY_BASICS
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets.chips import ChipGroup

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.ui.theme import LookKeeper


class BasicsPart(Part):
    """Chips to tick. Without any tick nothing is said, so that an empty list is no "no"."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("The day’s basics"))
        self._asked: tuple[str, ...] = DAILY_BASICS
        self._noted: tuple[Basic, ...] = ()
        self._chips = ChipGroup(look, name="journal.basics", title=self.title)
        self._chips.chosen_changed.connect(self.touch)
        self.column.addWidget(self._chips)
        self.setFocusProxy(self._chips)

    def load(self, entry: Entry) -> None:
        """Show what there was time for."""
        self._noted = entry.basics
        self._show({basic.name for basic in entry.basics if basic.done})

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with all that were asked about, or none without any tick."""
        done = self._done()
        basics = tuple(Basic(name, name in done) for name in self._names())
        return replace(entry, basics=basics if done else ())

    def follow(self, settings: JournalSettings) -> None:
        """Ask about these; what is ticked stays."""
        self._asked = settings.basics
        self._show(self._done())

    def _names(self) -> list[str]:
        noted = [basic.name for basic in self._noted]
        return list(dict.fromkeys((*self._asked, *noted)))

    def _done(self) -> set[str]:
        chosen = self._chips.chosen()
        return {name for name in self._names() if _shown(name) in chosen}

    def _show(self, done: set[str]) -> None:
        self._chips.set_words(map(_shown, self._names()))
        self._chips.set_chosen(map(_shown, done))


def _shown(name: str) -> str:
    """Return what a basic is called; a newer version may know more of them."""
    return content.basic_names().get(name, name)
