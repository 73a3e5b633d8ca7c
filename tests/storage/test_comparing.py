from contextlib import closing, suppress

import pytest

from resilience_desktop.domain.details import Picture, Sensation
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.errors import JournalDamagedError
from resilience_desktop.storage import connection
from resilience_desktop.storage.comparing import is_true_copy
from resilience_desktop.storage.vault import Vault


@pytest.fixture
def store(folder, noon):
    """An open journal with rows of every shape."""
    store, _ = Vault(folder).create(None)
    with store.writing():
        for number in range(40):
            entry = Entry(
                at=noon,
                mood=number % 5,
                note=f"{number} by the river " * 30,
                sleep_hours=7.5,
                feelings=(Feeling("calm", 40), Feeling("tired")),
                tags=("walk", "rain"),
                sensations=(Sensation("tight"),),
                pictures=(Picture("heron"),),
            )
            store.entries.put(entry)
        store.db.execute("INSERT INTO pictures (id, body) VALUES ('heron', x'00ff41')")
    yield store
    store.close()


@pytest.fixture
def copy(store, tmp_path):
    path = tmp_path / "copy.db"
    store.db.copy_to(path)
    return path


@pytest.fixture
def changed(store, copy):
    """The copy, to be changed."""
    with closing(connection._connect(str(copy), store.db.secret, store.db.journal_id)) as opened:
        yield opened


def drop_from_an_index(execute, index, words):
    """Make an index that lacks rows, as a fault in it would."""
    for made in (f"sql || ' WHERE {words}'", f"replace(sql, ' WHERE {words}', '')"):
        execute("PRAGMA writable_schema = ON")
        execute(f"UPDATE sqlite_schema SET sql = {made} WHERE name = '{index}'")  # noqa: S608
        execute("PRAGMA writable_schema = RESET")
        if "||" in made:
            execute(f"REINDEX {index}")


def test_that_a_copy_is_a_true_one_and_is_left_as_it_is(store, copy):
    before = copy.read_bytes()
    assert is_true_copy(store.db, copy)
    assert is_true_copy(store.db, copy)
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.glob("copy*")] == ["copy.db"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET note = upper(note) WHERE seq = 20",
        "UPDATE entries SET mood = NULL WHERE seq = 20",
        "UPDATE entries SET sleep_hours = 7.500000000000001 WHERE seq = 20",
        "UPDATE items SET local = replace(local, '2026', '2025') WHERE seq = 40",
        "UPDATE entry_feelings SET intensity = 41 WHERE seq = 7 AND position = 0",
        "UPDATE entry_tags SET position = 9 WHERE seq = 7 AND tag = 'walk'",
        "UPDATE pictures SET body = x'00ff42'",
        "DELETE FROM entry_tags WHERE seq = 1 AND position = 1",
        "INSERT INTO entry_tags VALUES (1, 2, 'more')",
        "INSERT INTO tags VALUES ('more', 'tag', 0)",
        "UPDATE search_content SET c1 = 1 WHERE id = 3",
        "DELETE FROM search_docsize WHERE id = 3",
        "UPDATE search_content SET c1 = CAST(c1 AS BLOB) WHERE id = 3",
        "DROP INDEX entry_tags_tag",
        "CREATE TABLE more (one)",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 1",
    ],
)
def test_that_any_difference_is_noticed(store, copy, changed, change):
    changed.execute(change)
    assert not is_true_copy(store.db, copy)


def test_that_a_fault_of_the_copy_alone_is_noticed(store, copy, changed):
    drop_from_an_index(changed.execute, "entry_tags_tag", "position > 0")
    assert not is_true_copy(store.db, copy)


@pytest.mark.parametrize(("table", "index"), [("entry_tags", "tag"), ("entry_feelings", "word")])
def test_that_a_fault_of_the_journal_is_none_of_its_copy(store, tmp_path, table, index):
    copy = tmp_path / "copy.db"
    drop_from_an_index(store.db.execute, f"{table}_{index}", "position > 0")
    store.db.copy_to(copy)
    assert store.problems()
    assert is_true_copy(store.db, copy)


def test_that_every_page_is_read_and_none_that_is_damaged_passes(store, copy):
    whole, size = copy.read_bytes(), 4096
    assert len(whole) > 40 * size
    for start in range(0, len(whole), size):
        data = bytearray(whole)
        data[start + size // 2] ^= 1
        copy.write_bytes(data)
        with suppress(JournalDamagedError):
            assert not is_true_copy(store.db, copy)
    attached = [row[1] for row in store.db.execute("PRAGMA database_list").fetchall()]
    assert "copy" not in attached
