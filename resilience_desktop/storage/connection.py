"""Opens the encrypted file: key, pragmas, and the computer's faults put into words."""

from __future__ import annotations

from contextlib import contextmanager
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
from resilience_desktop.storage.migrations import FORMAT, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x52534A4C  # "RSJL"
_SMALLEST = 4096  # one page
_HEADER = b"SQLite format 3\0"  # of a file that is not encrypted

_PRAGMAS = (
    # Exclusive before WAL and before anything is read: then there is no -shm file and a second
    # process is refused.
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
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
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError as error:
        raise JournalUnavailableError(text("There is no journal in this folder.")) from error
    except OSError as error:
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


def create_database(path: Path, secret: bytes, journal_id: bytes) -> Database:
    """Make a new journal file at ``path``, which must not exist."""
    with in_plain_words():
        connection = _connect(str(path), secret, journal_id)
        try:
            return _prepared(connection)
        except BaseException:
            connection.close()
            raise


def open_database(path: Path, secret: bytes) -> Database:
    """Open the journal file and bring it up to date.

    Raises ``JournalDamagedError`` (also when the secret belongs to another journal),
    ``JournalTooNewError`` and ``JournalUnavailableError``; in each case not a byte has changed.
    """
    journal_id = journal_id_of(path)
    with in_plain_words():
        _look_without_touching(path, secret, journal_id)
        connection = _connect(str(path), secret, journal_id)
        try:
            database = _prepared(connection)
            _refuse_damaged(connection)
        except BaseException:
            connection.close()
            raise
    return database


def _connect(
    target: str, secret: bytes, journal_id: bytes, *, uri: bool = False
) -> sqlite.Connection:
    connection = sqlite.connect(target, uri=uri, isolation_level=None, timeout=0.5)
    connection.execute("PRAGMA cipher_log_level = NONE")
    key = file_key(secret, journal_id).hex() + journal_id.hex()
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def _look_without_touching(path: Path, secret: bytes, journal_id: bytes) -> None:
    """Read the header of the main file only: no lock, no log, no change.

    A newer app always moves its log into the main file after changing the format.
    """
    uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
    connection = _connect(uri, secret, journal_id, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _refuse_newer(connection)
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise JournalDamagedError(_not_whole())
    finally:
        connection.close()


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
        raise JournalDamagedError(_not_whole())


def _prepared(connection: sqlite.Connection) -> Database:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    _refuse_newer(connection)  # once more: the log may be newer than the main file
    database = Database(connection, execute_plugins=False, strict=True)
    if connection.execute("PRAGMA user_version").fetchone()[0] < FORMAT or MIGRATIONS.pending(
        database
    ):
        with database.atomic():
            MIGRATIONS.apply(database)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return database


def _not_whole() -> str:
    return text(
        "The journal file is damaged. It has been left as it is; a backup can take its place."
    )


_UNAVAILABLE = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn the computer's faults into errors with words; our own mistakes stay exceptions."""
    try:
        yield
    except sqlite.Error as error:
        understood = _understood(getattr(error, "sqlite_errorname", None) or "")
        if understood is None:
            raise
        raise understood from None  # a driver's message can hold text of the journal


def _understood(name: str) -> ResilienceError | None:
    primary = "_".join(name.split("_")[:2])
    if primary in _UNAVAILABLE:
        return JournalUnavailableError(
            text("The journal is open in another window or program. Please close it there first.")
        )
    if primary in _DAMAGED:
        return JournalDamagedError(_not_whole())
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
