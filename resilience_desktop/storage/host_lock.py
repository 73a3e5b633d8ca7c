"""Which computer has a journal open: ``journal.lock`` beside it, for folders that several share.

    {"format": "resilience-lock", "version": 1, "host": name, "pid": number, "since": UTC}

On one computer SQLite's own lock decides, also after a kill; so a file of this computer's name
means nothing here. One that cannot be read says nothing of another computer either, and counts as
none: it is written in one step, so it was not left by a computer that is still writing. A folder
that cannot be written to has no such file, and everything works as well.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from resilience_desktop.errors import NotWrittenError, OpenElsewhereError, ResilienceError
from resilience_desktop.i18n import clock, day, text
from resilience_desktop.storage.durable import replace_file

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT, _VERSION = "resilience-lock", 1
_NAME = "journal.lock"
_LARGEST = 4096
_LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a journal open."""

    host: str
    pid: int
    since: dt.datetime
    """In UTC."""

    @classmethod
    def here(cls) -> Self:
        """Return this program."""
        return cls(_this_computer(), os.getpid(), dt.datetime.now(dt.UTC).replace(microsecond=0))

    @classmethod
    def of(cls, folder: Path) -> Self | None:
        """Return who has the journal in a folder open, as far as its file can be read."""
        try:
            with (folder / _NAME).open("rb") as file:
                plain = json.loads(file.read(_LARGEST))
            if (plain["format"], plain["version"]) != (_FORMAT, _VERSION):
                return None
            since = dt.datetime.fromisoformat(plain["since"]).astimezone(dt.UTC)
            return cls(str(plain["host"]), int(plain["pid"]), since)
        except (OSError, OverflowError, ValueError, KeyError, TypeError, RecursionError):
            return None

    @property
    def is_here(self) -> bool:
        """Whether it runs on this computer."""
        return self.host == _this_computer()

    def write(self, folder: Path) -> None:
        """Leave the name of this program beside the journal; raise ``OSError`` or its kin."""
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "host": self.host,
            "pid": self.pid,
            "since": self.since.isoformat(),
        }
        replace_file(folder / _NAME, json.dumps(plain).encode() + b"\n")

    def release(self, folder: Path) -> None:
        """Say that the journal is closed, unless somebody else has taken it over since."""
        with suppress(OSError):
            if Holder.of(folder) == self:
                (folder / _NAME).unlink()


def refuse_elsewhere(folder: Path) -> None:
    """Raise ``OpenElsewhereError`` when another computer seems to have the journal open."""
    holder = Holder.of(folder)
    if holder is None or holder.is_here:
        return
    since = holder.since.astimezone()
    name = "".join(c for c in holder.host if c.isprintable())[:_LONGEST_NAME].strip()
    raise OpenElsewhereError(
        text(
            "This journal seems to be open on the computer {name} since {day}, {time}. If that "
            "computer is off, or the app was stopped there without closing, you can open it here."
        ).format(name=name or "?", day=day(since.date()), time=clock(since))
    )


def claim(folder: Path) -> Holder:
    """Leave a note that this program has the journal open, where that is possible."""
    here = Holder.here()
    with suppress(OSError, ResilienceError):
        here.write(folder)
    return here


def take_over(folder: Path) -> None:
    """Forget about the other computer; raise ``NotWrittenError`` when that cannot be written."""
    try:
        (folder / _NAME).unlink(missing_ok=True)
    except OSError as error:
        raise NotWrittenError(
            text("The journal’s folder cannot be written to, so it cannot be opened here.")
        ) from error


def _this_computer() -> str:
    return platform.node()
