"""What every way of being led through a skill has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from resilience_desktop.domain.practice import Rating


class GuidePane(QWidget):
    """What is seen and done while a skill lasts.

    The ``Player`` around it has Start, Pause, Stop, the caution, and what is asked before and
    after. A guide keeps nothing by itself.
    """

    finished = Signal()
    """It came to its end."""
    moved = Signal()
    """Time has passed, a step was taken, or it was paused."""

    @property
    def choices(self) -> QWidget | None:
        """What can be chosen before and meanwhile: a pattern, a length."""
        return None

    @property
    def can_pause(self) -> bool:
        """Whether it leads in time; else it goes as fast as somebody likes."""
        return False

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return False

    @property
    def seconds(self) -> float:
        """For how long it was done, without pauses."""
        raise NotImplementedError

    @property
    def whole(self) -> float | None:
        """How long it takes; None where that is open."""
        return None

    def begin(self) -> None:
        """Begin from the start."""
        raise NotImplementedError

    def pause(self) -> None:
        """Keep the place."""

    def go_on(self) -> None:
        """Go on from there."""

    def set_still(self, *, still: bool) -> None:
        """Show words and numbers only, without anything that moves."""

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what was written, by the name of the field."""
        return ()

    def wave(self) -> tuple[Rating, ...]:
        """Return how an urge went."""
        return ()
