"""The checksum that older backups have written down: it is worked out as it was then."""

import hashlib
import json

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.storage.state import State
from resilience_desktop.storage.vault import Vault

NOTES = ["first", 'what parts two rows: "], ["', "päper 🌊"]


@pytest.fixture
def store(folder, noon):
    store, _ = Vault(folder).create(None)
    with store.writing():
        for note in NOTES:
            store.entries.put(Entry(at=noon, note=note, feelings=(), tags=("], [",)))
        store.db.execute("INSERT INTO pictures (id, body) VALUES ('heron', x'00ff41')")
    yield store
    store.close()


def digest_of(db):
    """Return the SHA-256 of every row as a line of JSON, worked out row by row."""
    tables = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite*' "
        "AND name NOT GLOB 'search*' ORDER BY name"
    ).fetchall()
    total = hashlib.sha256()
    for (table,) in tables:
        total.update(f"{table}\n".encode())
        for row in db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall():  # noqa: S608
            plain = [hashlib.sha256(v).hexdigest() if isinstance(v, bytes) else v for v in row]
            total.update(json.dumps(plain).encode() + b"\n")
    return total.hexdigest()


def test_that_the_checksum_of_older_backups_is_of_every_row_of_every_table(store):
    state = State.of(store.db, with_digest=True)
    assert state.digest == digest_of(store.db)
    assert (state.entries, state.in_bin) == (len(NOTES), 0)


def test_that_nothing_is_read_through_for_a_checksum_that_nobody_needs(store):
    assert State.of(store.db).digest == ""
