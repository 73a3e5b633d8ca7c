import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.errors import (
    CancelledError,
    JournalDamagedError,
    JournalUnavailableError,
    NotWrittenError,
    WrongPassphraseError,
)
from resilience_desktop.services import backups, keys
from resilience_desktop.services import clock as computer_clock
from resilience_desktop.services.backups import BackupPolicy, Finding, Reason
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Door, Journal
from resilience_desktop.storage import replacing
from resilience_desktop.storage.store import Store

PASSPHRASE = "Zaunkönig unter der Hecke"
OTHER = "Rotkehlchen auf dem Zaun"
NOON = Moment.from_wall(dt.datetime(2026, 11, 22, 12), "Europe/London")


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Sets the computer's clock, as minutes after noon."""

    def put_on(minutes):
        at = Moment.from_wall(NOON.wall + dt.timedelta(minutes=minutes), NOON.zone)
        monkeypatch.setattr(computer_clock, "now", lambda: at)

    put_on(0)
    return put_on


@pytest.fixture
def secret_journal(folder):
    journal, _ = Journal.create(folder, PASSPHRASE)
    yield journal
    journal.close()


def write(journal, note="x"):
    entry = Entry(at=NOON, note=note)
    journal.keep_entry(entry)
    return entry


def notes(journal):
    return [entry.note for entry in journal.contents().entries]


def newest(journal):
    return backups.overview(journal.folder).backups[0].path


# Making them when it is time


def test_that_nothing_is_backed_up_before_anything_is_written(journal, clock):
    assert backups.back_up_if_due(journal) is not None  # the first one
    clock(60 * 24)
    assert backups.back_up_if_due(journal) is None


def test_that_the_first_change_of_a_day_and_half_hours_of_changes_are_backed_up(journal, clock):
    reasons = []
    for minutes in (0, 5, 29, 31, 40, 60 * 24):
        clock(minutes)
        write(journal)
        made = backups.back_up_if_due(journal)
        reasons.append(made and made.backup.stored.reason)
    assert reasons == [Reason.DAILY, None, None, Reason.REGULAR, None, Reason.DAILY]
    clock(60 * 48)
    assert backups.back_up_if_due(journal) is None


def test_that_another_policy_can_be_wished_for(journal, clock):
    policy = BackupPolicy(between=dt.timedelta(minutes=1))
    for minutes in (0, 2):
        clock(minutes)
        write(journal)
        assert backups.back_up_if_due(journal, policy)


def test_that_a_newest_backup_that_cannot_be_read_is_passed_over(journal, clock):
    write(journal)
    backups.back_up_if_due(journal)
    clock(31)
    write(journal)
    made = backups.back_up_if_due(journal)
    made.backup.path.write_bytes(b"damaged")
    clock(32)
    assert backups.back_up_if_due(journal).is_new


# The list


def test_that_the_list_says_what_is_in_each_newest_first(journal, folder, clock):
    assert backups.overview(folder) == backups.Overview((), None, None, False)
    assert backups.overview(folder).last_backup is None
    write(journal)
    journal.back_up()
    journal.keep_thought_record(ThoughtRecord(at=NOON, situation="y"))
    binned = write(journal)
    journal.bin.put(binned.id)
    clock(60)
    journal.back_up(Reason.DAILY)
    second, first = backups.overview(folder).backups
    assert (first.number, first.reason, first.entries, first.in_bin) == (1, Reason.MANUAL, 1, 0)
    assert (second.number, second.entries, second.thought_records, second.in_bin) == (2, 1, 1, 1)
    assert second.made == second.checked == computer_clock.now()
    assert second.size == second.path.stat().st_size
    assert backups.overview(folder).last_backup == second


def test_that_a_backup_that_cannot_be_read_is_in_the_list_all_the_same(journal, folder):
    journal.back_up()
    newest(journal).write_bytes(b"damaged")
    (found,) = backups.overview(folder).backups
    assert (found.number, found.day, found.made) == (1, NOON.day, None)
    assert backups.overview(folder).last_backup is None


