import dataclasses
import datetime as dt
import errno
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.backup import Reason, Stored
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import (
    JournalDamagedError,
    JournalUnavailableError,
    NotWrittenError,
)
from resilience_desktop.storage import backups as storage
from resilience_desktop.storage.backup_file import (
    DATABASE,
    KEYS,
    BackupFile,
    Manifest,
    check_sums,
    read_manifest,
    take_out,
)
from resilience_desktop.storage.backup_notes import NAME, Notes
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.connection import JournalFile
from resilience_desktop.storage.state import State
from resilience_desktop.storage.vault import Vault

WORDS = "five ordinary words are enough"


@pytest.fixture
def vault(folder):
    return Vault(folder)


@pytest.fixture
def store(vault, noon):
    """An open journal with a passphrase and one entry."""
    store, _ = vault.create(WORDS)
    with store.writing():
        store.entries.put(Entry(at=noon, mood=2, note="CANARY walked by the river"))
    yield store
    store.close()


@pytest.fixture
def backups(folder):
    return Backups(folder)


@pytest.fixture
def backup(backups, store, noon):
    """The path of a backup of that journal."""
    return backups.make(store.db, Reason.DAILY, noon).backup.path


def write(store, noon, note="more"):
    entry = Entry(at=noon, note=note)
    with store.writing():
        store.entries.put(entry)
    return entry


def later(noon, **time):
    return Moment.from_wall(noon.wall + dt.timedelta(**time), noon.zone)


def names(place):
    return sorted(path.name for path in place.iterdir())


# Making one


def test_that_a_backup_opens_as_the_journal_does(store, backup, tmp_path):
    place = tmp_path / "elsewhere"
    place.mkdir()
    take_out(backup, place)
    store.close()
    copy = Vault(place).open(WORDS)
    assert [entry.note for entry in copy.entries.all(binned=False)] == [
        "CANARY walked by the river"
    ]
    copy.close()


def test_that_a_backup_says_what_it_holds(store, backup, noon):
    manifest = read_manifest(backup)
    assert backup.name == "000001_2026-11-19_daily.rjb"
    assert (manifest.sequence, manifest.made, manifest.reason) == (1, noon, Reason.DAILY)
    assert manifest.state == State.of(store.db)
    assert manifest.state.entries == 1
    assert manifest.journal_id == store.db.journal_id
    assert set(manifest.sums) == {DATABASE, KEYS}


