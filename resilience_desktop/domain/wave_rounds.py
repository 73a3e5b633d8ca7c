"""When somebody is asked how strong an urge is, and which rating an answer makes."""

from __future__ import annotations

from resilience_desktop.domain.practice import Rating

FEWEST_MINUTES, MOST_MINUTES = 1, 5
CORRECTED = 30
"""For so many seconds a changed number is the same rating put right; then it is a new one."""


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
        last = self._ratings[-1] if self._ratings else None
        if last is not None and not self._asks and seconds - last.seconds <= CORRECTED:
            self._ratings.pop()
            if strength is None:
                self._asks = True
            else:
                self._ratings.append(Rating(last.seconds, strength))
        elif strength is not None:
            self._ratings.append(Rating(int(seconds), strength))
            self._since, self._asks = seconds, False
