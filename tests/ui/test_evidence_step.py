"""Facts for and against: one a line, by keyboard, and asked about gently."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import ChosenPattern
from resilience_desktop.ui.thoughts.think_with import ThinkWith

from .at_a_step import kept, open_at, page, write

FACT = "thoughts.for.1"
READING = "They obviously noticed."


def lines(person, side="for"):
    return person.see(f"thoughts.{side}").lines()


def type_lines(person, *words):
    for line in words:
        person.qtbot.keyClicks(QApplication.focusWidget(), line)
        person.key(Qt.Key.Key_Return)


def nudge(person, line=1):
    return person.find(f"thoughts.for.{line}.nudge")


def asked(person):
    return person.see("thoughts.think_with", ThinkWith).questions()


def seen(person):
    shown = person.see("thoughts.think_with").findChildren(QLabel)
    return [label.text() for label in shown if label.isVisible()]


def test_that_enter_makes_the_next_line_and_empty_lines_are_none(home):
    id_ = open_at(home, Step.EVIDENCE)
    assert home.see(FACT).hasFocus()
    type_lines(home, "One", "Two", "", "Three")
    assert lines(home) == ("One", "Two", "Three")
    assert kept(home, id_).evidence_for == ("One", "Two", "Three")
    home.see("thoughts.for.2").clear()
    home.key(Qt.Key.Key_Up)
    home.wait_for(lambda: home.find("thoughts.for.4") is None or home.see("thoughts.for.3"))
    assert lines(home) == ("One", "Three")
    assert kept(home, id_).evidence_for == ("One", "Three")


def test_that_a_line_in_the_middle_gets_its_own_next_line(home):
    open_at(home, Step.EVIDENCE, evidence_for=("One", "Three"))
    home.see(FACT).setFocus()
    home.key(Qt.Key.Key_Return)
    home.qtbot.keyClicks(QApplication.focusWidget(), "Two")
    assert lines(home) == ("One", "Two", "Three")
    assert home.see("thoughts.for.2").words() == "Two"


def test_that_both_lists_are_kept_apart(home):
    id_ = open_at(home, Step.EVIDENCE, evidence_for=("a",), evidence_against=("b",))
    home.write("thoughts.against.2", "c")
    record = kept(home, id_)
    assert (record.evidence_for, record.evidence_against) == (("a",), ("b", "c"))


def test_that_a_line_moves_by_keyboard_and_stays_within_the_facts(home):
    id_ = open_at(home, Step.EVIDENCE, evidence_for=("One", "Two", "Three"))
    home.see("thoughts.for.3").setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    home.key(Qt.Key.Key_Down, alt)
    assert lines(home) == ("One", "Two", "Three")
    home.key(Qt.Key.Key_Up, alt)
    home.key(Qt.Key.Key_Up, alt)
    home.key(Qt.Key.Key_Up, alt)
    assert lines(home) == ("Three", "One", "Two")
    assert home.see(FACT).hasFocus()
    assert kept(home, id_).evidence_for == ("Three", "One", "Two")


def test_that_a_line_can_be_moved_and_removed_from_its_menu_and_brought_back(home):
    open_at(home, Step.EVIDENCE, evidence_for=("One", "Two", "Three"))
    menu = home.window.findChild(QMenu, "thoughts.for.1.menu")
    up, down, remove = menu.actions()
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    down.trigger()
    assert lines(home) == ("Two", "One", "Three")
    remove.trigger()
    assert lines(home) == ("Two", "Three")
    assert home.see("thoughts.for.undo").hasFocus()
    home.key(Qt.Key.Key_Return)
    assert lines(home) == ("Two", "One", "Three")
    assert not home.find("thoughts.for.undo")


def test_that_arrows_and_backspace_lead_from_line_to_line(home):
    open_at(home, Step.EVIDENCE, evidence_for=("One", "Two"))
    home.key(Qt.Key.Key_Backspace)
    assert home.see("thoughts.for.2").hasFocus()
    home.key(Qt.Key.Key_Up)
    assert home.see(FACT).hasFocus()
    home.key(Qt.Key.Key_Up)
    assert home.see(FACT).hasFocus()
    home.key(Qt.Key.Key_Down)
    assert home.see("thoughts.for.2").hasFocus()


def test_that_pasted_lines_are_facts_of_their_own(home):
    open_at(home, Step.EVIDENCE)
    pasted = QMimeData()
    pasted.setText("One\n\nTwo\r\nThree")
    home.see(FACT).insertFromMimeData(pasted)
    assert lines(home) == ("One", "Two", "Three")
    one = QMimeData()
    one.setText(" more")
    home.see("thoughts.for.3").insertFromMimeData(one)
    assert lines(home)[-1] == "Three more"


def test_that_lines_come_back_sign_for_sign(home):
    facts = ("  two  spaces ", "عربي 😀 中文", "a" * 5000)
    id_ = open_at(home, Step.EVIDENCE, evidence_for=facts)
    home.write("thoughts.against.1", "x")
    assert kept(home, id_).evidence_for == facts


# The nudge


def test_that_a_reading_is_asked_about_only_once_the_line_is_left(home):
    open_at(home, Step.EVIDENCE)
    home.qtbot.keyClicks(home.see(FACT), READING)
    assert not nudge(home)
    home.key(Qt.Key.Key_Return)
    words = " ".join(label.text() for label in nudge(home).findChildren(QLabel))
    assert "“obviously”" in words
    assert "What would a camera show?" in words
    home.write(FACT, " Yes")
    assert not nudge(home)


def test_that_a_fact_is_not_asked_about(home):
    open_at(home, Step.EVIDENCE)
    type_lines(home, "I lost my thread for ten seconds.")
    assert not nudge(home)


def test_that_a_line_can_be_fine_as_it_is(home):
    open_at(home, Step.EVIDENCE, evidence_for=(READING,))
    home.press("thoughts.for.1.nudge.fine")
    assert not nudge(home)
    assert home.see(FACT).hasFocus()
    home.see("thoughts.for.2").setFocus()
    assert not nudge(home)
    home.press("thoughts.next")
    home.press("thoughts.previous")
    assert not nudge(home)


def test_that_nudges_can_be_switched_off(home):
    def switch_off(journal):
        return journal.keep_settings(replace(journal.settings(), fact_nudges=False))

    write(home, switch_off)
    open_at(home, Step.EVIDENCE, evidence_for=(READING,))
    assert not nudge(home)


# Questions


def question(person):
    """What stands above the facts that speak against the thought."""
    return person.see("thoughts.against.question", QLabel).text()


def test_that_one_question_stands_above_each_list_and_none_is_asked_twice(home):
    open_at(home, Step.EVIDENCE)
    assert question(home) == "When has something like this turned out differently?"
    assert seen(home) == []
    home.press("thoughts.think_with.more")
    assert seen(home) == list(asked(home))
    assert not any("turned out" in other for other in asked(home))


def test_that_the_first_question_of_the_main_pattern_is_asked_and_the_others_on_request(home):
    both = (ChosenPattern("labeling"), ChosenPattern("mind_reading", main=True))
    open_at(home, Step.EVIDENCE, patterns=both)
    assert question(home) == "What did they say or do, in their words?"
    assert question(home) not in asked(home)
    assert "When has something like this turned out differently?" in asked(home)
    assert seen(home) == []
    home.press("thoughts.think_with.more")
    assert seen(home) == list(asked(home))


def test_that_a_pattern_of_ones_own_brings_its_questions(home):
    own = OwnPattern("the broken clock", questions=("Which hour is it really?",))
    write(home, lambda journal: journal.patterns.keep(own))
    open_at(home, Step.EVIDENCE, patterns=(ChosenPattern("the broken clock", main=True),))
    home.wait_for(lambda: (question(home),) == own.questions)


def test_that_a_thought_that_may_be_true_is_not_argued_with(home):
    chosen = (ChosenPattern("mind_reading", main=True), ChosenPattern("not_a_distortion"))
    open_at(home, Step.EVIDENCE, patterns=chosen, evidence_for=(READING,))
    assert asked(home) == (
        "What part of this can I influence?",
        "What is one small step, and when?",
        "Who could help me carry it?",
    )
    assert "simply true" in home.see("thoughts.accurate", QLabel).text()
    assert not nudge(home)
    labels = page(home).worksheet.findChildren(QLabel)
    shown = " ".join(label.text() for label in labels if label.isVisible())
    assert "turned out differently" not in shown


@pytest.mark.parametrize("name", ["friend", "distance"])
def test_that_a_friends_view_and_distance_wait_folded_away(home, name):
    id_ = open_at(home, Step.EVIDENCE)
    field = f"thoughts.{name}"
    assert not home.find(field)
    home.see(f"{field}.open").setFocus()
    home.key(Qt.Key.Key_Return)
    assert home.see(field).hasFocus()
    home.qtbot.keyClicks(home.see(field), "From here")
    assert getattr(kept(home, id_), name) == "From here"
    home.press("thoughts.next")
    home.press("thoughts.previous")
    assert home.see(field).words() == "From here"
