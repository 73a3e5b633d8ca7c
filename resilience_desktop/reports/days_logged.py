"""How far the numbers of a report can be trusted, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, signed, text

if TYPE_CHECKING:
    import datetime as dt


_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysLogged:
    """How far the numbers can be trusted."""

    entries: int
    days_with_entries: int
    days: int
    days_with_mood: int
    moments: int
    whole_days: int
    converted: int
    longest_gap: tuple[dt.date, dt.date] | None = None
    """First and last day of the longest stretch without entries."""
    some_only_in_numbers: bool = False
    """Whether of some entries the mood and the sleep are counted, and nothing else."""


def about_these_data(logged: DaysLogged, *, only_some: bool = False) -> str:
    """Return it as one paragraph; nothing where nothing was logged.

    ``only_some`` when only some of the entries of these days were chosen: then a gap says nothing.
    """
    if not logged.entries:
        return ""
    amount = [_amount(logged), _longest_gap(logged)]
    if only_some:
        amount = [text("Only the chosen entries are counted."), _amount(logged)]
    return " ".join(
        sentence for sentence in [*amount, *_moods(logged), *_in_numbers(logged)] if sentence
    )


def _in_numbers(logged: DaysLogged) -> list[str]:
    """Return what is counted of entries that are never shared, and neither how many nor why."""
    if not logged.some_only_in_numbers:
        return []
    return [
        text(
            "Of some entries only mood and sleep are counted, in the chart, the low spells and the "
            "averages; their words, feelings and tags are not in it, nor are they among what went "
            "with better or worse days."
        )
    ]


def _amount(logged: DaysLogged) -> str:
    share = round(100 * logged.days_with_entries / logged.days) if logged.days else 0
    words = text("{entries} on {with_entries} of {days} ({share} %).")
    if logged.days < _WEEK:  # a share of so few days says more than it knows
        words = text("{entries} on {with_entries} of {days}.")
    return words.format(
        entries=plural("{n} entry", "{n} entries", logged.entries),
        with_entries=f"{logged.days_with_entries:,}",
        days=plural("{n} day", "{n} days", logged.days),
        share=share,
    )


def _longest_gap(logged: DaysLogged) -> str:
    if logged.longest_gap is None:
        return ""
    first, last = logged.longest_gap
    days = (last - first).days + 1
    if days == 1:
        return text("Longest gap 1 day, {day}.").format(day=i18n.day(first))
    return text("Longest gap {days} days, {period}.").format(
        days=f"{days:,}", period=i18n.period(first, last)
    )


def _moods(logged: DaysLogged) -> list[str]:
    """Return what the moods speak of, and how many came from another scale."""
    moods = logged.moments + logged.whole_days
    if not moods:
        return [text("None of them has a mood.")]
    sentences = []
    if logged.days_with_mood < logged.days_with_entries:
        days = plural("{n} day", "{n} days", logged.days_with_mood)
        sentences.append(text("There is a mood on {days}.").format(days=days))
    scale = text("on a scale from {lowest} to {highest}").format(
        lowest=signed(-5), highest=signed(5)
    )
    if not logged.whole_days:
        frame = text("All moods describe a single moment, {scale}.")
    elif not logged.moments:
        frame = text("All moods describe a whole day, {scale}.")
    else:
        frame = text(
            "{moments} moods describe a single moment and {whole} a whole day, {scale}; a day"
            " that has both is the mean of its moments."
        )
    sentences.append(
        frame.format(scale=scale, moments=f"{logged.moments:,}", whole=f"{logged.whole_days:,}")
    )
    if logged.converted:
        sentences.append(
            plural(
                "{n} was converted from another app’s scale.",
                "{n} were converted from another app’s scale.",
                logged.converted,
            )
        )
    else:
        sentences.append(text("None were converted from another app."))
    return sentences
