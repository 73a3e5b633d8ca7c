"""Backups: making them when it is time, trying them out, going back to one, saving what is left.

Everything here takes its time and belongs on the journal's thread. Whatever opens a backup needs
what opened the journal when it was made; for one of the journal that is open that is nothing more.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import BackupPolicy, Reason
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalTooNewError,
    JournalUnavailableError,
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.services.contents import Contents, contents_of
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import restoring
from resilience_desktop.storage import salvage as salvaging
from resilience_desktop.storage.backup_file import read_manifest
from resilience_desktop.storage.backups import Backups, Made, backups_in
from resilience_desktop.storage.restoring import Afterwards, Restored, Ways, key_files, taken_out
from resilience_desktop.storage.salvage import Salvaged
from resilience_desktop.storage.state import changes_of
from resilience_desktop.storage.vault import Vault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container

    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.storage.backup_file import BackupFile, Manifest
    from resilience_desktop.storage.store import Store

__all__ = [
    "Afterwards",
    "Backup",
    "BackupPolicy",
    "Checked",
    "Finding",
    "Look",
    "Made",
    "Overview",
    "Reason",
    "Restored",
    "Salvaged",
    "back_up_if_due",
    "check_all",
    "copy_to",
    "look_into",
    "overview",
    "overview_of",
    "preview",
    "restore",
    "restore_closed",
    "salvage",
    "try_restoring",
    "use_second_folder",
]


@dataclass(frozen=True, slots=True)
class Backup:
    """One line in the list of backups."""

    path: Path
    number: int
    day: dt.date
    reason: Reason
    size: int
    """Bytes."""
    made: Moment | None
    """None, as the rest is then, when the file cannot be read."""
    entries: int = 0
    thought_records: int = 0
    in_bin: int = 0
    checked: Moment | None = None
    """When it was last found sound; each one is when it is made."""
    opens_as_now: bool = False
    """Whether what opens the journal now opens it too; else only what did when it was made."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The backups of a journal."""

    backups: tuple[Backup, ...]
    """Newest first."""
    last_restore_test: Moment | None
    second_folder: Path | None
    second_folder_is_there: bool

    @property
    def last_backup(self) -> Backup | None:
        """The newest backup that can be read."""
        return next((backup for backup in self.backups if backup.made), None)


class Finding(StrEnum):
    """What looking through a backup came to."""

    SOUND = "sound"
    CLOSED = "closed"
    """Every byte is as it was written, but it opens with another passphrase than was given."""
    DAMAGED = "damaged"
    UNTRIED = "untried"
    """It could not be looked through: the disk is full, or the file cannot be read."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One backup that was looked through."""

    path: Path
    finding: Finding
    is_copy: bool = False
    """Whether it lies in the second folder."""


def overview(folder: Path) -> Overview:
    """Return the list of backups; the journal may be closed, damaged or gone."""
    backups = Backups(folder)
    notes = backups.notes()
    second = notes.second_folder
    known = _known_to(folder)
    return Overview(
        tuple(_line(found, notes.checked.get(found.path.name), known) for found in backups.all()),
        notes.tested,
        second,
        second is not None and second.is_dir(),
    )


def overview_of(place: Path) -> Overview:
    """Return the backups in any folder: a second folder, or the one of ours in it.

    A journal's own folder is for ``overview``.
    """
    try:
        ours = sorted(path for path in place.glob("resilience-backups-*") if path.is_dir())
    except OSError:
        ours = []
    lines = [_line(found, None) for one in (place, *ours) for found in backups_in(one)]
    lines.sort(key=lambda line: (line.day, line.number), reverse=True)
    return Overview(tuple(lines), None, None, second_folder_is_there=False)


