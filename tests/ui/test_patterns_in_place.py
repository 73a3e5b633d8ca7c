"""Naming patterns: what is there keeps its place, and what was answered stays answered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from resilience_desktop import content
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import AutomaticThought, ChosenPattern
from resilience_desktop.ui.thoughts.pattern_row import PatternRow

from .at_a_step import kept, open_at, page, write

QUESTION = "thoughts.hint_question"
TWO = "They must think I’m an idiot, I always ruin it."


def open_with(person, thought="They saw.", **fields):
    return open_at(person, Step.PATTERNS, thoughts=(AutomaticThought(thought, hot=True),), **fields)


def places(person):
    """Return where each pattern in view stands in the step."""
    step = person.see("thoughts.patterns")
    rows = [row for row in step.findChildren(PatternRow) if row.isVisible()]
    return {row.pattern.id: row.mapTo(step, QPoint(0, 0)).toTuple() for row in rows}


def chosen(person, id_):
    return {one.pattern for one in kept(person, id_).patterns}


def answer(person):
    return person.see(f"{QUESTION}.answer").text()


def test_that_nothing_moves_when_questions_are_answered_and_answers_taken_back(home):
    id_ = open_with(home, TWO)
    before = places(home)
    first = home.see(f"{QUESTION}.heading").text()
    home.press(f"{QUESTION}.yes")
    assert places(home) == before
    assert "added" in answer(home)
    assert home.see(f"{QUESTION}.heading").text() != first
    home.press(f"{QUESTION}.no")
    assert places(home) == before
    assert "not added" in answer(home)
    assert home.find(f"{QUESTION}.yes") is None
    home.press(f"{QUESTION}.undo")
    assert places(home) == before
    assert home.window.focusWidget() is home.see(f"{QUESTION}.yes")
    assert kept(home, id_).turned_down == ()


def test_that_a_yes_can_be_taken_back_too(home):
    id_ = open_with(home, "Everyone must think I am stupid")
    home.press(f"{QUESTION}.yes")
    assert chosen(home, id_) == {"mind_reading"}
    home.press(f"{QUESTION}.undo")
    assert chosen(home, id_) == set()
    assert home.find(f"{QUESTION}.yes")


def test_that_a_no_is_kept_with_the_record(home):
    id_ = open_with(home, "Everyone must think I am stupid")
    home.press(f"{QUESTION}.no")
    assert kept(home, id_).turned_down == ("mind_reading",)
    page(home).show_list()
    page(home).open_record(id_)
    home.wait()
    assert home.find(QUESTION) is None
    home.tick("thoughts.pattern.mind_reading")
    assert kept(home, id_).turned_down == ()


def test_that_a_record_with_a_no_from_before_does_not_ask_again(home):
    open_with(home, "Everyone must think I am stupid", turned_down=("mind_reading",))
    assert home.find(QUESTION) is None


def test_that_a_yes_that_is_unticked_later_is_a_no(home):
    hinted = ChosenPattern("mind_reading", main=True, hinted=True)
    id_ = open_with(home, "Everyone must think I am stupid", patterns=(hinted,))
    home.see("thoughts.pattern.mind_reading").click()
    home.wait()
    assert kept(home, id_).turned_down == ("mind_reading",)
    assert home.find(QUESTION) is None


def test_that_the_pattern_of_a_second_question_is_not_the_main_one(home):
    id_ = open_with(home, TWO)
    home.tick("thoughts.pattern.catastrophizing")
    home.press(f"{QUESTION}.yes")
    home.press(f"{QUESTION}.yes")
    found = kept(home, id_).patterns
    assert len(found) == 3
    assert found[0] == ChosenPattern("catastrophizing", main=True)
    home.see("thoughts.pattern.catastrophizing").click()
    assert not any(one.main for one in kept(home, id_).patterns)


def test_that_rows_stay_in_place_while_patterns_are_ticked_and_made_the_main_one(home):
    write(home, lambda journal: journal.patterns.keep(OwnPattern("Guessing")))
    id_ = open_with(home)
    home.press("thoughts.all_patterns")
    before = places(home)
    home.tick("thoughts.pattern.own1")
    home.tick("thoughts.pattern.labeling")
    home.press("thoughts.pattern.labeling.main")
    assert places(home) == before
    assert kept(home, id_).patterns[0] == ChosenPattern("labeling", main=True)


def test_that_one_of_ones_own_comes_last_until_the_step_is_opened_again(home):
    id_ = open_with(home)
    before = places(home)
    home.write("thoughts.find_pattern", "Guessing")
    home.press("thoughts.add_pattern")
    home.wait_for(lambda: "Guessing" in places(home))
    after = places(home)
    assert {name: after[name] for name in before if name not in _special()} == {
        name: before[name] for name in before if name not in _special()
    }
    assert chosen(home, id_) == {"Guessing"}
    write(
        home,
        lambda journal: journal.keep_thought_record(
            replace(journal.thought_record(id_), finished=True)
        ),
    )
    assert places(home) == after
    open_with(home)
    assert min(places(home), key=lambda name: places(home)[name][::-1]) == "Guessing"


def test_that_the_thought_may_be_accurate_in_place_of_patterns_and_back(home):
    id_ = open_with(home)
    home.tick("thoughts.pattern.labeling")
    home.tick("thoughts.pattern.not_sure")
    both = chosen(home, id_)
    before = places(home)
    home.tick("thoughts.pattern.not_a_distortion")
    assert chosen(home, id_) == {"not_a_distortion", "not_sure"}
    assert not home.see("thoughts.pattern.labeling").isChecked()
    assert "unticked" in home.see("thoughts.unticked.words").text()
    assert places(home) == before
    home.press("thoughts.unticked.undo")
    assert chosen(home, id_) == both
    assert home.find("thoughts.unticked") is None
    home.tick("thoughts.pattern.not_a_distortion")
    home.tick("thoughts.pattern.labeling")
    assert chosen(home, id_) == {"labeling", "not_sure"}
    name = content.pattern_name("not_a_distortion")
    assert name in home.see("thoughts.unticked.words").text()


def test_that_ones_own_note_is_with_what_a_pattern_is(home):
    write(home, lambda j: j.patterns.keep(OwnPattern("labeling", note="Mostly on Mondays.")))
    open_with(home)
    home.press("thoughts.pattern.labeling.about")
    assert home.see("thoughts.pattern.labeling.note").text() == "Mostly on Mondays."
    write(home, lambda j: j.patterns.keep(OwnPattern("labeling", note="Less now.")))
    assert home.see("thoughts.pattern.labeling.note").text() == "Less now."
    write(home, lambda j: j.patterns.keep(OwnPattern("labeling")))
    assert home.find("thoughts.pattern.labeling.note") is None


def test_that_looking_at_it_again_takes_the_new_name_of_a_pattern(home):
    id_ = open_with(home, patterns=(ChosenPattern("Guessing"),), finished=True)
    follow_up = page(home).follow_ups
    follow_up.show_record(kept(home, id_))
    write(home, lambda journal: journal.patterns.rename("Guessing", "Reading"))
    home.window.navigator.pattern_renamed.emit("Guessing", "Reading")
    assert follow_up.record().patterns == (ChosenPattern("Reading"),)


def test_that_facts_are_in_sight_while_a_fairer_thought_is_written(home):
    facts = {"evidence_for": ("I lost the thread.", " "), "evidence_against": ("Two asked me.",)}
    open_at(home, Step.BALANCED, **facts)
    home.window.resize(1280, 800)
    home.wait()
    titles = ("Facts that speak for it", "Facts that speak against it")
    assert seen(home) == [titles[0], "I lost the thread.", titles[1], "Two asked me."]
    assert home.find("thoughts.balanced_facts.open") is None
    home.window.resize(900, 600)
    home.parts.look.set_text_size(200)
    home.wait()
    assert seen(home) == []
    home.press("thoughts.balanced_facts.open")
    assert "Two asked me." in seen(home)


def test_that_there_is_no_place_for_facts_where_there_are_none(home):
    open_at(home, Step.BALANCED)
    assert home.find("thoughts.balanced_facts") is None


def test_that_of_a_thought_that_may_be_accurate_the_facts_are_not_against_it(home):
    accurate = (ChosenPattern("not_a_distortion"),)
    open_at(home, Step.BALANCED, patterns=accurate, evidence_against=("It rained.",))
    assert seen(home) == ["Other facts", "It rained."]


def seen(person):
    facts = person.see("thoughts.balanced_facts")
    return [label.text() for label in facts.findChildren(QLabel) if label.isVisible()]


def _special():
    return {pattern.id for pattern in content.thinking_patterns() if pattern.special}