def test_that_no_words_can_be_read_in_a_backup(backup):
    assert b"CANARY" not in backup.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_only_this_user_can_read_a_backup(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_that_only_the_finished_backup_is_left(backups, backup):
    assert names(backups.place) == [backup.name, NAME]


def test_that_nothing_is_done_when_nothing_has_changed(backups, store, backup, noon):
    again = backups.make(store.db, Reason.MANUAL, later(noon, days=1))
    assert (again.backup.path, again.is_new) == (backup, False)
    write(store, noon)
    assert backups.make(store.db, Reason.MANUAL, noon).is_new
    assert [found.stored.sequence for found in backups.all()] == [2, 1]


def test_that_a_new_passphrase_is_a_change(backups, vault, store, backup, noon):
    vault.keep(vault.found_keys())  # counts the generations of the key file up
    assert backups.make(store.db, Reason.DAILY, noon).is_new


def test_that_a_newest_backup_that_is_damaged_does_not_serve(backups, store, backup, noon):
    backup.write_bytes(backup.read_bytes()[:-100])
    assert backups.make(store.db, Reason.BEFORE_IMPORT, noon).is_new
    assert names(backups.place)[:2] == [backup.name, "000002_2026-11-19_before-import.rjb"]


def test_that_numbers_go_on_whatever_the_clock_says(backups, store, backup, noon):
    write(store, noon)
    early = backups.make(store.db, Reason.DAILY, later(noon, days=-4000)).backup
    assert early.path.name == "000002_2015-12-07_daily.rjb"
    assert backups.all()[0] == early


def test_that_a_journal_without_a_key_file_is_backed_up_all_the_same(backups, vault, store, noon):
    vault.keys.unlink()
    made = backups.make(store.db, Reason.DAILY, noon).backup
    assert set(check_sums(made.path).sums) == {DATABASE}
    assert not backups.make(store.db, Reason.DAILY, noon).is_new


def test_that_a_disk_that_is_full_leaves_the_older_backups(
    backups, store, backup, noon, monkeypatch
):
    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    before = backup.read_bytes()
    write(store, noon)
    for name in ("write_backup", "sync_folder"):
        with monkeypatch.context() as patch:
            patch.setattr(storage, name, full)
            with pytest.raises(NotWrittenError, match="could not be made: the disk is full"):
                backups.make(store.db, Reason.DAILY, noon)
    assert backup.read_bytes() == before
    assert not [name for name in names(backups.place) if "part" in name]


def test_that_a_copy_that_is_not_the_same_is_no_backup(backups, store, noon, monkeypatch):
    monkeypatch.setattr(storage, "is_true_copy", lambda *_args: False)
    with pytest.raises(NotWrittenError):
        backups.make(store.db, Reason.DAILY, noon)
    assert backups.all() == []


@pytest.mark.parametrize("pages", [slice(1, None), slice(10, None), slice(-1, None)])
def test_that_damage_to_the_copy_is_not_said_to_be_damage_to_the_journal(
    backups, store, noon, monkeypatch, pages
):
    def copy_with_damage(file, path):
        copy_to(file, path)
        data = bytearray(path.read_bytes())
        for start in range(0, len(data), 4096)[pages]:
            data[start + 2000] ^= 1
        path.write_bytes(data)

    copy_to = JournalFile.copy_to
    monkeypatch.setattr(JournalFile, "copy_to", copy_with_damage)
    with pytest.raises(NotWrittenError, match="The journal itself is as it was"):
        backups.make(store.db, Reason.DAILY, noon)
    assert backups.all() == []


def test_that_damage_that_is_not_in_the_copy_is_said_to_be_in_the_journal(
    backups, store, noon, monkeypatch
):
    def damaged(*_args):
        raise JournalDamagedError

    monkeypatch.setattr(storage, "is_true_copy", damaged)
    with pytest.raises(JournalDamagedError):
        backups.make(store.db, Reason.DAILY, noon)
    assert backups.all() == []


def test_that_memory_for_a_backup_is_given_back(backups, store, noon):
    (usual,) = store.db.execute("PRAGMA cache_size").fetchone()
    backups.make(store.db, Reason.DAILY, noon)
    assert store.db.execute("PRAGMA cache_size").fetchone() == (usual,)


def test_that_a_disk_that_gives_back_something_else_is_noticed(backups, store, noon, monkeypatch):
    def damaged(_path):
        raise JournalDamagedError

    monkeypatch.setattr(storage, "check_sums", damaged)
    with pytest.raises(NotWrittenError):
        backups.make(store.db, Reason.DAILY, noon)
    assert backups.all() == []


def test_that_a_fault_in_the_journal_does_not_stop_its_backup(backups, store, noon):
    store.db.execute("DELETE FROM search_data WHERE id > 10")
    assert backups.make(store.db, Reason.DAILY, noon).is_new


def test_that_a_journal_that_cannot_be_read_is_said_to_be_damaged(vault, backups, store, noon):
    with store.writing():
        for number in range(50):
            store.entries.put(Entry(at=noon, note=f"{number} " * 500))
    store.close()
    data = bytearray(vault.file.read_bytes())
    # Past what is read when it is opened: damage that comes while it is open.
    opened = vault.open(WORDS)
    data[-3000] ^= 1
    vault.file.write_bytes(data)
    opened.db.execute("PRAGMA shrink_memory")
    with pytest.raises(JournalDamagedError):
        backups.make(opened.db, Reason.DAILY, noon)
    opened.close()
    assert backups.all() == []


def test_that_leftovers_of_a_stopped_backup_are_cleared_away(backups, store, noon):
    backups.place.mkdir()
    (backups.place / "000001_2026-11-19_daily.rjb.part").write_bytes(b"half")
    (backups.place / "000001_2026-11-19_daily.rjb.db.part-journal").write_bytes(b"half")
    backups.make(store.db, Reason.DAILY, noon)
    assert names(backups.place) == ["000001_2026-11-19_daily.rjb", NAME]


# Keeping some


def fake(place, days, first=1):
    """Put empty files there, one for each of these days."""
    place.mkdir(parents=True, exist_ok=True)
    for number, day in enumerate(days, start=first):
        (place / f"{number:06}_{day}_regular.rjb").touch()


def test_that_at_most_two_go_at_once(backups, store, noon):
    fake(backups.place, [dt.date(2026, 11, 18)] * 30)
    backups.make(store.db, Reason.REGULAR, noon)
    numbers = [found.stored.sequence for found in backups.all()]
    assert numbers == list(range(31, 2, -1))


@pytest.mark.parametrize("days", [-1, 40, 3650])
def test_that_none_go_while_the_clock_may_be_wrong(backups, store, noon, days):
    fake(backups.place, [dt.date(2026, 11, 18)] * 30)
    backups.make(store.db, Reason.REGULAR, later(noon, days=days - 1))
    assert len(backups.all()) == 31


def test_that_one_that_cannot_be_removed_stops_nothing(backups, store, noon, monkeypatch):
    fake(backups.place, [dt.date(2026, 11, 18)] * 30)
    unlink = Path.unlink

    def refuse(path, **options):
        if path.name.startswith("000001"):
            raise PermissionError
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", refuse)
    backups.make(store.db, Reason.REGULAR, noon)
    assert len(backups.all()) == 30


@pytest.mark.parametrize(
    "name",
    ["1_2026-11-19_daily.rjb", "000001_2026-13-19_daily.rjb", "000001_2026-11-19_odd.rjb", "x.rjb"],
)
def test_that_other_files_are_no_backups(name):
    assert BackupFile.named(Path(name)) is None


def test_that_a_name_says_number_day_and_reason():
    path = Path("000123_2026-11-22_before-restore.rjb")
    stored = Stored(123, dt.date(2026, 11, 22), Reason.BEFORE_RESTORE)
    assert BackupFile.named(path) == BackupFile(path, stored)


def test_that_files_among_the_backups_belong_to_the_journal(backups, backup, folder, tmp_path):
    assert backups.owns(backup)
    assert backups.owns(folder / "x" / ".." / "quarantine" / "new.json")
    assert not backups.owns(tmp_path / "elsewhere.json")
    assert not backups.owns(Path("\0"))


# The second folder


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


def copies(backups):
    return names(backups.notes().second_place)


def test_that_backups_go_to_the_second_folder_too(backups, store, backup, noon, stick):
    assert backups.use_second_folder(stick) == ""
    assert copies(backups) == [backup.name]
    write(store, noon)
    made = backups.make(store.db, Reason.DAILY, noon)
    assert made.remark == ""
    copy = backups.notes().second_place / made.backup.path.name
    assert copy.read_bytes() == made.backup.path.read_bytes()
    assert backups.use_second_folder(None) == ""
    assert copy.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_only_this_user_can_read_a_copy(backups, store, backup, stick):
    backups.use_second_folder(stick)
    elsewhere = backups.copy_to(backups.all()[0], stick)
    place = backups.notes().second_place
    assert [stat.S_IMODE(copy.stat().st_mode) for copy in (place / backup.name, elsewhere)] == [
        0o600,
        0o600,
    ]


def test_that_a_stick_without_owners_is_good_enough(backups, store, backup, stick, monkeypatch):
    def refuse(_path, _mode, **_more):
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    assert backups.use_second_folder(stick) == ""
    assert copies(backups) == [backup.name]


def test_that_a_second_folder_can_be_chosen_before_there_is_a_backup(backups, store, noon, stick):
    assert backups.use_second_folder(stick) == ""
    backups.make(store.db, Reason.DAILY, noon)
    assert copies(backups) == ["000001_2026-11-19_daily.rjb"]


def test_that_a_second_folder_that_is_gone_is_only_a_remark(backups, store, noon, stick):
    backups.use_second_folder(stick)
    stick.rmdir()
    made = backups.make(store.db, Reason.DAILY, noon)
    assert made.remark == "The second folder for backups is not there now."
    assert check_sums(made.backup.path)


def test_that_a_copy_that_fails_is_only_a_remark_and_leaves_nothing(
    backups, store, noon, stick, monkeypatch
):
    backups.use_second_folder(stick)

    def full(_source, target):
        Path(target).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(storage.shutil, "copyfile", full)
    made = backups.make(store.db, Reason.DAILY, noon)
    assert made.remark == "The backup could not be copied into the second folder."
    assert copies(backups) == []


def test_that_a_stick_that_cannot_sync_its_folder_is_good_enough(
    backups, store, backup, stick, monkeypatch
):
    def refuse(_folder):
        raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(storage, "sync_folder", refuse)
    assert backups.use_second_folder(stick) == ""


def test_that_the_second_folder_is_thinned_out_by_itself(backups, store, noon, stick):
    backups.use_second_folder(stick)
    place = backups.notes().second_place
    fake(place, [dt.date(2026, 11, 18)] * 30, first=100)
    backups.make(store.db, Reason.DAILY, noon)
    assert len(copies(backups)) == 29
    assert len(backups.all()) == 1


# Notes


def test_that_notes_come_back_as_they_went_in(tmp_path, noon):
    notes = Notes(tmp_path / "there", {"a.rjb": noon}, noon)
    notes.write(tmp_path)
    assert Notes.read(tmp_path) == notes


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 1, "version": 1}', b"\xff"])
def test_that_damaged_notes_are_empty_ones(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    assert Notes.read(tmp_path).checked == {}
    assert Notes.read(tmp_path).second_place is None


def test_that_a_mark_cannot_lead_out_of_the_second_folder(tmp_path):
    Notes(tmp_path).write(tmp_path)
    plain = json.loads((tmp_path / NAME).read_bytes())
    (tmp_path / NAME).write_text(json.dumps({**plain, "mark": "/../../x"}), encoding="utf-8")
    assert Notes.read(tmp_path).second_folder is None


def test_that_notes_that_cannot_be_kept_stop_nothing(backups, store, noon, monkeypatch):
    def refuse(_notes, _place):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Notes, "write", refuse)
    assert backups.make(store.db, Reason.DAILY, noon).is_new


