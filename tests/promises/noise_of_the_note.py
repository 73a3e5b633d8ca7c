"""A note of lower days comes by chance as seldom as is said, and after a drop as often."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING
from unittest.mock import patch

import numpy as np

from resilience_desktop.insights import shift_note
from resilience_desktop.insights.shift_note import (
    FOUND,
    MOST_BY_CHANCE,
    REFERENCE_DAYS,
    ShiftNote,
)
from tests.promises.made_up_moods import FIRST, Steady
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.random import Generator

_LATER, _SOON = 90, 21
_MOODS = (
    Steady(0),
    Steady(0, 1, 1.5, in_steps=True),
    Steady(0, 3, 1.5, in_steps=True),
    Steady(0, -3, 1.5, in_steps=True),
    Steady(0, 1, 0.7, in_steps=True),
    Steady(0, 2, 0.25, in_steps=True),
)
_CARRY_OVER, _MISSING = (0.0, 0.3, 0.5), (0.0, 0.4)
_NEARLY_FLAT = _MOODS[-1]
"""Its drop is a quarter of a point, which whole points do not show."""
_SEED = 20261122


def _attempt(trials: int, _folder: Path) -> Outcome:
    chance = np.random.default_rng(_SEED)
    moods = [
        replace(mood, carry_over=kept, missing=gone)
        for mood, kept, gone in product(_MOODS, _CARRY_OVER, _MISSING)
    ]
    by_chance = [_noted(chance, mood, trials) for mood in moods]
    found = [
        _noted(chance, mood, trials, drop=1)
        for mood in moods
        if mood.deviation > _NEARLY_FLAT.deviation
    ]
    slack = 3 / math.sqrt(trials)
    broken = sum(share > MOST_BY_CHANCE + slack * _spread(MOST_BY_CHANCE) for share in by_chance)
    broken += sum(
        not FOUND[0] - slack * _spread(FOUND[0]) <= share <= FOUND[1] + slack * _spread(FOUND[1])
        for share in found
    )
    with patch.object(shift_note, "corrected", return_value=0.0):
        control = _noted(chance, Steady(0.5), 2 * trials)
    caught = control > MOST_BY_CHANCE + slack * _spread(MOST_BY_CHANCE)
    remark = (
        f"{min(by_chance):.2f} to {max(by_chance):.2f} by chance in 90 days, {control:.2f} without "
        f"the correction; {min(found):.2f} to {max(found):.2f} of drops found in 21 days"
    )
    return Outcome(trials * (len(by_chance) + len(found)), broken, caught, remark)


def _noted(chance: Generator, mood: Steady, number: int, *, drop: float = 0.0) -> float:
    """Return the share of series with a note: by chance in 90 days, or in 21 after a drop."""
    days = REFERENCE_DAYS + (_SOON if drop else _LATER)
    made = mood.series(chance, number, days, whole=REFERENCE_DAYS, drop=drop)
    return sum(bool(ShiftNote.of(series, FIRST).noted) for series in made) / number


def _spread(share: float) -> float:
    return math.sqrt(share * (1 - share))


PROMISE = Promise("G26", "a note of lower days comes by chance as seldom as said", 400, _attempt)
