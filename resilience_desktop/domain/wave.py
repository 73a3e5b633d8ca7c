"""How an urge went: what somebody rated on the way, and nothing in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Rating


def peak(wave: Sequence[Rating]) -> Rating | None:
    """Return the strongest rating, the first of equal ones; None without any."""
    return max(wave, key=lambda one: one.strength, default=None)


def seconds_to_half(wave: Sequence[Rating]) -> int | None:
    """Return how many seconds after its peak an urge was first rated at half of it or less.

    With ratings ``(t, r)`` and the peak ``(T, R)``, the first of the strongest ones, it is
    ``min(t - T for t >= T where 2 r <= R)``. Nothing is guessed between two ratings, so it may
    have been at half sooner, never later; and it may have risen again afterwards.

    None when it was never rated so low after the peak, or when there was no urge at all (R = 0).
    """
    highest = peak(wave)
    if highest is None or highest.strength == 0:
        return None
    after = wave[wave.index(highest) + 1 :]
    return next(
        (one.seconds - highest.seconds for one in after if 2 * one.strength <= highest.strength),
        None,
    )
