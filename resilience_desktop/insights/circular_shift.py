"""How likely it is by chance that two series go together, when each day is like the one before."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from resilience_desktop.insights.series import Numbers

NEAREST = 3
"""Shifts nearer than this many places are left out: the series are still almost in step."""
_ROUNDING = 1e-12


def chances(mood: Numbers, factor: Numbers) -> Numbers:
    """Return the two-sided p that mood and factor go together no more than by chance, 0 to 1.

    Both are residuals with mean 0, in any unit, with the days in the last dimension. With
    T = sum of mood x factor, and T_k the same after one of them is turned round by k places as if
    it were a ring, z = T / sqrt(mean T_k^2) over k = 3 to n - 3, and p comes from the t
    distribution with n / 2 degrees of freedom. Turning keeps how each day is like the one before
    and loses what belongs to the same day.

    Places are those of the days that are there, one after the other: nothing has to be put where
    a day is missing. (The simulations behind REFERENCE 5.5 had no gaps, and left out k = n - 3.)
    With gaps neighbours are a little less alike than in the calendar, which makes p a little too
    small: where nothing goes together it was below .05 in 5 % with no day missing and in 5 to 6 %
    with 40 % missing (60 to 1000 days; carry-over .2 to .8), where a plain t-test gave 8 to 17 %.
    Ranks among the shifts are no use here: the smallest p they can give is about 1 / n, too coarse
    for ten tests at once.

    What comes as regularly as a clock looks like itself after some of the turns: however large the
    difference is, p stays near .05 for every fifth day and near .02 for every seventh.

    Gate: ``going_with.LEAST_DAYS``; fewer than 7 days have no shift to look at.
    """
    from scipy.special import stdtr

    n = mood.shape[-1]
    turned = np.fft.irfft(np.fft.rfft(mood) * np.conj(np.fft.rfft(factor)), n)
    total, others = turned[..., 0], turned[..., NEAREST : n - NEAREST + 1]
    spread = np.sqrt(np.mean(others**2, axis=-1))
    whole = np.sqrt(np.sum(mood**2, axis=-1) * np.sum(factor**2, axis=-1))
    nothing = np.maximum(whole * _ROUNDING, sys.float_info.min)
    return np.asarray(2 * stdtr(n / 2, -np.abs(total) / np.maximum(spread, nothing)), np.float64)
