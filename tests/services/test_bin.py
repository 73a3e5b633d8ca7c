import dataclasses
import datetime as dt

import pytest

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services import clock
from resilience_desktop.services.bin import DAYS_IN_BIN
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.pages import Pages

NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")
BOTH = Changes(True, True)


@pytest.fixture
def day(monkeypatch):
    """Sets the day on the computer's clock, as a number of days after the first."""

    def set_day(number):
        at = Moment.from_wall(NOON.wall + dt.timedelta(days=number), NOON.zone)
        monkeypatch.setattr(clock, "now", lambda: at)

    set_day(0)
    return set_day


def use(folder, *, times=1):
    """Open the journal, begin the day, and close it again."""
    for _ in range(times):
        journal = Journal.open(folder)
        changes = journal.begin_day()
        journal.close()
    return changes


@pytest.fixture
def binned(folder, day):
    """The id of an entry in the bin of a closed journal that is used on its first day."""
    journal, _ = Journal.create(folder, None)
    journal.begin_day()
    entry = Entry(at=NOON, note="CANARY")
    journal.keep_entry(entry)
    journal.bin.put(entry.id)
    journal.close()
    return entry.id


def bin_of(folder):
    journal = Journal.open(folder)
    found = {one.item.id: one.days_left for one in journal.bin.contents()}
    journal.close()
    return found


# Looking into it


def test_that_the_bin_shows_what_was_put_there_last_first(journal):
    entry, record = Entry(at=NOON, note="x"), ThoughtRecord(at=NOON, situation="y")
    journal.keep_entry(entry)
    journal.keep_thought_record(record)
    assert journal.bin.contents() == []
    journal.bin.put(entry.id)
    journal.bin.put(record.id)
    assert [one.item for one in journal.bin.contents()] == [record, entry]
    assert [one.days_left for one in journal.bin.contents()] == [DAYS_IN_BIN, DAYS_IN_BIN]
    assert "CANARY" not in repr(journal.bin.contents())


def test_that_what_is_taken_out_and_binned_again_has_all_its_days(folder, binned, day):
    for number in range(1, 11):
        day(number)
        use(folder)
    assert bin_of(folder) == {binned: DAYS_IN_BIN - 10}
    journal = Journal.open(folder)
    journal.bin.take_out(binned)
    journal.bin.put(binned)
    journal.close()
    assert bin_of(folder) == {binned: DAYS_IN_BIN}


# Thirty days of use


def test_that_the_bin_is_emptied_after_thirty_days_of_use(folder, binned, day):
    for number in range(1, DAYS_IN_BIN):
        day(number * 3)  # days without use do not count
        assert use(folder) == Changes()
        assert bin_of(folder) == {binned: DAYS_IN_BIN - number}
    day(DAYS_IN_BIN * 3)
    assert use(folder) == BOTH
    assert bin_of(folder) == {}


def test_that_many_openings_on_one_day_count_as_one(folder, binned, day):
    day(1)
    use(folder, times=50)
    assert bin_of(folder) == {binned: DAYS_IN_BIN - 1}


def test_that_one_opening_counts_as_one_day_however_fast_the_clock_runs(folder, binned, day):
    journal = Journal.open(folder)
    for number in range(100):
        day(number)
        assert journal.begin_day() == Changes()
    journal.close()
    assert bin_of(folder) == {binned: DAYS_IN_BIN}


def test_that_a_clock_ten_years_on_empties_nothing(folder, binned, day):
    for number in (3652, 3653, 0, 1, 3654):
        day(number)
        use(folder)
    assert binned in bin_of(folder)


# Deleting for good


def leftovers(folder, words):
    """Return the pages on which words can still be read with the key of the journal."""
    journal = Journal.open(folder)
    secret, journal_id = journal.file.secret, journal.file.journal_id
    journal.close()
    pages = Pages.read(folder / "journal.db", secret, journal_id).whole
    return [number for number, page in pages.items() if words in page]


def test_that_what_is_deleted_for_good_leaves_not_a_byte(folder, day):
    journal, _ = Journal.create(folder, None)
    others = tuple(Entry(at=NOON, note=f"other {n} " * 30) for n in range(100))
    journal.add(Contents(entries=others))
    thoughts = (AutomaticThought("CANARY thought"),)
    record = ThoughtRecord(at=NOON, situation="CANARY " * 3000, thoughts=thoughts)
    entry = Entry(at=NOON, note="CANARY note", tags=("CANARY tag",))
    journal.keep_thought_record(record)
    journal.keep_entry(entry)
    journal.keep_entry(dataclasses.replace(entry, note="CANARY later"))
    journal.drafts.keep(f"entry:{entry.id}", dataclasses.replace(entry, note="CANARY draft"))
    journal.drafts.keep("entry:new", Entry(at=NOON, note="still being written"))
    journal.rest()
    for id_ in (entry.id, record.id):
        journal.bin.put(id_)
    assert journal.bin.delete_for_good([entry.id, record.id]) == BOTH
    assert not (folder / "journal.db-wal").stat().st_size
    assert journal.drafts.all().keys() == {"entry:new"}
    assert len(journal.contents().entries) == 100
    journal.close()
    assert leftovers(folder, b"other 7") != []
    assert leftovers(folder, b"CANARY") == []


def test_that_only_what_lies_in_the_bin_is_deleted(journal):
    entry = Entry(at=NOON)
    journal.keep_entry(entry)
    assert journal.bin.delete_for_good([entry.id, "nothing"]) == Changes()
    assert journal.entry(entry.id) == entry


def test_that_a_backup_is_made_before_many_things_are_deleted(journal, folder):
    entries = tuple(Entry(at=NOON, note=str(n)) for n in range(12))
    journal.add(Contents(entries=entries))
    for entry in entries:
        journal.bin.put(entry.id)
    journal.bin.delete_for_good([entry.id for entry in entries[:2]])
    assert Backups(folder).all() == []
    journal.bin.delete_for_good([entry.id for entry in entries])
    assert [b.stored.reason for b in Backups(folder).all()] == [Reason.BEFORE_DELETION]
    assert journal.bin.contents() == []


def test_that_many_things_stay_when_they_cannot_be_backed_up(journal, monkeypatch):
    entries = tuple(Entry(at=NOON, note=str(n)) for n in range(12))
    journal.add(Contents(binned_entries=entries))

    def refuse(*_args):
        raise NotWrittenError

    monkeypatch.setattr(Backups, "make", refuse)
    with pytest.raises(NotWrittenError):
        journal.bin.delete_for_good([entry.id for entry in entries])
    assert len(journal.bin.contents()) == 12


# Everything


def test_that_everything_can_be_deleted(folder, binned):
    journal = Journal.open(folder)
    journal.back_up()
    journal.delete_everything()
    journal.delete_everything()
    assert not folder.exists()
