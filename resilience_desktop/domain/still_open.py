"""Making very many frozen values, as fast as Python can."""

from __future__ import annotations

from typing import Any


def still_open(kind: type[Any]) -> type[Any]:
    """Return an open class of the same shape as a frozen one.

    Setting a field of a frozen value is a call each, which takes most of the time of making many.
    So a value is filled while it is of this class, and then named as what it is::

        made = _OpenMoment()  # which is still_open(Moment)
        made.utc, made.zone, made.offset = utc, zone, offset
        made.__class__ = Moment

    Nothing is checked: this is for what was checked before, as all that is read from the file was
    when it was written.
    """
    return type(kind.__name__, (), {"__slots__": kind.__slots__})
