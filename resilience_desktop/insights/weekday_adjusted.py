"""Days compared with days of the same sort, so that weekends do not speak for what is done then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from resilience_desktop.insights.series import Numbers, Ordinals

ENOUGH_FOR_WEEKDAYS = 120
"""Days from which on each day of the week is a group of its own."""
_SATURDAY = 5


def day_groups(ordinals: Ordinals) -> Ordinals:
    """Return for each day the number of its group: 0 weekday and 1 weekend, or 0 Monday to 6.

    The seven from ``ENOUGH_FOR_WEEKDAYS`` days on; before that each has too few days for a mean of
    its own (REFERENCE 5.5). ``ordinals`` are as ``dt.date.toordinal``, in which 1 is a Monday.
    """
    weekdays = (ordinals - 1) % 7
    if len(ordinals) >= ENOUGH_FOR_WEEKDAYS:
        return weekdays
    return (weekdays >= _SATURDAY).astype(np.int64)


def residuals(values: Numbers, groups: Ordinals) -> Numbers:
    """Return what is left of each number after the mean of its group is taken away; same unit.

    ``values`` has the days in its last dimension. It is what a regression on one dummy variable
    for each group leaves (Frisch and Waugh 1933, Econometrica 1).
    """
    member = (groups == np.unique(groups)[:, np.newaxis]).astype(np.float64)
    means = values @ member.T / member.sum(axis=1)
    return np.asarray(values - means @ member, np.float64)
