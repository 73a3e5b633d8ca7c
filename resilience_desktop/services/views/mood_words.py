"""What the mood chart says: how many days, their average, and how that is beside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.mean import PeriodMean
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.services.numbers_in_words import compared_in_words, mean_in_words
from resilience_desktop.services.views.view import Flag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.mood_view import MoodView
    from resilience_desktop.services.views.view import Asked, Found

MOST_FLAGS = 12
_BEGINNING = 90
"""Letters of a note that a list has room for; the day has all of it."""


def sentences(view: MoodView, asked: Asked, found: Found) -> tuple[str, ...]:
    """Return the average of the period and how it is beside the one before, as far as known.

    Where there are too few days for an average, it is said where the middle of them was, or how
    many are missing.
    """
    if found.is_filtered:
        return (_of_chosen(view),)
    days = _days(found, asked.period)
    mean = PeriodMean.of(days)
    if mean.mean is None:
        return (view.sentence,)
    said = mean_in_words(
        mean,
        is_recent=asked.period.last == found.today,
        days_with_entries=view.summary.days_with_entries,
    )
    before = _days(found, asked.period.before())
    if asked.other is not None or not len(before):
        return (said,)  # the page compares the two that are shown; with nothing, there is nothing
    return (said, compared_in_words(Comparison.of(before, days)))


def compared(period: Period, other: Period, found: Found) -> str:
    """Return how the mood of a period is beside that of another one."""
    comparison = Comparison.of(_days(found, other), _days(found, period))
    return compared_in_words(comparison, i18n.period(other.first, other.last))


def flags(entries: Iterable[Entry]) -> tuple[Flag, ...]:
    """Return the days of the newest starred notes, oldest first, each with how its note begins."""
    notes = {e.at.day: e.note.split() for e in reversed(list(entries)) if e.starred}
    days = sorted(day for day, words in notes.items() if words)[-MOST_FLAGS:]
    return tuple(
        Flag(number=number, day=day, words=_beginning(notes[day]))
        for number, day in enumerate(days, 1)
    )


def _beginning(words: Sequence[str]) -> str:
    note = " ".join(words)
    if len(note) <= _BEGINNING:
        return note
    cut = note[:_BEGINNING].rpartition(" ")[0] or note[:_BEGINNING]
    return text("{words}...").format(words=cut)


def _of_chosen(view: MoodView) -> str:
    """Return on how many days the chosen entries are, and where the middle of these was.

    There is no average of a period here: it would be that of some hours of some days.
    """
    summary = view.summary
    days = plural("{n} day", "{n} days", summary.days)
    said = text("There are such entries on {n} of {days}.").format(
        n=f"{summary.days_with_entries:,}", days=days
    )
    if summary.middle is None:
        return said
    middle = text("Their middle was {mood}.").format(mood=signed(summary.middle.median, decimals=1))
    return f"{said} {middle}"


def _days(found: Found, period: Period) -> DaySeries:
    return DaySeries.of_moods(DayMoods.of(found.within(period), period.first, period.last))
