"""The quiet note that days are lower than in weeks that somebody chose, for who asked for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.insights.shift_note import Reference
    from resilience_desktop.services.journal import Journal


@dataclass(frozen=True, slots=True)
class LowerDays:
    """What there is to say today."""

    reference: Reference | None = None
    """The weeks that are compared with; None where nobody asked for it."""
    noted: dt.date | None = None
    """The day of the note that stands now, or None."""
    earlier: tuple[dt.date, ...] = ()
    """The days of notes that stand no longer, since days have come back."""
    words: str = field(default="", repr=False)
    """The note itself; empty while there is none, and once it was put away."""
    has_cards: bool = False
    """Whether there are coping cards to look at."""
    can_fill: bool = False
    """Whether the weeks are not over yet, so that days may still be added to them."""


def lower_days(journal: Journal) -> LowerDays:
    """Look at the days since the first of the weeks to compare with; nothing if not asked for.

    The first call that does loads numpy. A note that was put away stays so until days have come
    back and are lower once more.
    """
    first = journal.settings().compare_from
    if first is None:
        return LowerDays()
    from resilience_desktop.insights.days import DayMoods
    from resilience_desktop.insights.series import DaySeries
    from resilience_desktop.insights.shift_note import ShiftNote
    from resilience_desktop.services.spells_in_words import shift_in_words

    today = journal.today()
    moods = DayMoods.of(journal.entries_between(first, today), first, max(first, today))
    note = ShiftNote.of(DaySeries.of_moods(moods), first, journal.times_of_change.all())
    can_fill = note.reference.last >= today
    if not note.is_lower:
        return LowerDays(note.reference, earlier=note.noted, can_fill=can_fill)
    noted, away = note.noted[-1], journal.remembered.lower_days_away()
    is_away = away is not None and noted <= away
    return LowerDays(
        note.reference,
        noted,
        note.noted[:-1],
        "" if is_away else shift_in_words(note),
        has_cards=bool(journal.cards.all()),
    )
