"""Which of many findings may be told, so that few of those told are chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

FALSE_OF_FOUND = 0.10
"""How large a share of what is found may be chance, on average over many journals."""


def found_among(chances: Sequence[float], rate: float = FALSE_OF_FOUND) -> list[bool]:
    """Return which of these p values are findings, in their order.

    The i smallest ones are, for the largest i with p_(i) <= i rate / m (Benjamini and Hochberg
    1995, Journal of the Royal Statistical Society B 57). All that were looked at have to be among
    them, also those that will not be shown.
    """
    smallest = np.sort(np.asarray(chances, np.float64))
    limits = rate * np.arange(1, len(smallest) + 1) / len(smallest) if len(smallest) else smallest
    passed = smallest[smallest <= limits].tolist()
    return [bool(passed) and chance <= passed[-1] for chance in chances]