def test_that_the_second_folder_is_in_the_list(journal, folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    stick = tmp_path / "stick"
    assert "not there" not in backups.use_second_folder(folder, stick)
    assert not backups.overview(folder).second_folder_is_there
    stick.mkdir()
    backups.use_second_folder(folder, stick.relative_to(tmp_path))
    found = backups.overview(folder)
    assert (found.second_folder, found.second_folder_is_there) == (stick, True)
    backups.use_second_folder(folder, None)
    assert backups.overview(folder).second_folder is None


def test_that_a_choice_that_cannot_be_kept_is_said_so(folder, monkeypatch):
    def refuse(*_args, **_options):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with pytest.raises(NotWrittenError, match="cannot be written"):
        backups.use_second_folder(folder, None)


# Looking them through


def test_that_every_backup_is_looked_through(journal, folder, clock):
    for number in range(4):
        clock(number)
        write(journal)
        journal.back_up()
    paths = [backup.path for backup in backups.overview(folder).backups]
    data = paths[1].read_bytes()
    paths[1].write_bytes(data[:6000] + b"\0\0" + data[6002:])
    clock(60)
    found = {one.path: one.finding for one in backups.check_all(journal)}
    assert found == dict.fromkeys(paths, Finding.SOUND) | {paths[1]: Finding.DAMAGED}
    checked = [backup.checked for backup in backups.overview(folder).backups]
    assert [at == computer_clock.now() for at in checked] == [True, False, True, True]


def test_that_a_backup_of_an_earlier_key_needs_its_passphrase(secret_journal):
    write(secret_journal)
    secret_journal.back_up()
    keys.make_new_key(secret_journal, PASSPHRASE, lambda: None)
    keys.change_passphrase(secret_journal, PASSPHRASE, OTHER)
    write(secret_journal)
    secret_journal.back_up()

    def findings(passphrase):
        return [one.finding for one in backups.check_all(secret_journal, passphrase)]

    assert findings(None) == findings(OTHER) == [Finding.SOUND] * 2 + [Finding.CLOSED]
    assert findings(PASSPHRASE) == [Finding.SOUND] * 3


def test_that_one_that_there_is_no_room_to_open_is_not_called_damaged(journal, monkeypatch):
    journal.back_up()

    def full(*_args):
        raise OSError

    monkeypatch.setattr("resilience_desktop.storage.restoring.take_out", full)
    assert [one.finding for one in backups.check_all(journal)] == [Finding.UNTRIED]


# Trying one out


def test_that_the_copies_in_the_second_folder_are_looked_through_too(journal, folder, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    backups.use_second_folder(folder, second)
    write(journal)
    journal.back_up()
    (copy,) = second.rglob("*.rjb")
    progress = Progress()
    found = backups.check_all(journal, progress=progress)
    assert [(one.path, one.finding, one.is_copy) for one in found] == [
        (newest(journal), Finding.SOUND, False),
        (copy, Finding.SOUND, True),
    ]
    assert progress.fraction == 1
    copy.write_bytes(b"damaged")
    assert [one.finding for one in backups.check_all(journal)] == [Finding.SOUND, Finding.DAMAGED]
    second.rename(tmp_path / "away")
    assert [one.is_copy for one in backups.check_all(journal)] == [False]


def test_that_making_a_backup_tells_how_far_it_is_and_can_be_stopped(journal):
    write(journal)
    progress = Progress()
    journal.back_up(progress=progress)
    assert progress.fraction == 1
    write(journal)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(CancelledError):
        journal.back_up(progress=stopped)
    assert len(backups.overview(journal.folder).backups) == 1


def test_that_the_newest_backup_is_tried_out_and_the_day_noted(journal, folder, clock):
    write(journal)
    journal.back_up()
    write(journal)
    clock(60)
    before = {path: path.read_bytes() for path in folder.rglob("*.rjb")}
    tried = backups.try_restoring(journal)
    assert (tried.number, tried.entries) == (1, 1)
    assert backups.overview(folder).last_restore_test == computer_clock.now()
    assert backups.overview(folder).backups[0].checked == computer_clock.now()
    assert {path: path.read_bytes() for path in folder.rglob("*.rjb")} == before
    assert notes(journal) == ["x", "x"]
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["backups"]


def test_that_there_has_to_be_a_backup_of_this_key_to_try(secret_journal):
    with pytest.raises(JournalUnavailableError, match="no backup of this journal"):
        backups.try_restoring(secret_journal)
    secret_journal.back_up()
    newest(secret_journal).write_bytes(b"damaged")
    with pytest.raises(JournalUnavailableError):
        backups.try_restoring(secret_journal)


def test_that_a_trial_that_finds_faults_is_not_noted(journal, folder, monkeypatch):
    journal.back_up()
    monkeypatch.setattr(Store, "problems", lambda _store: ["a fault"])
    with pytest.raises(JournalDamagedError, match="has faults"):
        backups.try_restoring(journal)
    assert backups.overview(folder).last_restore_test is None


# Looking into one


def test_that_a_preview_shows_everything_and_leaves_nothing_behind(secret_journal, folder):
    write(secret_journal, "old")
    secret_journal.drafts.keep("entry:new", Entry(at=NOON, note="draft"))
    before = secret_journal.contents()
    secret_journal.back_up()
    write(secret_journal, "new")
    path = newest(secret_journal)
    assert backups.preview(secret_journal, path) == before
    assert notes(secret_journal) == ["old", "new"]
    secret_journal.close()
    assert backups.preview(folder, path, PASSPHRASE) == before
    with pytest.raises(WrongPassphraseError):
        backups.preview(folder, path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "backups",
        "journal.db",
        "journal.keys",
    ]


def test_that_a_preview_of_an_earlier_key_asks_for_its_passphrase(secret_journal):
    write(secret_journal, "old")
    secret_journal.back_up()
    path = newest(secret_journal)
    keys.make_new_key(secret_journal, PASSPHRASE, lambda: None)
    with pytest.raises(WrongPassphraseError):
        backups.preview(secret_journal, path)
    found = backups.preview(secret_journal, path, PASSPHRASE)
    assert [entry.note for entry in found.entries] == ["old"]


# Going back to one


def test_that_an_open_journal_goes_back_and_stays_open(secret_journal, folder):
    write(secret_journal, "old")
    secret_journal.back_up()
    path = newest(secret_journal)
    write(secret_journal, "new")
    restored = backups.restore(secret_journal, path)
    assert notes(secret_journal) == ["old"]
    assert restored.before.is_new
    assert restored.set_aside is None
    write(secret_journal, "newest")
    secret_journal.close()
    again = Journal.open(folder, PASSPHRASE)
    assert notes(again) == ["old", "newest"]
    backups.restore(again, restored.before.backup.path)
    assert notes(again) == ["old", "new"]
    assert again.verify().problems == ()
    again.close()


def test_that_an_open_journal_goes_back_beyond_a_new_key(secret_journal, folder):
    write(secret_journal, "old")
    secret_journal.back_up()
    path = newest(secret_journal)
    keys.make_new_key(secret_journal, PASSPHRASE, lambda: None)
    write(secret_journal, "new")
    with pytest.raises(WrongPassphraseError):
        backups.restore(secret_journal, path)
    assert notes(secret_journal) == ["old", "new"]
    restored = backups.restore(secret_journal, path, PASSPHRASE)
    assert notes(secret_journal) == ["old"]
    backups.restore(secret_journal, restored.before.backup.path, PASSPHRASE)
    assert notes(secret_journal) == ["old", "new"]
    secret_journal.close()
    Journal.open(folder, PASSPHRASE).close()


def test_that_a_journal_stays_open_when_going_back_fails(secret_journal, monkeypatch):
    write(secret_journal, "old")
    secret_journal.back_up()
    write(secret_journal, "new")

    def full(*_args):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(replacing.os, "name", "posix")
        patch.setattr("resilience_desktop.storage.restoring.put_in_place", full)
        with pytest.raises(NotWrittenError, match="as it was"):
            backups.restore(secret_journal, newest(secret_journal))
    write(secret_journal, "newest")
    assert notes(secret_journal) == ["old", "new", "newest"]


def test_that_a_backup_from_before_there_was_a_passphrase_opens_without(folder):
    journal, _ = Journal.create(folder, None)
    write(journal, "old")
    journal.back_up()
    path = newest(journal)
    keys.set_passphrase(journal, PASSPHRASE, lambda: None)
    backups.restore(journal, path)
    assert notes(journal) == ["old"]
    journal.close()
    assert Journal.door(folder) is Door.OPEN


def test_that_a_journal_that_is_gone_comes_back(journal, folder, tmp_path):
    write(journal, "old")
    journal.back_up()
    away = tmp_path / newest(journal).name
    shutil.copyfile(newest(journal), away)
    journal.delete_everything()
    restored, how = backups.restore_closed(folder, away)
    assert notes(restored) == ["old"]
    assert (how.before, how.set_aside) == (None, None)
    restored.close()


# Before something big


def test_that_a_journal_is_backed_up_before_anything_is_brought_in(journal, folder):
    journal.add(Contents(entries=(Entry(at=NOON, note="first"),)))
    assert backups.overview(folder).backups == ()  # there was nothing yet
    journal.add(Contents(entries=(Entry(at=NOON, note="second"),)))
    (found,) = backups.overview(folder).backups
    assert (found.reason, found.entries) == (Reason.BEFORE_IMPORT, 1)


# Saving what is left


def test_that_what_can_be_read_of_a_damaged_journal_is_opened_in_its_place(folder):
    journal, groups = Journal.create(folder, PASSPHRASE)
    kept = write(journal, "rescued")
    journal.keep_entry(dataclasses.replace(kept, note="changed"))
    journal.close()
    path = folder / "journal.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:16] + bytes(4080) + whole[4096:])
    damaged = path.read_bytes()
    with pytest.raises(JournalDamagedError):
        Journal.open(folder, PASSPHRASE)
    saved, report = backups.salvage(folder, PASSPHRASE)
    assert notes(saved) == ["changed"]
    assert [revision.item for revision in saved.revisions.of(kept.id)] == [kept]
    assert (report.entries, report.damaged_pages) == (1, 1)
    saved.close()
    assert (report.set_aside / "journal.db").read_bytes() == damaged
    Journal.open_with_code(folder, "-".join(groups)).close()


def test_that_a_backup_can_be_put_elsewhere_and_comes_back_from_there(journal, folder, tmp_path):
    write(journal, "old")
    away = backups.copy_to(journal, tmp_path)
    assert away.parent == tmp_path
    journal.delete_everything()
    restored, _ = backups.restore_closed(folder, away)
    assert notes(restored) == ["old"]
    restored.close()


def test_that_a_backup_is_not_put_where_nothing_can_be_written(journal, tmp_path):
    with pytest.raises(NotWrittenError, match="could not be saved there"):
        backups.copy_to(journal, tmp_path / "missing")


def test_that_backups_are_found_in_a_second_folder_or_the_one_in_it(journal, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    write(journal)
    journal.back_up()
    backups.use_second_folder(journal.folder, second)
    (copy,) = backups.overview_of(second).backups
    (inside,) = second.iterdir()
    assert backups.overview_of(inside).backups == (copy,)
    assert copy.path.parent == inside
    assert backups.overview_of(tmp_path / "nothing").backups == ()


def test_that_a_folder_that_cannot_be_read_holds_no_backups(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(Path, "glob", refuse)
    assert backups.overview_of(tmp_path).backups == ()
