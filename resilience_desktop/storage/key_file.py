"""The key file beside the journal: ``journal.keys``, a small JSON file with a checksum.

    {"format": "resilience-keys", "version": 1, "generation": n,
     "entries": {journal id in hex: [slot, ...]}, "sha256": of all the above}

The checksum is not a secret: it tells a damaged key file from a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from resilience_desktop.errors import KeyFileDamagedError
from resilience_desktop.i18n import text
from resilience_desktop.storage.durable import replace_file
from resilience_desktop.storage.keys import canonical, damaged_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORMAT, _VERSION = "resilience-keys", 1
_LARGEST = 64 * 1024

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of every journal this key file can open."""

    entries: Mapping[str, list[Slot]]
    generation: int = 0

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the key file; raise ``KeyFileDamagedError`` when it is missing or damaged."""
        try:
            if path.stat().st_size > _LARGEST:
                raise ValueError
            found = json.loads(path.read_bytes())
            checksum = found.pop("sha256")
            if hashlib.sha256(canonical(found)).hexdigest() != checksum:
                raise ValueError
            if (found["format"], found["version"]) != (_FORMAT, _VERSION):
                raise ValueError
            return cls(found["entries"], found["generation"])
        except FileNotFoundError as error:
            raise KeyFileDamagedError(
                text(
                    "The key file beside the journal is missing. The journal itself may be fine: "
                    "it can be opened with the recovery code."
                )
            ) from error
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise KeyFileDamagedError(damaged_words()) from error

    def write(self, path: Path) -> None:
        """Put the key file on the disk in one step; raise ``OSError`` when that fails."""
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "generation": self.generation + 1,
            "entries": dict(self.entries),
        }
        checksum = hashlib.sha256(canonical(plain)).hexdigest()
        replace_file(path, json.dumps({**plain, "sha256": checksum}, indent=1).encode() + b"\n")

    def slots(self, journal_id: bytes) -> list[Slot]:
        """Return the slots of one journal; raise ``KeyFileDamagedError`` when there are none."""
        slots = self.entries.get(journal_id.hex())
        if not slots or not isinstance(slots, list):
            raise KeyFileDamagedError(
                text(
                    "The key file belongs to another journal. "
                    "This journal can be opened with its recovery code."
                )
            )
        return slots
