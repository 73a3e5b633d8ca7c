"""A screen in memory that is looked at while a program starts, to see when its window is there.

Whatever a program is made with, it is seen in the same way: the X server Xvfb keeps the picture
of its screen in a file, and a few times in a hundredth of a second every fourth line of it is
compared with what was there before. No program is asked anything, and none is told that it is
looked at.
"""

from __future__ import annotations

import mmap
import os
import shutil
import signal
import struct
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

WIDTH, HEIGHT = 1280, 800
_LINES = 4
"""Of so many lines one is looked at; every letter is higher than that."""
_STEP_S = 0.004
_WINDOW, _CHANGE = 0.1, 0.005
"""How much of the screen a window fills at least, and how much of it something that shows has to
change: a caret that blinks or a note at the edge is less, a few lines of text are more."""
_QUIET_S = 1.5
"""How long nothing changes at the end, and at least as long as everything before took."""
_LONGEST_S, _LONGEST_END_S = 60, 20


class NotSeenError(Exception):
    """A program showed no window."""


@dataclass(frozen=True)
class Seen:
    """Milliseconds since the start of a program."""

    window: float
    """Until its window was there, with whatever in it."""
    filled: float
    """Until the window looked as it then stays: what was written is in it."""


class Screen:
    """An X server of one's own, as long as it is entered."""

    def __init__(self, place: Path) -> None:
        """Keep the picture of the screen in a new folder in this place."""
        self._folder = place / "screen"

    @staticmethod
    def can_be_had() -> bool:
        """Whether there is what this needs."""
        return shutil.which("Xvfb") is not None

    def __enter__(self) -> Self:
        """Start the server."""
        self._folder.mkdir()
        ear, mouth = os.pipe()
        server = f"Xvfb -noreset -screen 0 {WIDTH}x{HEIGHT}x24 -displayfd {mouth} -fbdir"
        self._server = subprocess.Popen(
            [*server.split(), str(self._folder)],
            pass_fds=[mouth],
            stderr=subprocess.DEVNULL,
        )
        os.close(mouth)
        with os.fdopen(ear) as said:
            self._number = said.readline().strip()
        if not self._number:
            self.__exit__()
            message = "Xvfb does not start"
            raise NotSeenError(message)
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self

    def __exit__(self, *_: object) -> None:
        """End the server and every window on it."""
        self._server.terminate()
        self._server.wait()

    @property
    def variables(self) -> dict[str, str]:
        """What a program is told, so that it opens its window here."""
        return {"DISPLAY": f":{self._number}", "QT_QPA_PLATFORM": "xcb", "GDK_BACKEND": "x11"}

    def watch(
        self, command: Sequence[str], variables: Mapping[str, str], folder: Path | None = None
    ) -> Seen:
        """Start a program, see its window come and fill, and end it."""
        empty = self._picture()
        start = time.perf_counter()
        program = subprocess.Popen(
            command,
            env={**variables, **self.variables},
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return self._look(program, empty, start)
        finally:
            _end(program)
            self._wait_until_empty(empty)

    def _look(self, program: subprocess.Popen[bytes], empty: np.ndarray, start: float) -> Seen:
        window, last, before = 0.0, 0.0, empty
        while (now := time.perf_counter() - start) < _LONGEST_S:
            picture = self._picture()
            if _differ(picture, before) > _CHANGE:
                last, before = now, picture
                if not window and _differ(picture, empty) > _WINDOW:
                    window = now
            elif window and now - last > max(_QUIET_S, last):
                return Seen(1000 * window, 1000 * last)
            if program.poll() is not None:
                break
            time.sleep(_STEP_S)
        message = "its window did not come and stay"
        raise NotSeenError(message)

    def _wait_until_empty(self, empty: np.ndarray) -> None:
        end = time.perf_counter() + _LONGEST_END_S
        while _differ(self._picture(), empty) > _CHANGE and time.perf_counter() < end:
            time.sleep(_STEP_S)

    def _picture(self) -> np.ndarray:
        """Return some lines of what is on the screen, a number for each point."""
        head, colours = struct.unpack_from(">I", self._memory)[0], self._colours()
        points = np.frombuffer(self._memory, np.uint32, WIDTH * HEIGHT, head + 12 * colours)
        return points.reshape(HEIGHT, WIDTH)[::_LINES].copy()

    def _colours(self) -> int:
        """Return how many colours are listed before the points, as the XWD format has it."""
        (count,) = struct.unpack_from(">I", self._memory, 19 * 4)
        return int(count)


def _differ(one: np.ndarray, other: np.ndarray) -> float:
    """Return how much of two pictures differs, from 0 to 1."""
    return float(np.count_nonzero(one != other)) / one.size


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program as the system does at the end of a session, and what it has started."""
    program.terminate()
    with suppress(subprocess.TimeoutExpired):
        program.wait(_LONGEST_END_S)
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()
