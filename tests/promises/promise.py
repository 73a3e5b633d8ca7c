"""One promise, and what trying to break it came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class NotRunHere(Exception):  # noqa: N818  (no error: this machine lacks what the trial needs)
    """Says in words what is missing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    trials: int
    broken: int
    """How often the promise was broken."""
    control_caught: bool
    """Whether the same trial noticed something broken on purpose."""
    remark: str = ""
    """Anything worth a word, such as a duration that was promised."""
    not_run: str = ""
    """The part of it that this machine cannot run, and what is missing."""

    @property
    def is_kept(self) -> bool:
        """Whether the promise held and its trials can be believed."""
        return self.trials > 0 and self.broken == 0 and self.control_caught


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the journal never does, or always."""

    key: str
    """The number in the safety design, such as ``G1``."""
    words: str
    trials: int
    """How many at size 1, which the ordinary check runs."""
    attempt: Callable[[int, Path], Outcome]
    """Does this many trials inside an empty folder of its own; may raise ``NotRunHere``."""
