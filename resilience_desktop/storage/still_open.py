"""Making values of what is read from the file, as fast as Python can."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def still_open(kind: type[Any]) -> type[Any]:
    """Return an open class of the same shape as a frozen one.

    Setting a field of a frozen value is a call each, which takes most of the time of reading many.
    So a value is filled while it is of this class, and then named as what it is::

        made = _OpenMoment()  # which is still_open(Moment)
        made.utc, made.zone, made.offset = utc, zone, offset
        made.__class__ = Moment

    What is read this way was checked when it was written, and the file holds each number to its
    bounds: it is not checked again.
    """
    return type(kind.__name__, (), {"__slots__": kind.__slots__})


@contextmanager
def making_many() -> Iterator[None]:
    """Let Python not look for what can be thrown away while so much is made that all stays.

    It would look through everything there is, several times, and find nothing.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()
