"""The key file beside the journal: ``journal.keys``, a small JSON file with a checksum.

    {"format": "resilience-keys", "version": 1, "generation": n,
     "entries": {journal id in hex: [slot, ...]},
     "renewing": [old journal id, new one]    only while a new key is being made
     "sha256": of all the above}

The checksum is not a secret: it tells a damaged key file from a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from resilience_desktop.errors import KeyFileDamagedError
from resilience_desktop.i18n import text
from resilience_desktop.storage.durable import no_step, replace_file
from resilience_desktop.storage.keys import canonical, damaged_words, secret_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from resilience_desktop.storage.durable import Step

_FORMAT, _VERSION = "resilience-keys", 1
_LARGEST = 64 * 1024

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of every journal this key file can open."""

    entries: Mapping[str, Sequence[Slot]] = field(default_factory=dict, repr=False)
    generation: int = 0
    renewing: tuple[str, str] | None = None
    """Names of the journal before and after a new key, while either may be the one in place."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the key file; raise ``KeyFileDamagedError`` when it is missing or damaged."""
        try:
            if path.stat().st_size > _LARGEST:
                raise ValueError
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise KeyFileDamagedError(
                text(
                    "The key file beside the journal is missing. The journal itself may be fine: "
                    "it can be opened with the recovery code."
                )
            ) from error
        except (OSError, ValueError) as error:
            raise KeyFileDamagedError(damaged_words()) from error
        return cls.parse(content)

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Return a key file from its bytes; raise ``KeyFileDamagedError`` when they are damaged."""
        try:
            found = json.loads(content)
            checksum = found.pop("sha256")
            if hashlib.sha256(canonical(found)).hexdigest() != checksum:
                raise ValueError
            if (found["format"], found["version"]) != (_FORMAT, _VERSION):
                raise ValueError
            entries, generation = dict(found["entries"]), found["generation"]
            if not isinstance(generation, int):
                raise TypeError
            renewing = found.get("renewing")
            if renewing is not None:
                old, new = renewing
                renewing = str(old), str(new)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise KeyFileDamagedError(damaged_words()) from error
        return cls(entries, generation, renewing)

    def write(
        self,
        path: Path,
        test: Callable[[KeyFile], object] | None = None,
        step: Step = no_step,
    ) -> None:
        """Put the key file on the disk in one step; raise ``OSError`` when that fails.

        ``test`` is given what was read back, before it takes the old one's place, and may raise.
        """
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "generation": self.generation + 1,
            "entries": dict(self.entries),
        }
        if self.renewing is not None:
            plain["renewing"] = self.renewing
        checksum = hashlib.sha256(canonical(plain)).hexdigest()
        content = json.dumps({**plain, "sha256": checksum}, indent=1).encode() + b"\n"
        check = None if test is None else lambda written: test(KeyFile.parse(written))
        replace_file(path, content, check, step)

    def names(self) -> list[bytes]:
        """Return the journals it knows."""
        found = []
        for name in self.entries:
            with suppress(ValueError):
                found.append(bytes.fromhex(name))
        return found

    def slots(self, journal_id: bytes) -> list[Slot]:
        """Return the slots of one journal; raise ``KeyFileDamagedError`` when there are none."""
        slots = self.entries.get(journal_id.hex())
        if not slots:
            raise KeyFileDamagedError(
                text(
                    "The key file belongs to another journal. "
                    "This journal can be opened with its recovery code."
                )
            )
        if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
            raise KeyFileDamagedError(damaged_words())
        return slots

    def secret(self, journal_id: bytes, passphrase: str | None) -> bytes:
        """Return the master secret of one journal; raises as ``secret_in``."""
        slots = self.slots(journal_id)
        found = slots_of(slots, "open") or slots_of(slots, "passphrase")
        return secret_in(found[0] if found else {}, passphrase)

    def with_slots(self, journal_id: bytes, slots: Sequence[Slot]) -> Self:
        """Return this key file with these slots, and no others, for one journal."""
        return replace(self, entries={**self.entries, journal_id.hex(): list(slots)})

    def renewed(self, old: bytes, new: bytes, slots: Sequence[Slot]) -> Self:
        """Return this key file opening both a journal and its copy under a new key."""
        both = self.settled(old).with_slots(new, slots)
        return replace(both, renewing=(old.hex(), new.hex()))

    def settled(self, journal_id: bytes) -> Self:
        """Return this key file without the half of a renewal that this journal is not."""
        present = journal_id.hex()
        if self.renewing is None or present not in self.renewing:
            return self
        gone = {*self.renewing} - {present}
        kept = {name: slots for name, slots in self.entries.items() if name not in gone}
        return replace(self, entries=kept, renewing=None)


def slots_of(slots: Sequence[Slot], kind: str) -> list[Slot]:
    """Return those of one kind."""
    return [slot for slot in slots if slot.get("type") == kind]