def test_that_a_backup_was_found_sound_when_it_was_made_and_is_forgotten_when_gone(
    backups, store, backup, noon
):
    assert backups.notes().checked == {backup.name: noon}
    backup.unlink()
    write(store, noon)
    second = backups.make(store.db, Reason.DAILY, later(noon, days=1)).backup.path
    assert list(backups.notes().checked) == [second.name]


# Files that are damaged or meant ill


def test_that_a_manifest_comes_back_as_it_went_in(backup):
    manifest = read_manifest(backup)
    assert Manifest.from_bytes(manifest.to_bytes()) == manifest


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}',
    ],
)
def test_that_what_is_no_manifest_is_refused(content):
    with pytest.raises(ValueError, match="manifest"):
        Manifest.from_bytes(content)


def test_that_a_manifest_that_was_changed_is_refused(backup):
    content = read_manifest(backup).to_bytes()
    with pytest.raises(ValueError, match="manifest"):
        Manifest.from_bytes(content.replace(b'"entries": 1', b'"entries": 2'))


def test_that_a_manifest_of_another_version_is_refused(backup):
    manifest = dataclasses.replace(read_manifest(backup), sums={})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("resilience_desktop.storage.backup_file._VERSION", 2)
        content = manifest.to_bytes()
    with pytest.raises(ValueError, match="manifest"):
        Manifest.from_bytes(content)


