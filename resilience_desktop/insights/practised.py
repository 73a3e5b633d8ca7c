"""On which days skills were practised, and how distress was before and after them.

Only counts and one plain mean. A day counts once, however long or often: what helps is to come
back to a skill, so nothing here grows with minutes, and there is no row of days to be broken.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.toolkit import Toolkit

SHORT, LONG = 28, 90
"""Days that are looked back on, today among them."""
LEAST_PAIRS = 3
"""Practices with both ratings that a mean needs."""


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """On how many of the last days something was practised: how steadily it is kept up.

    The more days of the last ``LONG``, the higher it ranks; between equals it is those of the last
    ``SHORT``. So ten minutes on each of thirty days rank above any number of hours within a
    fortnight. Unit: days. No gate, as a count stands for itself. Source: practice 26, consistency
    over intensity.
    """

    of_long: int
    of_short: int

    @classmethod
    def of(cls, days: Iterable[dt.date], today: dt.date) -> Self:
        """Count the days until today; any day may be given more than once."""
        ages = {(today - day).days for day in days}
        return cls(*(sum(0 <= age < most for age in ages) for most in (LONG, SHORT)))


@dataclass(frozen=True, slots=True)
class OwnChange:
    """How distress was after a skill beside before it, over the practices that rated both.

    Mean of (after - before), on the scale from 0 to 100, so below 0 it was lower after. Gate:
    ``LEAST_PAIRS`` such practices. It has no interval: people mostly begin when distress is at its
    peak, so some of any fall comes without the skill (regression to the mean), and more practices
    would only make that more certain. Source: clinical reference 6.
    """

    times: int
    """Practices with both ratings."""
    mean: float | None = field(repr=False)
    """None while there are too few."""

    @classmethod
    def of(cls, practices: Iterable[Practice]) -> Self:
        """Return the change over all of these."""
        changes = [one.change for one in practices if one.change is not None]
        return cls(len(changes), fmean(changes) if len(changes) >= LEAST_PAIRS else None)


@dataclass(frozen=True, slots=True)
class SkillUse:
    """How one skill was practised."""

    skill: str = field(repr=False)
    times: int
    days: frozenset[dt.date] = field(repr=False)
    change: OwnChange


def by_skill(practices: Iterable[Practice]) -> tuple[SkillUse, ...]:
    """Return each skill that was practised: on the most days first, then the most often."""
    found: dict[str, list[Practice]] = defaultdict(list)
    for one in practices:
        found[one.skill].append(one)
    uses = [
        SkillUse(skill, len(some), days_of(some), OwnChange.of(some))
        for skill, some in found.items()
    ]
    return tuple(sorted(uses, key=lambda use: (-len(use.days), -use.times, use.skill)))


def days_of(practices: Iterable[Practice]) -> frozenset[dt.date]:
    """Return the days on which something was practised, each once."""
    return frozenset(one.at.day for one in practices)


def rated_twice(practices: Iterable[Practice]) -> list[Practice]:
    """Return those with distress before and after, the newest first."""
    both = [one for one in practices if one.change is not None]
    return sorted(both, key=lambda one: (one.at.utc, one.id), reverse=True)


@dataclass(frozen=True, slots=True)
class Swap:
    """A skill of the toolkit whose place somebody might want for another one."""

    skill: str = field(repr=False)
    is_automatic: bool
    """Whether it was said to come by itself; else it is one that was left for long."""


def to_swap(toolkit: Toolkit, practices: Sequence[Practice], today: dt.date) -> Swap | None:
    """Return what might be swapped, if anything: never more than one, and nothing that is new.

    First what was marked as automatic, in the order of the toolkit. Else what was last practised
    more than ``LONG`` days ago while something else was within them. What was never practised may
    have been chosen today, so it is left alone.
    """
    for skill in toolkit.chosen:
        if skill in toolkit.automatic:
            return Swap(skill, is_automatic=True)
    last = _last_days(practices)
    lately = {skill for skill, day in last.items() if (today - day).days < LONG}
    if lately:
        for skill in toolkit.chosen:
            if skill in last and skill not in lately:
                return Swap(skill, is_automatic=False)
    return None


def _last_days(practices: Collection[Practice]) -> dict[str, dt.date]:
    return {use.skill: max(use.days) for use in by_skill(practices)}
