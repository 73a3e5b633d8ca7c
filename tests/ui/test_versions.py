from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import ChosenPattern
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services import clock
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.revisions import RevisionBook
from resilience_desktop.ui.dialogs.parts_in_words import (
    part_in_words,
    part_name,
)
from resilience_desktop.ui.dialogs.parts_in_words import shown_differences as differences

from .samples import entry, fill, moment, record

FIRST = entry("The phone rang twice.", mood=-2, feelings=("tense",))
SECOND = replace(FIRST, note="The bell rang twice.", mood=1)
ONCE = entry("Written once.", 3)
BEFORE = record("They all saw it.")
AFTER = replace(BEFORE, balanced_thought="Two of them looked at the screen.", balanced_belief=80)


@pytest.fixture
def home(places, home_of):
    """Somebody who changed an entry and a thought record."""
    fill(places, ONCE)
    journal = Journal.open(places.journal)
    journal.keep_entry(FIRST)
    journal.keep_entry(SECOND)
    journal.keep_thought_record(BEFORE)
    journal.keep_thought_record(AFTER)
    journal.close()
    return home_of()


def open_entry(person, item=SECOND):
    person.window.page("journal").open_entry(item.id)
    person.wait()


def press(person, name):
    QTest.mouseClick(person.find(name), Qt.MouseButton.LeftButton)
    person.wait()


def open_versions(person):
    open_entry(person)
    press(person, "journal.versions")
    person.wait_for(lambda: person.find("versions.when") is not None)
    return person.find("versions")