@pytest.mark.parametrize("wrong", [{}, {"digest": 1}, {"entries": "1", "digest": ""}])
def test_that_what_is_no_state_is_refused(wrong):
    with pytest.raises(ValueError, match="digest"):
        State.from_plain(wrong)


@given(st.data())
def test_that_damage_to_a_backup_is_noticed_or_harms_nothing(tmp_path, backup, data):
    content = backup.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    damaged = tmp_path / "damaged.rjb"
    bit = 1 << data.draw(st.integers(0, 7))
    damaged.write_bytes(content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :])
    try:
        assert check_sums(damaged) == read_manifest(backup)
    except (JournalDamagedError, JournalUnavailableError):
        return


@given(st.data())
def test_that_a_backup_that_was_cut_off_is_refused(tmp_path, backup, data):
    content = backup.read_bytes()
    damaged = tmp_path / "damaged.rjb"
    damaged.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(JournalDamagedError, match="damaged, or it is not a backup"):
        check_sums(damaged)


def repacked(backup, path, **options):
    """Write the members of a backup anew, with some changed, left out or added."""
    compression = options.pop("compression", zipfile.ZIP_STORED)
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(path, "w", compression) as target:
        members = {info.filename: source.read(info) for info in source.infolist()}
        for name, content in {**members, **options.pop("members", {})}.items():
            if content is not None:
                target.writestr(name, content)
    return path


def without_a_sum(backup):
    manifest = read_manifest(backup)
    return dataclasses.replace(manifest, sums={KEYS: manifest.sums[KEYS]}).to_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda _: {"members": {DATABASE: None}},
        lambda _: {"members": {DATABASE: b"another"}},
        lambda _: {"members": {"manifest.json": None}},
        lambda _: {"members": {"manifest.json": b" " * 100_000}},
        lambda backup: {"members": {"manifest.json": without_a_sum(backup)}},
        lambda _: {"compression": zipfile.ZIP_DEFLATED},
    ],
)
def test_that_a_file_put_together_by_somebody_else_is_refused(tmp_path, backup, change):
    other = repacked(backup, tmp_path / "other.rjb", **change(backup))
    place = tmp_path / "place"
    place.mkdir()
    for work in (lambda: check_sums(other), lambda: take_out(other, place)):
        with pytest.raises(JournalDamagedError):
            work()


def test_that_members_nobody_asked_for_are_left_where_they_are(tmp_path, backup):
    other = repacked(backup, tmp_path / "other.rjb", members={"../out": b"x", "more": b"y"})
    place = tmp_path / "place"
    place.mkdir()
    take_out(other, place)
    assert names(place) == [DATABASE, KEYS]
    assert not (tmp_path / "out").exists()


def test_that_a_disk_that_gives_back_something_else_is_noticed_when_taking_out(
    tmp_path, backup, monkeypatch
):
    monkeypatch.setattr("resilience_desktop.storage.backup_file.sum_of", lambda _file: "other")
    with pytest.raises(JournalDamagedError):
        take_out(backup, tmp_path)


def test_that_a_backup_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(JournalUnavailableError, match=r"gone\.rjb cannot be read"):
        read_manifest(tmp_path / "gone.rjb")
