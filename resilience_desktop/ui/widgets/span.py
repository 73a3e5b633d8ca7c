"""From where to where a rating goes."""

from __future__ import annotations

from dataclasses import dataclass

from resilience_desktop.domain.feeling import STRONGEST, WEAKEST

STEP = 5
_FEW = 20
"""Steps up to which an arrow moves by one."""


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a rating goes."""

    low: int = WEAKEST
    high: int = STRONGEST

    @property
    def step(self) -> int:
        """How far an arrow moves."""
        return 1 if self.high - self.low <= _FEW else STEP

    @property
    def page(self) -> int:
        """How far Page up and Page down move."""
        return 2 * self.step

    @property
    def middle(self) -> int:
        """Where an empty one begins."""
        return (self.low + self.high) // 2

    def bound(self, value: int) -> int:
        """Return the value, or the end that is nearest to it."""
        return max(self.low, min(self.high, value))
