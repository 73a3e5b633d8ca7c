"""What is called likely is so: intervals of made-up moods hold the mean these were made with.

Moods are made twice: as any number, which is what the statistics were worked out for, and as a
person gives them, in whole steps from -5 to +5; with days missing at random. A period that is too
short, too thin or too much of one piece to have a range is no trial: what counts is how often a
range holds that somebody sees. Where it holds less often is told too: three weeks, and months that
carry over more than moods usually do.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import product
from math import erf, sqrt
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.mean import Interval, PeriodMean
from tests.promises.made_up_moods import FIRST, Steady
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from resilience_desktop.insights.series import DaySeries

    Setting = tuple[Steady, int]
    """Moods of one sort, and the days of a period of them."""

LEAST, MOST = 0.90, 0.98
"""Of all intervals made for 95 in 100, as many hold the truth at least and at most."""
_FOR_CONTROL = 300
_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Held:
    """How often an interval held the truth."""

    shown: int
    held: int

    @property
    def rate(self) -> float:
        """As a share of those that were shown."""
        return self.held / self.shown if self.shown else 1.0

    @property
    def is_right(self) -> bool:
        """Whether the share is what it should be, or is off by no more than chance explains."""
        slack = 3 / sqrt(max(1, self.shown))
        lowest = LEAST - slack * sqrt(LEAST * (1 - LEAST))
        return lowest <= self.rate <= MOST + slack * sqrt(MOST * (1 - MOST))


def means(number: int) -> dict[Setting, Held]:
    """Return how often intervals of a mean hold it, from so many series of each setting."""
    return {
        (moods, days): _held(moods, days, number, lambda one: PeriodMean.of(*one).interval)
        for moods, days in product(_moods(), (30, 60, 90))
    }


def comparisons(number: int) -> dict[Setting, Held]:
    """Return how often intervals of a difference hold it; the two periods follow each other."""
    return {
        (moods, days): _held(moods, days, number, lambda two: Comparison.of(*two).interval, 2)
        for moods, days in product(_moods(), (30, 60, 90))
    }


def _moods() -> Iterator[Steady]:
    for carry_over, missing in product((0.2, 0.4, 0.6), (0.0, 0.2, 0.4)):
        yield Steady(carry_over, missing=missing)
        yield Steady(carry_over, 0.5, 1.6, in_steps=True, missing=missing)


def _held(
    moods: Steady,
    days: int,
    number: int,
    interval: Callable[[list[DaySeries]], Interval | None],
    periods: int = 1,
) -> Held:
    chance = np.random.default_rng(_SEED)
    truth = _true_mean(moods) if periods == 1 else 0.0
    shown = held = 0
    for whole in moods.series(chance, number, days * periods):
        found = interval(list(_cut(whole, days, periods)))
        if found is not None:
            shown += 1
            held += found.low <= truth <= found.high
    return Held(shown, held)


def _of_mean(carry_over: float, days: int) -> Held:
    moods = Steady(carry_over, 0.5, 1.6, in_steps=True)
    return _held(moods, days, _FOR_CONTROL, lambda one: PeriodMean.of(*one).interval)


def _cut(whole: DaySeries, days: int, periods: int) -> Iterator[DaySeries]:
    for number in range(periods):
        first = FIRST + dt.timedelta(days=days * number)
        yield whole.between(first, first + dt.timedelta(days=days - 1))


def _true_mean(moods: Steady) -> float:
    """Return the mean in the long run, which rounding to steps and the ends of the scale move."""

    def below(mood: float) -> float:
        return (1 + erf((mood - moods.mean) / moods.deviation / sqrt(2))) / 2

    return 5 - sum(below(step + 0.5) for step in range(-5, 5)) if moods.in_steps else moods.mean


def _naive(series: list[DaySeries]) -> Interval:
    """Return the interval of the textbooks, for days that have nothing to do with each other."""
    (one,) = series
    error = float(one.values.std(ddof=1)) / sqrt(len(one))
    return Interval.around(float(one.values.mean()), error, len(one) - 1)


def _attempt(trials: int, _folder: Path) -> Outcome:
    found = [*means(trials).values(), *comparisons(trials).values()]
    wrong = sum(not held.is_right for held in found)
    control = _held(Steady(0.6, 0.5, 1.6, in_steps=True), 60, _FOR_CONTROL, _naive)
    rates = [held.rate for held in found if held.shown >= trials / 2]
    remark = (
        f"it does in {min(rates):.3f} to {max(rates):.3f}, without carry-over {control.rate:.3f}; "
        f"three weeks that carry over .6: {_of_mean(0.6, 21).rate:.3f}; 30 and 60 days that carry "
        f"over .8: {_of_mean(0.8, 30).rate:.3f} and {_of_mean(0.8, 60).rate:.3f}"
    )
    return Outcome(sum(held.shown for held in found), wrong, not control.is_right, remark)


PROMISE = Promise("G23", "a likely range holds what it should, in 90 to 98 of 100", 100, _attempt)
