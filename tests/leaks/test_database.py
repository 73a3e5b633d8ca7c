"""SQLite keeps words nowhere but in the journal, and there only as long as they are wanted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.practice import Practice
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import connection
from resilience_desktop.storage.pages import Pages

WORD = "zebrafinch"


def open_temporary_files():
    """Return the temporary files that SQLite has open; it deletes their names at once."""
    links = [entry.readlink() for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    return [link for link in map(str, links) if "etilqs" in link]


def temporary_files_of(journal):
    """Return which are open in the middle of sorting more than fits into memory."""
    db = journal._store.db
    db.execute("PRAGMA cache_size = 10")
    db.execute("CREATE TEMP TABLE many (words TEXT)")
    db.conn.executemany(
        "INSERT INTO many VALUES (?)", ([f"{n:06} {WORD} " * 50] for n in range(2000))
    )
    rows = db.execute("SELECT words FROM many ORDER BY words DESC")
    rows.fetchone()
    found = open_temporary_files()
    rows.close()
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize(("temp_store", "leaks"), [("MEMORY", False), ("FILE", True)])
def test_that_sorting_needs_no_file(journal, temp_store, leaks):
    if leaks:  # the control
        journal._store.db.execute(f"PRAGMA temp_store = {temp_store}")
    assert bool(temporary_files_of(journal)) is leaks


def written_and_deleted(folder, noon):
    """Write, change and delete an entry; return all decrypted pages of the closed file."""
    journal, _ = Journal.create(folder, None)
    kept = Entry(at=noon, note=f"{WORD} " * 900, tags=(WORD,))  # more than a page
    journal.drafts.keep("entry:new", kept)
    journal.keep_entry(kept, slot="entry:new")
    for number in range(30):
        journal.keep_entry(Entry(at=noon, note=f"Something else {number}."))
    assert WORD.encode() in pages(journal)
    journal.bin.put(kept.id)
    journal.bin.delete_for_good([kept.id])
    left = pages(journal)
    journal.close()
    return left


def pages(journal):
    journal.rest()
    file = journal.file
    found = Pages.read(file.path, file.secret, file.journal_id)
    assert found.damaged == 0
    return b"".join(found.whole.values())


def test_that_deleted_words_are_gone_from_the_file(folder, noon):
    assert WORD.encode() not in written_and_deleted(folder, noon)


def test_that_the_words_of_a_practice_that_was_removed_are_gone_too(journal, noon):
    practice = Practice(skill="calm_place", at=noon, note=f"{WORD} " * 900)
    journal.practices.keep(practice)
    assert WORD.encode() in pages(journal)
    journal.practices.drop(practice)
    assert WORD.encode() not in pages(journal)


def test_that_they_would_stay_without_care(folder, noon, monkeypatch):
    careless = [pragma for pragma in connection._PRAGMAS if "secure_delete" not in pragma]
    monkeypatch.setattr(connection, "_PRAGMAS", (*careless, "secure_delete = OFF"))
    assert WORD.encode() in written_and_deleted(folder, noon)


def test_that_they_would_stay_in_the_index_without_care(folder, noon, monkeypatch):
    begin = Journal.create

    def careless(*arguments):
        journal, groups = begin(*arguments)
        journal._store.db.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 0)")
        return journal, groups

    monkeypatch.setattr(Journal, "create", careless)
    assert WORD.encode() in written_and_deleted(folder, noon)
