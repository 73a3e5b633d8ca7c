"""The backups of a journal: ``backups/`` in its folder, and a second folder if somebody wants one.

A backup has its name only once it has been read back and found sound, so that whatever has such
a name can be relied on; anything else in the folder is a leftover.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import Reason, Stored, clock_is_plausible, surplus
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import (
    JournalDamagedError,
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage.backup_file import (
    DATABASE,
    KEYS,
    BackupFile,
    Manifest,
    check_sums,
    file_name,
    read_manifest,
    sum_of_file,
    write_backup,
)
from resilience_desktop.storage.backup_notes import Notes
from resilience_desktop.storage.comparing import is_true_copy
from resilience_desktop.storage.durable import sync_file, sync_folder
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.state import State, changes_of, has_whole_pages

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from resilience_desktop.storage.connection import JournalFile


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making a backup."""

    backup: BackupFile
    is_new: bool
    """False when nothing had changed since the newest one, which then serves."""
    remark: str = ""
    """What did not work besides, such as the copy in the second folder; else empty."""


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of the journal in a folder."""

    journal_folder: Path

    @property
    def place(self) -> Path:
        """The folder they are in."""
        return self.journal_folder / "backups"

    def all(self) -> list[BackupFile]:
        """Return every backup, newest first, by their numbers and never by a clock."""
        return backups_in(self.place)

    def copies(self) -> list[BackupFile]:
        """Return the copies in the second folder, newest first; none when it is not there."""
        place = self.notes().second_place
        return backups_in(place) if place else []

    def owns(self, path: Path) -> bool:
        """Whether a file lies among the backups or what was set aside, by any name."""
        ours = (self.place, self.journal_folder / "quarantine")
        with suppress(OSError, ValueError):
            return any(place.resolve() in path.resolve().parents for place in ours)
        return False

    def notes(self) -> Notes:
        """Return what is known of the backups besides themselves."""
        return Notes.read(self.place)

    def keep(self, notes: Notes) -> None:
        """Keep what is known of the backups; without it everything works as well."""
        with suppress(OSError):
            notes.write(self.place)

    # Making one

    def make(
        self, file: JournalFile, reason: Reason, now: Moment, progress: Progress | None = None
    ) -> Made:
        """Back up an open journal, unless the newest backup holds just that.

        Raises ``NotWrittenError``, or ``JournalDamagedError`` when the journal itself cannot be
        read through; whatever was there before is still there then.
        """
        with file.faults_in_words():
            return self._make(file, reason, now, progress or Progress())

    def _make(self, file: JournalFile, reason: Reason, now: Moment, progress: Progress) -> Made:
        progress.stage(text("Making a backup"))
        found = self.all()
        if found and self._still_serves(found[0], file):
            return Made(found[0], is_new=False)
        number = found[0].stored.sequence + 1 if found else 1
        path = self.place / file_name(number, now, reason)
        try:
            self.place.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sweep(self.place)
            self._write(
                file, path, partial(Manifest, number, now, reason, file.journal_id), progress
            )
        except (OSError, NotWrittenError) as error:
            raise NotWrittenError(
                text(
                    "The backup could not be made: the disk is full, or the folder of the backups "
                    "cannot be written to. The journal itself is as it was."
                )
            ) from error
        finally:
            _sweep(self.place)
        made = BackupFile(path, Stored(number, now.day, reason))
        _thin_out(self.place, now.day)
        self.note_sound([made], now)
        return Made(made, is_new=True, remark=self._copy_to_second_folder(made, now.day))

    def note_sound(self, backups: Iterable[BackupFile], now: Moment) -> None:
        """Remember when these were found sound, and forget those that are gone."""
        present = {backup.path.name for backup in self.all()}
        checked = {**self.notes().checked, **{b.path.name: now for b in backups}}
        checked = {name: at for name, at in checked.items() if name in present}
        self.keep(replace(self.notes(), checked=checked))

    def note_tested(self, now: Moment) -> None:
        """Remember when a backup was last opened on trial."""
        self.keep(replace(self.notes(), tested=now))

    def _still_serves(self, newest: BackupFile, file: JournalFile) -> bool:
        """Whether a backup is sound and of the journal as it is now, its key file included."""
        with suppress(ResilienceError, OSError):
            manifest = read_manifest(newest.path)
            keys = self._keys_for(file)
            is_of_now = (
                manifest.journal_id == file.journal_id
                and manifest.state.changes == changes_of(file)
                and manifest.sums.get(KEYS) == (keys and sum_of_file(keys))
            )
            return is_of_now and check_sums(newest.path) == manifest
        return False

    def _write(
        self,
        file: JournalFile,
        path: Path,
        manifest_of: Callable[[State], Manifest],
        progress: Progress,
    ) -> None:
        snapshot, part = _beside(path, ".db.part"), _beside(path, ".part")
        os.close(os.open(snapshot, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        members = {DATABASE: snapshot}
        if keys := self._keys_for(file):
            members[KEYS] = keys
        with file.read_more_than_once(), ThreadPoolExecutor(1) as other:
            file.copy_to(snapshot)
            progress.tell(1, 3)
            # Beside each other: neither needs Python for most of it.
            packed = other.submit(_pack, part, members, manifest_of(State.of(file)))
            is_true = _is_true_copy(file, snapshot)
            packed.result()
        if not is_true:
            raise NotWrittenError
        progress.tell(2, 3)
        progress.finish()
        part.replace(path)
        sync_folder(self.place)
        progress.tell(3, 3)

    def _keys_for(self, file: JournalFile) -> Path | None:
        """Return the key file if it opens this journal; else the recovery code has to."""
        keys = self.journal_folder / KEYS
        with suppress(KeyFileDamagedError):
            KeyFile.read(keys).slots(file.journal_id)
            return keys
        return None

    def copy_to(self, backup: BackupFile, folder: Path) -> Path:
        """Copy a backup into any folder, read it back, and return the new file.

        Raises ``NotWrittenError``.
        """
        target = folder / backup.path.name
        try:
            _copy(backup.path, target)
        except (OSError, ResilienceError) as error:
            raise NotWrittenError(
                text("The backup could not be saved there: the folder cannot be written to.")
            ) from error
        return target

    # A second folder

    def use_second_folder(self, folder: Path | None) -> str:
        """Copy every new backup into this folder too, beginning with the newest, or no longer.

        Returns a remark when it cannot be used right now, else nothing. Copies that are there
        already stay there. Raises ``OSError`` when the choice cannot be kept.
        """
        self.place.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace(self.notes(), second_folder=folder).write(self.place)
        newest = self.all()[:1]
        return self._copy_to_second_folder(newest[0], newest[0].stored.day) if newest else ""

    def _copy_to_second_folder(self, backup: BackupFile, today: dt.date) -> str:
        """Copy a backup; return a remark if that was not possible, which stops nothing else."""
        notes = self.notes()
        if notes.second_folder is None or notes.second_place is None:
            return ""
        try:
            if not notes.second_folder.is_dir():
                return text("The second folder for backups is not there now.")
            notes.second_place.mkdir(mode=0o700, exist_ok=True)
            _sweep(notes.second_place)
            _copy(backup.path, notes.second_place / backup.path.name)
            _thin_out(notes.second_place, today)
        except (OSError, ResilienceError):
            return text("The backup could not be copied into the second folder.")
        return ""


def back_up_before_update(file: JournalFile) -> None:
    """Back up a journal that an older version of the app wrote, before it is changed."""
    from tzlocal import get_localzone_name

    now = Moment.now(get_localzone_name() or "UTC")
    Backups(file.path.parent).make(file, Reason.BEFORE_UPDATE, now)


def backups_in(place: Path) -> list[BackupFile]:
    """Return every backup in a folder, the highest number first."""
    try:
        found = [BackupFile.named(path) for path in place.iterdir()]
    except OSError:
        return []
    backups = [backup for backup in found if backup]
    return sorted(backups, key=lambda backup: backup.stored.sequence, reverse=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _pack(part: Path, members: Mapping[str, Path], manifest: Manifest) -> None:
    """Write a backup and read it back; raise ``NotWrittenError`` or ``OSError``."""
    write_backup(part, members, manifest)
    try:
        check_sums(part)
    except JournalDamagedError as error:  # the copy, not the journal
        raise NotWrittenError from error


def _is_true_copy(file: JournalFile, snapshot: Path) -> bool:
    """Compare a copy with its journal, which reads every page of it.

    Raises ``JournalDamagedError`` for damage to the journal alone.
    """
    try:
        return is_true_copy(file, snapshot)
    except JournalDamagedError:
        if _is_whole(file, snapshot):
            raise
        return False


def _is_whole(file: JournalFile, snapshot: Path) -> bool:
    with suppress(JournalDamagedError), file.looking_at(snapshot) as copy:
        return has_whole_pages(copy)
    return False


def _copy(source: Path, target: Path) -> None:
    part = _beside(target, ".part")
    try:
        shutil.copyfile(source, part)
        with suppress(OSError):  # some sticks know no owner
            part.chmod(0o600)
        sync_file(part)
        check_sums(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    with suppress(OSError):  # some sticks cannot be asked to
        sync_folder(target.parent)


def _thin_out(place: Path, today: dt.date) -> None:
    """Remove what is no longer needed, a few at most, unless the clock may be wrong."""
    found = backups_in(place)
    before = found[1].stored.day if len(found) > 1 else None
    if clock_is_plausible(today, before):
        numbers = surplus(backup.stored for backup in found)
        for backup in found:
            if backup.stored.sequence in numbers:
                with suppress(OSError):  # next time, then
                    backup.path.unlink()


def _sweep(place: Path) -> None:
    """Remove what a backup that was not finished left behind."""
    with suppress(OSError):
        for path in place.glob("*.part*"):
            path.unlink()
