"""One row of the table: what the program takes, what the same work takes done bare."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")

_LEAST_ROUNDS, _MOST_ROUNDS = 3, 300
"""However long or short a row is: one slow moment of the machine must not be its median."""


@dataclass(frozen=True)
class Row:
    """Medians of both sides. Only the ratio means anything on another machine."""

    row: str
    product: float
    floor: float
    ratio: float
    goal: float | None = None
    """What the ratio is to be at most, if anything was set."""
    unit: str = "ms"
    rows: int = 0
    """How many rows the journal reads from the database for it, where that is counted."""
    rounds: int = 1
    noise: float = 0
    """How far the ratios of the single rounds lie apart: half of them within so much of the
    middle one."""

    @classmethod
    def of(
        cls,
        row: str,
        products: Sequence[float],
        floors: Sequence[float],
        *,
        goal: float | None = None,
        unit: str = "ms",
        rows: int = 0,
    ) -> Self:
        """Return the row of what was measured in turns, in the order of measuring."""
        ours, least = statistics.median(products), statistics.median(floors)
        ratios = sorted(one / other for one, other in zip(products, floors, strict=True))
        middle = statistics.median(ratios)
        return cls(
            row,
            round(ours, 3),
            round(least, 3),
            round(ours / least, 2),
            goal,
            unit,
            rows,
            len(ratios),
            round(statistics.median(abs(ratio - middle) for ratio in ratios), 2),
        )

    @property
    def is_over(self) -> bool:
        """Whether the goal is missed."""
        return self.goal is not None and self.ratio > self.goal


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return what does some work and says how many milliseconds it took."""

    def measured() -> float:
        start = time.perf_counter()
        work()
        return 1000 * (time.perf_counter() - start)

    return measured


def interleaved(
    sides: Sequence[Callable[[], T]], rounds: int, *, least_s: float, most_s: float
) -> list[list[T]]:
    """Ask some sides in turns, and return what each of them said.

    The first round only warms up, unless there is but one: that one only shows that all works.
    What is quick goes on until the least time is over, so that whatever else the machine does then
    is no median; once the most is over there are no more rounds than a median needs.
    """
    said: list[list[T]] = [[] for _ in sides]
    start = time.perf_counter()
    for number in range(1 if rounds == 1 else _MOST_ROUNDS):
        passed = time.perf_counter() - start
        if number > rounds and passed > least_s:
            break
        if number > min(rounds, _LEAST_ROUNDS) and passed > most_s:
            break
        found = [measure() for measure in sides]
        if number or rounds == 1:
            for kept, one in zip(said, found, strict=True):
                kept.append(one)
    return said


def table(rows: Iterable[Row]) -> str:
    """Return the rows as text."""
    lines = [("row", "program", "floor", "", "ratio", "±", "goal", "", "rows read")]
    lines += [
        (
            row.row,
            _number(row.product),
            _number(row.floor),
            row.unit,
            f"{row.ratio:.2f}",
            f"{row.noise:.2f}",
            "" if row.goal is None else f"{row.goal:.2f}",
            "over" if row.is_over else "",
            str(row.rows or ""),
        )
        for row in rows
    ]
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    to_the_left = (0, 3, 7)
    return "\n".join(
        "  ".join(
            f"{cell:<{wide[place]}}" if place in to_the_left else f"{cell:>{wide[place]}}"
            for place, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"
