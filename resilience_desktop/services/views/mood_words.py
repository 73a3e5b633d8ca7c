"""What the mood chart says: how many days, their average, and how that is beside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.mean import PeriodMean
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.insights.spread import Spread
from resilience_desktop.insights.summary import ENOUGH_DAYS
from resilience_desktop.services.mood_view import middle_sentence
from resilience_desktop.services.numbers_in_words import compared_in_words, mean_in_words
from resilience_desktop.services.views.view import Flag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.mood_view import MoodView
    from resilience_desktop.services.views.view import Asked, Found

MOST_FLAGS = 12
LONG_GAP = 28
"""Days without an entry, from which the sentence names them and not only the picture."""
_BEGINNING = 90
"""Letters of a note that a list has room for; the day has all of it."""


def sentences(view: MoodView, asked: Asked, found: Found) -> tuple[str, ...]:
    """Return the average of the period and how it is beside the one before, as far as known.

    Where the days carry no average, or no range of it, it is said where half of them lay; where
    they are too few for that, how many are missing.
    """
    if found.is_filtered:
        return (_of_chosen(view),)
    days = _days(found, asked.period)
    mean = PeriodMean.of(days)
    if mean.mean is None:
        if view.summary.middle is None:
            return (_too_few(view, can_grow=found.can_grow(asked.period)),)
        few = text("For an average it takes entries on at least half of the days.")
        return (view.sentence, few, *_long_gaps(view, found))
    average = mean_in_words(
        mean,
        is_recent=asked.period.last == found.today,
        days_with_entries=view.summary.days_with_entries,
    )
    if mean.interval is None and view.summary.middle is not None:
        average = f"{average} {middle_sentence(view.summary.middle)}"
    said = (average, *_alike(days), *_long_gaps(view, found))
    before = _days(found, asked.period.before())
    if asked.other is not None or not len(before):
        return said  # the page compares the two that are shown; with nothing, there is nothing
    return (*said, compared_in_words(Comparison.of(before, days)))


def compared(period: Period, other: Period, found: Found) -> str:
    """Return how the mood of a period is beside that of another one."""
    if found.is_filtered:
        return text("Of chosen entries there is no average of whole days to compare.")
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
    middle = text("In order from low to high, the middle one was {mood}.").format(
        mood=signed(summary.middle.median, decimals=1)
    )
    return f"{said} {middle}"


def _too_few(view: MoodView, *, can_grow: bool) -> str:
    """Return how many days have a mood, where they are too few for the middle of them."""
    summary = view.summary
    if not summary.days_with_entries:
        return view.sentence
    if not can_grow:
        few = text("Too few days in this time to say more.")
        there = plural("{n} day with a mood.", "{n} days with a mood.", summary.days_with_mood)
        return f"{there} {few}" if summary.days_with_mood else few
    least = text("After {n} days with a mood, more can be said.").format(n=ENOUGH_DAYS)
    if not summary.days_with_mood:
        return least
    so_far = plural("{n} day so far.", "{n} days so far.", summary.days_with_mood)
    return f"{so_far} {least}"


def _alike(days: DaySeries) -> tuple[str, ...]:
    """Return that there is little to see where no day is far from any other."""
    words = text("Your days were nearly all alike, so there is little to see in the line.")
    return (words,) if Spread.of(days).is_nearly_flat else ()


def _long_gaps(view: MoodView, found: Found) -> tuple[str, ...]:
    """Return how long nothing was written, of weeks since the journal was begun."""
    begun = found.entries[0].at.day
    gaps = [
        Period(first, last)
        for first, last in view.series.gaps
        if first > begun and (last - first).days + 1 >= LONG_GAP
    ]
    if not gaps:
        return ()
    longest = max(gaps, key=lambda gap: gap.days)
    when = i18n.period(longest.first, longest.last)
    if len(gaps) == 1:
        words = text("Nothing was written for {days} days, {period}.")
    else:
        words = text(
            "{n} times nothing was written for four weeks or more. The longest of these had {days} "
            "days, {period}."
        )
    return (words.format(n=len(gaps), days=longest.days, period=when),)


def _days(found: Found, period: Period) -> DaySeries:
    return DaySeries.of_moods(DayMoods.of(found.within(period), period.first, period.last))
