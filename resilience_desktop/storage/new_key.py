"""A new key for a journal: all of it is copied into a new file, which takes the old one's place.

    1. the log is moved into the journal's own file
    2. journal.db.new: everything, under the new key, compared with the original
    3. the key file opens either of the two
    4. journal.db.new becomes journal.db (``replacing``): the one moment that decides
    5. the key file forgets the old one, when the journal is opened next

Until step 4 is over the journal stays open, so that no other program can write to what is being
replaced. SQLCipher's own way (``PRAGMA rekey``) writes over the only copy, and a full disk then
leaves it as it was or destroyed.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.storage.connection import in_plain_words, open_copy
from resilience_desktop.storage.driver import sqlite
from resilience_desktop.storage.durable import sync_file
from resilience_desktop.storage.keys import SECRET_BYTES, file_key
from resilience_desktop.storage.replacing import put_in_place
from resilience_desktop.storage.store import Store
from resilience_desktop.storage.vault import gives, slot_for

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.key_file import Slot
    from resilience_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class NewKey:
    """A new master secret, and what will open it."""

    secret: bytes = field(repr=False)
    journal_id: bytes
    slot: Slot = field(repr=False)
    passphrase: str | None = field(repr=False)

    @classmethod
    def behind(cls, passphrase: str | None) -> Self:
        """Return a new key behind this passphrase, or behind none; slow on purpose."""
        secret, journal_id = secrets.token_bytes(SECRET_BYTES), secrets.token_bytes(16)
        return cls(secret, journal_id, slot_for(passphrase, secret, journal_id), passphrase)


def move_to(vault: Vault, store: Store, new: NewKey) -> None:
    """Put the journal under a new key; it is closed afterwards, whatever happens.

    Raises ``NotWrittenError``: it is then the journal that it was, under its old key.
    """
    try:
        store.checkpoint()
        vault.step("log moved in")
        vault.begin_draft()
        vault.step("draft begun")
        with in_plain_words():
            whole = _digest(store.db)
            _copy(store.db, vault.draft, new)
            vault.step("copied")
            _compare(vault.draft, new, whole)
        vault.step("compared")
        sync_file(vault.draft)
        vault.step("draft on disk")
        both = vault.found_keys().renewed(store.db.journal_id, new.journal_id, [new.slot])
        vault.keep(
            both, gives(new.secret, lambda keys: keys.secret(new.journal_id, new.passphrase))
        )
        vault.step("key file opens both")
        put_in_place(vault.folder, vault.draft, store, vault.step)
    except OSError as error:
        raise NotWrittenError(_not_written()) from error
    finally:
        store.close()


def _copy(db: Database, draft: Path, new: NewKey) -> None:
    key = f"x'{file_key(new.secret, new.journal_id).hex()}{new.journal_id.hex()}'"
    db.execute("ATTACH DATABASE ? AS renewed KEY ?", [str(draft), key])
    # A draft that is not finished is thrown away: it needs no log, and reaches the disk at its end.
    for pragma in ("journal_mode = OFF", "synchronous = OFF"):
        db.execute(f"PRAGMA renewed.{pragma}").fetchall()
    try:
        db.execute("SELECT sqlcipher_export('renewed')").fetchall()
    except sqlite.Error:  # without a code; all of the journal could be read a moment ago
        raise NotWrittenError(_not_written()) from None
    for pragma in ("application_id", "user_version"):  # which it leaves out
        number = db.execute(f"PRAGMA main.{pragma}").fetchone()[0]
        db.execute(f"PRAGMA renewed.{pragma} = {number}")
    db.execute("DETACH DATABASE renewed")


def _compare(draft: Path, new: NewKey, whole: str) -> None:
    """Open the copy as it will be opened and refuse it unless it is sound and holds the same."""
    copy = Store(open_copy(draft, new.secret))
    try:
        if copy.problems() or _digest(copy.db) != whole:
            raise NotWrittenError(
                text(
                    "The new key could not be made: the copy under it was not the same. "
                    "The journal opens as before."
                )
            )
    finally:
        copy.close()


def _digest(db: Database) -> str:
    """Return a checksum of everything in a file: its numbers, its schema and every row."""
    numbers = [
        db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    ]
    schema = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
    total = hashlib.sha256(repr((numbers, sorted(map(repr, schema)))).encode())
    for (table,) in sorted(tables.fetchall()):
        rows = db.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (a name that we gave)
        digests = sorted(hashlib.sha256(repr(row).encode()).digest() for row in rows)
        total.update(repr((table, len(digests))).encode() + b"".join(digests))
    return total.hexdigest()


def _not_written() -> str:
    return text(
        "The new key could not be made: the journal’s folder cannot be written to, "
        "or the disk is full. The journal opens as before."
    )
