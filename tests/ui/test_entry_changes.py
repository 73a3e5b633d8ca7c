"""Somebody opens an entry again and thinks better of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from resilience_desktop import app
from resilience_desktop.paths import Places

from .samples import entry, fill


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
