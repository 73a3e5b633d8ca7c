"""How skills were practised lately, in plain sentences: a day is a day, and a gap is a gap."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.practised import (
    LONG,
    SHORT,
    Kept,
    OwnChange,
    by_skill,
    days_of,
    to_swap,
)
from resilience_desktop.services.skills import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.insights.practised import SkillUse, Swap
    from resilience_desktop.services.journal import Journal


LEAST_DAYS = 7
"""Days that a picture of them needs."""


@dataclass(frozen=True, slots=True)
class UseInWords:
    """One skill: what it is called, and how it was practised."""

    name: str = field(repr=False)
    how_often: str = field(repr=False)
    change: str = field(repr=False)
    """How distress was after it; empty while there is too little to say."""


@dataclass(frozen=True, slots=True)
class Practised:
    """The last ``LONG`` days until today, or those since the journal began."""

    today: dt.date
    days: Mapping[dt.date, tuple[str, ...]] = field(repr=False)
    """The days with a practice, and the names of what was practised."""
    said: str = field(repr=False)
    uses: tuple[UseInWords, ...] = field(repr=False)
    tends: str = field(repr=False)
    """What has to be said beside a fall; empty where none is told."""
    swap: str = field(repr=False)
    """What might be swapped in the toolkit; mostly empty."""

    since: dt.date | None = None
    """The first day of the journal, or of a practice; None where there is neither."""

    @property
    def first(self) -> dt.date:
        """The first of these days: never one before the journal began."""
        earliest = self.today - dt.timedelta(days=LONG - 1)
        return max(earliest, min(self.since, self.today)) if self.since else earliest

    @property
    def has_picture(self) -> bool:
        """Whether there is something to show, and days enough to look at."""
        return bool(self.days) and (self.today - self.first).days + 1 >= LEAST_DAYS


def practised(journal: Journal) -> Practised:
    """Look back at the last days of a journal."""
    today, toolkit = journal.today(), journal.toolkit.get()
    own, every = journal.toolkit.own_skills(), journal.practices.all()
    lately = [one for one in every if 0 <= (today - one.at.day).days < LONG]
    uses = by_skill(lately)
    since = _since(journal, every)
    long = min(LONG, (today - since).days + 1) if since else LONG
    swap = to_swap(toolkit, every, today)
    return Practised(
        today,
        _names_by_day(lately, own),
        kept_in_words(Kept.of(days_of(lately), today), long) if lately else _nothing(bool(every)),
        tuple(
            UseInWords(name_of(use.skill, own), how_often(use), change_in_words(use.change))
            for use in uses
        ),
        tends() if any(is_lower(use.change) for use in uses) else "",
        swap_in_words(swap, name_of(swap.skill, own)) if swap else "",
        since,
    )


def own_change(practices: Iterable[Practice], skill: str) -> str:
    """Return how distress was after a skill, over all its practices; nothing while too few.

    Mean, gate and source are those of ``OwnChange``.
    """
    change = OwnChange.of(one for one in practices if one.skill == skill)
    said = change_in_words(change)
    return f"{said} {tends()}" if is_lower(change) else said


def change_in_words(change: OwnChange) -> str:
    """Return how distress was after, on average, and over how many; nothing while too few."""
    if change.mean is None:
        return ""
    points = abs(round(change.mean))
    if not points:
        words = text("Rated before and after {n} times: about the same after, on average.")
    elif change.mean < 0:
        words = text(
            "Rated before and after {n} times: distress was {points} of 100 lower after, on "
            "average."
        )
    else:
        words = text(
            "Rated before and after {n} times: distress was {points} of 100 higher after, on "
            "average. That can have many reasons."
        )
    return words.format(n=change.times, points=points)


def is_lower(change: OwnChange) -> bool:
    """Whether a fall is told."""
    return change.mean is not None and round(change.mean) < 0


def tends() -> str:
    """Return what goes with every fall."""
    return text("People often start when distress is at its peak, so some drop happens anyway.")


def kept_in_words(kept: Kept, long: int = LONG) -> str:
    """Return on how many of the last days something was practised; there are ``long`` so far."""
    if long < LEAST_DAYS:
        return plural("On {n} day so far.", "On {n} days so far.", kept.of_long)
    if long <= SHORT:
        return text("On {n} of the {long} days so far.").format(n=kept.of_long, long=long)
    if long < LONG:
        words = text("On {n} of the last {short} days, and {all} of the {long} days so far.")
        return words.format(n=kept.of_short, short=SHORT, all=kept.of_long, long=long)
    return text("On {n} of the last {short} days, and {all} of the last {long}.").format(
        n=kept.of_short, short=SHORT, all=kept.of_long, long=LONG
    )


def how_often(use: SkillUse) -> str:
    """Return on how many days, and how many times where that is more."""
    days = plural("{n} day", "{n} days", len(use.days))
    if use.times == len(use.days):
        return days
    return text("{days}, {times}").format(days=days, times=times_in_words(use.times))


def times_in_words(times: int) -> str:
    """Return how many times."""
    return plural("{n} time", "{n} times", times)


def swap_in_words(swap: Swap, name: str) -> str:
    """Return what might be swapped, as something to think about and nothing to do."""
    if swap.is_automatic:
        words = text(
            "‘{name}’ comes by itself now. If you like, its place in your toolkit can be for "
            "something new."
        )
    else:
        words = text(
            "‘{name}’ has rested for more than 90 days. If you like, its place in your toolkit "
            "can be for something else."
        )
    return words.format(name=name)


def _since(journal: Journal, every: Sequence[Practice]) -> dt.date | None:
    span = journal.looking.span()
    days = [one.at.day for one in every[:1]] + list(span or ())[:1]
    return min(days, default=None)


def _nothing(was_earlier: bool) -> str:
    if was_earlier:
        return text("Nothing in the last {long} days, and that is fine.").format(long=LONG)
    return text("Days on which you use a skill show here.")


def _names_by_day(
    practices: Iterable[Practice], own: Sequence[OwnSkill]
) -> dict[dt.date, tuple[str, ...]]:
    found: dict[dt.date, dict[str, None]] = {}
    for one in practices:
        found.setdefault(one.at.day, {})[name_of(one.skill, own)] = None
    return {day: tuple(names) for day, names in found.items()}
