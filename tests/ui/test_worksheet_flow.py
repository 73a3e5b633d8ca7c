"""A record in the form that fits the minutes one has, which can grow and shrink."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from resilience_desktop import content
from resilience_desktop.domain.details import Trigger, TriggerKind
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Prediction,
    RatedFeeling,
    ThoughtRecord,
)
from resilience_desktop.ui.form_words import about_form
from resilience_desktop.ui.step_names import step_name
from resilience_desktop.ui.thoughts.digests import digests
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.quote import KeptInView
from tests.strategies import thought_records

from .at_a_step import kept, open_at, page, write

CTRL = Qt.KeyboardModifier.ControlModifier
ROOM = [((900, 600), 100, 0.5), ((1280, 800), 150, 0.5), ((900, 600), 150, 0.4)]
"""Sizes of a window and of text, and the part of the height that is for what is filled in."""


@pytest.fixture
def quick(home):
    """Somebody with a new quick record."""
    home.shortcut(Qt.Key.Key_T)
    return home


def choose(person, opener, words):
    """Open a menu and choose what begins with these words, by its keys."""
    person.press(opener)
    person.wait()
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        if named(menu.activeAction()).startswith(words):
            QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Return)
            person.wait()
            return
        QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Down)
    pytest.fail(f"{words} is not offered")


def named(action):
    widget = action.defaultWidget() if hasattr(action, "defaultWidget") else None
    return widget.accessibleName() if widget else action.text()


def offered(person, opener):
    """Return what a menu offers, and close it."""
    person.press(opener)
    person.wait()
    menu = QApplication.activePopupWidget()
    found = [named(action) for action in menu.actions() if not action.isSeparator()]
    QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Escape)
    person.wait()
    return found


def record(person):
    return page(person).worksheet.record()


# Forms


def test_that_a_new_record_begins_with_the_quick_form_and_says_so(quick):
    assert record(quick).steps == (Step.SITUATION, Step.THOUGHT, Step.FEELINGS)
    assert quick.see("thoughts.place").text() == "Quick catch, step 1 of 3"


def test_that_ones_own_forms_come_first_beside_the_new_record(home):
    own = Form("own", "After & work", (Step.THOUGHT, Step.KINDNESS))
    write(home, lambda j: j.keep_settings(with_forms(j.settings(), own)))
    home.go("thoughts")
    names = offered(home, "thoughts.empty.other_form")
    assert names[:2] == ["After & work", "Just notice, about 1 minute"]
    assert not any(name.startswith("Quick catch") for name in names)
    choose(home, "thoughts.empty.other_form", "After")
    home.wait()
    assert (record(home).form, record(home).steps) == ("own", own.steps)


def with_forms(settings_, *forms):
    return replace(settings_, forms=forms)


def test_that_forms_of_ones_own_are_one_choice_away(home):
    home.go("thoughts")
    choose(home, "thoughts.empty.other_form", "Forms of your own")
    home.wait_for(lambda: home.find("settings.add_form") is not None)
    home.find("settings").close()


def test_that_a_first_form_that_is_gone_gives_way_to_the_quick_one(home):
    home.begins_records_with("no such form")
    home.shortcut(Qt.Key.Key_T)
    assert record(home).form == "quick"


@pytest.mark.parametrize("form", content.record_forms(), ids=lambda form: form.id)
def test_that_each_form_can_be_gone_through_by_keyboard(home, form):
    home.go("thoughts")
    page(home).new_record(form.id)
    home.wait()
    for step in form.steps:
        assert record(home).step is step
        assert home.see(f"thoughts.{step}").isVisible()
        home.key(Qt.Key.Key_Return, CTRL)
    assert "nothing to keep" in home.see("thoughts.hint").text()


def test_that_more_can_be_said_at_the_end_and_all_that_is_written_stays(quick):
    quick.write("thoughts.situation_words", "The bus drove off.")
    assert not quick.find("thoughts.say_more")
    quick.press("thoughts.step.feelings")
    choose(quick, "thoughts.say_more", "Both sides")
    assert record(quick).form == "seven"
    assert record(quick).step is Step.PATTERNS
    assert record(quick).situation == "The bus drove off."
    assert len(record(quick).all_steps) == 7


def test_that_a_form_with_fewer_parts_keeps_what_is_written_in_the_others(quick):
    quick.write("thoughts.situation_words", "The bus drove off.")
    choose(quick, "thoughts.form", "Just notice")
    assert record(quick).form == "notice"
    assert record(quick).all_steps == (Step.SITUATION, Step.THOUGHT, Step.LABEL)
    assert page(quick).worksheet.record().situation == "The bus drove off."


def test_that_only_forms_with_more_parts_are_offered_to_say_more_the_next_larger_first(quick):
    quick.press("thoughts.step.feelings")
    assert offered(quick, "thoughts.say_more") == [
        "A fair answer, about 6 minutes",
        "Both sides, about 10 minutes",
        "Everything, about 15 minutes",
        "One part more",
    ]


def test_that_a_form_can_be_changed_to_any_other_larger_ones_first(quick):
    names = [name.partition(",")[0] for name in offered(quick, "thoughts.form")]
    assert names[:4] == ["A fair answer", "Both sides", "Everything", "One part more"]
    assert sorted(names[4:]) == ["Catch", "Just notice"]


@pytest.mark.parametrize("form", content.record_forms(), ids=lambda form: form.id)
def test_that_a_form_says_of_how_many_parts_it_is_only_where_somebody_counts_the_same(form):
    said_ = f"{form.name} {about_form(form)}".casefold()
    counts = ("two", "three", "four", "five", "six", "seven", "eight", "ten", "eleven", "twelve")
    assert not any(f"{count}-part" in said_ or f"{count} part" in said_ for count in counts)
    assert ("all parts" in said_) is (set(form.steps) == set(Step))


def test_that_another_form_leaves_somebody_at_their_step_with_all_they_typed(quick):
    quick.press("thoughts.step.thought")
    quick.write("thoughts.thought1.words", "I will fail.")
    for name in ("Both sides", "Everything", "A fair answer"):
        choose(quick, "thoughts.form", name)
        assert record(quick).step is Step.THOUGHT
        assert quick.see("thoughts.thought1.words").words() == "I will fail."
        assert quick.window.focusWidget() is quick.see("thoughts.thought1.words")
    assert kept(quick, record(quick).id).thoughts[0].text == "I will fail."


def test_that_a_form_without_the_step_in_view_leads_to_the_nearest_one(quick):
    quick.press("thoughts.step.feelings")
    choose(quick, "thoughts.form", "Catch, spot")
    assert record(quick).step is Step.THOUGHT


def test_that_one_part_can_be_added_by_itself(quick):
    quick.write("thoughts.situation_words", "x")
    quick.find("thoughts.worksheet").say_more(Step.KINDNESS)
    quick.write("thoughts.kindness_words", "You did what you could.")
    saved = kept(quick, record(quick).id)
    assert saved.steps == (Step.SITUATION, Step.THOUGHT, Step.FEELINGS, Step.KINDNESS)
    assert (saved.form, saved.kindness) == ("quick", "You did what you could.")


def test_that_the_menu_of_the_narrow_line_offers_more_too(quick):
    quick.window.resize(900, 600)
    quick.wait()
    menu = quick.see("thoughts.step_line.all").menu()
    (forms,) = [action.menu() for action in menu.actions() if action.menu()]
    assert named(forms.actions()[0]) == "A fair answer, about 6 minutes"


# Complete without more


def test_that_a_thought_and_a_word_for_it_are_a_complete_record(home):
    home.go("thoughts")
    page(home).new_record("notice")
    home.wait()
    home.write("thoughts.thought1.words", "I will fail.")
    home.key(Qt.Key.Key_Return, CTRL)
    home.key(Qt.Key.Key_Space)
    home.key(Qt.Key.Key_Return, CTRL)
    saved = kept(home, record(home).id)
    assert (saved.label, saved.finished) == (content.noticing_labels()[0], True)
    home.press("thoughts.finished.back")
    (row,) = [r for r in rows(home) if hasattr(r, "label")]
    assert "open" not in row.label


def rows(person):
    person.wait()
    return page(person).records.list.rows.rows()


def test_that_a_record_is_kept_as_it_is_by_somebody_who_is_not_ready(home):
    id_ = open_at(home, Step.BALANCED)
    home.press("thoughts.not_ready")
    saved = kept(home, id_)
    assert (saved.not_ready, saved.finished) == (True, True)
    assert home.find("thoughts.finished")


def test_that_what_is_finished_with_a_fairer_thought_is_not_called_not_ready(home):
    id_ = open_at(home, Step.BALANCED, not_ready=True, steps=(Step.THOUGHT, Step.BALANCED))
    home.write("thoughts.balanced_words", "It may be partly so.")
    home.press("thoughts.next")
    assert not kept(home, id_).not_ready


def test_that_a_balanced_thought_takes_back_that_a_record_was_left_on_purpose(home):
    steps = (Step.THOUGHT, Step.BALANCED, Step.LOOK_AGAIN)
    id_ = open_at(home, Step.BALANCED, not_ready=True, steps=steps, balanced_thought="half a")
    home.press("thoughts.step.look_again")
    assert kept(home, id_).not_ready
    home.press("thoughts.step.balanced")
    home.write("thoughts.balanced_words", "It may be partly so.")
    assert "no longer" in home.see("thoughts.hint").text()
    assert not kept(home, id_).not_ready
    home.press("thoughts.step.thought")
    assert not home.find("thoughts.hint")


def test_that_a_record_out_of_which_all_was_taken_goes_to_the_bin(home):
    id_ = open_at(home, Step.SITUATION, thoughts=(), feelings=(), situation="x")
    home.see("thoughts.situation_words").selectAll()
    home.key(Qt.Key.Key_Delete)
    home.press("thoughts.back_to_list")
    assert home.read(lambda journal: journal.bin.holds(id_))
    assert [r for r in rows(home) if hasattr(r, "label")] == []


# Moving


def test_that_page_keys_go_through_the_steps_from_within_a_field(quick):
    quick.write("thoughts.situation_words", "x")
    for expected in (Step.THOUGHT, Step.FEELINGS, Step.FEELINGS):
        quick.key(Qt.Key.Key_PageDown, CTRL)
        assert record(quick).step is expected
    for expected in (Step.THOUGHT, Step.SITUATION, Step.SITUATION):
        quick.key(Qt.Key.Key_PageUp, CTRL)
        assert record(quick).step is expected


def test_that_the_thought_is_in_view_on_every_other_step(home):
    open_at(home, Step.LABEL)
    for step in Step:
        home.press(f"thoughts.step.{step}")
        shown = home.see("thoughts.worksheet").findChildren(KeptInView)
        beside = [part for part in shown if part.isVisible()]
        own = step in (Step.THOUGHT, Step.LOOK_AGAIN)
        assert beside or own or step is Step.SITUATION, step


# Questions


def test_that_one_question_is_there_and_the_others_on_request(quick):
    asked = content.guiding_questions("situation")
    shown = [words for words in asked if said(quick, words)]
    assert shown == [asked[0]]
    quick.press("thoughts.question")
    assert all(said(quick, words) for words in asked)


def test_that_the_first_question_is_the_one_most_people_need_in_every_record(home):
    home.go("thoughts")
    first = {}
    for _ in range(12):
        page(home).new_record("quick")
        home.wait()
        id_ = record(home).id
        first[id_] = question(home)
        home.key(Qt.Key.Key_PageDown, CTRL)
        home.key(Qt.Key.Key_PageUp, CTRL)
        assert question(home) == first[id_]
    assert set(first.values()) == {content.guiding_questions("situation")[0]}


def question(person):
    return next(q for q in content.guiding_questions("situation") if said(person, q))


def said(person, words):
    found = person.see("thoughts.situation").findChildren(Label)
    return any(label.isVisible() and label.text() == words for label in found)


# Parts


def test_that_what_was_done_and_what_was_chosen_are_two_things(home):
    id_ = open_at(home, Step.RESPONSE)
    home.write("thoughts.did", "Left the room.")
    home.write("thoughts.chose", "Came back after one breath.")
    assert "one breath" in home.see("thoughts.gap").text()
    saved = kept(home, id_)
    assert (saved.did, saved.chose) == ("Left the room.", "Came back after one breath.")


def test_that_a_word_for_the_thought_is_a_chip_or_ones_own(home):
    id_ = open_at(home, Step.LABEL)
    home.qtbot.mouseClick(home.see("thoughts.labels.2"), Qt.MouseButton.LeftButton)
    assert kept(home, id_).label == content.noticing_labels()[1]
    home.write("thoughts.label_words", "storm")
    assert kept(home, id_).label == "storm"
    home.qtbot.mouseClick(home.see("thoughts.labels.1"), Qt.MouseButton.LeftButton)
    assert kept(home, id_).label == content.noticing_labels()[0]
    assert home.see("thoughts.label_words").words() == ""
    home.see("thoughts.label_words").setFocus()
    home.key(Qt.Key.Key_Z, CTRL)
    assert kept(home, id_).label == "storm"


@pytest.mark.parametrize("label", ["what if", "two\nlines ", "  "])
def test_that_a_word_comes_back_as_it_was(home, label):
    id_ = open_at(home, Step.LABEL, label=label)
    home.press("thoughts.step.situation")
    assert kept(home, id_).label == label


def test_that_triggers_and_tags_are_folded_away_until_they_are_wanted(quick):
    assert not quick.find("thoughts.triggers")
    assert not quick.find("thoughts.activities")
    quick.press("thoughts.open_triggers")
    quick.write("thoughts.triggers.field", "missed the bus")
    quick.key(Qt.Key.Key_Return)
    quick.press("thoughts.open_tags")
    quick.write("thoughts.activities.field", "bus stop")
    quick.key(Qt.Key.Key_Return)
    quick.write("thoughts.people.field", "Ines")
    quick.key(Qt.Key.Key_Return)
    saved = kept(quick, record(quick).id)
    assert saved.triggers == (Trigger("missed the bus"),)
    assert saved.tags == ("bus stop", "Ines")
    people = quick.read(lambda journal: [t.group for t in journal.tags.all() if t.word == "Ines"])
    assert people == ["people"]


def test_that_triggers_and_tags_come_back_as_they_were(home):
    triggers = (Trigger("rain", TriggerKind.EVENT), Trigger("rain", TriggerKind.INSIDE))
    id_ = open_at(home, Step.SITUATION, triggers=triggers, tags=("b", "a"))
    assert home.see("thoughts.triggers").isVisible()
    home.write("thoughts.situation_words", "x")
    saved = kept(home, id_)
    assert (saved.triggers, saved.tags) == (triggers, ("b", "a"))


# The list of steps


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(thought_records())
def test_that_a_step_has_a_line_when_something_is_in_it(record_):
    for numbers in (True, False):
        found = digests(record_, numbers=numbers)
        assert set(found) == {step for step in Step if record_.has(step)}
        assert all(line.strip() for line in found.values())


def test_that_the_line_of_a_step_never_shows_numbers_that_are_set_aside(home):
    open_at(home, Step.LOOK_AGAIN, prediction=Prediction(likely=70))
    said_ = digests(record(home), numbers=False)
    assert "60" not in said_[Step.FEELINGS]
    assert said_[Step.PREDICTION] == "70 % likely"


def test_that_the_line_of_looking_again_says_what_was_rated(noon):
    again = ThoughtRecord(
        at=noon,
        thoughts=(AutomaticThought("x", 90, 40),),
        feelings=(RatedFeeling("sad", 80, 35), RatedFeeling("calm")),
        helpful=7,
    )
    for numbers in (True, False):
        said_ = digests(again, numbers=numbers)[Step.LOOK_AGAIN]
        assert said_ == "believed 40 % now, sad 35, helpful: 7 of 10"


def test_that_the_line_of_the_next_step_says_its_day_where_there_is_nothing_else(noon):
    day = dt.date(2026, 12, 3)
    found = digests(ThoughtRecord(at=noon, revisit_on=day), numbers=True)
    assert found == {Step.NEXT_STEP: "look again on 3 December 2026"}


def test_that_steps_stay_where_they_are_whatever_is_in_them_and_in_view(home):
    open_at(home, Step.SITUATION, steps=content.record_forms()[4].steps)

    def places():
        return [step.y() for step in buttons(home)]

    before = places()
    home.write("thoughts.situation_words", "The bus drove off.")
    for step in (Step.THOUGHT, Step.BALANCED):
        home.press(f"thoughts.step.{step}")
        home.wait()
        assert places() == before
    form, last = home.see("thoughts.form"), buttons(home)[-1]
    below = form.mapTo(home.window, QPoint(0, 0)).y() - last.mapTo(home.window, QPoint(0, 0)).y()
    assert last.height() <= below < last.height() + 24


def buttons(person):
    steps = person.see("thoughts.steps")
    return sorted(steps.findChildren(QPushButton), key=lambda step: step.y())


def test_that_change_form_can_be_seen_whole_however_many_steps_there_are(home):
    home.window.resize(1280, 800)
    open_at(home, Step.NEXT_STEP)
    form = home.see("thoughts.form")
    assert form.visibleRegion().boundingRect().size() == form.size()


@pytest.mark.parametrize(
    ("size", "text_size"), [((1280, 800), 100), ((1280, 800), 150), ((900, 600), 100)]
)
def test_that_all_rows_of_the_worksheet_end_at_one_edge(home, size, text_size):
    home.window.resize(*size)
    home.parts.look.set_text_size(text_size)
    open_at(home, Step.SITUATION)
    names = ("thoughts.situation_words", "thoughts.kept", "thoughts.next")
    ends = {name: end(home, name) for name in names}
    assert len(set(ends.values())) == 1, ends
    starts = {start(home, name) for name in ("thoughts.situation_words", "thoughts.kept")}
    assert len(starts) == 1
    if home.find("thoughts.step_line"):
        assert starts.pop() == home.window.width() - ends.popitem()[1]


def start(person, name):
    return person.see(name).mapTo(person.window, QPoint(0, 0)).x()


def end(person, name):
    return start(person, name) + person.see(name).width()


@pytest.mark.parametrize(("size", "text_size", "least"), ROOM)
def test_that_more_than_half_of_a_small_window_is_left_for_writing(home, size, text_size, least):
    home.window.resize(*size)
    home.parts.look.set_text_size(text_size)
    open_at(home, Step.KINDNESS)
    home.wait()
    pane = home.see("thoughts.kindness.scroll")
    assert pane.height() >= least * home.window.height()
    assert step_name(Step.FEELINGS) == "Feelings"
