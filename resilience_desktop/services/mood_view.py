"""The mood chart of a period, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.charts.series import MoodSeries
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.days import DayMoods, rolling_median
from resilience_desktop.insights.summary import MoodSummary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.insights.summary import Middle

NAMED_GAP = 10
"""Only longer gaps carry the words "no entries"."""


@dataclass(frozen=True, slots=True)
class MoodView:
    """The mood chart of a period, and the same in words."""

    series: MoodSeries
    summary: MoodSummary
    sentence: str = field(repr=False)


def mood_view(entries: Iterable[Entry], first: dt.date, last: dt.date) -> MoodView:
    """Return what the Charts page shows for these days."""
    moods = DayMoods.of(entries, first, last)
    summary = MoodSummary.of(moods)
    return MoodView(mood_series(moods), summary, mood_sentence(summary))


def mood_series(moods: DayMoods) -> MoodSeries:
    """Return the marks, the median line and the named gaps of a chart."""
    return MoodSeries(
        moods.first,
        moods.last,
        moods.means,
        rolling_median(moods),
        tuple((gap.first, gap.last) for gap in moods.gaps(longer_than=NAMED_GAP)),
    )


def mood_sentence(summary: MoodSummary) -> str:
    """Return a mood chart in words, as honest as the days allow."""
    span = _span(summary.days)
    if not summary.days_with_entries:
        return text("There are no entries in {span}.").format(span=span)
    of_days = plural("{n} day", "{n} days", summary.days)
    if summary.days_with_mood == summary.days_with_entries:
        wrote = text("In {span} you wrote on {n} of {days}.")
        if summary.days == 1:
            wrote = text("This is one day.")
        missing = plural(
            "{n} more day with entries, and more can be said.",
            "{n} more days with entries, and more can be said.",
            summary.days_missing,
        )
    else:
        wrote = text("In {span} you wrote on {n} of {days}, with a mood on {moods}.")
        missing = plural(
            "{n} more day with a mood, and more can be said.",
            "{n} more days with a mood, and more can be said.",
            summary.days_missing,
        )
    written = wrote.format(
        span=span,
        n=f"{summary.days_with_entries:,}",
        days=of_days,
        moods=f"{summary.days_with_mood:,}",
    )
    if summary.middle is None:
        return f"{written} {missing}"
    return f"{written} {middle_sentence(summary.middle)}"


def middle_sentence(middle: Middle) -> str:
    """Return to somebody where their days lie."""
    return middle_in_words(middle, text("your days"))


def middle_in_words(middle: Middle, days: str) -> str:
    """Return where the days lie, in one sentence; ``days`` says whose they are."""
    lower, median, upper = (
        signed(value, decimals=1)
        for value in (middle.lower_quartile, middle.median, middle.upper_quartile)
    )
    if lower == upper:
        return text("At least half of {days} were close to {median}.").format(
            days=days, median=median
        )
    return text(
        "With {days} in order from low to high, the middle one was {median}, and half of them lay "
        "between {lower} and {upper}."
    ).format(days=days, median=median, lower=lower, upper=upper)


def _span(days: int) -> str:
    """Return a length of time as people say it; the days are always told beside it."""
    if days < 14:
        return plural("this {n} day", "these {n} days", days)
    if days <= 730:
        return plural("these {n} weeks", "these {n} weeks", round(days / 7))
    if days <= 1826:
        return plural("these {n} months", "these {n} months", round(days / 30.44))
    return plural("these {n} years", "these {n} years", round(days / 365.25))