def back_up_if_due(journal: Journal, policy: BackupPolicy | None = None) -> Made | None:
    """Make a backup if the policy wants one now; raises as ``Journal.back_up``."""
    policy = policy or BackupPolicy()
    newest = _newest_manifest(journal.folder)
    last = newest.made if newest else None
    changed = (
        newest is None
        or newest.journal_id != journal.file.journal_id
        or newest.state.changes != changes_of(journal.file)
    )
    if not policy.is_due(clock.now(), last, changed):
        return None
    return journal.back_up(policy.reason(clock.now(), last))


def use_second_folder(folder: Path, second: Path | None) -> str:
    """Copy every new backup into a second folder too, or with None no longer.

    Returns a remark when that folder cannot be used right now, which stops nothing else. Raises
    ``NotWrittenError`` when the choice cannot be kept.
    """
    try:
        return Backups(folder).use_second_folder(second and second.absolute())
    except OSError as error:
        raise NotWrittenError(
            text("This could not be saved: the folder of the backups cannot be written to.")
        ) from error


def copy_to(journal: Journal, folder: Path) -> Path:
    """Back the journal up and put a copy of the backup into a folder; return its file.

    Raises ``NotWrittenError``, or ``JournalDamagedError`` when not all can be read.
    """
    return Backups(journal.folder).copy_to(journal.back_up().backup, folder)


def check_all(
    journal: Journal, passphrase: str | None = None, progress: Progress | None = None
) -> list[Checked]:
    """Look through every backup, newest first: checksums, and all that is in those that open.

    The copies in the second folder come last; those of a folder that is not there are left out.
    """
    progress = progress or Progress()
    progress.stage(text("Checking the backups"))
    backups, ways = Backups(journal.folder), Ways(journal.file, passphrase)
    found, copies = backups.all(), backups.copies()
    findings = [
        _finding(journal.folder, backup.path, ways) for backup in progress.each([*found, *copies])
    ]
    pairs = zip(found, findings, strict=False)
    backups.note_sound([one for one, finding in pairs if finding is Finding.SOUND], clock.now())
    return [
        Checked(backup.path, finding, is_copy=place >= len(found))
        for place, (backup, finding) in enumerate(zip([*found, *copies], findings, strict=True))
    ]


