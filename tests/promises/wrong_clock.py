"""Clocks that are years off, jump to and fro, or change for summer: nothing goes that should stay.

Each trial is the life of a journal over some months. It is opened on most days, sometimes with a
clock that is wrong; things are written, put in the bin and backed up. Beside it lives the same
journal under a clock that is right.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import (
    DAYS,
    MONTHS,
    MOST_AT_ONCE,
    NEWEST,
    WEEKS,
    Reason,
    Stored,
    clock_is_plausible,
    surplus,
)
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.services import clock
from resilience_desktop.services.bin import DAYS_IN_BIN
from resilience_desktop.services.journal import Journal
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

_ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
_OPENINGS = 60
_FIRST_DAY = dt.datetime(2026, 9, 1, 20, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class _Opening:
    """One time that a journal is opened."""

    real: dt.datetime
    clock: dt.datetime
    """What the computer takes it for."""


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(1)
    usual = clock.now
    broken = 0
    try:
        for number in range(trials):
            openings = list(_openings(chance))
            zone = chance.choice(_ZONES)
            broken += not (
                _backups_stay(openings, zone)
                and _bin_stays(folder / str(number), openings, zone)
                and _order_stays(folder / f"order {number}", zone, chance)
            )
    finally:
        clock.now = usual
    return Outcome(trials, broken, _control_is_caught(chance))


def _openings(chance: random.Random) -> Iterator[_Opening]:
    """Yield the openings of one life, with one kind of wrong clock in it."""
    years = dt.timedelta(days=3652)
    off = chance.choice((years, -years, dt.timedelta(days=chance.randrange(2, 4000))))
    kind = chance.choice(("once", "now and then", "every other time"))
    begin = chance.randrange(5, _OPENINGS - 15)
    real = _FIRST_DAY
    for number in range(_OPENINGS):
        is_off = {
            "once": begin <= number < begin + 10,
            "now and then": chance.random() < 0.15,
            "every other time": number % 2 == 1,
        }[kind]
        yield _Opening(real, real + off * is_off)
        real += dt.timedelta(hours=chance.choice((1, 4, 20, 24, 24, 30, 49)))


# Backups


def _backups_stay(openings: list[_Opening], zone: str) -> bool:
    found: list[Stored] = []
    right: list[Stored] = []
    real_days: dict[int, dt.date] = {}
    wrong_days: set[dt.date] = set()
    for number, opening in enumerate(openings, start=1):
        real = Moment.from_instant(opening.real, zone).day
        today = Moment.from_instant(opening.clock, zone).day
        real_days[number] = real
        wrong_days |= {today} - {real}
        newest = found[-1].day if found else None
        right = _thinned([*right, Stored(number, real, Reason.REGULAR)])
        found.append(Stored(number, today, Reason.REGULAR))
        gone = surplus(found) if clock_is_plausible(today, newest) else []
        is_far = newest is not None and not 0 <= (today - newest).days <= 31
        newest_stay = not set(gone) & {b.sequence for b in found[-NEWEST:]}
        if len(gone) > MOST_AT_ONCE or not newest_stay or (gone and is_far):
            return False
        found = [b for b in found if b.sequence not in gone]
    kept = [replace(backup, day=real_days[backup.sequence]) for backup in found]
    return all(
        _covered(right, kept, wrong_days, most, label)
        for most, label in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month))
    )


def _covered(
    right: list[Stored],
    kept: list[Stored],
    wrong_days: set[dt.date],
    most: int,
    label: Callable[[dt.date], Hashable],
) -> bool:
    """Whether every real day (week, month) that a right clock keeps has a backup.

    But for as many of the oldest as there are wrong ones beside them.
    """
    wanted = list(dict.fromkeys(label(b.day) for b in reversed(right)))[:most]
    wrong = len({label(day) for day in wrong_days})
    return set(wanted[: max(0, most - wrong)]) <= {label(b.day) for b in kept}


def _thinned(backups: list[Stored]) -> list[Stored]:
    gone = surplus(backups)
    return [backup for backup in backups if backup.sequence not in gone]


def _day(day: dt.date) -> Hashable:
    return day


def _week(day: dt.date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: dt.date) -> Hashable:
    return (day.year, day.month)


# The bin


def _bin_stays(folder: Path, openings: list[_Opening], zone: str) -> bool:
    """Whether nothing leaves the bin before it has been there for 30 real days of use."""
    real_days: set[dt.date] = set()
    binned: str | None = None
    for opening in openings:
        _set_clock(opening.clock, zone)
        journal = Journal.open(folder) if folder.exists() else Journal.create(folder, None)[0]
        try:
            journal.begin_day()
            journal.begin_day()
            real_days.add(Moment.from_instant(opening.real, zone).day)
            if binned is None:
                entry = Entry(at=clock.now(), note="in the bin")
                journal.keep_entry(entry)
                journal.bin.put(entry.id)
                binned = entry.id
                real_days.clear()
            is_there = [one.item.id for one in journal.bin.contents()] == [binned]
        finally:
            journal.close()
        if not is_there:
            return len(real_days) >= DAYS_IN_BIN - 1
    return True


def _set_clock(instant: dt.datetime, zone: str) -> None:
    clock.now = lambda: Moment.from_instant(instant, zone)


# Order


def _order_stays(folder: Path, zone: str, chance: random.Random) -> bool:
    """Whether what is written through a night of a clock change reads in the order it happened."""
    change = chance.choice((dt.datetime(2026, 10, 25), dt.datetime(2026, 11, 1)))
    start = change.replace(tzinfo=dt.UTC) - dt.timedelta(hours=12)
    instants = [start + dt.timedelta(minutes=20 * n) for n in range(72)]
    entries = [Entry(at=Moment.from_instant(instant, zone), note="x") for instant in instants]
    journal, _ = Journal.create(folder, None)
    for entry in chance.sample(entries, len(entries)):
        journal.keep_entry(entry)
    before = [item.id for item in journal.looking.timeline(limit=100).items]
    _set_clock(start - dt.timedelta(days=3652), zone)
    journal.keep_entry(Entry(at=clock.now(), note="with a clock that is wrong"))
    after = [item.id for item in journal.looking.timeline(limit=100).items]
    journal.close()
    return before == [entry.id for entry in reversed(entries)] and after[: len(before)] == before


# Control: what a program does that believes its clock


def _control_is_caught(chance: random.Random) -> bool:
    return any(_by_age_loses(list(_openings(chance))) for _ in range(20)) and _by_wall_is_mixed()


def _by_age_loses(openings: list[_Opening]) -> bool:
    """Whether removing what is older than 90 days by the clock removes what is not."""
    kept: list[_Opening] = []
    for opening in openings:
        kept.append(opening)
        kept = [one for one in kept if opening.clock - one.clock <= dt.timedelta(days=90)]
    lost = Counter(one.real for one in openings) - Counter(one.real for one in kept)
    return any(openings[-1].real - real < dt.timedelta(days=90) for real in lost)


def _by_wall_is_mixed() -> bool:
    """Whether sorting by the clock on the wall mixes up the hour that comes twice."""
    start = dt.datetime(2026, 10, 24, 23, tzinfo=dt.UTC)
    moments = [
        Moment.from_instant(start + dt.timedelta(minutes=20 * n), "Europe/London")
        for n in range(12)
    ]
    return sorted(moments, key=lambda at: at.wall) != moments


PROMISE = Promise(
    "G17", "a wrong clock empties no bin, removes no backup, mixes no order", 40, _attempt
)
