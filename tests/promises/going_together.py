"""What is said to go with better days is rarely chance, and its likely range holds what is true.

Made-up journals have ten tags, of which one changes the mood or none does. Moods of a day resemble
those of the day before (AR(1)), and so do tags: the same journals as those behind the printed
rates. They are made twice: as any number, and as a person gives them, in whole steps from -5 to +5
with days missing at random.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import product
from math import erf, sqrt
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from resilience_desktop.insights.factors import Factor, Factors, Kind
from resilience_desktop.insights.going_with import Family
from resilience_desktop.insights.series import DaySeries
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from numpy.random import Generator

    from resilience_desktop.insights.going_with import LookedAt
    from resilience_desktop.insights.series import Numbers

CARRY_OVER = 0.2, 0.4, 0.6
DAYS = 60, 90, 150
"""With a mood."""
EFFECTS = 0.0, 0.5, 0.8
"""Standard deviations of mood that days with the first tag are higher by."""
FORMS = (False, 0.0), (True, 0.0), (True, 0.2), (True, 0.4)
"""Whether moods are in steps, and what share of the days has no entry."""
LEAST_FOUND = {
    **dict.fromkeys(((days, 0.0) for days in DAYS), 0.0),
    (60, 0.5): 0.17,
    (90, 0.5): 0.28,
    (150, 0.5): 0.52,
    (60, 0.8): 0.48,
    (90, 0.8): 0.74,
    (150, 0.8): 0.93,
}
"""How often a true difference is found, at least."""
MOST_FALSE, MOST_BELOW_5, LEAST_HELD = 0.11, 0.06, 0.90
_FIRST = dt.date(2026, 1, 1)
_TAGS = [Factor(Kind.TAG, str(number)) for number in range(10)]
_WITH = 0.4
_TAGS_CARRY_OVER = 0.3
_MIDDLE, _DEVIATION = 0.8, 1.6
"""Of the moods in whole steps, before they are rounded and held to the ends of the scale."""
_LEVEL = 0.05
_FOR_CONTROL = 150
_SEED = 20261122


class Setting(NamedTuple):
    """Journals of one sort."""

    days: int
    effect: float
    carry_over: float
    in_steps: bool
    missing: float


_IDLE = Setting(150, 0.0, 0.6, in_steps=True, missing=0.0)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of some journals."""

    journals: int = 0
    found: int = 0
    """Journals in which the first tag was found."""
    false: float = 0.0
    """Sum over the journals of what part of the findings is chance."""
    chances: int = 0
    """Tags that change nothing."""
    below_5: int = 0
    """Those of them with a p below .05."""
    held: int = 0
    """Journals in which the range of the first tag holds the truth."""

    @classmethod
    def of(cls, parts: Iterable[Self]) -> Self:
        """Return them together."""
        rows = [(s.journals, s.found, s.false, s.chances, s.below_5, s.held) for s in parts]
        return cls(*map(sum, zip(*rows, strict=True)))


def journeys(journals: int) -> dict[Setting, Seen]:
    """Return what comes of so many journals of every sort."""
    settings = product(DAYS, EFFECTS, CARRY_OVER, FORMS)
    return {
        setting: _seen(setting, journals, lambda one: one.found)
        for setting in (Setting(*several, *form) for *several, form in settings)
    }


def pooled(found: dict[Setting, Seen], **parts: float) -> Seen:
    """Return what was seen in all settings that have these parts."""
    wanted = parts.items()
    return Seen.of(
        one
        for setting, one in found.items()
        if all(getattr(setting, part) == value for part, value in wanted)
    )


def _seen(setting: Setting, journals: int, rule: Callable[[LookedAt], bool]) -> Seen:
    """Return what comes of journals of one sort when ``rule`` says what is found in them."""
    return Seen.of(
        _seen_in(setting, Family.of(factors, _TAGS), rule)
        for factors in _journals(setting, journals)
    )


def _seen_in(setting: Setting, family: Family, rule: Callable[[LookedAt], bool]) -> Seen:
    first = next(one for one in family.looked_at if one.factor == _TAGS[0])
    idle = [one for one in family.looked_at if one is not first or not setting.effect]
    false, found = sum(map(rule, idle)), sum(map(rule, family.looked_at))
    below = sum(one.chance < _LEVEL for one in idle)
    held = first.difference.lower <= _truth(setting) <= first.difference.upper
    return Seen(1, rule(first), false / max(found, 1), len(idle), below, held)


