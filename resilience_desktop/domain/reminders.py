"""When a reminder comes: at times somebody chose, or at a few random ones within hours.

Times are planned by the clock on the wall. How far that clock has been watched only grows, so a
clock that is put back, a night with an hour twice and a flight westwards repeat no reminder. One
that was missed by more than ``STILL_WELCOME`` is dropped without a word.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from hashlib import sha256

from resilience_desktop.domain.moment import Moment

MOST_A_DAY = 2
APART = dt.timedelta(hours=2)
"""Random reminders of a day keep this distance where their hours have room for it."""
STILL_WELCOME = dt.timedelta(minutes=30)
"""How late a reminder may come, such as after sleep of the computer."""
_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ChosenTimes:
    """The same times of day, every day."""

    times: tuple[dt.time, ...]

    def __post_init__(self) -> None:
        _check(len(self.times))

    def on(self, day: dt.date) -> tuple[dt.datetime, ...]:
        """Return the times of a day in order, each once."""
        return tuple(sorted(dt.datetime.combine(day, time) for time in set(self.times)))


@dataclass(frozen=True, slots=True)
class RandomTimes:
    """Times drawn anew for every day; drawn again for the same day, they are the same."""

    a_day: int
    earliest: dt.time
    latest: dt.time
    """Before ``earliest``, it is a time of the next day: night shifts are days too."""
    seed: str
    """Anything that stays: it keeps two journals from getting the same times."""

    def __post_init__(self) -> None:
        _check(self.a_day)

    def on(self, day: dt.date) -> tuple[dt.datetime, ...]:
        """Return the times of the hours that begin on a day, in order, in whole minutes."""
        begin = dt.datetime.combine(day, self.earliest)
        room = (dt.datetime.combine(day, self.latest) - begin) % _DAY
        apart = APART if room >= APART * (self.a_day - 1) else room / self.a_day
        free = room - apart * (self.a_day - 1)
        drawn = sorted(free * self._share(day, number) for number in range(self.a_day))
        places = (share + number * apart for number, share in enumerate(drawn))
        return tuple(dict.fromkeys(begin + place // _MINUTE * _MINUTE for place in places))

    def _share(self, day: dt.date, number: int) -> float:
        """Return a number from 0 to 1, the same in every process and every Python."""
        digest = sha256(f"{self.seed}\n{day.isoformat()}\n{number}".encode()).digest()
        return int.from_bytes(digest[:6]) / (2**48 - 1)


Plan = ChosenTimes | RandomTimes


def is_due(plan: Plan, watched: dt.datetime, now: Moment) -> bool:
    """Return whether a reminder belongs to this moment; however many were missed, it is one."""
    return any(
        planned.wall > watched and dt.timedelta(0) <= now.utc - planned.utc <= STILL_WELCOME
        for planned in _around(plan, now.day, now.zone)
    )


def upcoming(plan: Plan, watched: dt.datetime, now: Moment) -> Moment:
    """Return the first reminder that is still to come."""
    from_day = max(watched.date(), now.day)
    return next(
        planned
        for planned in _around(plan, from_day, now.zone)
        if planned.wall > watched and planned.utc > now.utc
    )


def watched_until(watched: dt.datetime, now: Moment) -> dt.datetime:
    """Return until when the wall clock has been watched.

    A clock that is put back by more than a day was wrong before: it is watched from anew.
    """
    return now.wall if watched - now.wall > _DAY else max(watched, now.wall)


def _around(plan: Plan, day: dt.date, zone: str) -> list[Moment]:
    """Return what is planned near a day, in order; some of it began the day before.

    A time that a clock change leaves out is shown as the clock then has it.
    """
    walls = (wall for number in range(-1, 3) for wall in plan.on(day + number * _DAY))
    instants = sorted(Moment.from_wall(wall, zone).utc for wall in walls)
    return [Moment.from_instant(instant, zone) for instant in instants]


def _check(number: int) -> None:
    if not 1 <= number <= MOST_A_DAY:
        message = f"Reminders come 1 to {MOST_A_DAY} times a day."
        raise ValueError(message)
