from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.bin import Bin
from resilience_desktop.services.journal import Journal

from .samples import entry, fill, record

RAIN, SUN, THOUGHT = entry("Rain all day.", 2), entry("Sun.", 1), record("They all saw it.")
KEPT = entry("Kept.")


@pytest.fixture
def home(places, home_of):
    """Somebody with three things in the bin."""
    fill(places, RAIN, SUN, THOUGHT, KEPT)
    journal = Journal.open(places.journal)
    for thing in (RAIN, SUN, THOUGHT):
        journal.bin.put(thing.id)
    journal.close()
    return home_of()


def open_bin(person):
    person.window.findChild(QAction, "menu.bin").trigger()
    person.wait()
    return person.find("bin.list")


def there(person):
    return {binned.item.id for binned in person.read(lambda j: j.bin.contents())}


def choose(view, item):
    view.setCurrentIndex(view.rows.index_of(item.id))


def press(person, name):
    QTest.mouseClick(person.find(name), Qt.MouseButton.LeftButton)
    person.wait()


def test_that_the_bin_shows_what_lies_in_it_and_for_how_long(home):
    view = open_bin(home)
    assert {row.id for row in view.rows.rows()} == {RAIN.id, SUN.id, THOUGHT.id}
    assert all("30 days of use left" in row.foot for row in view.rows.rows())
    assert all("30 days of use left" in row.spoken() for row in view.rows.rows())
    assert "30 days on which you use the app" in home.find("bin.how_long").text()


def test_that_enter_puts_the_chosen_one_back_where_it_was(home):
    choose(open_bin(home), SUN)
    home.key(Qt.Key.Key_Return)
    assert there(home) == {RAIN.id, THOUGHT.id}
    timeline = home.see("journal.timeline").rows
    home.wait_for(lambda: timeline.index_of(SUN.id).isValid())
    assert home.find("bin.said").text() == "It is back."


def test_that_the_arrows_choose_another(home):
    view = open_bin(home)
    first = view.chosen()
    home.key(Qt.Key.Key_Down)
    assert view.chosen() not in (None, first)
    assert view.is_open(view.chosen().id)


def test_that_a_click_only_chooses(home):
    view = open_bin(home)
    middle = view.visualRect(view.rows.index_of(RAIN.id)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    home.wait()
    assert view.chosen().id == RAIN.id
    assert there(home) == {RAIN.id, SUN.id, THOUGHT.id}


def test_that_a_button_puts_back_what_is_chosen(home):
    choose(open_bin(home), THOUGHT)
    press(home, "bin.put_back")
    assert there(home) == {RAIN.id, SUN.id}


def test_that_delete_asks_first_and_the_keyboard_is_on_the_safe_answer(home):
    choose(open_bin(home), SUN)
    home.key(Qt.Key.Key_Delete)
    home.wait_for(lambda: QApplication.focusWidget() is home.find("bin_delete.cancel"))
    assert "Backups made before still have it" in home.find("bin_delete.meaning").text()
    home.key(Qt.Key.Key_Return)
    home.wait_for(lambda: home.find("bin_delete") is None)
    assert there(home) == {RAIN.id, SUN.id, THOUGHT.id}


def test_that_only_the_chosen_one_is_deleted_for_good(home):
    choose(open_bin(home), SUN)
    press(home, "bin.delete")
    press(home, "bin_delete.yes")
    assert there(home) == {RAIN.id, THOUGHT.id}
    assert home.read(lambda j: j.bin.holds(SUN.id))  # or gone
    assert home.find("bin.said").text() == "It is deleted."


def test_that_emptying_the_bin_asks_first_and_leaves_what_is_not_in_it(home):
    open_bin(home)
    press(home, "bin.delete_all")
    home.key(Qt.Key.Key_Escape)
    assert len(there(home)) == 3
    press(home, "bin.delete_all")
    press(home, "bin_delete_all.yes")
    assert there(home) == set()
    assert home.find("bin.empty") is not None
    assert home.read(lambda j: j.entry(KEPT.id)) == KEPT


def test_that_an_empty_bin_says_so_and_offers_nothing_to_delete(places, home_of):
    fill(places, KEPT)
    person = home_of()
    open_bin(person)
    assert "Nothing is in the bin" in person.find("bin.empty.title").text()
    for name in ("put_back", "delete", "delete_all"):
        assert person.find(f"bin.{name}") is None
    assert QApplication.focusWidget() is person.find("bin.close")
    press(person, "bin.close")
    assert person.find("bin") is None


def test_that_the_bin_follows_what_happens_elsewhere(home):
    view = open_bin(home)
    home.parts.tasks.write(lambda j: j.bin.put(KEPT.id), owner=home.window)
    home.wait()
    assert view.rows.index_of(KEPT.id).isValid()


def test_that_the_bin_says_when_something_could_not_be_put_back(home, monkeypatch):
    def fail(*_):
        raise NotWrittenError("The disk is full.")

    choose(open_bin(home), SUN)
    monkeypatch.setattr(Bin, "take_out", fail)
    press(home, "bin.put_back")
    assert home.find("bin.said").text() == "The disk is full."
    assert there(home) == {RAIN.id, SUN.id, THOUGHT.id}
