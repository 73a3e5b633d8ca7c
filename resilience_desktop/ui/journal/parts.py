"""The parts of an entry, of which most are seen now and then: each is made when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.journal_settings import (
    BASICS,
    BODY,
    ENERGY,
    FEELINGS,
    PARTS,
    SCALES,
    SLEEP,
    TAGS,
    TRIGGERS,
    WENT_WELL,
    JournalSettings,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers, Part
    from resilience_desktop.ui.theme import LookKeeper


class Parts:
    """Holds the parts that were made; one that was not says what the entry said before."""

    def __init__(self, look: LookKeeper, put: Callable[[str, Part], None], entry: Entry) -> None:
        """``put`` gives a part that was just made its place."""
        self._look, self._put = look, put
        self._made: dict[str, Part] = {}
        self._entry = entry
        self._settings = JournalSettings()
        self._offers: Offers | None = None
        self._closer = False

    def __iter__(self) -> Iterator[Part]:
        """Go through those that are there, in the order of the form."""
        return (self._made[key] for key in PARTS if key in self._made)

    def before(self, key: str) -> list[str]:
        """Return which of those that are there stand before one."""
        return [part for part in PARTS[: PARTS.index(key)] if part in self._made]

    def get(self, key: str) -> Part:
        """Return a part; it shows what the others show."""
        if key not in self._made:
            part = self._made[key] = _MAKE[key](self._look)
            part.hide()
            part.follow(self._settings)
            if self._offers is not None:
                part.offer(self._offers)
            part.stand_closer(closer=self._closer)
            part.show_entry(self._entry)
            self._put(key, part)
        return self._made[key]

    def show(self, key: str, *, shown: bool) -> None:
        """Show a part or not."""
        if shown or key in self._made:
            self.get(key).setVisible(shown)

    def put_into(self, entry: Entry) -> Entry:
        """Return the entry with what the person changed in any part."""
        for part in self:
            entry = part.put_into(entry)
        return entry

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry says."""
        self._entry = entry
        for part in self:
            part.show_entry(entry)

    def follow(self, settings: JournalSettings) -> None:
        """Ask what somebody wants to be asked; what is filled in stays."""
        self._settings = settings
        for part in self:
            part.follow(settings)

    def offer(self, offers: Offers) -> None:
        """Offer what was used before."""
        self._offers = offers
        for part in self:
            part.offer(offers)

    def stand_closer(self, *, closer: bool) -> None:
        """Leave little room above each."""
        self._closer = closer
        for part in self:
            part.stand_closer(closer=closer)

    def is_filled(self, key: str, entry: Entry) -> bool:
        """Whether an entry says anything there, so that the part is to be seen."""
        if key == SCALES:
            known = {scale.id for scale in self._settings.scales}
            return any(value.scale in known for value in entry.scales)
        return _IS_FILLED[key](entry)

    def can_ask(self, key: str) -> bool:
        """Whether there is anything to ask at all."""
        if key == SCALES:
            return any(scale.asked for scale in self._settings.scales)
        return key != BASICS or bool(self._settings.basics)


_IS_FILLED: dict[str, Callable[[Entry], bool]] = {
    ENERGY: lambda entry: entry.energy is not None,
    FEELINGS: lambda entry: bool(entry.feelings),
    BODY: lambda entry: bool(entry.sensations),
    TRIGGERS: lambda entry: bool(entry.triggers),
    TAGS: lambda entry: bool(entry.tags),
    SLEEP: lambda entry: entry.sleep_hours is not None or entry.sleep_quality is not None,
    BASICS: lambda entry: bool(entry.basics),
    WENT_WELL: lambda entry: bool(entry.went_well.strip()),
}


# Making them: each is read in then, with the widgets it needs.


def _energy(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.plain_parts import EnergyPart

    return EnergyPart(look)


def _feelings(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.plain_parts import FeelingsPart

    return FeelingsPart(look)


def _body(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.body_part import BodyPart

    return BodyPart(look)


def _triggers(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.triggers_part import TriggersPart

    return TriggersPart(look)


def _tags(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.tags_part import TagsPart

    return TagsPart(look)


def _sleep(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.sleep_part import SleepPart

    return SleepPart(look)


def _basics(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.basics_part import BasicsPart

    return BasicsPart(look)


def _scales(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.scales_part import ScalesPart

    return ScalesPart(look)


def _went_well(look: LookKeeper) -> Part:
    from resilience_desktop.ui.journal.plain_parts import WentWellPart

    return WentWellPart(look)


_MAKE: dict[str, Callable[[LookKeeper], Part]] = {
    ENERGY: _energy,
    FEELINGS: _feelings,
    BODY: _body,
    TRIGGERS: _triggers,
    TAGS: _tags,
    SLEEP: _sleep,
    BASICS: _basics,
    SCALES: _scales,
    WENT_WELL: _went_well,
}
