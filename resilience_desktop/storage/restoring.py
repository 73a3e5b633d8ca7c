"""Looking into a backup, and putting it in the journal's place."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import Reason
from resilience_desktop.errors import (
    JournalDamagedError,
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage.backup_file import DATABASE, KEYS, read_manifest, take_out
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.connection import in_plain_words, looking_at, open_copy
from resilience_desktop.storage.durable import sync_file
from resilience_desktop.storage.host_lock import refuse_elsewhere
from resilience_desktop.storage.key_file import KeyFile, slots_of
from resilience_desktop.storage.private_folder import private_folder
from resilience_desktop.storage.recovery_code import read_recovery_code
from resilience_desktop.storage.replacing import put_in_place, quarantine
from resilience_desktop.storage.state import State, faults_of, has_whole_pages
from resilience_desktop.storage.store import Store
from resilience_desktop.storage.vault import Door, Vault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.storage.backup_file import Manifest
    from resilience_desktop.storage.backups import Made
    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.key_file import Slot


@dataclass(frozen=True, slots=True)
class Ways:
    """What a person can open things with: a journal that is open, a passphrase, or the code."""

    open_file: JournalFile | None = field(default=None, repr=False)
    passphrase: str | None = field(default=None, repr=False)
    code: str | None = field(default=None, repr=False)
    _tried: dict[str, bytes | ResilienceError] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What slots gave with the passphrase, since trying one is slow on purpose."""

    def secret(
        self, journal_id: bytes, key_files: Sequence[KeyFile]
    ) -> tuple[bytes, Sequence[Slot]]:
        """Return the master secret of a journal, and the slots that gave it if any did.

        Raises ``WrongPassphraseError`` or ``KeyFileDamagedError``. A recovery code is not known
        to be right before the journal opens with it.
        """
        if self.open_file is not None and self.open_file.journal_id == journal_id:
            return self.open_file.secret, []
        if self.code is not None:
            return read_recovery_code(self.code), []
        refused: list[ResilienceError] = []
        for keys in key_files:
            given = self._given_by(keys, journal_id)
            if isinstance(given, bytes):
                return given, keys.slots(journal_id)
            refused.append(given)
        no_keys = KeyFileDamagedError(
            text("There is no key file for this backup. It can be opened with its recovery code.")
        )
        wrong = (error for error in refused if isinstance(error, WrongPassphraseError))
        raise next(wrong, [*refused, no_keys][0])

    def _given_by(self, keys: KeyFile, journal_id: bytes) -> bytes | ResilienceError:
        """Return what a key file gives for this passphrase, or how it refuses."""
        try:
            slots = keys.slots(journal_id)
            if self.passphrase is None and not slots_of(slots, "open"):
                return WrongPassphraseError(text("This backup has a passphrase."))
        except KeyFileDamagedError as error:
            return error
        name = repr(slots)
        if name not in self._tried:
            try:
                self._tried[name] = keys.secret(journal_id, self.passphrase)
            except (WrongPassphraseError, KeyFileDamagedError) as error:
                self._tried[name] = error
        return self._tried[name]


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup taken out into a private folder, found sound and opened."""

    place: Path
    manifest: Manifest
    secret: bytes = field(repr=False)
    slots: Sequence[Slot] = field(repr=False)

    @property
    def database(self) -> Path:
        """The encrypted file."""
        return self.place / DATABASE

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open it for a moment, brought up to date."""
        store = Store(open_copy(self.database, self.secret))
        try:
            yield store
            store.checkpoint()
        finally:
            store.close()


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What opens the journal once it has gone back to a backup."""

    door: Door
    as_now: bool
    """It is just what opens the journal now."""
    same_sheet: bool
    """The recovery sheet of now stays the right one, even if the passphrase is another."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did with the journal that was there before."""

    before: Made | None = None
    """The backup that was made of it."""
    set_aside: Path | None = None
    """Where it was copied to instead, being damaged or closed to us."""
    afterwards: Afterwards | None = None


@contextmanager
def taken_out(folder: Path, backup: Path, ways: Ways) -> Iterator[Taken]:
    """Take a backup out for a moment and check all of it, as a restore would.

    Raises ``JournalDamagedError``, ``JournalUnavailableError``, ``WrongPassphraseError``,
    ``KeyFileDamagedError`` or ``NotWrittenError``.
    """
    with private_folder(folder) as place:
        try:
            manifest = take_out(backup, place)
        except OSError as error:
            raise NotWrittenError(
                text(
                    "The backup could not be opened: the disk is full, "
                    "or the journal’s folder cannot be written to."
                )
            ) from error
        secret, slots = ways.secret(manifest.journal_id, key_files(folder, place))
        try:
            _check(place / DATABASE, manifest, secret)
        except JournalDamagedError as error:
            if ways.code is None:
                raise
            # Every byte is as it was written, so it is the code that does not fit.
            raise WrongPassphraseError(
                text(
                    "That recovery code does not fit this backup. It may be from another sheet, "
                    "or from another journal. Nothing has changed."
                )
            ) from error
        yield Taken(place, manifest, secret, slots)


