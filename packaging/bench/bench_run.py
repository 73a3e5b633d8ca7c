"""One run of the bench: what was asked for, its journals, and the rows so far."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from bench_row import Row, interleaved, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench_journal import Journals

T = TypeVar("T")

_SECONDS, _SECONDS_IN_SHORT = (1.0, 60.0), (0.2, 3.0)
"""How long a row goes on at least, for the sake of a steadier median, and at most."""
_WHOLE_YEARS = 10


class Run:
    """Measures the rows that somebody wants."""

    def __init__(self, journals: Journals, years: float, rounds: int, word: str = "") -> None:
        self.journals, self.years, self.rounds, self._word = journals, years, rounds, word
        self.rows: list[Row] = []

    @property
    def is_short(self) -> bool:
        """Whether this only shows that all works, with less of a journal than the goals are for."""
        return self.years < _WHOLE_YEARS

    def wants(self, *names: str) -> bool:
        """Whether any of these rows is wanted: what only they need can be left out otherwise."""
        return any(self._word in name for name in names)

    def times(
        self,
        name: str,
        product: Callable[[], object],
        floor: Callable[[], object],
        *,
        goal: float | None = None,
        rows: int = 0,
    ) -> None:
        """Measure how long both sides of a row take."""
        self.measure(name, timed(product), timed(floor), goal=goal, rows=rows)

    def measure(
        self,
        name: str,
        product: Callable[[], float],
        floor: Callable[[], float],
        *,
        goal: float | None = None,
        unit: str = "ms",
        rows: int = 0,
    ) -> None:
        """Measure a row of which both sides say themselves what they took."""
        if self.wants(name):
            self.keep(name, self.in_turns(product, floor), goal=goal, unit=unit, rows=rows)

    def in_turns(self, *sides: Callable[[], T], most: int | None = None) -> list[list[T]]:
        """Return what some sides say, asked in turns, at most so many times."""
        least_s, most_s = _SECONDS_IN_SHORT if self.is_short else _SECONDS
        rounds = min(self.rounds, most or self.rounds)
        return interleaved(sides, rounds, least_s=least_s, most_s=most_s)

    def keep(
        self,
        name: str,
        measured: Sequence[Sequence[float]],
        *,
        goal: float | None = None,
        unit: str = "ms",
        rows: int = 0,
    ) -> None:
        """Keep a row of what was measured of the program and of its floor."""
        if self.wants(name):
            row = Row.of(name, *measured, goal=goal, unit=unit, rows=rows)
            self.rows.append(row)
            print(f"{row.ratio:6.2f}  {name}", file=sys.stderr, flush=True)
