"""Series of days drawn as text, so that a test shows what it is about."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.insights.series import DaySeries

FIRST = dt.date(2026, 1, 1)
FOUR_WEEKS = "1 2 3 2 " * 7
"""Median 2 and median absolute deviation 1/2, so that U = 0.7413: a day is low below 0.88805, and
near the usual level from 1.62935 on."""


def day(number: int) -> dt.date:
    """Return a day of a drawing, 0 for the first."""
    return FIRST + dt.timedelta(days=number)


def drawn(*parts: str) -> DaySeries:
    """Return the series of these numbers, a day each; a point is a day without a number."""
    signs = " ".join(parts).split()
    values = {day(at): float(sign) for at, sign in enumerate(signs) if sign != "."}
    return DaySeries.of(values, FIRST, day(len(signs) - 1))
