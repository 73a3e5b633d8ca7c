"""Making values of what is read from the file, as fast as Python can."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from resilience_desktop.domain.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["making_many", "still_open"]


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
