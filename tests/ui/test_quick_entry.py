"""The quick form: a mood and one line, one key away from anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.journal import Journal

from .test_entry_parts import Typist, form, newest

Key = Qt.Key
ENTER = Key.Key_Return


@pytest.fixture
def quick(home):
    """Somebody who pressed Ctrl+M on another page."""
    home.go("charts")
    home.shortcut(Key.Key_M)
    home.wait_for(lambda: home.find("quick") is not None)
    return home


def entries(person):
    return person.read(lambda journal: journal.looking.timeline().items)


def open_again(person):
    person.window.activateWindow()
    person.shortcut(Key.Key_M)
    person.wait_for(lambda: person.find("quick") is not None)


def test_that_a_mood_and_a_line_are_kept_by_keyboard_from_any_page(quick):
    typist = Typist(quick).think().press(Key.Key_Minus, Key.Key_2, Key.Key_Tab)
    quick.qtbot.keyClicks(quick.find("quick.line"), "Late again")
    typist.press(ENTER)
    quick.wait_for(lambda: not quick.find("quick"))
    kept = newest(quick)
    assert (kept.mood, kept.note) == (-2, "Late again")
    assert quick.window.notices.words == "Entry kept"
    assert quick.read(lambda journal: journal.drafts.all()) == {}


def test_that_a_number_is_enough(quick):
    Typist(quick).press(Key.Key_4, ENTER)
    quick.wait_for(lambda: not quick.find("quick"))
    assert newest(quick).mood == 4


def test_that_nothing_at_all_is_not_kept(quick):
    quick.key(ENTER)
    assert "nothing to keep" in quick.find("quick.said").text()
    assert entries(quick) == ()


def test_that_escape_closes_and_what_was_typed_is_there_again(quick):
    Typist(quick).press(Key.Key_Minus, Key.Key_3, Key.Key_Tab)
    quick.qtbot.keyClicks(quick.find("quick.line"), "Half a sent")
    quick.key(Key.Key_Escape)
    assert not quick.find("quick")
    quick.quit()
    quick.start()
    open_again(quick)
    quick.wait_for(lambda: quick.find("quick.line").text() == "Half a sent")
    assert quick.find("quick.mood").mood == -3
    assert entries(quick) == ()


def test_that_the_large_form_keeps_its_own_draft(home):
    home.write("journal.note", "A long thought")
    home.shortcut(Key.Key_M)
    home.wait_for(lambda: home.find("quick") is not None)
    Typist(home).press(Key.Key_1, ENTER)
    home.wait_for(lambda: not home.find("quick"))
    assert form(home).entry().note == "A long thought"
    home.window.page("journal").save_now()
    home.wait()
    (draft,) = home.read(lambda j: j.drafts.all()).values()
    assert draft.note == "A long thought"
    assert newest(home).note == ""


def test_that_a_quick_draft_is_not_taken_for_a_changed_entry(quick):
    quick.key(Key.Key_2)
    quick.key(Key.Key_Escape)
    quick.quit()
    quick.start()
    quick.go("journal")
    assert quick.see("journal.save").text() == "Keep entry"
    assert form(quick).entry().is_empty


def test_that_a_failed_save_keeps_the_words_in_the_form(quick, monkeypatch):
    def full(*_args, **_kwargs):
        raise NotWrittenError("The disk is full.")

    real = Journal.keep_entry
    monkeypatch.setattr(Journal, "keep_entry", full)
    Typist(quick).press(Key.Key_4, ENTER)
    assert "The disk is full" in quick.find("quick.state").words()
    monkeypatch.setattr(Journal, "keep_entry", real)
    quick.key(ENTER)
    quick.wait_for(lambda: not quick.find("quick"))
    assert newest(quick).mood == 4


def test_that_the_worst_mood_shows_the_quiet_line_here_too(quick):
    Typist(quick).press(Key.Key_Minus, Key.Key_5)
    assert quick.find("quick.quiet_mood")


def test_that_there_is_only_one_of_it(quick):
    quick.window.dialogs.show_quick_entry()
    quick.wait()
    assert len([f for f in quick.window.children() if f.objectName() == "quick"]) == 1


def test_that_an_old_beginning_says_when_it_was(quick, monkeypatch):
    quick.key(Key.Key_2)
    quick.key(Key.Key_Escape)

    def back_dated(journal):
        from dataclasses import replace

        from .samples import moment

        draft = journal.drafts.get("quick")
        return journal.drafts.keep("quick", replace(draft, at=moment(3, 8, 15)))

    quick.parts.tasks.write(back_dated, owner=quick.window)
    open_again(quick)
    quick.wait_for(lambda: quick.find("quick.said") is not None)
    assert "08:15" in quick.find("quick.said").text()
