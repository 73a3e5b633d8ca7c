"""The present moment on this computer."""

from __future__ import annotations

from tzlocal import get_localzone_name

from resilience_desktop.domain.moment import Moment


def local_zone() -> str:
    """Return the IANA name of this computer's time zone."""
    return get_localzone_name() or "UTC"


def now() -> Moment:
    """Return the present moment on this computer's clock."""
    return Moment.now(local_zone())
