"""When to talk to someone: asked and not kept, and the own help list wherever it is needed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from resilience_desktop.domain.helper import Helper, HelperKind
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.helpers import HelperBook
from resilience_desktop.ui.widgets.labels import Label
from tests.test_words import broken_promises

QUESTIONS = ("overwhelmed", "hard_to_do", "away", "far", "weeks")
RUTH = Helper("Ruth", HelperKind.THERAPIST, "01632 960142", "Tuesdays", "00a")
GROUP = Helper("The group", HelperKind.GROUP, "The library", id="00b")


def keep(person, *helpers):
    def write(journal):
        for helper in helpers:
            changes = journal.helpers.keep(helper)
        return changes

    person.parts.tasks.write(write, owner=person.window).result(20)
    person.wait()


def names(person):
    return [helper.name for helper in person.read(lambda journal: journal.helpers.all())]


def answer(person, question, choice):
    person.see(f"talk.{question}.{choice}").click()


def said(person):
    label = person.see("talk").findChild(object, "talk.said")
    return label.text() if label.isVisible() else ""


def shown(person, name):
    person.wait_for(lambda: person.find(name) is not None)
    return person.find(name)


@pytest.fixture
def talk(home):
    """Somebody with two helpers who opened it from the menu."""
    keep(home, RUTH, GROUP)
    home.window.findChild(QAction, "menu.talk").trigger()
    home.wait()
    shown(home, "talk.helper.2.name")
    return home


def test_that_there_are_five_questions_and_each_can_be_skipped(talk):
    dialog = talk.see("talk")
    assert dialog.windowTitle() == "When to talk to someone"
    assert "not kept" in talk.see("talk.intro").text()
    assert [talk.see(f"talk.{one}").chosen for one in QUESTIONS] == ["skip"] * 5
    assert said(talk) == ""
    assert dialog.focusWidget().objectName() == "talk.overwhelmed.skip"


def test_that_any_yes_has_one_kind_sentence_and_none_another(talk):
    answer(talk, "far", "no")
    none = said(talk)
    answer(talk, "weeks", "yes")
    one = said(talk)
    answer(talk, "away", "yes")
    assert said(talk) == one  # nothing is added up
    answer(talk, "weeks", "skip")
    answer(talk, "away", "no")
    assert said(talk) == none
    for question in ("far", "away"):
        answer(talk, question, "skip")
    assert said(talk) == ""
    assert none != one
    for words in (none, one):
        assert not broken_promises(words)
        assert not any(sign.isdigit() for sign in words)


def test_that_who_cannot_wait_is_told_where_to_go_whatever_is_answered(talk):
    assert "do not wait" in talk.see("talk.do_not_wait.words").text()
    talk.press("talk.do_not_wait.help_now")
    assert shown(talk, "help.leave")


def test_that_answers_are_not_kept(talk):
    answer(talk, "weeks", "yes")
    talk.press("talk.close")
    talk.wait_for(lambda: talk.find("talk") is None)
    talk.window.dialogs.show_talk()
    talk.wait()
    assert talk.see("talk.weeks").chosen == "skip"


def test_that_help_now_is_one_key_away(talk):
    talk.qtbot.keyClick(talk.see("talk"), Qt.Key.Key_F1)
    talk.wait()
    assert shown(talk, "help.leave")


def test_that_somebody_can_be_added_and_a_name_is_all_it_takes(talk):
    talk.press("talk.add")
    talk.wait()
    talk.press("talk.form.keep")
    wrong = talk.see("talk.form.wrong")
    assert wrong.text() == "A name is needed, such as: my doctor."
    talk.write("talk.form.name", "Dr Hale")
    talk.press("talk.form.keep")
    talk.wait_for(lambda: talk.find("talk.helper.3.name") is not None)
    assert names(talk) == ["Ruth", "The group", "Dr Hale"]
    assert talk.read(lambda journal: journal.helpers.all())[2].kind is HelperKind.THERAPIST


def test_that_what_stands_there_can_be_changed(talk):
    talk.press("talk.helper.1.change")
    talk.wait()
    assert talk.see("talk.form.reach").text() == "01632 960142"
    talk.see("talk.form.note").setText("Fridays")
    talk.press("talk.form.keep")
    talk.wait_for(lambda: talk.find("talk.form", QDialog) is None)
    talk.wait()
    assert shown(talk, "talk.helper.1.said").text() == "Therapist · Fridays"


def test_that_what_could_not_be_kept_stays_in_the_form(talk, monkeypatch):
    def broken(_book, _helper):
        raise NotWrittenError("The disk is full.")

    told = []
    monkeypatch.setattr(HelperBook, "keep", broken)
    talk.parts.tasks.work_failed.disconnect()
    talk.parts.tasks.work_failed.connect(told.append)
    talk.press("talk.add")
    talk.wait()
    talk.write("talk.form.name", "Dr Hale")
    talk.press("talk.form.keep")
    talk.wait_for(lambda: bool(told))
    assert talk.see("talk.form.name").text() == "Dr Hale"


def test_that_one_can_be_moved_and_the_keyboard_stays_on_a_way_to_move_it(talk):
    talk.press("talk.helper.1.down")
    talk.wait_for(lambda: shown(talk, "talk.helper.1.name").text() == "The group")
    assert names(talk) == ["The group", "Ruth"]
    talk.wait()
    assert talk.see("talk").focusWidget().objectName() == "talk.helper.2.up"


def test_that_what_was_removed_can_come_back_to_its_place(talk):
    talk.press("talk.helper.1.remove")
    talk.wait_for(lambda: talk.find("talk.helpers.undo") is not None)
    talk.wait()
    assert names(talk) == ["The group"]
    assert talk.see("talk").focusWidget().objectName() == "talk.helpers.undo"
    talk.press("talk.helpers.undo")
    talk.wait_for(lambda: talk.find("talk.helper.2.name") is not None)
    assert names(talk) == ["Ruth", "The group"]
    talk.wait()
    assert talk.find("talk.helpers.undo") is None


def test_that_the_list_stands_in_help_now_and_can_be_changed_from_there(home):
    home.window.show_help()
    home.wait()
    assert home.find("help.change_helpers") is None
    keep(home, RUTH)
    shown(home, "help.change_helpers")
    words = [label.text() for label in home.see("help.helpers").findChildren(Label)]
    assert {"Ruth", "Therapist · Tuesdays", "01632 960142"} <= set(words)
    home.press("help.change_helpers")
    home.wait()
    shown(home, "talk.helper.1.name")
    home.press("helpers.close")
    home.wait()
    assert home.see("help").focusWidget().objectName() == "help.change_helpers"
