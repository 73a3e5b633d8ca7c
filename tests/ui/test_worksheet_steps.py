"""Going through the steps of a record: none gets lost, and what is written is where one goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    Prediction,
    RatedFeeling,
)
from resilience_desktop.ui.widgets.labels import Label
from tests.strategies import thought_records

from .at_a_step import kept, open_at, page

CTRL = Qt.KeyboardModifier.ControlModifier
IN_STEP = {
    Step.SITUATION: {"situation": "The bus drove off."},
    Step.FEELINGS: {"feelings": (RatedFeeling("worried"),)},
    Step.THOUGHT: {"thoughts": (AutomaticThought("I will fail."),)},
    Step.LABEL: {"label": "planning"},
    Step.RESPONSE: {"did": "I waited."},
    Step.PATTERNS: {"patterns": (ChosenPattern("mind_reading"),)},
    Step.EVIDENCE: {"evidence_for": ("It was late.",)},
    Step.BALANCED: {"balanced_thought": "It may be partly so."},
    Step.KINDNESS: {"kindness": "You did what you could."},
    Step.LOOK_AGAIN: {"helpful": 6},
    Step.PREDICTION: {"prediction": Prediction("It gets worse.")},
    Step.NEXT_STEP: {"next_step": "Call them."},
}
EMPTY = {
    "situation": "",
    "feelings": (),
    "thoughts": (),
    "label": "",
    "did": "",
    "patterns": (),
    "evidence_for": (),
    "balanced_thought": "",
    "kindness": "",
    "helpful": None,
    "prediction": Prediction(),
    "next_step": "",
}
NOTICE = next(form for form in content.record_forms() if form.id == "notice")


def record(person):
    return page(person).worksheet.record()


def empty_step(person, monkeypatch):
    """Take out all that stands in the step in view, as its own fields would."""
    worksheet = page(person).worksheet
    step = record(person).step
    view = worksheet._stack.page(step)
    monkeypatch.setattr(
        view, "applied_to", lambda record: replace(record, **{k: EMPTY[k] for k in IN_STEP[step]})
    )
    view.changed.emit()
    person.wait()


def beside(person):
    """Return the steps that the list has, as they are there."""
    buttons = person.see("thoughts.steps").findChildren(QPushButton)
    return {b.objectName().rpartition(".")[2] for b in buttons if b.isVisible()}


# An extra step that was emptied


def test_that_a_feeling_taken_off_again_leaves_the_step_until_one_goes_on(home):
    home.shortcut(Qt.Key.Key_T)
    home.write("thoughts.situation_words", "The bus drove off.")
    home.press("thoughts.step.feelings")
    home.choose_feeling("thoughts.feelings_before", "worried")
    worksheet = page(home).worksheet
    worksheet._change_form(NOTICE)
    home.wait()
    assert home.see("thoughts.place").text() == "Just notice, step 2 of 4"
    home.choose_feeling("thoughts.feelings_before", "worried")
    assert home.see("thoughts.place").text() == "Just notice, step 2 of 4"
    home.press("thoughts.next")
    assert record(home).step is Step.THOUGHT
    assert record(home).all_steps == (Step.SITUATION, *NOTICE.steps)
    assert "feelings" not in beside(home)


@pytest.mark.parametrize("way", ["next", "back", "list"])
def test_that_one_can_leave_every_extra_step_that_was_emptied(home, monkeypatch, way):
    steps = (Step.SITUATION, Step.NEXT_STEP)
    ways = {"next": "thoughts.next", "back": "thoughts.previous", "list": "thoughts.step.situation"}
    for step in list(Step)[1:-1]:
        fields = {"thoughts": (), "feelings": (), "situation": "x", **IN_STEP[step]}
        open_at(home, step, steps=steps, **fields)
        assert record(home).all_steps == (Step.SITUATION, step, Step.NEXT_STEP)
        with monkeypatch.context() as patched:
            empty_step(home, patched)
            assert str(step) in beside(home)
            home.press(ways[way])
        assert record(home).step is (Step.NEXT_STEP if way == "next" else Step.SITUATION)
        assert record(home).all_steps == steps


@given(thought_records(), st.sampled_from(content.record_forms()), st.sampled_from(Step))
def test_that_the_step_in_view_is_always_one_of_the_steps(record_, form, step):
    at_step = replace(record_.asking(form), step=step)
    assert at_step.step in at_step.open_steps
    assert set(at_step.open_steps) == {*at_step.all_steps, step}
    emptied = replace(at_step, **EMPTY, sensations=(), arrow=(), triggers=(), tags=())
    assert emptied.step in emptied.open_steps


def test_that_moving_never_fails_whatever_form_and_step(home, monkeypatch):
    for form in content.record_forms():
        open_at(home, Step.SITUATION, steps=form.steps, situation="x", thoughts=(), feelings=())
        worksheet, begun = page(home).worksheet, record(home)
        for step, turn in zip(Step, (1, -1) * 6, strict=True):
            worksheet.open_record(replace(begun, step=step, **IN_STEP[step]), known=True)
            with monkeypatch.context() as patched:
                empty_step(home, patched)
                worksheet._turn(turn)
            assert record(home).step in record(home).open_steps
            assert str(record(home).step) in beside(home)


# Where one goes on writing


def caret(person):
    field = QApplication.focusWidget()
    return field.textCursor().position(), len(field.toPlainText())


def test_that_one_goes_on_after_the_words_that_are_there(home):
    steps = (Step.SITUATION, Step.BALANCED, Step.KINDNESS)
    fields = {k: v for step in steps for k, v in IN_STEP[step].items()}
    open_at(home, Step.SITUATION, steps=steps, thoughts=(), feelings=(), **fields)
    for _ in steps:
        at, end = caret(home)
        assert at == end > 0
        home.key(Qt.Key.Key_Home, CTRL)
        assert caret(home)[0] == 0
        home.key(Qt.Key.Key_Return, CTRL)
    home.press("thoughts.finished.edit")
    at, end = caret(home)
    assert at == end > 0


def test_that_tab_leads_from_the_words_to_what_is_below_and_not_to_the_date(home):
    home.shortcut(Qt.Key.Key_T)
    home.see("thoughts.situation_words").setFocus()
    home.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "thoughts.open_triggers"


# A finished record that has more to say


def finished(person, step=Step.THOUGHT, **fields):
    open_at(person, step, finished=True, steps=(Step.SITUATION, Step.THOUGHT), **fields)
    assert person.find("thoughts.finished")


def say_all(person):
    form = next(form for form in content.record_forms() if set(form.steps) == set(Step))
    page(person).finished.more_requested.emit(record_read(person), form)
    person.wait()


def record_read(person):
    return page(person).finished.record()


def test_that_all_steps_are_there_at_once_when_more_is_to_be_said(home):
    home.window.resize(1280, 1000)
    finished(home)
    say_all(home)
    pane = home.see("thoughts.steps.scroll")
    home.wait_for(lambda: pane.height() >= pane.sizeHint().height())
    assert pane.verticalScrollBar().maximum() == 0
    assert len(beside(home)) == len(Step)


def test_that_the_step_in_view_is_in_sight_where_the_steps_have_too_little_room(home):
    home.window.resize(1280, 640)
    finished(home, feelings=())
    say_all(home)
    home.press("thoughts.back_to_list")
    page(home).finished.more_requested.emit(record_read(home), Step.NEXT_STEP)
    home.wait()
    pane, button = home.see("thoughts.steps.scroll"), home.see("thoughts.step.next_step")
    shown = pane.viewport().rect()

    def is_in_sight():
        top = button.mapTo(pane.viewport(), QPoint(0, 0)).y()
        return shown.top() <= top and top + button.height() <= shown.bottom() + 1

    home.wait_for(is_in_sight)


def test_that_a_record_with_more_to_say_can_be_kept_as_it_is_too(home):
    finished(home)
    page(home).finished.more_requested.emit(record_read(home), Step.BALANCED)
    home.wait()
    id_ = record(home).id
    home.press("thoughts.not_ready")
    assert kept(home, id_).not_ready


@pytest.mark.parametrize(
    ("size", "name", "words"),
    [
        ((1280, 800), "thoughts.back_to_list", "All thought records"),
        ((900, 600), "thoughts.step_line.back", "All records"),
    ],
)
def test_that_the_way_back_leads_where_it_says(home, size, name, words):
    home.window.resize(*size)
    open_at(home, Step.SITUATION)
    assert home.see(name).text() == words
    home.press(name)
    assert home.find("thoughts.list_page")
    finished(home)
    page(home).finished.more_requested.emit(record_read(home), Step.KINDNESS)
    home.wait()
    assert home.see(name).text() == "Back to the record"
    home.press(name)
    assert home.find("thoughts.finished")


def press_tab(person, key="thoughts"):
    tabs = person.window.header.tabs
    place = next(n for n in range(tabs.count()) if tabs.tabData(n) == key)
    person.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
    person.wait()


def test_that_the_tab_in_view_leads_to_the_list_and_what_was_typed_is_kept(home):
    id_ = open_at(home, Step.KINDNESS)
    home.write("thoughts.kindness_words", "It was hard.")
    press_tab(home)
    assert home.find("thoughts.list_page")
    assert kept(home, id_).kindness == "It was hard."


def test_that_the_tab_in_view_leads_to_the_list_from_a_finished_record(home):
    finished(home)
    press_tab(home)
    assert home.find("thoughts.list_page")


def test_that_a_record_is_still_open_when_its_tab_is_chosen_from_another_page(home):
    open_at(home, Step.KINDNESS)
    press_tab(home, "journal")
    press_tab(home)
    assert home.find("thoughts.worksheet")


# An end wherever one is


def test_that_a_record_can_be_finished_on_every_step(home):
    for step in list(Step)[:-1]:
        id_ = open_at(home, step)
        home.press("thoughts.finish_here")
        assert home.find("thoughts.finished")
        assert kept(home, id_).finished
        assert not kept(home, id_).not_ready


def test_that_there_is_nothing_to_finish_in_an_empty_record_and_one_way_at_the_end(home):
    home.shortcut(Qt.Key.Key_T)
    assert not home.find("thoughts.finish_here")
    home.write("thoughts.situation_words", "x")
    assert home.find("thoughts.finish_here")
    home.press("thoughts.step.feelings")
    assert not home.find("thoughts.finish_here")


def test_that_the_menu_of_the_steps_has_the_end_where_there_is_little_room(home):
    home.window.resize(900, 600)
    id_ = open_at(home, Step.FEELINGS)
    assert home.find("thoughts.finish_here")
    home.parts.look.set_text_size(150)
    home.wait()
    assert not home.find("thoughts.finish_here")
    menu = home.see("thoughts.step_line.all").menu()
    (finish,) = [action for action in menu.actions() if action.text() == "Finish here"]
    finish.trigger()
    home.wait()
    assert kept(home, id_).finished


def test_that_the_keys_to_go_on_are_named_where_one_begins(home):
    home.shortcut(Qt.Key.Key_T)
    assert home.see("thoughts.keys").text() == "Ctrl+Enter goes on"
    assert home.see("thoughts.next").toolTip() == "Ctrl+Enter"
    home.key(Qt.Key.Key_Return, CTRL)
    assert not home.find("thoughts.keys")


# Words to read


@pytest.mark.parametrize("words", ["\n\n  Two lines.\nHere.\n \n", "  Two lines.\nHere."])
def test_that_empty_lines_at_the_ends_are_left_out_only_where_words_are_read(home, words):
    finished(home, situation=words)
    shown = [label.text() for label in home.see("thoughts.finished.parts").findChildren(Label)]
    assert "  Two lines.\nHere." in shown
    home.press("thoughts.finished.edit")
    assert home.see("thoughts.situation_words").words() == words
