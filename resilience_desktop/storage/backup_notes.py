"""What is known of the backups besides themselves: one small file in their folder.

    {"format": "resilience-backup-notes", "version": 1,
     "second_folder": path or null, "mark": eight hex digits,
     "checked": {name of a backup: Moment}, "tested": Moment or null}

It can be read while the journal is locked or damaged. Losing it loses nothing but the choice of a
second folder, so a damaged one counts as an empty one.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from resilience_desktop.domain.plain import moment_from_plain, moment_to_plain
from resilience_desktop.storage.durable import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.domain.moment import Moment

_FORMAT, _VERSION = "resilience-backup-notes", 1
NAME = "notes.json"


def _new_mark() -> str:
    return secrets.token_hex(4)


@dataclass(frozen=True, slots=True)
class Notes:
    """When backups were last looked at, and where else they go."""

    second_folder: Path | None = None
    """A folder of the person's choice, such as one on a stick."""
    checked: Mapping[str, Moment] = field(default_factory=dict)
    """When each backup was last found sound."""
    tested: Moment | None = None
    """When one was last opened on trial, as a restore would."""
    mark: str = field(default_factory=_new_mark)
    """Keeps the copies of two journals in one second folder apart."""

    @property
    def second_place(self) -> Path | None:
        """Where the copies go: a folder of our own inside the second folder."""
        return self.second_folder and self.second_folder / f"resilience-backups-{self.mark}"

    @classmethod
    def read(cls, place: Path) -> Self:
        """Return the notes in a folder of backups; never fails."""
        try:
            plain = json.loads((place / NAME).read_bytes())
            if (plain["format"], plain["version"]) != (_FORMAT, _VERSION):
                return cls()
            folder, tested = plain["second_folder"], plain["tested"]
            return cls(
                None if folder is None else Path(folder),
                {name: moment_from_plain(at) for name, at in plain["checked"].items()},
                None if tested is None else moment_from_plain(tested),
                f"{int(plain['mark'], 16):08x}",
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()

    def write(self, place: Path) -> None:
        """Keep the notes; raise ``OSError`` when that fails."""
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "mark": self.mark,
            "second_folder": None if self.second_folder is None else str(self.second_folder),
            "checked": {name: moment_to_plain(at) for name, at in self.checked.items()},
            "tested": None if self.tested is None else moment_to_plain(self.tested),
        }
        replace_file(place / NAME, json.dumps(plain, indent=1).encode() + b"\n")
