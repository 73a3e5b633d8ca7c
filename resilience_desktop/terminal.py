"""How far long work has come, on one line of the terminal that is gone afterwards."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from resilience_desktop.domain.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE_S, _PAUSE_S = 0.4, 0.1


@contextmanager
def told_on(stream: TextIO | None) -> Iterator[Progress]:
    """Return a progress that is told on this stream if it is a terminal, else nowhere."""
    if stream is None or not stream.isatty():
        yield Progress()
        return
    line = _Line(stream)
    try:
        yield line
    finally:
        line.clear()


class _Line(Progress):
    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self._next = time.monotonic() + _PATIENCE_S
        self._width = 0

    def tell(self, done: int, of: int) -> None:
        """Say it as well, a few times a second."""
        super().tell(done, of)
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _PAUSE_S
            self._write(f"{self.words}  {int((self.fraction or 0) * 100)} %")

    def clear(self) -> None:
        """Leave an empty line to whoever writes next."""
        if self._width:
            self._write("")

    def _write(self, words: str) -> None:
        encoding = self._stream.encoding or "utf-8"
        shown = words.encode(encoding, "backslashreplace").decode(encoding)
        with suppress(OSError):  # a terminal that has gone
            self._stream.write("\r" + shown.ljust(self._width) + ("" if shown else "\r"))
            self._stream.flush()
        self._width = len(shown)
