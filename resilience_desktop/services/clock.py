"""The present moment on this computer."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.moment import Moment


def local_zone() -> str:
    """Return the IANA name of this computer's time zone."""
    from tzlocal import get_localzone_name

    return get_localzone_name() or "UTC"


def noon_of(day: dt.date) -> Moment:
    """Return the middle of a day, for what is of a day alone."""
    return Moment.from_wall(dt.datetime.combine(day, dt.time(12)), local_zone())


def now() -> Moment:
    """Return the present moment on this computer's clock."""
    return Moment.now(local_zone())