def _journals(setting: Setting, number: int) -> Iterator[Factors]:
    chance = np.random.default_rng([_SEED, *(round(10 * part) for part in setting)])
    days = round(setting.days / (1 - setting.missing))
    last = _FIRST + dt.timedelta(days=days - 1)
    for _ in range(number):
        leaning = _ar1(chance, (len(_TAGS), days), _TAGS_CARRY_OVER)
        tags = leaning > np.quantile(leaning, 1 - _WITH, axis=1, keepdims=True)
        moods = _ar1(chance, (1, days), setting.carry_over)[0] + setting.effect * tags[0]
        if setting.in_steps:
            moods = np.clip(np.rint(_MIDDLE + _DEVIATION * moods), -5, 5)
        there = np.sort(chance.permutation(days)[: setting.days])
        ordinals = there + _FIRST.toordinal()
        noted = {
            tag: dict.fromkeys(ordinals[row[there]].tolist(), 1.0)
            for tag, row in zip(_TAGS, tags, strict=True)
        }
        yield Factors(DaySeries(_FIRST, last, ordinals, moods[there]), noted)


def _ar1(chance: Generator, shape: tuple[int, int], carry_over: float) -> Numbers:
    """Return rows of mean 0 and deviation 1 in which each number resembles the one before."""
    found = chance.standard_normal(shape)
    found[:, 1:] *= sqrt(1 - carry_over**2)
    for day in range(1, shape[1]):
        found[:, day] += carry_over * found[:, day - 1]
    return found


def _truth(setting: Setting) -> float:
    """Return how much higher days with the first tag are in the long run, in points."""
    if not setting.in_steps:
        return setting.effect
    return _mean_in_steps(_MIDDLE + _DEVIATION * setting.effect) - _mean_in_steps(_MIDDLE)


def _mean_in_steps(middle: float) -> float:
    below = [(1 + erf((step + 0.5 - middle) / _DEVIATION / sqrt(2))) / 2 for step in range(-5, 5)]
    return 5 - sum(below)


def _is_most(seen: float, number: int, most: float) -> bool:
    """Whether a share is no larger than it may be, or not by more than chance explains."""
    return seen / number <= most + 3 * sqrt(most * (1 - most) / number)


def _is_least(seen: float, number: int, least: float) -> bool:
    return _is_most(number - seen, number, 1 - least)


def _kept(found: dict[Setting, Seen]) -> Iterator[bool]:
    for days, effect in product(DAYS, EFFECTS):
        one = pooled(found, days=days, effect=effect)
        yield _is_most(one.false, one.journals, MOST_FALSE)
        yield _is_least(one.found, one.journals, LEAST_FOUND[days, effect])
    for days, carry_over in product(DAYS, CARRY_OVER):
        one = pooled(found, days=days, carry_over=carry_over)
        yield _is_most(one.below_5, one.chances, MOST_BELOW_5)
        yield _is_least(one.held, one.journals, LEAST_HELD)


# Controls: what a program says that never heard of any of this


def _uncorrected_is_caught() -> bool:
    """Whether it is noticed when each tag is judged as if it were the only one."""
    one = _seen(_IDLE, _FOR_CONTROL, lambda tag: tag.chance < _LEVEL)
    return not _is_most(one.false, one.journals, MOST_FALSE)


def _plain_test_is_caught() -> bool:
    """Whether it is noticed when days are taken to have nothing to do with each other."""
    from scipy.stats import ttest_ind

    below = number = 0
    for factors in _journals(_IDLE, _FOR_CONTROL):
        for tag in factors:
            with_it = factors.series(tag).values == 1
            moods = factors.moods.values
            p = ttest_ind(moods[with_it], moods[~with_it], equal_var=False).pvalue
            number, below = number + 1, below + (p < _LEVEL)
    return not _is_most(below, number, MOST_BELOW_5)


def _attempt(trials: int, _folder: Path) -> Outcome:
    found = journeys(trials)
    kept = list(_kept(found))
    everything = pooled(found)
    remark = (
        f"chance in {everything.false / everything.journals:.3f} of what is said, "
        f"p below .05 in {everything.below_5 / everything.chances:.3f}, "
        f"the true difference held in {everything.held / everything.journals:.3f}"
    )
    caught = _uncorrected_is_caught() and _plain_test_is_caught()
    return Outcome(everything.journals, kept.count(False), caught, remark)


PROMISE = Promise(
    "G24", "of what is said to go with mood, about 1 in 10 is chance at most", 8, _attempt
)
