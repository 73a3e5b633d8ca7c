"""Marks under words that may be misspelt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCharFormat

from resilience_desktop.ui.journal.writing import spelling
from resilience_desktop.ui.settings import spelling as settings_part


class Speller:
    """Plays a dictionary that has all words but those with a q."""

    def __init__(self, language, learned=()):
        if language == "gone":
            raise LookupError(language)
        self.learned = learned

    def unknown(self, words):
        return {word for word in words if "q" in word and word not in self.learned}

    def suggestions(self, word):
        return [word.replace("q", "u")]


@pytest.fixture
def dictionary(monkeypatch):
    monkeypatch.setattr(spelling, "Speller", Speller)
    monkeypatch.setattr(settings_part, "languages", lambda: ("en_GB",))


def choose(person, **values):
    person.parts.tasks.write(
        lambda journal: journal.keep_settings(replace(journal.settings(), **values)),
        owner=person.window,
    )
    person.wait()


def marked(edit):
    """Return the words with a mark."""
    block, found = edit.document().begin(), []
    wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    while block.isValid():
        units, word = block.text().encode("utf-16-le"), ""
        for part in block.layout().formats():
            if part.format.underlineStyle() == wavy:
                word += units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
        found += [word] if word else []
        block = block.next()
    return found


def test_that_nothing_is_marked_until_somebody_wants_it(home, dictionary):
    home.write("journal.note", "qiet")
    home.qtbot.wait(500)
    assert marked(home.see("journal.note")) == []


def test_that_misspelt_words_are_marked_and_the_words_stay(home, dictionary):
    choose(home, spelling="en_GB")
    edit = home.see("journal.note")
    edit.set_words("\U0001f9e1 a qiet day\nrain\n**qick**")
    home.wait_for(lambda: marked(edit) == ["qiet", "qick"])
    assert edit.words() == "\U0001f9e1 a qiet day\nrain\n**qick**"
    assert not edit.document().isUndoAvailable()
    choose(home, spelling="")
    assert marked(edit) == []


def test_that_a_suggestion_takes_the_place_of_the_word_and_can_be_undone(home, dictionary):
    choose(home, spelling="en_GB")
    edit = home.see("journal.note")
    edit.set_words("\U0001f9e1 a qiet day")
    home.wait_for(lambda: marked(edit) == ["qiet"])
    menu = open_menu(home, edit, 6)
    home.wait_for(lambda: "uiet" in [action.text() for action in menu.actions()])
    next(action for action in menu.actions() if action.text() == "uiet").trigger()
    assert edit.words() == "\U0001f9e1 a uiet day"
    edit.undo()
    assert edit.words() == "\U0001f9e1 a qiet day"


def test_that_a_learned_word_is_kept_in_the_journal_and_can_be_forgotten(home, dictionary):
    choose(home, spelling="en_GB")
    edit = home.see("journal.note")
    edit.set_words("qiet")
    home.wait_for(lambda: marked(edit) == ["qiet"])
    menu = open_menu(home, edit, 1)
    next(a for a in menu.actions() if a.objectName() == "journal.note.learn").trigger()
    home.wait_for(lambda: marked(edit) == [])
    assert home.read(lambda journal: journal.settings().learned) == ("qiet",)
    home.window.dialogs.show_settings("journal")
    home.wait()
    home.press("settings.spelling.learned.1.remove")
    home.see("settings").reject()
    home.wait()
    assert home.read(lambda journal: journal.settings().learned) == ()
    home.wait_for(lambda: marked(edit) == ["qiet"])


def test_that_a_dictionary_that_is_gone_is_no_problem(home, dictionary):
    choose(home, spelling="gone")
    home.write("journal.note", "qiet")
    home.qtbot.wait(500)
    assert marked(home.see("journal.note")) == []


def test_that_a_language_is_chosen_in_the_settings(home, dictionary):
    home.window.dialogs.show_settings("journal")
    home.wait()
    box = home.see("settings.spelling.language")
    assert [box.itemText(place) for place in (0, 1)] == [
        "Off",
        "British English (United Kingdom)",
    ]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    home.wait()
    assert home.read(lambda journal: journal.settings().spelling) == "en_GB"
    home.see("settings").reject()


def test_that_no_choice_is_offered_where_nothing_can_check(home, monkeypatch):
    monkeypatch.setattr(settings_part, "languages", lambda: ())
    home.window.dialogs.show_settings("journal")
    home.wait()
    assert home.find("settings.spelling.language") is None
    home.see("settings").reject()


def open_menu(person, edit, place):
    menu = edit.createStandardContextMenu()
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.menu_made.emit(menu, cursor)
    person.wait()
    return menu
