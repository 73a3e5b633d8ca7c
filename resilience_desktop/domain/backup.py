"""Backups: why one is made, when the next is due, and which are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from resilience_desktop.domain.moment import Moment


class Reason(StrEnum):
    """Why a backup was made; part of the name of its file."""

    DAILY = "daily"
    """The first change of a day."""
    REGULAR = "regular"
    """Half an hour of changes."""
    MANUAL = "manual"
    """Somebody asked for it."""
    BEFORE_UPDATE = "before-update"
    """A newer version of the app brings the journal up to date."""
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    BEFORE_KEY_CHANGE = "before-key-change"
    AFTER_KEY_CHANGE = "after-key-change"
    """So that the newest backup opens with what opens the journal."""
    BEFORE_DELETION = "before-deletion"


@dataclass(frozen=True, slots=True)
class BackupPolicy:
    """When the window makes a backup by itself."""

    between: dt.timedelta = dt.timedelta(minutes=30)
    between_restore_tests: dt.timedelta = dt.timedelta(days=30)

    def is_due(self, now: Moment, last: Moment | None, changed_since: bool) -> bool:
        """Whether it is time; ``last`` is the newest backup, ``changed_since`` the journal."""
        return changed_since and self._is_time(now, last)

    def reason(self, now: Moment, last: Moment | None) -> Reason:
        """Return what to call a backup that is due."""
        return Reason.DAILY if last is None or last.day != now.day else Reason.REGULAR

    def restore_test_is_due(self, now: Moment, last: Moment | None) -> bool:
        """Whether it is time to try out a backup; ``last`` is when that was last done."""
        return last is None or abs(now.utc - last.utc) >= self.between_restore_tests

    def _is_time(self, now: Moment, last: Moment | None) -> bool:
        # A clock that was put back must not stop backups: what counts is that it moved.
        return last is None or last.day != now.day or abs(now.utc - last.utc) >= self.between


NEWEST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
EACH_REASON = 3
"""Newest of each reason that stay, so that a busy day pushes out no backup made before a step
that may turn out to be a mistake, nor one that somebody asked for."""
MOST_AT_ONCE = 2
_FAR = dt.timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Stored:
    """What the name of a backup says of it."""

    sequence: int
    """Running number: the only order there is. No clock can change it."""
    day: dt.date
    """A label, as the clock on the wall had it."""
    reason: Reason


def surplus(backups: Iterable[Stored]) -> list[int]:
    """Return the numbers of backups to remove now, the oldest first, at most ``MOST_AT_ONCE``.

    The newest of each of the last 14 days, 8 weeks and 12 months that have a backup stays, in
    the order of their numbers: how far away those days are by the clock plays no part.
    """
    newest_first = sorted(backups, key=lambda backup: backup.sequence, reverse=True)
    kept = {backup.sequence for backup in newest_first[:NEWEST]}
    kept |= _newest_of_each(newest_first, lambda b: b.day, DAYS)
    kept |= _newest_of_each(newest_first, lambda b: b.day.isocalendar()[:2], WEEKS)
    kept |= _newest_of_each(newest_first, lambda b: (b.day.year, b.day.month), MONTHS)
    for reason in Reason:
        kept |= {b.sequence for b in [b for b in newest_first if b.reason is reason][:EACH_REASON]}
    return [b.sequence for b in reversed(newest_first) if b.sequence not in kept][:MOST_AT_ONCE]


def clock_is_plausible(today: dt.date, newest: dt.date | None) -> bool:
    """Whether backups may be removed on this day, ``newest`` being the day of the last one made.

    A day before it, or more than a month after it, may come from a clock that is wrong. Nothing
    is lost by waiting: once another backup stands between, the same day is an ordinary one.
    """
    return newest is None or dt.timedelta(0) <= today - newest <= _FAR


def _newest_of_each(
    newest_first: Iterable[Stored], label: Callable[[Stored], Hashable], most: int
) -> set[int]:
    found: dict[Hashable, int] = {}
    for backup in newest_first:
        if len(found) < most:
            found.setdefault(label(backup), backup.sequence)
    return set(found.values())
