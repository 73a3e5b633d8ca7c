"""The folder of a journal: which files there are, creating them, and opening them."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.errors import (
    JournalDamagedError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage.connection import create_database, journal_id_of, open_database
from resilience_desktop.storage.contact_copy import copy_in
from resilience_desktop.storage.durable import sync_file, sync_folder
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.keys import calibrated, open_slot, passphrase_slot, secret_in
from resilience_desktop.storage.recovery_code import (
    SECRET_BYTES,
    read_recovery_code,
    recovery_groups,
)
from resilience_desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.storage.key_file import Slot
    from resilience_desktop.storage.keys import KdfSettings


class Door(StrEnum):
    """How a journal can be opened."""

    NONE = "none"
    """There is no journal yet."""
    OPEN = "open"
    """No passphrase is asked."""
    PASSPHRASE = "passphrase"  # noqa: S105  (the name of a way in)
    RECOVERY_CODE = "recovery_code"
    """The key file is missing or damaged; only the recovery code is left."""


@dataclass(frozen=True, slots=True)
class Vault:
    """A journal's folder."""

    folder: Path

    @property
    def _file(self) -> Path:
        return self.folder / "journal.db"

    @property
    def _keys(self) -> Path:
        return self.folder / "journal.keys"

    def door(self) -> Door:
        """Return how the journal can be opened.

        Raises ``JournalDamagedError`` or ``JournalUnavailableError`` for a file that is not one.
        """
        try:
            if not self._file.exists():
                return Door.NONE
        except OSError as error:
            raise JournalUnavailableError(
                text("The journal’s folder cannot be read. Nothing has changed.")
            ) from error
        journal_id = journal_id_of(self._file)
        try:
            slots = KeyFile.read(self._keys).slots(journal_id)
        except KeyFileDamagedError:
            return Door.RECOVERY_CODE
        return Door.OPEN if _slot_of(slots, "open") else Door.PASSPHRASE

    def owns(self, path: Path) -> bool:
        """Whether ``path`` is, by any name, one of the files this journal is made of."""
        ours = (self._file, self.folder / "journal.db-wal", self._keys, copy_in(self.folder))
        with suppress(OSError):
            return path.exists() and any(one.exists() and one.samefile(path) for one in ours)
        return False

    def create(
        self, passphrase: str | None, kdf: KdfSettings | None = None
    ) -> tuple[Store, tuple[str, ...]]:
        """Make a new journal and return it, open, with the groups of its recovery code.

        The name of the finished file is the last thing to appear: until then there is none.
        Raises ``JournalUnavailableError`` when there is one already and ``NotWrittenError``.
        """
        if self.door() is not Door.NONE:
            raise JournalUnavailableError(
                text("There is a journal in this folder already. It has been left as it is.")
            )
        secret, journal_id = secrets.token_bytes(SECRET_BYTES), secrets.token_bytes(16)
        if passphrase is None:
            slot = open_slot(secret, journal_id)
        else:
            slot = passphrase_slot(passphrase, secret, journal_id, kdf or calibrated())
        draft = self.folder / "journal.db.new"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for leftover in (draft, self.folder / "journal.db.new-wal"):
                leftover.unlink(missing_ok=True)
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            create_database(draft, secret, journal_id).close()
            sync_file(draft)
            self._add_key(slot)
            draft.replace(self._file)
            sync_folder(self.folder)
        except OSError as error:
            raise NotWrittenError(
                text(
                    "The journal could not be made: its folder cannot be written to, "
                    "or the disk is full."
                )
            ) from error
        return Store.over(open_database(self._file, secret)), recovery_groups(secret)

    def open(self, passphrase: str | None = None) -> Store:
        """Open the journal with its passphrase, or without one if it has none.

        Raises the three different answers ``WrongPassphraseError``, ``KeyFileDamagedError`` and
        ``JournalDamagedError``, besides ``JournalTooNewError`` and ``JournalUnavailableError``.
        """
        journal_id = journal_id_of(self._file)
        slots = KeyFile.read(self._keys).slots(journal_id)
        slot = _slot_of(slots, "open") or _slot_of(slots, "passphrase") or {}
        return Store.over(open_database(self._file, secret_in(slot, passphrase)))

    def open_with_code(self, code: str) -> Store:
        """Open the journal with its recovery code; the key file is not needed.

        Raises ``WrongPassphraseError`` when the code has a mistake or is another journal's.
        """
        secret = read_recovery_code(code)
        try:
            return Store.over(open_database(self._file, secret))
        except JournalDamagedError as error:
            if self._is_another_key(secret):
                raise WrongPassphraseError(
                    text("That recovery code belongs to another journal. Nothing has changed.")
                ) from error
            raise

    def recovery_groups(self, passphrase: str | None) -> tuple[str, ...]:
        """Return the recovery code of a journal that can be opened."""
        slots = KeyFile.read(self._keys).slots(journal_id_of(self._file))
        slot = _slot_of(slots, "open") or _slot_of(slots, "passphrase") or {}
        return recovery_groups(secret_in(slot, passphrase))

    def _is_another_key(self, secret: bytes) -> bool:
        """Whether an open slot proves that the secret is not this journal's.

        Without one, a code that is correct in itself yet opens nothing is taken for another
        journal's: damage that hits the first page is rarer than two sheets in one drawer.
        """
        try:
            slot = _slot_of(KeyFile.read(self._keys).slots(journal_id_of(self._file)), "open")
            return slot is None or secret_in(slot, None) != secret
        except KeyFileDamagedError:
            return True

    def _add_key(self, slot: Slot) -> None:
        """Add a journal to the key file; a damaged one is moved aside, never overwritten."""
        entries: dict[str, list[Slot]] = {}
        generation = 0
        if self._keys.exists():
            try:
                found = KeyFile.read(self._keys)
                entries, generation = dict(found.entries), found.generation
            except KeyFileDamagedError:
                aside = self.folder / "quarantine"
                aside.mkdir(mode=0o700, exist_ok=True)
                self._keys.replace(aside / f"journal.keys.{secrets.token_hex(4)}")
        entries[slot["journal"]] = [slot]
        KeyFile(entries, generation).write(self._keys)


def _slot_of(slots: list[Slot], kind: str) -> Slot | None:
    return next((s for s in slots if isinstance(s, dict) and s.get("type") == kind), None)