def words_in(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_that_only_an_entry_with_earlier_versions_offers_them(home):
    open_entry(home, ONCE)
    assert home.find("journal.versions") is None
    open_entry(home)
    assert home.find("journal.versions") is not None
    home.press("journal.cancel")
    assert home.find("journal.versions") is None


def test_that_each_part_is_shown_as_it_was_and_as_it_is(home):
    said = words_in(open_versions(home))
    note = said.index("In your own words")
    assert said[note + 1 : note + 5] == [
        "Then", "The phone rang twice.", "Now", "The bell rang twice.",
    ]  # fmt: skip
    mood = said.index("Mood")
    assert said[mood + 1 : mood + 5] == ["Then", "−2", "Now", "+1"]
    assert "Feelings" not in said


def test_that_the_list_says_what_was_different(home):
    open_versions(home)
    (row,) = home.find("versions.list").rows.rows()
    assert row.label == "Mood and 1 more"
    assert row.aloud == "Mood, In your own words"
    assert QApplication.focusWidget() is home.find("versions.list")


def test_that_a_version_comes_back_and_the_present_one_stays_as_a_version(home):
    open_versions(home)
    press(home, "versions.bring")
    assert home.find("versions") is None
    assert home.read(lambda j: j.entry(FIRST.id)) == FIRST
    assert SECOND in [r.item for r in home.read(lambda j: j.revisions.of(FIRST.id))]
    assert home.see("journal.note").words() == FIRST.note


def test_that_what_was_typed_and_not_kept_becomes_a_version_too(home):
    open_entry(home)
    home.see("journal.note").setFocus()
    home.write("journal.note", "More. ")
    typed = home.see("journal.note").words()
    press(home, "journal.versions")
    home.wait_for(lambda: typed in words_in(home.find("versions")))
    press(home, "versions.bring")
    assert home.see("journal.note").words() == FIRST.note
    assert home.read(lambda j: j.entry(FIRST.id)) == FIRST
    notes = [r.item.note for r in home.read(lambda j: j.revisions.of(FIRST.id))]
    assert {typed, SECOND.note} <= set(notes)
    assert home.read(lambda j: j.drafts.get(f"entry:{FIRST.id}")) is None


def test_that_closing_changes_nothing(home):
    open_versions(home)
    press(home, "versions.close")
    assert home.find("versions") is None
    assert home.read(lambda j: j.entry(FIRST.id)) == SECOND


def test_that_a_version_like_the_present_one_has_nothing_to_bring_back(home):
    open_versions(home)
    press(home, "versions.bring")
    press(home, "journal.versions")
    view = home.find("versions.list")
    same = next(row for row in view.rows.rows() if row.label == "As it is now")
    view.setCurrentIndex(view.rows.index_of(same.id))
    home.wait()
    assert "This version is the same as it is now." in words_in(home.find("versions"))
    assert not home.find("versions.bring").isEnabled()


def test_that_a_version_that_cannot_come_back_leaves_all_as_it_was(home, monkeypatch):
    def fail(*_):
        raise NotWrittenError("The disk is full.")

    open_versions(home)
    monkeypatch.setattr(RevisionBook, "restore", fail)
    press(home, "versions.bring")
    assert home.find("versions.said").text() == "The disk is full."
    assert home.find("versions.bring").isEnabled()
    assert home.read(lambda j: j.entry(FIRST.id)) == SECOND


def test_that_a_finished_record_goes_back_to_an_earlier_version(home):
    home.window.page("thoughts").open_record(BEFORE.id)
    home.wait()
    home.choose_in("thoughts.finished.menu", "versions")
    home.wait_for(lambda: home.find("versions.when") is not None)
    said = words_in(home.find("versions"))
    assert {BEFORE.balanced_thought, AFTER.balanced_thought} <= set(said)
    assert {"65 of 100", "80 of 100"} <= set(said)
    press(home, "versions.bring")
    assert home.read(lambda j: j.thought_record(BEFORE.id)) == BEFORE
    assert home.see("thoughts.finished.balanced.words").text() == BEFORE.balanced_thought


def test_that_a_record_that_is_not_finished_goes_back_and_keeps_what_was_typed(home, monkeypatch):
    begun = replace(
        BEFORE, id="open", finished=False, step=Step.SITUATION, situation="The hall was full."
    )
    home.read(lambda journal: journal.keep_thought_record(begun))
    later = Moment.from_instant(clock.now().utc + dt.timedelta(minutes=11), "Europe/London")
    monkeypatch.setattr(clock, "now", lambda: later)
    home.read(lambda journal: journal.keep_thought_record(replace(begun, situation="Nobody.")))
    home.window.page("thoughts").open_record(begun.id)
    home.wait()
    home.write("thoughts.situation_words", "And then?")
    press(home, "thoughts.versions")
    home.wait_for(lambda: home.find("versions.when") is not None)
    press(home, "versions.bring")
    home.wait()
    assert home.see("thoughts.situation_words").words() == "The hall was full."
    kept = home.read(lambda journal: journal.revisions.of(begun.id))
    assert "And then?" in kept[0].item.situation


def test_that_a_new_record_offers_no_earlier_versions(home):
    home.window.page("thoughts").new_record()
    home.wait()
    assert home.find("thoughts.versions") is None


def test_that_every_part_has_a_name_and_words():
    full = entry(
        "Sun.", 1, 3, energy=2, tags=("walk", "work"), sleep_hours=7.5, feelings=("calm", "tense")
    )
    bare = Entry(at=moment(2))
    rated = replace(BEFORE, patterns=(ChosenPattern("mind_reading"),), finished=False)
    plain = replace(rated, situation="", thoughts=(), feelings=(), patterns=(), finished=True)
    said = {
        difference.part: (
            part_in_words(difference.part, difference.before),
            part_in_words(difference.part, difference.after),
        )
        for before, after in ((bare, full), (plain, rated))
        for difference in differences(before, after)
    }
    assert said["energy"] == ("", "+2")
    assert said["tags"] == ("", "#walk  #work")
    assert said["sleep_hours"] == ("", "7.5 h")
    assert said["thoughts"] == ("", "They all saw it. (85, later 40)")
    assert said["finished"] == ("Yes", "Not yet")
    assert all(part_name(part) for part in said)
    assert set(said) >= {"at", "mood", "feelings", "note", "situation", "patterns"}


def test_that_all_that_an_entry_can_say_is_said_in_words():
    full = replace(
        FIRST,
        frame=Frame.TODAY,
        sleep_quality=2,
        sensations=(Sensation("tight chest", "chest_breath", 60), Sensation("buzzing")),
        triggers=(Trigger("rent", TriggerKind.STRESS), Trigger("phone")),
        basics=(Basic("water", done=True), Basic("meals", done=False), Basic("my own", done=True)),
        scales=(ScaleValue("one", -3), ScaleValue("gone", 7)),
        went_well="Opened the window",
        pictures=(Picture("a", "a heron"), Picture("b")),
        starred=True,
        sealed=True,
    )
    said = {
        found.part: part_in_words(found.part, found.after, {"one": "Pain"})
        for found in differences(FIRST, full)
    }
    assert said == {
        "sleep_quality": "bad",
        "sensations": "tight chest (60) · Chest and breath\nbuzzing",
        "triggers": "rent · Lasting stress\nphone",
        "basics": "Water\nmy own",
        "scales": "Pain: −3\nA scale that is gone: 7",
        "went_well": "Opened the window",
        "pictures": "a heron\nA picture",
        "frame": "The whole day",
    }
    assert all(part_name(part) for part in said)
    assert part_in_words("frame", Frame.NOW) == "Right now"
    nothing = {part_in_words(f.part, f.before) for f in differences(FIRST, full)}
    assert nothing == {"", "Right now"}


def test_that_own_scales_have_their_names_among_earlier_versions(home):
    pain = OwnScale("Pain")
    home.read(lambda j: j.keep_settings(JournalSettings(scales=(pain,))))
    home.read(lambda j: j.keep_entry(replace(SECOND, scales=(ScaleValue(pain.id, 6),))))
    assert "Pain: 6" in words_in(open_versions(home))


def test_that_where_an_entry_came_from_is_no_difference_to_see():
    assert differences(FIRST, replace(FIRST, source="0123")) == []
