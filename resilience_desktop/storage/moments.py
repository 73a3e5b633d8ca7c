"""A moment as columns of a row, and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.moment import Moment
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Mapping

_OpenMoment = still_open(Moment)


def moment_row(at: Moment) -> dict[str, str | int]:
    """Return a moment as columns; the wall clock is spelled out for day grouping."""
    return {
        "utc": at.utc.replace(tzinfo=None).isoformat(),
        "zone": at.zone,
        "offset": at.offset,
        "local": at.wall.isoformat(),
    }


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
