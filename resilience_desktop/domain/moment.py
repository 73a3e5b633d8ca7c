"""A moment as the person lived it: the clock on the wall, the zone, and the instant in UTC."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Self
from zoneinfo import ZoneInfo

from resilience_desktop.domain.still_open import still_open

_NOTHING, _SECOND = dt.timedelta(0), dt.timedelta(seconds=1)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened.

    Days are grouped by ``wall``, so a day stays the day it was after moving to another country.
    Order and differences use ``utc``: Python compares aware times of one zone by their wall
    clock, which goes wrong in the hour that a clock change repeats.
    """

    utc: dt.datetime
    """Aware, in UTC, whole seconds."""
    zone: str
    """IANA name, such as ``Europe/London``."""
    offset: int
    """Seconds east of UTC that the wall clock stood at."""

    def __post_init__(self) -> None:
        if self.utc.utcoffset() != _NOTHING:
            message = "A moment is kept in UTC."
            raise ValueError(message)
        if self.utc.microsecond:
            message = "A moment is kept in whole seconds."
            raise ValueError(message)
        if abs(self.offset) >= 24 * 3600:
            message = "An offset is less than a day."
            raise ValueError(message)

    @classmethod
    def now(cls, zone: str) -> Self:
        """Return the present moment in this zone."""
        return cls.from_instant(dt.datetime.now(dt.UTC), zone)

    @classmethod
    def from_instant(cls, instant: dt.datetime, zone: str) -> Self:
        """Return the moment of an aware datetime, as a wall clock in ``zone`` would show it."""
        utc = instant.astimezone(dt.UTC).replace(microsecond=0)
        offset = utc.astimezone(_zone(zone)).utcoffset() or dt.timedelta(0)
        return cls(utc, zone, round(offset.total_seconds()))

    @classmethod
    def from_wall(cls, wall: dt.datetime, zone: str) -> Moment:
        """Return the moment at which a wall clock in ``zone`` shows ``wall`` (no tzinfo).

        A time that a clock change repeats is the first of the two, or the second with ``fold``
        1; one that it skips keeps its wall time, with the offset from before the change.
        """
        return cls.from_clock(wall.date(), wall.time(), zone)

    @classmethod
    def from_clock(cls, day: dt.date, clock: dt.time, zone: str) -> Moment:
        """Return the same for a day and a time of it."""
        if clock.microsecond:
            clock = clock.replace(microsecond=0)
        offset = dt.datetime.combine(day, clock, _zone(zone)).utcoffset() or _NOTHING
        made = _OpenMoment()  # all that is asked of a moment holds of this one
        made.utc = dt.datetime.combine(day, clock, dt.UTC) - offset
        made.zone, made.offset = zone, offset // _SECOND
        made.__class__ = Moment
        moment: Moment = made
        return moment

    @property
    def wall(self) -> dt.datetime:
        """What the clock on the wall showed, without a zone."""
        return (self.utc + dt.timedelta(seconds=self.offset)).replace(tzinfo=None)

    @property
    def day(self) -> dt.date:
        """The calendar day the person was in."""
        return (self.utc + dt.timedelta(seconds=self.offset)).date()


_OpenMoment = still_open(Moment)
