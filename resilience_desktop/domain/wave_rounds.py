"""When somebody is asked how strong an urge is, and which rating an answer makes."""

from __future__ import annotations

from resilience_desktop.domain.practice import Rating

FEWEST_MINUTES, MOST_MINUTES = 1, 5
CORRECTED = 20
"""For less than so many seconds a changed number is the same rating put right, then a new one."""


class WaveRounds:
    """Asks every few minutes after the last question or answer.

    A question that nobody answers leaves no rating, and who says a number without being asked has
    said it. Times are seconds since the exercise began.
    """

    def __init__(self, minutes: int) -> None:
        self.minutes = minutes
        self._ratings: list[Rating] = []
        self._since = 0.0
        self._asks = True
        self._is_settled = False

    @property
    def wave(self) -> tuple[Rating, ...]:
        """What was rated so far."""
        return tuple(self._ratings)

    @property
    def asks(self) -> bool:
        """Whether a question waits for its answer."""
        return self._asks

    def look(self, seconds: float) -> bool:
        """Return whether it is time to ask; that question is asked then."""
        if seconds - self._since < 60 * self.minutes:
            return False
        self._since, self._asks = seconds, True
        return True

    def take(self, seconds: float, strength: int | None) -> None:
        """Take a number, or that the last one was taken back."""
        is_fresh = not self._asks and seconds - self._since < CORRECTED
        if strength is None:
            if is_fresh:
                self._ratings.pop()
                self._asks = True
        elif is_fresh and not self._is_settled:
            self._ratings[-1] = Rating(self._ratings[-1].seconds, strength)
        else:
            self._ratings.append(Rating(int(seconds), strength))
            self._since, self._asks, self._is_settled = seconds, False, False

    def settle(self) -> None:
        """Let the last number stand: another one is a new rating, however soon it comes."""
        self._is_settled = True