def restore(folder: Path, backup: Path, ways: Ways, now: Moment) -> tuple[Store, Restored]:
    """Make a backup the journal of this folder, which is closed, damaged or missing; open it.

    The present journal is backed up first, or set aside when it cannot be opened. Raises as
    ``taken_out`` does, and ``JournalUnavailableError`` or ``JournalTooNewError`` for a present
    journal that should rather be left alone; everything is as it was then.
    """
    refuse_elsewhere(folder)
    with taken_out(folder, backup, ways) as taken:
        with _writing():
            present, set_aside = _present(folder, taken, ways, now)
        restored = exchange(folder, taken, present, set_aside, now)
        return Vault(folder).open_secret(taken.secret), restored


def afterwards(folder: Path, taken: Taken) -> Afterwards:
    """Return what will open the journal of this folder if what was taken out takes its place."""
    name, vault = taken.manifest.journal_id, Vault(folder)
    present = next(iter(key_files(folder)), KeyFile())
    in_force = _in_force(_with_keys(present, taken), name)
    there = name  # a journal that is gone, or whose name is damaged, is not another one
    with suppress(ResilienceError):
        there = vault.journal_id()
    is_another = there != name and there.hex() in present.entries
    return Afterwards(
        Door(in_force["type"]) if in_force else Door.RECOVERY_CODE,
        not is_another and in_force == _in_force(present, name),
        not is_another and (vault.file.exists() or name.hex() in present.entries),
    )


def _in_force(keys: KeyFile, name: bytes) -> Slot | None:
    """Return what opens a journal besides its recovery code."""
    with suppress(KeyFileDamagedError):
        slots = keys.slots(name)
        return next(iter([*slots_of(slots, "open"), *slots_of(slots, "passphrase")]), None)
    return None


def exchange(
    folder: Path, taken: Taken, present: Store | None, set_aside: Path | None, now: Moment
) -> Restored:
    """Put what was taken out in the place of the present journal, if that is open, or of none.

    The present journal is closed afterwards, whatever happens. Raises as ``restore`` does.
    """
    vault, made, then = Vault(folder), None, afterwards(folder, taken)
    try:
        with _writing():
            if present is not None:
                try:
                    made = Backups(folder).make(present.db, Reason.BEFORE_RESTORE, now)
                except JournalDamagedError:  # found out only now
                    present.close()
                    present, set_aside = None, quarantine(folder, now.day)
            with taken.store() as store:
                tell_apart(store, folder)
            sync_file(taken.database)
            vault.keep(_with_keys(vault.found_keys(), taken))
            put_in_place(folder, taken.database, present)
    finally:
        if present is not None:
            present.close()
    return Restored(made, set_aside, then)


@contextmanager
def _writing() -> Iterator[None]:
    """Put it into words when a restore cannot write."""
    try:
        yield
    except OSError as error:
        raise NotWrittenError(
            text(
                "The backup could not be restored: the disk is full, or the journal’s folder "
                "cannot be written to. The journal is as it was."
            )
        ) from error


def key_files(*folders: Path) -> list[KeyFile]:
    """Return the key files of these folders that can be read."""
    found = []
    for folder in folders:
        with suppress(KeyFileDamagedError):
            found.append(KeyFile.read(folder / KEYS))
    return found


def _check(database: Path, manifest: Manifest, secret: bytes) -> None:
    """Read everything in a file and compare it with what it held when it was made."""
    with looking_at(database, secret) as copy, in_plain_words():
        sound = (
            has_whole_pages(copy)
            and State.of(copy, with_digest=bool(manifest.state.digest)) == manifest.state
            and not faults_of(copy)
        )
    if not sound:
        raise JournalDamagedError(
            text("What is in this backup has faults. Another backup can be used.")
        )


def _present(
    folder: Path, taken: Taken, ways: Ways, now: Moment
) -> tuple[Store | None, Path | None]:
    """Open the present journal, or set it aside; return which of the two was done."""
    vault = Vault(folder)
    if not vault.file.exists():
        return None, None
    try:
        present = vault.journal_id()
        if present == taken.manifest.journal_id:
            secret = taken.secret
        else:
            secret, _ = ways.secret(present, key_files(folder))
        return vault.open_secret(secret), None
    except (JournalDamagedError, KeyFileDamagedError, WrongPassphraseError):
        return None, quarantine(folder, now.day)


def tell_apart(store: Store, folder: Path) -> None:
    """Give the restored journal a count of changes that no backup has, so that it gets its own."""
    counts = [-1]
    for backup in Backups(folder).all():
        with suppress(ResilienceError, OSError):
            counts.append(read_manifest(backup.path).state.changes)
    with store.keeping_up():
        store.db.execute("UPDATE upkeep SET changes = max(changes, ?) + 1", [max(counts)])


def _with_keys(present: KeyFile, taken: Taken) -> KeyFile:
    """Return a key file that opens both journals.

    What just opened the backup comes first, then what opens a journal of this name now. An older
    passphrase comes back only if somebody gave it, or nothing else is left.
    """
    journal_id = taken.manifest.journal_id
    slots = list(taken.slots)
    with suppress(KeyFileDamagedError):
        slots += [slot for slot in present.slots(journal_id) if slot not in slots]
    for keys in key_files(taken.place) if not slots else ():
        with suppress(KeyFileDamagedError):
            slots += keys.slots(journal_id)
    return present.with_slots(journal_id, slots) if slots else present
