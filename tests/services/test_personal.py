"""People to call, and what somebody wants of their journal."""

import dataclasses
import datetime as dt
import os
import stat

import pytest

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.contact import Contact
from resilience_desktop.domain.journal_settings import ENERGY, JournalSettings
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.contacts import contacts_when_locked
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.exchange import export
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.contact_copy import copy_in

NAME, PHONE, NOTE = "Kanarienvogel", "01632 960142", "Feldlerche"
MARA = Contact(NAME, PHONE, NOTE)
OTHERS = tuple(Contact(f"Someone {n}", f"0163296017{n}") for n in range(4))
CODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def leaks(folder):
    """Return which of the words can be read in which file of the folder."""
    return {
        (path.name, word)
        for path in folder.rglob("*")
        if path.is_file()
        for word in (NAME, PHONE, PHONE.replace(" ", ""), NOTE)
        for coding in CODINGS
        if word.encode(coding).lower() in path.read_bytes().lower()
    }


# People to call


def test_that_people_are_kept_in_their_order(journal):
    assert journal.contacts.all() == ()
    assert not journal.contacts.shown_when_locked()
    people = (MARA, *OTHERS)
    assert journal.contacts.keep(people, also_when_locked=False) == Changes(contacts=True)
    assert journal.contacts.all() == people
    journal.contacts.keep(reversed(people), also_when_locked=False)
    assert journal.contacts.all() == people[::-1]
    journal.contacts.keep((), also_when_locked=False)
    assert journal.contacts.all() == ()


def test_that_a_sixth_is_refused_and_changes_nothing(journal):
    journal.contacts.keep([MARA], also_when_locked=False)
    with pytest.raises(ValueError, match="at most 5"):
        journal.contacts.keep((MARA,) * 6, also_when_locked=False)
    assert journal.contacts.all() == (MARA,)


def test_that_people_survive_closing(folder):
    journal, _ = Journal.create(folder, "some words for it")
    journal.contacts.keep([MARA], also_when_locked=True)
    journal.close()
    journal = Journal.open(folder, "some words for it")
    assert journal.contacts.all() == (MARA,)
    assert journal.contacts.shown_when_locked()
    journal.close()


# The lock page


def test_that_nobody_is_shown_when_locked_unless_someone_says_so(folder):
    journal, _ = Journal.create(folder, None)
    assert contacts_when_locked(folder) == ()
    journal.contacts.keep([MARA], also_when_locked=False)
    assert contacts_when_locked(folder) == ()
    journal.contacts.keep([MARA], also_when_locked=True)
    assert contacts_when_locked(folder) == (Contact(NAME, PHONE),)
    journal.contacts.keep([MARA, *OTHERS], also_when_locked=True)
    assert len(contacts_when_locked(folder)) == 5
    journal.contacts.keep([], also_when_locked=True)
    assert contacts_when_locked(folder) == ()
    assert not copy_in(folder).exists()
    journal.close()


@pytest.mark.parametrize("passphrase", [None, "some words for it"])
def test_that_no_name_or_number_can_be_read_in_the_folder(folder, passphrase):
    journal, _ = Journal.create(folder, passphrase)
    journal.contacts.keep([MARA], also_when_locked=False)
    assert leaks(folder) == set()
    journal.rest()
    assert leaks(folder) == set()
    journal.contacts.keep([MARA, OTHERS[0]], also_when_locked=True)
    assert leaks(folder) == {("contacts.json", NAME), ("contacts.json", PHONE)}
    journal.contacts.keep([MARA, OTHERS[0]], also_when_locked=False)
    assert leaks(folder) == set()
    journal.contacts.keep([MARA], also_when_locked=True)
    journal.contacts.keep([], also_when_locked=True)
    assert leaks(folder) == set()
    journal.close()
    assert leaks(folder) == set()
    Journal.open(folder, passphrase).close()
    assert leaks(folder) == set()


def test_that_the_search_for_readable_names_would_find_them(folder):
    folder.mkdir()
    (folder / "leak").write_bytes(f"x{NAME.upper()}".encode("utf-16-be"))
    assert leaks(folder) == {("leak", NAME)}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders of a user private by itself")
def test_that_what_the_lock_page_reads_is_for_this_user_only(folder, journal):
    journal.contacts.keep([MARA], also_when_locked=True)
    assert stat.S_IMODE(copy_in(folder).stat().st_mode) == 0o600


def test_that_opening_puts_right_what_a_power_cut_left(folder):
    journal, _ = Journal.create(folder, None)
    journal.contacts.keep([MARA], also_when_locked=True)
    journal.close()
    copy_in(folder).write_text("damaged")
    Journal.open(folder).close()
    assert contacts_when_locked(folder) == (Contact(NAME, PHONE),)

    journal = Journal.open(folder)
    journal.contacts.keep([MARA], also_when_locked=False)
    journal.close()
    copy_in(folder).write_text(f'"{NAME}"')
    copy_in(folder).with_name("contacts.json.tmp").write_text(NAME)
    Journal.open(folder).close()
    assert leaks(folder) == set()


