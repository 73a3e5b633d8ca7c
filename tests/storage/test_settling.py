"""Opening a journal at once, and looking through the whole of it only afterwards."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import JournalDamagedError
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal

PAGE = 4096
START = dt.datetime(2026, 1, 1, 8)


@pytest.fixture
def folder(tmp_path):
    journal, _ = Journal.create(tmp_path / "journal", None)
    entries = tuple(
        Entry(at=Moment.from_wall(START + dt.timedelta(hours=n), "UTC"), note=f"rain {n} " * 40)
        for n in range(600)
    )
    journal.add(Contents(entries=entries))
    journal.close()
    return tmp_path / "journal"


@pytest.fixture
def damaged(folder):
    """Change a byte of a page that the first page of the timeline is not made of."""
    file = folder / "journal.db"
    whole = file.read_bytes()
    for number in range(len(whole) // PAGE // 2, len(whole) // PAGE):
        place = number * PAGE + 100
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        journal = Journal.open(folder, settled=False)
        try:
            journal.looking.timeline()
        except JournalDamagedError:
            continue
        finally:
            journal.close()
        return folder
    pytest.fail("every page is needed for the first")


def opened(folder):
    return Journal.open(folder, settled=False)


def test_that_a_journal_that_is_settled_later_shows_the_same(folder):
    journal = opened(folder)
    shown = journal.looking.timeline()
    journal.settle()
    assert journal.looking.timeline() == shown
    assert len(shown.items) == 40
    journal.close()


def test_that_damage_further_on_is_found_when_it_is_settled(damaged):
    before = (damaged / "journal.db").read_bytes()
    journal = opened(damaged)
    assert len(journal.looking.timeline().items) == 40
    with pytest.raises(JournalDamagedError):
        journal.settle()
    journal.close()
    assert (damaged / "journal.db").read_bytes() == before


def test_that_nothing_is_written_into_a_damaged_journal_before_it_is_settled(damaged):
    before = (damaged / "journal.db").read_bytes()
    journal = opened(damaged)
    with pytest.raises(JournalDamagedError):
        journal.keep_entry(Entry(at=Moment.from_wall(START, "UTC"), note="snow"))
    journal.close()
    assert (damaged / "journal.db").read_bytes() == before
    assert not (damaged / "journal.db-wal").exists()


def test_that_a_damaged_journal_is_refused_at_once_where_it_is_settled_on_opening(damaged):
    with pytest.raises(JournalDamagedError):
        Journal.open(damaged)


def test_that_the_whole_file_is_looked_through_once(folder, monkeypatch):
    journal = opened(folder)
    looked = []
    monkeypatch.setattr(
        "resilience_desktop.storage.connection._refuse_damaged", lambda _file: looked.append(1)
    )
    journal.keep_entry(Entry(at=Moment.from_wall(START, "UTC"), note="snow"))
    journal.settle()
    journal.keep_entry(Entry(at=Moment.from_wall(START, "UTC"), note="hail"))
    journal.close()
    assert looked == [1]
