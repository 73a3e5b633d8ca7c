"""Somebody opens an entry again and thinks better of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from resilience_desktop import app
from resilience_desktop.paths import Places

from .samples import entry, fill, moment


@pytest.fixture
def opened(places, home_of):
    fill(places, entry("Rain on the roof."))
    person = home_of()
    person.stand_on("journal.timeline")
    person.key(Qt.Key.Key_Return)
    return person


def test_that_words_typed_before_cancel_can_come_back(opened):
    opened.write("journal.note", "And then sun. ")
    opened.press("journal.cancel")
    assert opened.see("journal.note").toPlainText() == ""
    assert opened.window.notices.words == "The entry stays as it was"
    opened.window.notices.undo_last()
    opened.wait_for(lambda: "And then sun." in opened.see("journal.note").toPlainText())
    assert opened.find("journal.cancel")


def test_that_cancel_without_changes_says_nothing(opened):
    opened.press("journal.cancel")
    assert opened.window.notices.words == ""


def test_that_enter_presses_the_button_that_has_the_keyboard(opened):
    opened.see("journal.cancel").setFocus()
    opened.key(Qt.Key.Key_Return)
    assert not opened.find("journal.cancel")


def test_that_example_entries_are_named_as_such_all_the_time(home_of, tmp_path, home):
    places = Places.inside(tmp_path / "example")
    app.open_demo(home.parts, places)
    home.wait_for(lambda: home.find("example") is not None)
    assert "example" in home.window.windowTitle()
    home.press("example.close")
    assert home.window.isHidden()


@pytest.mark.parametrize("name", ["journal.cancel", "journal.star", "journal.save"])
def test_that_a_digit_is_a_mood_once_an_entry_is_left(opened, name):
    opened.see(name).setFocus()
    opened.key(Qt.Key.Key_Escape if name == "journal.star" else Qt.Key.Key_Return)
    assert opened.see("journal.save").text() == "Keep entry"
    opened.key(Qt.Key.Key_4)
    assert opened.see("journal.mood").mood == 4


def test_that_keeping_with_the_button_leaves_the_keyboard_on_the_mood(home):
    home.write("journal.note", "Rain")
    home.see("journal.save").setFocus()
    home.key(Qt.Key.Key_Space)
    home.key(Qt.Key.Key_3)
    assert home.see("journal.mood").mood == 3


def test_that_keeping_is_said(home):
    home.write("journal.note", "Rain")
    home.press("journal.save")
    assert home.window.notices.words == "Entry kept"
    assert not home.find("notice.go")
    assert not home.window.notices.undo_last()


@pytest.mark.parametrize("days_ago", [0, 2])
def test_that_what_was_kept_is_shown_where_the_list_stands_elsewhere(places, home_of, days_ago):
    fill(places, entry("Long ago.", 40), entry("Lately.", 1))
    person = home_of()
    person.window.navigator.day_requested.emit(moment(30).day)
    person.wait()
    if days_ago:
        person.press("journal.when.change")
        person.write("journal.when.edit.field", moment(days_ago).day.isoformat())
    person.write("journal.note", "Rain")
    person.press("journal.save")
    rows = person.see("journal.timeline").rows.rows
    assert [row.words[0][0] for row in rows()] == ["Long ago."]
    person.press("notice.go")
    assert rows()[0].words[0][0] == "Rain"
    assert person.window.notices.words == ""


def test_that_ctrl_z_does_not_take_the_way_to_what_was_kept(places, home_of):
    fill(places, entry("Long ago.", 40))
    person = home_of()
    person.window.navigator.day_requested.emit(moment(30).day)
    person.wait()
    person.write("journal.note", "Rain")
    person.press("journal.save")
    assert person.find("notice.go")
    person.see("journal.timeline").setFocus()
    person.shortcut(Qt.Key.Key_Z)
    assert len(person.see("journal.timeline").rows.rows()) == 1


def test_that_unfinished_changes_are_said_where_they_come_back(opened):
    assert not opened.find("journal.unfinished")
    scale = opened.see("journal.mood")
    place = scale.mapTo(opened.window, QPoint(0, 0))
    opened.write("journal.note", "And then sun. ")
    assert not opened.find("journal.unfinished")
    opened.key(Qt.Key.Key_Escape)
    assert not opened.find("journal.unfinished")
    opened.stand_on("journal.timeline")
    opened.key(Qt.Key.Key_Return)
    assert "Changes you began" in opened.see("journal.unfinished").text()
    assert scale.mapTo(opened.window, QPoint(0, 0)) == place
    opened.press("journal.cancel")
    assert not opened.find("journal.unfinished")


@pytest.mark.parametrize("width", [900, 1100, 1280])
def test_that_the_mood_in_words_has_one_place_in_new_and_opened_entries(opened, width):
    opened.window.resize(width, 800)
    places = []
    for _ in range(2):
        opened.choose("journal.mood", -1)
        opened.wait()
        word, scale = opened.see("journal.mood_word"), opened.see("journal.mood")
        right = word.geometry().right()
        places.append((right, word.y(), word.height(), scale.mapTo(opened.window, QPoint(0, 0))))
        opened.key(Qt.Key.Key_Escape)
    assert places[0] == places[1]