def test_that_names_of_another_journal_do_not_stay_in_the_folder(folder):
    folder.mkdir()
    copy_in(folder).write_text(NAME)
    Journal.create(folder, None)[0].close()
    assert not copy_in(folder).exists()


def refuse(*_args, **_kwargs):
    raise OSError


def test_that_people_are_kept_also_when_the_copy_cannot_be_and_it_is_said(
    folder, journal, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr("resilience_desktop.storage.open_copy.replace_file", refuse)
        with pytest.raises(NotWrittenError, match="kept in the journal"):
            journal.contacts.keep([MARA], also_when_locked=True)
        assert journal.contacts.all() == (MARA,)
        assert journal.add(Contents(contacts=OTHERS[:1])).contacts == OTHERS[:1]
    assert contacts_when_locked(folder) == ()


def test_that_a_journal_opens_also_when_the_copy_cannot_be_put_right(folder, monkeypatch):
    journal, _ = Journal.create(folder, None)
    journal.contacts.keep([MARA], also_when_locked=True)
    journal.close()
    copy_in(folder).unlink()
    monkeypatch.setattr("resilience_desktop.storage.open_copy.replace_file", refuse)
    journal = Journal.open(folder)
    assert journal.contacts.all() == (MARA,)
    journal.close()


# Settings


def test_that_settings_are_as_usual_until_they_are_changed(journal):
    assert journal.settings() == JournalSettings()
    wanted = JournalSettings((ENERGY, "weather"), quiet_line=False)
    assert journal.keep_settings(wanted) == Changes(settings=True)
    assert journal.settings() == wanted


def test_that_settings_of_a_newer_version_stay(journal):
    newer = Contents(settings=(("colour_of_the_paper", {"a": [1]}),))
    journal.add(newer)
    journal.keep_settings(JournalSettings())
    assert ("colour_of_the_paper", {"a": [1]}) in journal.contents().settings


def test_that_the_day_of_the_quiet_line_is_remembered_and_only_the_last(folder):
    journal, _ = Journal.create(folder, None)
    assert journal.remembered.quiet_line_day() is None
    day = dt.date(2026, 11, 22)
    assert journal.remembered.keep_quiet_line_day(day) == Changes(settings=True)
    journal.remembered.keep_quiet_line_day(day + dt.timedelta(days=1))
    journal.close()
    journal = Journal.open(folder)
    assert journal.remembered.quiet_line_day() == day + dt.timedelta(days=1)
    journal.close()


# Everything out and in again


def test_that_people_and_settings_come_along_but_nothing_that_is_only_of_here(journal):
    journal.contacts.keep([MARA, OTHERS[0]], also_when_locked=True)
    wanted = JournalSettings((ENERGY,), quiet_line=False, memories_away="2026-11-22")
    journal.keep_settings(wanted)
    journal.remembered.keep_quiet_line_day(dt.date(2026, 11, 22))
    contents = journal.contents()
    assert contents.contacts == (MARA, OTHERS[0])
    assert {**dict(contents.settings), "memories_away": "2026-11-22"} == wanted.to_plain()
    assert "memories_away" not in dict(contents.settings)
    written = export(contents)
    assert b"2026-11-22" not in written.split(b'"entries"')[1]
    assert b"locked" not in written


def test_that_a_file_cannot_have_names_written_outside_the_encryption(folder, journal):
    journal.add(
        Contents(
            contacts=(MARA,),
            settings=(
                ("contacts_shown_when_locked", True),
                ("quiet_line_day", "never"),
                ("memories_away", "2026-11-22"),
                ("asks", []),
            ),
        )
    )
    assert journal.contacts.all() == (MARA,)
    assert journal.settings().asks == ()
    assert not journal.contacts.shown_when_locked()
    assert journal.remembered.quiet_line_day() is None
    assert leaks(folder) == set()


def test_that_people_brought_in_are_shown_when_locked_where_someone_said_so(folder, journal):
    journal.contacts.keep([MARA], also_when_locked=True)
    journal.add(Contents(contacts=(OTHERS[0],)))
    assert contacts_when_locked(folder) == (MARA.without_note, OTHERS[0])


def test_that_who_and_what_is_there_already_wins_and_five_is_enough(journal):
    journal.contacts.keep([MARA, OTHERS[0]], also_when_locked=False)
    journal.keep_settings(JournalSettings((ENERGY,)))
    more = tuple(dataclasses.replace(contact, note="another") for contact in OTHERS)
    added = journal.add(
        Contents(
            contacts=(MARA, *OTHERS, *more, *more), settings=(("asks", []), ("quiet_line", False))
        )
    )
    assert added.contacts == OTHERS[1:]
    assert added.settings == ()
    assert journal.contacts.all() == (MARA, *OTHERS)
    assert journal.settings() == JournalSettings((ENERGY,))
    assert journal.add(Contents(contacts=more)).contacts == ()


def test_that_no_repr_holds_names_or_numbers(journal):
    journal.contacts.keep([MARA], also_when_locked=False)
    contents = journal.contents()
    for thing in (MARA, contents, journal):
        for word in (NAME, PHONE, NOTE):
            assert word not in repr(thing)