def try_restoring(journal: Journal) -> Backup:
    """Do with the newest backup all that a restore does, but for putting it in place; note the day.

    Raises ``JournalUnavailableError`` when there is none, and the errors of ``preview``.
    """
    backups = Backups(journal.folder)
    newest = next((b for b in backups.all() if _is_of(journal, b.path)), None)
    if newest is None:
        raise JournalUnavailableError(text("There is no backup of this journal yet."))
    ways = Ways(journal.file)
    with taken_out(journal.folder, newest.path, ways) as taken, taken.store() as store:
        problems = store.problems()
    if problems:
        raise JournalDamagedError(
            text("What is in this backup has faults. Another backup can be used.")
        )
    moment = clock.now()
    backups.note_sound([newest], moment)
    backups.note_tested(moment)
    return _line(newest, moment)


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody should know before they go back to a backup."""

    contents: Contents
    afterwards: Afterwards
    present: Contents | None = None
    """What the journal holds now; None when it is closed."""


def preview(
    where: Journal | Path, backup: Path, passphrase: str | None = None, code: str | None = None
) -> Contents:
    """Return everything in a backup; as ``look_into``."""
    return look_into(where, backup, passphrase, code).contents


def look_into(
    where: Journal | Path, backup: Path, passphrase: str | None = None, code: str | None = None
) -> Look:
    """Look at everything in a backup, of an open journal or one that is closed.

    It is decrypted in memory only. Raises ``WrongPassphraseError`` when it opens with something
    else than was given, ``KeyFileDamagedError`` when only its recovery code can open it,
    ``JournalDamagedError``, ``JournalTooNewError``, ``JournalUnavailableError`` and
    ``NotWrittenError``.
    """
    folder, ways = _ways(where, passphrase, code)
    with taken_out(folder, backup, ways) as taken, taken.store() as store, store.reading():
        present = where.contents() if isinstance(where, Journal) else None
        return Look(contents_of(store), restoring.afterwards(folder, taken), present)


def restore(
    journal: Journal, backup: Path, passphrase: str | None = None, code: str | None = None
) -> Restored:
    """Put a backup in the place of the open journal, which is backed up first and stays open.

    Afterwards it is what the backup holds. It opens with what it opens with now, or, if it had
    another key when the backup was made, with what was given here. Raises as ``preview`` does; it
    is then the journal that it was.
    """
    folder, present = journal.folder, journal.file
    restored: list[Restored] = []
    with taken_out(folder, backup, Ways(present, passphrase, code)) as taken:

        def work(store: Store) -> None:
            restored.append(restoring.exchange(folder, taken, store, None, clock.now()))

        def reopen() -> Store:
            vault = Vault(folder)
            is_old = vault.journal_id() != taken.manifest.journal_id
            return vault.open_secret(present.secret if is_old else taken.secret)

        journal.exchange(work, reopen)
    return restored[0]


def restore_closed(
    folder: Path, backup: Path, passphrase: str | None = None, code: str | None = None
) -> tuple[Journal, Restored]:
    """Put a backup where there is a journal that is closed, damaged, or none at all; open it.

    A journal that can be opened with what is given is backed up first; any other is copied to the
    quarantine. Raises as ``preview`` does; nothing has changed then.
    """
    store, restored = restoring.restore(folder, backup, Ways(None, passphrase, code), clock.now())
    return Journal(store, folder), restored


def salvage(
    folder: Path,
    passphrase: str | None = None,
    code: str | None = None,
    progress: Progress | None = None,
) -> tuple[Journal, Salvaged]:
    """Save what can be read of a damaged journal, in its place, and open that.

    The original goes to the quarantine. Raises ``JournalDamagedError`` when nothing can be read,
    ``WrongPassphraseError``, ``KeyFileDamagedError``, ``JournalUnavailableError``,
    ``NotWrittenError``, and plain ``ResilienceError`` for a journal that is sound.
    """
    ways = Ways(None, passphrase, code)
    store, salvaged = salvaging.salvage(folder, ways, clock.now(), progress)
    return Journal(store, folder), salvaged


def _ways(where: Journal | Path, passphrase: str | None, code: str | None) -> tuple[Path, Ways]:
    if isinstance(where, Path):
        return where, Ways(None, passphrase, code)
    return where.folder, Ways(where.file, passphrase, code)


def _known_to(folder: Path) -> set[bytes]:
    """Return the journals that the key file in a folder opens."""
    return {name for keys in key_files(folder) for name in keys.names()}


def _line(found: BackupFile, checked: Moment | None, known: Container[bytes] = ()) -> Backup:
    path, stored = found.path, found.stored
    try:
        size, manifest = path.stat().st_size, read_manifest(path)
    except (ResilienceError, OSError):
        return Backup(path, stored.sequence, stored.day, stored.reason, 0, None)
    return Backup(
        path,
        stored.sequence,
        stored.day,
        stored.reason,
        size,
        manifest.made,
        manifest.state.entries,
        manifest.state.thought_records,
        manifest.state.in_bin,
        checked,
        manifest.journal_id in known,
    )


def _newest_manifest(folder: Path) -> Manifest | None:
    for found in Backups(folder).all():
        with suppress(ResilienceError, OSError):
            return read_manifest(found.path)
    return None


def _is_of(journal: Journal, path: Path) -> bool:
    with suppress(ResilienceError, OSError):
        return read_manifest(path).journal_id == journal.file.journal_id
    return False


def _finding(folder: Path, path: Path, ways: Ways) -> Finding:
    try:
        with taken_out(folder, path, ways):
            return Finding.SOUND
    except JournalDamagedError:
        return Finding.DAMAGED
    except (WrongPassphraseError, KeyFileDamagedError, JournalTooNewError):
        return Finding.CLOSED
    except (NotWrittenError, JournalUnavailableError):
        return Finding.UNTRIED
