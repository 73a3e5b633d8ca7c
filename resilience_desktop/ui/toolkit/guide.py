"""What every way of being led through a skill has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from resilience_desktop.domain.practice import Rating
    from resilience_desktop.ui.context import UiContext


class GuidePane(QWidget):
    """What is seen and done while a skill lasts.

    The ``Player`` around it has Start, Pause, Stop, the caution, and what is asked before and
    after. A guide keeps nothing by itself.
    """

    finished = Signal()
    """It came to its end."""
    moved = Signal()
    """Time has passed, a step was taken, something was written, or it was paused."""
    turned = Signal()
    """Another part begins: the moment for a bell, where somebody wants one."""

    def join(self, context: UiContext) -> None:
        """Learn from the journal what this needs, and keep there what is decided in it.

        The ``Player`` does this once, before anything begins.
        """

    @property
    def goes_on_with(self) -> QWidget | None:
        """What has the keyboard once it has begun, so that Enter goes on; None where time leads."""
        return None

    @property
    def waits(self) -> bool:
        """Whether it waits for an answer or a press, so that there is nothing to pause."""
        return False

    @property
    def choices(self) -> QWidget | None:
        """What can be chosen before and meanwhile: a pattern, a length."""
        return None

    @property
    def hindrance(self) -> str:
        """What has to be put right in the choices before it can begin, as a sentence; or nothing.

        ``moved`` tells when there is another answer.
        """
        return ""

    @property
    def afterwards(self) -> QWidget | None:
        """What there is to see of it, and to write in, once it is over."""
        return None

    @property
    def caution(self) -> str:
        """What to heed because of what is chosen, besides the cautions of the skill."""
        return ""

    @property
    def can_pause(self) -> bool:
        """Whether it leads in time; else it goes as fast as somebody likes."""
        return False

    @property
    def moves(self) -> bool:
        """Whether there is anything in it that moves, and could be words and numbers only."""
        return True

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

    def step(self, by: int) -> None:
        """Go to the next step (1) or the one before (-1), where there is one; never end."""

    def set_still(self, *, still: bool) -> None:
        """Show words and numbers only, without anything that moves."""

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what was written, by the name of the field."""
        return ()

    def wave(self) -> tuple[Rating, ...]:
        """Return how an urge went."""
        return ()
