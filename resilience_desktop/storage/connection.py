"""Opens the encrypted file: key, pragmas, and the computer's faults put into words."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, closing, contextmanager
from typing import TYPE_CHECKING

from resilience_desktop.errors import (
    JournalDamagedError,
    JournalTooNewError,
    JournalUnavailableError,
    NotWrittenError,
    ResilienceError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage.driver import Database, sqlite
from resilience_desktop.storage.keys import file_key
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.replacing import finish_replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from resilience_desktop.storage.host_lock import Holder

APPLICATION_ID = 0x52534A4C  # "RSJL"
_SMALLEST = 4096  # one page
_HEADER = b"SQLite format 3\0"  # of a file that is not encrypted
_STATEMENTS = 5_000
"""More than there are. Once that many are kept, the driver plans each new one every time anew."""
_UNTOUCHED = "?mode=ro&immutable=1"
_NO_LOCKS = "&vfs=win32-none" if os.name == "nt" else "&vfs=unix-none"
_ROOM = -32_000  # KiB; ten years of writing are a third of it

_PRAGMAS = (
    # Exclusive before WAL and before anything is read: then there is no -shm file and a second
    # process is refused.
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # as sqlite-utils would set it
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "mmap_size = 0",
    "wal_autocheckpoint = 200",
)


def journal_id_of(path: Path) -> bytes:
    """Return the 16 bytes that name the journal in this file.

    Raises ``JournalUnavailableError`` or ``JournalDamagedError``; SQLite itself would take an
    empty file for an empty journal.
    """
    try:
        size = path.stat().st_size
        head = _head(path)
    except FileNotFoundError as error:
        raise JournalUnavailableError(text("There is no journal in this folder.")) from error
    except (OSError, sqlite.Error) as error:
        raise JournalUnavailableError(
            text("The journal file cannot be read. Nothing has changed.")
        ) from error
    if size < _SMALLEST:
        raise JournalDamagedError(
            text(
                "The journal file is empty or cut off. It has been left as it is; "
                "a backup can take its place."
            )
        )
    if head == _HEADER:
        raise JournalDamagedError(
            text(
                "This file is a database of another program, not a journal. "
                "It has been left as it is."
            )
        )
    return head


def _head(path: Path) -> bytes:
    """Return the first 16 bytes, read through SQLite.

    Whoever opens and closes the file in another way gives up, on POSIX, every lock that this
    process holds on it: the journal it has open could be opened by another program too.
    """
    connection = sqlite.connect(path.resolve().as_uri() + _UNTOUCHED, uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")  # any key: it is not used
        return bytes.fromhex(connection.execute("PRAGMA cipher_salt").fetchone()[0])
    finally:
        connection.close()


class JournalFile(Database):
    """An open journal file, which can also make and open copies of itself."""

    def __init__(
        self, connection: sqlite.Connection, path: Path, secret: bytes, journal_id: bytes
    ) -> None:
        super().__init__(connection)
        self.path, self.secret, self.journal_id = path, secret, journal_id
        self.holder: Holder | None = None
        self._is_checked = False

    def check(self) -> None:
        """Look once through the structure of the whole file: nothing is written before that.

        Each page proves itself whenever it is read, so what is shown before is as it was written.
        Raises ``JournalDamagedError``.
        """
        if self._is_checked:
            return
        with in_plain_words():
            _refuse_damaged(self.conn)
        self._is_checked = True

    def close(self) -> None:
        """Close the file, and let other computers know if they were told that it is open."""
        super().close()
        if self.holder is not None:
            self.holder.release(self.path.parent)
            self.holder = None

    @staticmethod
    def faults_in_words() -> AbstractContextManager[None]:
        """Put the computer's faults into words while the file is used."""
        return in_plain_words()

    def copy_to(self, path: Path) -> None:
        """Write everything into a new file, which must not exist or be empty, under this key."""
        with in_plain_words():
            self.execute("VACUUM INTO ?", [str(path)])

    def looking_at(self, copy: Path) -> AbstractContextManager[Database]:
        """Open a copy under this key, only to read it; raises as ``looking_at``."""
        return looking_at(copy, self.secret)

    @contextmanager
    def beside(self, copy: Path) -> Iterator[None]:
        """Have a copy under this key in the same connection, as ``copy`` and only to read it."""
        self.execute("ATTACH ? AS copy", [copy.resolve().as_uri() + _UNTOUCHED])
        try:
            yield
        finally:
            self.execute("DETACH copy")

    @contextmanager
    def read_more_than_once(self) -> Iterator[None]:
        """Keep what is read in memory meanwhile: decrypting a page is most of reading it."""
        (usual,) = self.execute("PRAGMA cache_size").fetchone()
        self.execute(f"PRAGMA cache_size = {_ROOM}")
        try:
            yield
        finally:
            self.execute(f"PRAGMA cache_size = {usual}")


