"""Giving memory back to the computer when a large piece of work is done."""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back_memory() -> None:
    """Let go of what was used and is free again; elsewhere than on Linux that goes by itself.

    The C library there keeps it, page upon page, for work that may never come. This takes about a
    millisecond.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):  # other C libraries have no such call
            ctypes.CDLL(None).malloc_trim(0)
