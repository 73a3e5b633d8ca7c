"""Notices when anything opens a file, also a library that Python knows nothing of (Linux)."""

from __future__ import annotations

import ctypes
import os

_IN_OPEN = 0x20
_NONBLOCK = os.O_NONBLOCK if hasattr(os, "O_NONBLOCK") else 0


class Watch:
    """Watches one file."""

    def __init__(self, path):
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(_NONBLOCK)
        watch = libc.inotify_add_watch(self._handle, os.fsencode(path), _IN_OPEN)
        if self._handle < 0 or watch < 0:
            raise OSError(ctypes.get_errno(), "inotify")

    @property
    def was_opened(self):
        """Whether the file was opened since the last look."""
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False

    def close(self):
        os.close(self._handle)