def create_database(path: Path, secret: bytes, journal_id: bytes) -> JournalFile:
    """Make a new journal file at ``path``, which must not exist."""
    with in_plain_words():
        connection = _connect(str(path.absolute()), secret, journal_id)
        try:
            _prepare(connection)
            file = JournalFile(connection, path, secret, journal_id)
            _bring_up_to_date(file, backed_up=False)
            file.check()
        except BaseException:
            connection.close()
            raise
    return file


@contextmanager
def looking_at(path: Path, secret: bytes) -> Iterator[Database]:
    """Open a journal file that nobody else has open, only to read it: not a byte changes.

    Raises as ``open_database`` does; what has not been moved out of the log is not seen.
    """
    journal_id = look_without_touching(path, secret)
    with in_plain_words():
        connection = _connect(path.resolve().as_uri() + _UNTOUCHED, secret, journal_id)
        try:
            connection.execute("PRAGMA temp_store = MEMORY")
            yield Database(connection)
        finally:
            connection.close()


def open_copy(path: Path, secret: bytes) -> JournalFile:
    """Open a file that is ours to change, such as one taken out of a backup; raises likewise."""
    return open_database(path, secret, backed_up=False)


def open_database(
    path: Path, secret: bytes, *, backed_up: bool = True, checked: bool = True
) -> JournalFile:
    """Open the journal file and bring it up to date, after a backup if that changes anything.

    The whole file is looked through first, or, unless ``checked``, before the first change: so a
    page is shown in the same time however long the journal has grown.

    Raises ``JournalDamagedError`` (also when the secret belongs to another journal),
    ``JournalTooNewError`` and ``JournalUnavailableError``; in each case not a byte has changed.
    """
    finish_replacing(path.parent)
    journal_id = look_without_touching(path, secret)
    with in_plain_words():
        found = path.stat().st_ino
        connection = _connect(str(path.absolute()), secret, journal_id)
        try:
            with _refusing_to_write():
                _prepare(connection)
            if path.stat().st_ino != found:  # it was replaced while this waited for it
                raise JournalUnavailableError(_in_use())
            file = JournalFile(connection, path, secret, journal_id)
            if checked or _is_old(file):
                file.check()
            _bring_up_to_date(file, backed_up=backed_up)
        except BaseException:
            connection.close()
            raise
    return file


