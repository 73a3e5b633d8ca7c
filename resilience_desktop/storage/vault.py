"""The folder of a journal: which files there are, creating them, and opening them."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.errors import (
    JournalDamagedError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage.connection import (
    create_database,
    journal_id_of,
    look_without_touching,
    not_whole,
    open_database,
)
from resilience_desktop.storage.durable import no_step, sync_file, sync_folder
from resilience_desktop.storage.host_lock import claim, refuse_elsewhere
from resilience_desktop.storage.key_file import KeyFile, slots_of
from resilience_desktop.storage.keys import SECRET_BYTES, calibrated, open_slot, passphrase_slot
from resilience_desktop.storage.moved import came_from
from resilience_desktop.storage.recovery_code import (
    another_journals,
    read_recovery_code,
    recovery_groups,
)
from resilience_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.durable import Step
    from resilience_desktop.storage.key_file import Slot
    from resilience_desktop.storage.keys import KdfSettings

_LEFTOVERS = (
    "journal.db.new",
    "journal.db.new-wal",
    "journal.db.new-journal",
    "journal.db.waiting",
    "journal.keys.tmp",
)


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
    step: Step = field(default=no_step, repr=False, compare=False)

    @property
    def file(self) -> Path:
        """Where the journal is."""
        return self.folder / "journal.db"

    @property
    def draft(self) -> Path:
        """Where a journal is built before it takes its place."""
        return self.folder / "journal.db.new"

    @property
    def keys(self) -> Path:
        """Where the key file is."""
        return self.folder / "journal.keys"

    def door(self) -> Door:
        """Return how the journal can be opened.

        Raises ``JournalDamagedError`` or ``JournalUnavailableError`` for a file that is not one.
        """
        try:
            if not self.file.exists():
                return Door.NONE
        except OSError as error:
            raise JournalUnavailableError(
                text("The journal’s folder cannot be read. Nothing has changed.")
            ) from error
        self.journal_id()  # or says why not
        try:
            slots = self.slots()
        except KeyFileDamagedError:
            return Door.RECOVERY_CODE
        if slots_of(slots, "open"):
            return Door.OPEN
        return Door.PASSPHRASE if slots_of(slots, "passphrase") else Door.RECOVERY_CODE

    def door_to_try(self) -> Door:
        """Return how to try to open a journal that nobody has open; raises as ``door``.

        A key file that is sound but knows no journal of this name may be another journal's, or it
        is the name that is damaged: what opens a journal it does know can tell.
        """
        door = self.door()
        if door is not Door.RECOVERY_CODE:
            return door
        strange = self._strange_keys()
        known: list[Slot] = []
        for name in strange.names():
            with suppress(KeyFileDamagedError):
                known += strange.slots(name)
        if slots_of(known, "passphrase"):
            return Door.PASSPHRASE
        return Door.OPEN if slots_of(known, "open") else door

    def owns(self, path: Path) -> bool:
        """Whether ``path`` is, by any name, one of the files this journal is made of."""
        from resilience_desktop.storage.contact_copy import copy_in
        from resilience_desktop.storage.skill_copy import skill_copy_in

        copies = copy_in(self.folder), skill_copy_in(self.folder)
        ours = (self.file, self.folder / "journal.db-wal", self.keys, *copies)
        with suppress(OSError):
            return path.exists() and any(one.exists() and one.samefile(path) for one in ours)
        return False

    def journal_id(self) -> bytes:
        """Return the 16 bytes that name the journal; raises as ``journal_id_of``."""
        return journal_id_of(self.file)

    # Opening

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
        slot = slot_for(passphrase, secret, journal_id, kdf)
        try:
            self._make_folder()
            self.begin_draft()
            create_database(self.draft, secret, journal_id).close()
            sync_file(self.draft)
            self.found_keys().with_slots(journal_id, [slot]).write(self.keys)
            self.draft.replace(self.file)
            sync_folder(self.folder)
        except OSError as error:
            raise NotWrittenError(
                text(
                    "The journal could not be made: its folder cannot be written to, "
                    "or the disk is full."
                )
            ) from error
        return self._held(open_database(self.file, secret)), recovery_groups(secret)

    def open(self, passphrase: str | None = None, *, settled: bool = True) -> Store:
        """Open the journal with its passphrase, or without one if it has none.

        Unless ``settled``, whoever opens it calls ``settle`` as soon as there is time.

        Raises the three different answers ``WrongPassphraseError``, ``KeyFileDamagedError`` and
        ``JournalDamagedError``, besides ``JournalTooNewError`` and ``JournalUnavailableError``.
        """
        try:
            secret = self.secret(passphrase)
        except KeyFileDamagedError as error:
            raise self._told_apart(passphrase, error) from None
        return self.open_secret(secret, settled=settled)

    def open_with_code(self, code: str) -> Store:
        """Open the journal with its recovery code; the key file is not needed.

        Raises ``WrongPassphraseError`` when the code has a mistake or is another journal's.
        """
        secret = read_recovery_code(code)
        try:
            look_without_touching(self.file, secret)
        except JournalDamagedError as error:
            from resilience_desktop.storage.pages import is_key_of

            names = [self.journal_id(), *self._strange_keys().names()]
            if any(is_key_of(self.file, secret, name) for name in names):
                raise JournalDamagedError(not_whole()) from error
            if self._is_another_key(secret):
                raise WrongPassphraseError(another_journals()) from error
            raise
        return self.open_secret(secret)

    def open_secret(self, secret: bytes, *, settled: bool = True) -> Store:
        """Open the journal with its master secret; ``settled`` as for ``open``."""
        refuse_elsewhere(self.folder)
        store = self._held(open_database(self.file, secret, checked=settled))
        if settled:
            self.settle(store.db)
        return store

    def settle(self, file: JournalFile) -> None:
        """Look through the whole open file, and clear away what was left half done.

        Raises ``JournalDamagedError``.
        """
        file.check()
        self._tidy()
        if came_from(self.folder)[0] is not None:
            from resilience_desktop.storage.moving import finish_moving

            with suppress(OSError, ResilienceError):
                finish_moving(file)

    def _held(self, file: JournalFile) -> Store:
        """Let other computers that share the folder know that the journal is open here."""
        file.holder = claim(self.folder)
        return Store(file)

    # Its secret

    def secret(self, passphrase: str | None) -> bytes:
        """Return the master secret; raises as ``open`` but does not look at the journal itself."""
        journal_id = self.journal_id()  # first, since without a journal keys say nothing
        return KeyFile.read(self.keys).secret(journal_id, passphrase)

    def recovery_groups(self, passphrase: str | None) -> tuple[str, ...]:
        """Return the recovery code of a journal that can be opened."""
        return recovery_groups(self.secret(passphrase))

    def _is_another_key(self, secret: bytes) -> bool:
        """Whether the secret is not this journal's, as far as can be told: it opens no page.

        Unless an open slot proves it right, a code that is correct in itself is then taken for
        another journal's: two sheets in one drawer are less rare than damage to every page.
        """
        try:
            return not slots_of(self.slots(), "open") or self.secret(None) != secret
        except KeyFileDamagedError:
            return True

    def _told_apart(self, passphrase: str | None, error: KeyFileDamagedError) -> ResilienceError:
        """Return what is wrong where the key file is sound but knows no journal of this name.

        If what opens a journal it does know opens pages of this one too, it is the name at the
        start of the file that is damaged.
        """
        from resilience_desktop.storage.pages import is_key_of

        strange, opened = self._strange_keys(), False
        for name in strange.names():
            with suppress(KeyFileDamagedError, WrongPassphraseError):
                secret = strange.secret(name, passphrase)
                if is_key_of(self.file, secret, name):
                    return JournalDamagedError(not_whole())
                opened = True
        if opened or passphrase is None or not strange.entries:
            return error
        return KeyFileDamagedError(
            text(
                "That passphrase did not open the key file, and the key file does not fit the "
                "journal: one of the two is damaged, or belongs to another journal. The recovery "
                "code may open it. Nothing has changed."
            )
        )

    def _strange_keys(self) -> KeyFile:
        """Return the key file if it is sound but knows no journal of this name, else none."""
        try:
            keys, present = KeyFile.read(self.keys), self.journal_id()
        except KeyFileDamagedError:
            return KeyFile()
        return KeyFile() if present.hex() in keys.entries else keys

    # Its files

    def _make_folder(self) -> None:
        """Make the folder, and wait until its name is on the disk; raise ``OSError``."""
        new = [place for place in (self.folder, *self.folder.parents) if not place.exists()]
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for place in new:
            with suppress(OSError):  # one may be in a folder without being allowed to open it
                sync_folder(place.parent)

    def slots(self) -> list[Slot]:
        """Return the ways in that the key file has; raises ``KeyFileDamagedError``."""
        journal_id = self.journal_id()
        return KeyFile.read(self.keys).slots(journal_id)

    def found_keys(self) -> KeyFile:
        """Return the key file to add to; a damaged one is moved aside, never overwritten."""
        if not self.keys.exists():
            return KeyFile()
        try:
            return KeyFile.read(self.keys)
        except KeyFileDamagedError:
            aside = self.folder / "quarantine"
            aside.mkdir(mode=0o700, exist_ok=True)
            self.keys.replace(aside / f"journal.keys.{secrets.token_hex(4)}")
            return KeyFile()

    def keep(self, keys: KeyFile, test: Callable[[KeyFile], object] | None = None) -> None:
        """Put the key file on the disk if what was read back passes the test.

        Raises ``NotWrittenError``.
        """
        try:
            keys.write(self.keys, test, self.step)
        except OSError as error:
            raise NotWrittenError(
                text(
                    "This could not be saved: the journal’s folder cannot be written to, or the "
                    "disk is full. The journal opens as before."
                )
            ) from error

    def begin_draft(self) -> None:
        """Make an empty file to build a journal in; raises ``OSError``."""
        self._clear_leftovers()
        os.close(os.open(self.draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))

    def _clear_leftovers(self) -> None:
        for name in _LEFTOVERS:
            (self.folder / name).unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Finish a change that was interrupted, while the journal is open and so nobody else's.

        That a new key has taken the old one's place has to be on the disk before the old one is
        forgotten. What cannot be tidied now is tidied another time.
        """
        with suppress(OSError, ResilienceError):
            self._clear_leftovers()
            found = KeyFile.read(self.keys)
            settled = found.settled(self.journal_id())
            if settled != found:
                sync_folder(self.folder)
                settled.write(self.keys, step=self.step)


def slot_for(
    passphrase: str | None, secret: bytes, journal_id: bytes, kdf: KdfSettings | None = None
) -> Slot:
    """Return a new slot for a passphrase, or an open one for none; slow on purpose."""
    if passphrase is None:
        return open_slot(secret, journal_id)
    return passphrase_slot(passphrase, secret, journal_id, kdf or calibrated())


def gives(secret: bytes, way_in: Callable[[KeyFile], bytes]) -> Callable[[KeyFile], None]:
    """Return a test of a key file: whether this way in gives this secret."""

    def test(written: KeyFile) -> None:
        with suppress(KeyFileDamagedError, WrongPassphraseError):
            if way_in(written) == secret:
                return
        raise NotWrittenError(
            text(
                "This could not be saved: what was written does not open the journal. "
                "The journal opens as before."
            )
        )

    return test
