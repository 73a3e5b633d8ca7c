"""One backup: a zip file without compression that holds an encrypted journal and its keys.

    000123_2026-11-22_daily.rjb
        journal.db      the encrypted journal, complete in one file
        journal.keys    the key file as it was; missing when there was none that could be read
        manifest.json   what is in it, with checksums; the only part that is not encrypted

With both files in a folder of their own, it is a journal that opens as it did on that day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING, NoReturn, Self

from resilience_desktop import __version__
from resilience_desktop.domain.backup import Reason, Stored
from resilience_desktop.domain.plain import moment_from_plain, moment_to_plain
from resilience_desktop.errors import JournalDamagedError, JournalUnavailableError
from resilience_desktop.i18n import text
from resilience_desktop.storage.keys import canonical
from resilience_desktop.storage.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from resilience_desktop.domain.moment import Moment

DATABASE, KEYS, _MANIFEST = "journal.db", "journal.keys", "manifest.json"
SUFFIX = ".rjb"
_FORMAT, _VERSION = "resilience-backup", 1
_NAME = re.compile(r"(\d{6,12})_(\d{4}-\d\d-\d\d)_([a-z-]+)\.rjb", re.ASCII)
_LARGEST_MANIFEST = 64 * 1024
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    sequence: int
    made: Moment
    reason: Reason
    journal_id: bytes
    state: State
    sums: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each member."""
    app: str = f"Resilience Desktop {__version__}"

    def to_bytes(self) -> bytes:
        """Return the manifest with a checksum of its own."""
        plain = {
            "format": _FORMAT,
            "version": _VERSION,
            "app": self.app,
            "sequence": self.sequence,
            "made": moment_to_plain(self.made),
            "reason": self.reason.value,
            "journal": self.journal_id.hex(),
            "contents": self.state.to_plain(),
            "members": dict(self.sums),
        }
        checksum = hashlib.sha256(canonical(plain)).hexdigest()
        return json.dumps({**plain, "sha256": checksum}, indent=1).encode() + b"\n"

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Return the manifest; raise ``ValueError`` when it is damaged or none of ours."""
        message = "This is no manifest of a backup."
        try:
            found = json.loads(content)
            checksum = found.pop("sha256")
            if hashlib.sha256(canonical(found)).hexdigest() != checksum:
                raise ValueError(message)
            if (found["format"], found["version"]) != (_FORMAT, _VERSION):
                raise ValueError(message)
            return cls(
                int(found["sequence"]),
                moment_from_plain(found["made"]),
                Reason(found["reason"]),
                bytes.fromhex(found["journal"]),
                State.from_plain(found["contents"]),
                {str(name): str(checksum) for name, checksum in found["members"].items()},
                str(found["app"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(message) from error


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A file that is a backup by its name."""

    path: Path
    stored: Stored

    @classmethod
    def named(cls, path: Path) -> Self | None:
        """Return the backup with this name, or None for any other file."""
        found = _NAME.fullmatch(path.name)
        try:
            number, day, reason = found.groups() if found else ("", "", "")
            return cls(path, Stored(int(number), dt.date.fromisoformat(day), Reason(reason)))
        except ValueError:
            return None


def file_name(sequence: int, made: Moment, reason: Reason) -> str:
    """Return what a backup is called."""
    return f"{sequence:06}_{made.day.isoformat()}_{reason.value}{SUFFIX}"


def write_backup(path: Path, members: Mapping[str, Path], manifest: Manifest) -> None:
    """Write a backup, its checksums included, and wait until it is on the disk.

    Raises ``OSError`` when that fails.
    """
    sums = {}
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb+") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, source in members.items():
                sums[name] = _add(archive, name, source)
            whole = replace(manifest, sums=sums)
            archive.writestr(zipfile.ZipInfo(_MANIFEST), whole.to_bytes())
        file.flush()
        os.fsync(file.fileno())


def _add(archive: zipfile.ZipFile, name: str, source: Path) -> str:
    """Add a file to a zip file and return its SHA-256."""
    total = hashlib.sha256()
    info = zipfile.ZipInfo(name)  # with no time of its own: a clock that is wrong has none to give
    info.file_size = source.stat().st_size
    with source.open("rb") as original, archive.open(info, "w") as member:
        while chunk := original.read(_CHUNK):
            total.update(chunk)
            member.write(chunk)
    return total.hexdigest()


def read_manifest(path: Path) -> Manifest:
    """Return what a backup says of itself.

    Raises ``JournalDamagedError`` or ``JournalUnavailableError``, as all that reads one does.
    """
    with _opened(path) as archive:
        return _manifest(archive)


def read_keys(path: Path) -> bytes:
    """Return the key file in a backup; nothing when it holds none."""
    with _opened(path) as archive:
        checksum = _manifest(archive).sums.get(KEYS)
        content = b"" if checksum is None else archive.read(KEYS)
        if checksum is not None and hashlib.sha256(content).hexdigest() != checksum:
            _refuse()
    return content


def check_sums(path: Path) -> Manifest:
    """Read a backup through, compare every checksum, and return what it says of itself."""
    with _opened(path) as archive:
        manifest = _manifest(archive)
        for name, checksum in manifest.sums.items():
            with archive.open(name) as member:
                if sum_of(member) != checksum:
                    _refuse()
    return manifest


def take_out(path: Path, folder: Path) -> Manifest:
    """Put the files of a backup into a private folder, and check them there.

    Raises ``OSError`` when they cannot be written.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive)
        for name, checksum in manifest.sums.items():
            handle = os.open(folder / name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb+") as file:
                with archive.open(name) as member:
                    while chunk := member.read(_CHUNK):
                        file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
                file.seek(0)
                if sum_of(file) != checksum:
                    _refuse()
    return manifest


def sum_of(file: IO[bytes]) -> str:
    """Return the SHA-256 of what is left to read in a file."""
    total = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        total.update(chunk)
    return total.hexdigest()


def sum_of_file(path: Path) -> str:
    """Return the SHA-256 of a file; raise ``OSError`` when it cannot be read."""
    with path.open("rb") as file:
        return sum_of(file)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with _archive(path) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError):
        _refuse()


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except OSError as error:
        raise JournalUnavailableError(
            text("The backup {name} cannot be read.").format(name=path.name)
        ) from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    """Return the manifest after everything about the archive as a whole has been checked."""
    members = {info.filename: info for info in archive.infolist()}
    for info in members.values():
        # Nothing of ours is compressed, so nothing can be larger than the file it comes in.
        if info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
            _refuse()
    if members[_MANIFEST].file_size > _LARGEST_MANIFEST:
        _refuse()
    manifest = Manifest.from_bytes(archive.read(_MANIFEST))
    names = set(manifest.sums)
    if DATABASE not in names or not names <= {DATABASE, KEYS} or not names <= set(members):
        _refuse()
    return manifest


def _refuse() -> NoReturn:
    raise JournalDamagedError(
        text(
            "This file is damaged, or it is not a backup of a journal. "
            "It has been left as it is; another backup can be used."
        )
    )
