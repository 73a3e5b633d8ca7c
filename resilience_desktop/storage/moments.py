"""A moment as columns of a row, and back."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.moment import Moment
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Mapping


_OpenMoment = still_open(Moment)


def moment_row(at: Moment) -> dict[str, str | int]:
    """Return a moment as columns; the wall clock is spelled out for day grouping."""
    utc, zone, offset, local = moment_values(at)
    return {"utc": utc, "zone": zone, "offset": offset, "local": local}


def moment_values(at: Moment) -> tuple[str, str, int, str]:
    """Return the same without names."""
    utc = _written(at.utc)
    local = _written(at.utc + _seconds(at.offset)) if at.offset else utc
    return utc, at.zone, at.offset, local


def _written(clock: dt.datetime) -> str:
    # Without its zone, as isoformat writes it: leaving out the zone takes longer than this.
    return f"{dt.date.isoformat(clock)}T{clock.time().isoformat()}"


@cache  # a journal is written in few offsets
def _seconds(number: int) -> dt.timedelta:
    return dt.timedelta(seconds=number)


def moment_of(row: Mapping[str, Any]) -> Moment:
    """Return the moment kept in an ``items`` row."""
    return moment(row["utc"], row["zone"], row["utc_offset"])


def moment(utc: str, zone: str, offset: int) -> Moment:
    """Return the moment that these columns of an ``items`` row say."""
    made = _OpenMoment()
    made.utc, made.zone, made.offset = dt.datetime.fromisoformat(utc + "+00:00"), zone, offset
    made.__class__ = Moment
    at: Moment = made
    return at