def _connect(target: str, secret: bytes, journal_id: bytes) -> sqlite.Connection:
    connection = sqlite.connect(
        target, uri=True, isolation_level=None, timeout=0.5, cached_statements=_STATEMENTS
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    key = file_key(secret, journal_id).hex() + journal_id.hex()
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def look_without_touching(path: Path, secret: bytes) -> bytes:
    """Return the journal id of a file that this secret opens: not a byte changes.

    Raises ``JournalDamagedError`` (also when the secret belongs to another journal),
    ``JournalTooNewError`` and ``JournalUnavailableError``.
    """
    journal_id = journal_id_of(path)
    log = path.with_name(path.name + "-wal")
    with in_plain_words():
        if log.exists() and log.stat().st_size:
            _look_with_log(path, secret, journal_id)
        else:
            uri = path.resolve().as_uri() + _UNTOUCHED
            with closing(_connect(uri, secret, journal_id)) as connection:
                _refuse_foreign(connection)
    return journal_id


def _look_with_log(path: Path, secret: bytes, journal_id: bytes) -> None:
    """Read a journal that was not closed: only its log makes it whole.

    Whoever was stopped while moving the log into the file left that without its end, or with half
    a first page. SQLite mends it on opening, but on closing moves the log into a damaged file too;
    so this looks through a door that cannot write to it.
    """
    uri = path.resolve().as_uri() + "?mode=ro"
    with closing(_connect(uri, secret, journal_id)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("PRAGMA user_version").fetchone()
        except sqlite.Error as error:  # a file opened for reading cannot be locked for long
            if error.sqlite_errorname == "SQLITE_BUSY":
                raise
    with closing(_connect(uri + _NO_LOCKS, secret, journal_id)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        _refuse_foreign(connection)
        _refuse_damaged(connection)


def _refuse_foreign(connection: sqlite.Connection) -> None:
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    _refuse_newer(connection)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise JournalDamagedError(not_whole())


def _refuse_newer(connection: sqlite.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        raise JournalTooNewError(
            text(
                "A newer version of Resilience wrote this journal. "
                "It has been left as it is; please open it with that version."
            )
        )


def _refuse_damaged(connection: sqlite.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise JournalDamagedError(not_whole())


def _prepare(connection: sqlite.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    _refuse_newer(connection)  # once more: the log may be newer than the main file


@contextmanager
def _refusing_to_write() -> Iterator[None]:
    """Say of a disk that cannot be written to that the journal cannot be opened there."""
    try:
        yield
    except sqlite.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        if isinstance(_understood(name), NotWrittenError):
            raise JournalUnavailableError(
                text(
                    "The journal’s folder cannot be written to, or the disk is full. "
                    "Nothing has changed."
                )
            ) from None
        raise


def _is_old(file: JournalFile) -> bool:
    return bool(file.execute("PRAGMA user_version").fetchone()[0] != FORMAT)


def _bring_up_to_date(file: JournalFile, *, backed_up: bool) -> None:
    if not _is_old(file):
        return
    if backed_up:
        from resilience_desktop.storage.backups import back_up_before_update

        back_up_before_update(file)
    from resilience_desktop.storage.migrations.steps import MIGRATIONS

    with file.atomic():
        MIGRATIONS.apply(file.utils)
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute(f"PRAGMA user_version = {FORMAT}")
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def not_whole() -> str:
    """Return the sentence for a journal that is damaged."""
    return text(
        "The journal file is damaged. It has been left as it is; a backup can take its place."
    )


def _in_use() -> str:
    return text("The journal is open in another window or program. Please close it there first.")


_UNAVAILABLE = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"}


class _InPlainWords(AbstractContextManager[None]):
    """A class of its own, since a generator takes longer to enter than a row to be read."""

    def __enter__(self) -> None:
        """Nothing has to be done before."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite.Error):
            understood = _understood(getattr(error, "sqlite_errorname", None) or "")
            if understood is not None:
                raise understood from None  # a driver's message can hold text of the journal


_IN_PLAIN_WORDS = _InPlainWords()


def in_plain_words() -> _InPlainWords:
    """Turn the computer's faults into errors with words; our own mistakes stay exceptions."""
    return _IN_PLAIN_WORDS


def _understood(name: str) -> ResilienceError | None:
    primary = "_".join(name.split("_")[:2])
    if primary in _UNAVAILABLE:
        return JournalUnavailableError(_in_use())
    if primary in _DAMAGED:
        return JournalDamagedError(not_whole())
    why = _why_not_written().get(primary)
    return NotWrittenError(why) if why else None


def _why_not_written() -> dict[str, str]:
    closed = text("The journal’s folder cannot be written to, so this could not be saved.")
    return {
        "SQLITE_FULL": text("The disk is full, so this could not be saved."),
        "SQLITE_READONLY": closed,
        "SQLITE_CANTOPEN": closed,
        "SQLITE_PERM": closed,
        "SQLITE_IOERR": text("The disk reported an error, so this could not be saved."),
    }
