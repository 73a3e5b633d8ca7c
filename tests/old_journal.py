"""Journals as the first release wrote them: made with its own step and literal SQL."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from resilience_desktop.storage import connection
from resilience_desktop.storage.driver import Database, load_utils
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.keys import open_slot
from resilience_desktop.storage.migrations import m0001_journal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def write_old_journal(folder: Path, notes: Sequence[str], *, binned: int = 0) -> bytes:
    """Make a closed journal of format 1 without a passphrase; return its master secret.

    The first ``binned`` of its entries lie in the bin.
    """
    secret, journal_id = secrets.token_bytes(16), secrets.token_bytes(16)
    folder.mkdir(mode=0o700)
    path = folder / "journal.db"
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    opened = connection._connect(str(path), secret, journal_id)
    connection._prepare(opened)
    db = Database(opened)
    steps = load_utils().Migrations("journal")
    steps(name="m0001_journal")(m0001_journal.apply)
    with db.atomic():
        steps.apply(db.utils)
        db.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")
        for number, note in enumerate(notes, start=1):
            _write(db, number, note, is_binned=number <= binned)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()
    KeyFile().with_slots(journal_id, [open_slot(secret, journal_id)]).write(folder / "journal.keys")
    return secret


def _write(db: Database, number: int, note: str, *, is_binned: bool) -> None:
    utc = f"2025-{number % 12 + 1:02}-19T12:{number // 12 % 60:02}:00"
    db.execute(
        "INSERT INTO items (seq, id, kind, utc, zone, utc_offset, local, binned) "
        "VALUES (?, ?, 'entry', ?, 'UTC', 0, ?, ?)",
        [number, f"00000000-0000-7000-8000-{number:012}", utc, utc, int(is_binned)],
    )
    db.execute(
        "INSERT INTO entries (seq, mood, note, frame, converted_from, source) "
        "VALUES (?, 1, ?, 'now', '', '')",
        [number, note],
    )
    if not is_binned:
        db.execute("INSERT INTO search (rowid, words, labels) VALUES (?, ?, '')", [number, note])
