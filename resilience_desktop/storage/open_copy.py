"""What the lock page shows: small files outside the encryption, if somebody said so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.storage.durable import draft_of, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

_VERSION = 1


@dataclass(frozen=True, slots=True)
class OpenCopy:
    """A file in the journal's folder: ``format``, ``version``, and a list in ``part``."""

    name: str
    format: str
    part: str
    largest: int
    """Bytes; a larger file is not read."""

    def path(self, folder: Path) -> Path:
        """Return where it is, in the folder of a journal."""
        return folder / self.name

    def read(self, folder: Path, one: Callable[[Any], T]) -> tuple[T, ...]:
        """Return what is in the list, each as ``one`` makes it; ``one`` raises what it refuses.

        A missing or damaged file is an empty one.
        """
        try:
            with self.path(folder).open("rb") as file:
                plain = json.loads(file.read(self.largest + 1))
            if (plain["format"], plain["version"]) != (self.format, _VERSION):
                return ()
            return tuple(one(each) for each in plain[self.part])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return ()

    def keep(self, folder: Path, wanted: list[Any]) -> None:
        """Make it hold these and nothing else; without any there is no file.

        Raises ``NotWrittenError`` when that is not possible.
        """
        path = self.path(folder)
        try:
            if not wanted:
                _remove(path)
            elif wanted != list(self.read(folder, lambda each: each)):
                plain = {"format": self.format, "version": _VERSION, self.part: wanted}
                replace_file(path, json.dumps(plain, indent=1).encode() + b"\n")
        except OSError as error:
            raise NotWrittenError(
                text(
                    "Everything is kept in the journal, but what the lock page shows could not be "
                    "changed: the folder cannot be written to, or the disk is full."
                )
            ) from error


def _remove(path: Path) -> None:
    """Take the file away for good, with what a power cut may have left of writing it."""
    for name in (path, draft_of(path)):
        if name.exists():
            name.unlink()
            sync_folder(path.parent)
