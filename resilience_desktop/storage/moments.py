"""A moment as columns of a row, and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    utc = dt.datetime.fromisoformat(f"{row['utc']}+00:00")
    return Moment(utc, row["zone"], row["utc_offset"])
