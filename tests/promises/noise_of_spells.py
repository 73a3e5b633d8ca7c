"""Steady mood shows as many low spells as is said beside them, and no two years of it differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from resilience_desktop.insights.low_spells import RUN, SHORT_RUN, LowSpells
from resilience_desktop.insights.spell_noise import MORE_BY_CHANCE, Noise
from resilience_desktop.insights.spell_summary import SpellsCompared, SpellSummary
from tests.promises.made_up_moods import FIRST, Steady
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.random import Generator

_BEFORE, _DAYS, _YEAR = 28, 90, 365
_MOODS = (
    Steady(0, deviation=2),
    Steady(0, 1, 1.5, in_steps=True),
    Steady(0, -3, 1.5, in_steps=True),
    Steady(0, 1, 0.7, in_steps=True),
    Steady(0, 1.5, 0.5, in_steps=True),
)
_CARRY_OVER, _MISSING = (0.2, 0.4, 0.6), (0.0, 0.4)
_DIFFERENT = 0.11
"""Share of pairs of steady years of which one of four things is said to differ, at most."""
_SEED = 20261122


def _attempt(trials: int, _folder: Path) -> Outcome:
    chance = np.random.default_rng(_SEED)
    found: dict[int, list[float]] = {RUN: [], SHORT_RUN: []}
    broken = 0
    shares = []
    for mood, run in product(_all_moods(), found):
        noise = _said(chance, mood, run)
        rate, periods, more = _rate(chance, mood, run, trials, noise)
        broken += not _is_as_said(rate, periods, noise)
        broken += more > MORE_BY_CHANCE * trials + 3 * sqrt(MORE_BY_CHANCE * trials)
        found[run].append(rate)
        shares.append(more / trials)
    pairs, different = _years(chance, trials)
    broken += different > _DIFFERENT * pairs + 3 * sqrt(_DIFFERENT * pairs)
    noise = _said(chance, _MOODS[1], SHORT_RUN)
    dips, periods, more = _rate(chance, _MOODS[1], 1, trials, noise)  # each low day by itself
    caught = not _is_as_said(dips, periods, noise) and more > MORE_BY_CHANCE * trials
    remark = "; ".join(
        f"{min(rates):.2f} to {max(rates):.2f} in 90 days for a run of {run}"
        for run, rates in found.items()
    )
    remark += f"; at most {max(shares):.2f} have more than is said"
    remark += f"; {different} of {pairs} pairs of years seem to differ"
    return Outcome(2 * len(list(_all_moods())) * trials + pairs, broken, caught, remark)


def _all_moods() -> list[Steady]:
    several = product(_MOODS, _CARRY_OVER, _MISSING)
    return [replace(mood, carry_over=kept, missing=gone) for mood, kept, gone in several]


def _rate(
    chance: Generator, mood: Steady, run: int, number: int, noise: Noise
) -> tuple[float, float, int]:
    """Return the spells in 90 observed days, of how many times 90, and how often there are more.

    More, that is, than steady mood is said to show in as many days.
    """
    begin = FIRST + dt.timedelta(days=_BEFORE)
    spells = days = more = 0
    for series in mood.series(chance, number, _BEFORE + _DAYS):
        found = LowSpells.of(series, run)
        here = sum(spell.onset >= begin for spell in found.spells)
        watched = int(np.count_nonzero(found.watched >= begin.toordinal()))
        spells, days = spells + here, days + watched
        more += here > noise.most(watched)
    return spells / days * 90, days / 90, more


def _said(chance: Generator, mood: Steady, run: int) -> Noise:
    (years,) = mood.series(chance, 1, 10 * _YEAR)
    return Noise.of(years, run)


def _is_as_said(rate: float, periods: float, noise: Noise) -> bool:
    """Whether a rate lies where it is said to be, or is off by no more than chance explains."""
    low = noise.lowest - 3 * sqrt(noise.lowest / periods)
    return low <= rate <= noise.highest + 3 * sqrt(noise.highest / periods)


def _years(chance: Generator, number: int) -> tuple[int, int]:
    """Return how many pairs of years have spells enough, and of how many something differs."""
    pairs = different = 0
    for mood in _MOODS[:2]:
        for series in replace(mood, carry_over=0.6).series(chance, number, _BEFORE + 2 * _YEAR):
            found = LowSpells.of(series)
            first, second = (_year(found, _BEFORE + _YEAR * place) for place in range(2))
            compared = SpellsCompared.of(first, second)
            if not compared.closed_missing:
                pairs += 1
                different += not all(
                    one.could_be_chance
                    for one in (
                        compared.frequency,
                        compared.duration,
                        compared.depth,
                        compared.return_time,
                    )
                )
    return pairs, different


def _year(found: LowSpells, begin: int) -> SpellSummary:
    first = FIRST + dt.timedelta(days=begin)
    return SpellSummary.of(found, first, first + dt.timedelta(days=_YEAR - 1))


PROMISE = Promise(
    "G25", "steady mood shows as many low spells as is said beside them", 150, _attempt
)
