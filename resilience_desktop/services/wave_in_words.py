"""How an urge went, in sentences and in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.wave import peak, seconds_to_half
from resilience_desktop.i18n import plural, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Rating


def summary(wave: Sequence[Rating]) -> str:
    """Return how strong it was at most, and when it was down to half; nothing without ratings."""
    highest = peak(wave)
    if highest is None:
        return ""
    if len(wave) == 1:
        return text("You rated it once, at {n} of 100.").format(n=highest.strength)
    if highest.seconds < _MINUTE:
        said = text("It was strongest at the start, at {n} of 100.")
    else:
        said = text("It was strongest after {time}, at {n} of 100.")
    said = said.format(time=how_long(highest.seconds), n=highest.strength)
    if highest.strength == 0:
        return said
    half = seconds_to_half(wave)
    if half is None:
        came_down = text("By your last rating it was not down to half of that.")
    else:
        came_down = text("{time} later you rated it at half of that or less.")
        came_down = came_down.format(time=how_long(half))
    return f"{said} {came_down}"


def aloud(wave: Sequence[Rating]) -> str:
    """Return every rating in words."""
    rated = text("{minutes}:{seconds}, {n} of 100")
    return "; ".join(
        rated.format(minutes=m, seconds=f"{s:02}", n=one.strength)
        for one in wave
        for m, s in [divmod(one.seconds, _MINUTE)]
    )


def half(wave: Sequence[Rating]) -> str:
    """Return the time to half of the peak for a table: a dash where it was not reached."""
    seconds = seconds_to_half(wave)
    return "–" if seconds is None else how_long(seconds)


def how_long(seconds: int) -> str:
    """Return whole minutes in words, at least one."""
    minutes = max(1, round(seconds / _MINUTE))
    return plural("{n} minute", "{n} minutes", minutes)


_MINUTE = 60
