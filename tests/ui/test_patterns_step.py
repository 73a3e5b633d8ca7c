"""Naming the patterns of a thought: a few at first, all on request, questions because of words."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from resilience_desktop import content
from resilience_desktop.domain.own_pattern import OwnPattern
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import AutomaticThought, ChosenPattern, ThoughtRecord
from resilience_desktop.ui.reading_order import stops
from resilience_desktop.ui.thoughts.pattern_offer import PatternOffer

from .samples import fill, moment

THOUGHT = "I should have known. They must think I’m an idiot, I always ruin it."
GIVEN = [pattern for pattern in content.thinking_patterns() if not pattern.special]
SPECIAL = [pattern for pattern in content.thinking_patterns() if pattern.special]


def record(*patterns, thought="They saw.", finished=False, **more):
    chosen = [p if isinstance(p, ChosenPattern) else ChosenPattern(p) for p in patterns]
    return ThoughtRecord(
        at=moment(),
        thoughts=(AutomaticThought("Before that"), AutomaticThought(thought, hot=True)),
        patterns=tuple(chosen),
        steps=(Step.THOUGHT, Step.PATTERNS),
        step=Step.PATTERNS,
        finished=finished,
        **more,
    )


@pytest.fixture
def at_the_step(places, home_of):
    """Open a record where its patterns are named."""

    def open_at(*records, work=None):
        fill(places, *records)
        person = home_of()
        if work is not None:
            person.parts.tasks.write(work, owner=person.window)
        person.window.page("thoughts").open_record(records[0].id)
        person.wait_for(lambda: person.find("thoughts.patterns") is not None)
        known = person.read(lambda journal: journal.patterns.all())
        offer = PatternOffer(known)
        person.wait_for(lambda: person.see("thoughts.patterns")._offer == offer)
        person.wait()
        return person

    return open_at


def rows(person):
    """Return the boxes in view by the name of the pattern, in the order of the keyboard."""
    boxes = [stop for stop in stops(person.see("thoughts.patterns")) if isinstance(stop, QCheckBox)]
    return {box.accessibleName(): box for box in boxes}


def untick(person, name):
    box = person.see(name)
    person.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    person.wait()
    assert not box.isChecked()


def kept(person, id_):
    person.window.page("thoughts").save_now()
    person.wait()
    return person.read(lambda journal: journal.thought_record(id_)).patterns


def asked(person):
    question = person.find("thoughts.hint_question")
    if question is None or person.find("thoughts.hint_question.yes") is None:
        return ""
    return "\n".join(
        w.text()
        for w in question.findChildren(QLabel)
        if w.isVisible() and not w.objectName().endswith(".answer")
    )


def named(*ids):
    return {content.pattern_name(id_) for id_ in ids}


def test_that_a_few_common_patterns_are_shown_and_the_three_choices(at_the_step):
    person = at_the_step(record())
    assert set(rows(person)) == named(*content.common_patterns()) | {p.name for p in SPECIAL}
    assert len(content.common_patterns()) == 7
    shown = "\n".join(w.text() for w in person.see("thoughts.patterns").findChildren(QLabel))
    assert not any(pattern.definition in shown for pattern in content.thinking_patterns())


def test_that_those_used_most_come_first_and_the_chosen_ones_always(at_the_step):
    used = [record("comparing", "Guessing", finished=True) for _ in range(2)]
    used += [record("blaming", finished=True)]
    person = at_the_step(record("rumination"), *used)
    shown = list(rows(person))
    assert shown[:3] == [content.pattern_name("comparing"), "Guessing", "Blaming others"]
    assert content.pattern_name("rumination") in shown
    assert shown[-3:] == [special.name for special in SPECIAL]
    assert len(shown) == 7 + 1 + len(SPECIAL)
    assert rows(person)[content.pattern_name("rumination")].isChecked()


def test_that_all_are_shown_on_request_and_fewer_again(at_the_step):
    person = at_the_step(record())
    few = set(rows(person))
    assert str(len(GIVEN)) in person.see("thoughts.all_patterns").text()
    person.press("thoughts.all_patterns")
    assert set(rows(person)) == {p.name for p in content.thinking_patterns()}
    person.press("thoughts.all_patterns")
    assert set(rows(person)) == few


def test_that_a_pattern_is_found_by_any_name_it_has_while_the_choices_stay(at_the_step):
    person = at_the_step(record("labeling"))
    for words, found in (
        ("fraud", {"emotional_reasoning"}),
        ("black-and", {"all_or_nothing"}),
        ("BROODING", {"rumination"}),
    ):
        person.see("thoughts.find_pattern").clear()
        person.write("thoughts.find_pattern", words)
        assert set(rows(person)) == named("labeling", *found) | {p.name for p in SPECIAL}


def test_that_enter_chooses_the_one_that_is_found_or_goes_to_the_first(at_the_step):
    open_one = record()
    person = at_the_step(open_one)
    person.write("thoughts.find_pattern", "fraud")
    person.qtbot.keyClick(person.see("thoughts.find_pattern"), Qt.Key.Key_Return)
    assert kept(person, open_one.id) == (ChosenPattern("emotional_reasoning", main=True),)
    assert person.see("thoughts.find_pattern").text() == ""
    person.write("thoughts.find_pattern", "labelling")
    person.qtbot.keyClick(person.see("thoughts.find_pattern"), Qt.Key.Key_Return)
    person.write("thoughts.find_pattern", "jumping")
    person.qtbot.keyClick(person.see("thoughts.find_pattern"), Qt.Key.Key_Return)
    assert person.window.focusWidget() is person.see("thoughts.pattern.mind_reading")
    assert [one.pattern for one in kept(person, open_one.id)] == ["emotional_reasoning", "labeling"]


def test_that_a_long_name_is_shortened_and_the_page_does_not_grow(at_the_step):
    name = "A very long name & more, " * 4
    person = at_the_step(record(name.strip()))
    box = rows(person)[name.strip()]
    assert box.text().endswith("…")
    assert person.see("thoughts.patterns").width() <= person.see("thoughts.patterns.scroll").width()


def test_that_what_a_pattern_is_stands_there_on_request_only(at_the_step):
    person = at_the_step(record())
    assert person.find("thoughts.pattern.mind_reading.means") is None
    person.press("thoughts.pattern.mind_reading.about")
    (pattern,) = [p for p in GIVEN if p.id == "mind_reading"]
    assert person.see("thoughts.pattern.mind_reading.means").text() == pattern.definition
    person.press("thoughts.pattern.mind_reading.about")
    assert person.find("thoughts.pattern.mind_reading.means") is None
    person.press("thoughts.pattern.mind_reading.about")
    person.press("thoughts.pattern.mind_reading.more")
    assert person.find("patterns.name").text() == pattern.name


def test_that_several_fit_and_one_is_the_main_one(at_the_step):
    open_one = record()
    person = at_the_step(open_one)
    person.tick("thoughts.pattern.mind_reading")
    assert person.find("thoughts.pattern.mind_reading.main") is None  # there is only one
    person.tick("thoughts.pattern.labeling")
    person.tick("thoughts.pattern.not_sure")
    assert kept(person, open_one.id)[0] == ChosenPattern("mind_reading", main=True)
    person.press("thoughts.pattern.labeling.main")
    assert kept(person, open_one.id) == (
        ChosenPattern("labeling", main=True),
        ChosenPattern("mind_reading"),
        ChosenPattern("not_sure"),
    )
    untick(person, "thoughts.pattern.labeling")
    assert ChosenPattern("mind_reading", main=True) in kept(person, open_one.id)


@pytest.mark.parametrize("special", [pattern.id for pattern in SPECIAL])
def test_that_none_of_the_patterns_is_an_answer_too(at_the_step, special):
    open_one = record()
    person = at_the_step(open_one)
    person.tick(f"thoughts.pattern.{special}")
    assert kept(person, open_one.id) == (ChosenPattern(special),)


def test_that_words_no_pattern_has_can_become_one_of_ones_own(at_the_step):
    open_one = record()
    person = at_the_step(open_one)
    assert person.find("thoughts.add_pattern") is None
    person.write("thoughts.find_pattern", " Guessing &  wishes")
    assert "No pattern" in person.see("thoughts.no_pattern").text()
    person.press("thoughts.add_pattern")
    assert kept(person, open_one.id) == (ChosenPattern("Guessing & wishes", main=True),)
    assert rows(person)["Guessing & wishes"].isChecked()
    assert person.see("thoughts.find_pattern").text() == ""
    assert person.window.focusWidget() is person.see("thoughts.find_pattern")
    known = person.read(lambda journal: journal.patterns.kept("Guessing & wishes"))
    assert known == OwnPattern("Guessing & wishes")


def test_that_a_search_that_finds_nothing_leads_to_all(at_the_step):
    person = at_the_step(record())
    person.write("thoughts.find_pattern", "zebra")
    person.press("thoughts.all_patterns")
    assert person.find("thoughts.no_pattern") is None
    assert person.see("thoughts.find_pattern").text() == ""
    assert person.window.focusWidget() is person.see("thoughts.find_pattern")
    assert set(rows(person)) == {p.name for p in content.thinking_patterns()}


def test_that_archived_patterns_are_only_where_a_record_has_them(at_the_step):
    def archive(journal):
        changes = journal.patterns.keep(OwnPattern("labeling", archived=True))
        return changes | journal.patterns.keep(OwnPattern("Old one", archived=True))

    person = at_the_step(record("Old one"), work=archive)
    person.press("thoughts.all_patterns")
    assert content.pattern_name("labeling") not in rows(person)
    assert rows(person)["Old one"].isChecked()


def test_that_the_library_changes_what_is_offered_at_once(at_the_step):
    open_one = record("mind_reading")
    person = at_the_step(open_one)
    person.press("thoughts.pattern_library")
    assert person.find("patterns")
    person.parts.tasks.write(lambda j: j.patterns.keep(OwnPattern("New")), owner=person.window)
    person.wait()
    person.find("patterns").close()
    person.press("thoughts.all_patterns")
    assert "New" in rows(person)
    assert rows(person)[content.pattern_name("mind_reading")].isChecked()


def test_that_a_pattern_renamed_while_a_record_is_open_keeps_its_new_name(at_the_step):
    open_one = record("Guessing")
    person = at_the_step(open_one)
    person.parts.tasks.write(
        lambda j: j.patterns.rename("Guessing", "Reading"), owner=person.window
    )
    person.wait()
    person.window.navigator.pattern_renamed.emit("Guessing", "Reading")
    person.wait()
    person.tick("thoughts.pattern.mind_reading")
    assert {chosen.pattern for chosen in kept(person, open_one.id)} == {"Reading", "mind_reading"}
    assert "Guessing" not in rows(person)


def test_that_a_finished_record_that_waits_on_its_page_takes_a_new_name_too(at_the_step):
    done = record("Guessing", finished=True)
    person = at_the_step(record(), done)
    page = person.window.page("thoughts")
    page.open_record(done.id)
    person.wait()
    person.go("journal")
    person.parts.tasks.write(
        lambda j: j.patterns.rename("Guessing", "Reading"), owner=person.window
    )
    person.wait()
    person.window.navigator.pattern_renamed.emit("Guessing", "Reading")
    person.wait()
    assert page.finished.record().patterns == (ChosenPattern("Reading"),)


def test_that_the_library_leads_to_the_records_that_have_a_pattern(at_the_step):
    first, second = record("mind_reading", finished=True), record("labeling", finished=True)
    person = at_the_step(record(), first, second)
    person.press("thoughts.pattern.mind_reading.about")
    person.press("thoughts.pattern.mind_reading.more")
    person.qtbot.mouseClick(person.find("patterns.records"), Qt.MouseButton.LeftButton)
    person.wait_for(lambda: person.find("thoughts.list") is not None)
    shown = person.find("thoughts.list").rows
    person.wait_for(lambda: not shown.index_of(second.id).isValid())
    assert shown.index_of(first.id).isValid()
    person.press("thoughts.pattern_list")
    assert person.find("patterns")


# Questions


def test_that_a_question_shows_the_words_it_comes_from_and_sets_nothing(at_the_step):
    open_one = record(thought=THOUGHT)
    person = at_the_step(open_one)
    assert "Could this be" in asked(person)
    assert "Because of: “" in asked(person)
    words = asked(person).split("“")[1].split("”")[0]
    label = person.see("thoughts.kept.words")
    ((start, length),) = label._bold
    assert label.text()[start : start + length] == words
    assert kept(person, open_one.id) == ()


def test_that_yes_adds_the_pattern_as_hinted_and_no_ends_it_for_the_record(at_the_step):
    open_one = record(thought=THOUGHT)
    other = dataclasses.replace(record(thought=THOUGHT), id=open_one.id[:-4] + "0000")
    person = at_the_step(open_one, other)
    first = asked(person)
    person.press("thoughts.hint_question.yes")
    (chosen,) = kept(person, open_one.id)
    assert (chosen.hinted, chosen.main) == (True, True)
    assert rows(person)[content.pattern_name(chosen.pattern)].isChecked()
    second = asked(person)
    assert second not in ("", first)
    assert person.window.focusWidget() is person.see("thoughts.hint_question.yes")
    person.press("thoughts.hint_question.no")
    assert asked(person) == ""  # two at most
    assert person.see("thoughts.kept.words")._bold == []
    assert person.window.focusWidget() is person.see("thoughts.hint_question.undo")
    assert kept(person, open_one.id) == (chosen,)
    page = person.window.page("thoughts")
    page.open_record(other.id)
    person.wait()
    assert asked(person) == first
    page.open_record(open_one.id)
    person.wait()
    assert asked(person) == ""


def test_that_ticking_a_pattern_oneself_answers_its_question(at_the_step):
    open_one = record(thought="She must be annoyed with me")
    person = at_the_step(open_one)
    assert "mind reading" in asked(person)
    person.tick("thoughts.pattern.mind_reading")
    assert asked(person) == ""
    assert kept(person, open_one.id) == (ChosenPattern("mind_reading", main=True),)


def test_that_a_bare_feeling_is_asked_about_as_one(at_the_step):
    open_one = record(thought="I am so sad today.")
    person = at_the_step(open_one)
    assert asked(person) == "Could this be a feeling rather than a thought?"
    person.press("thoughts.hint_question.yes")
    assert kept(person, open_one.id) == (ChosenPattern("feeling_not_thought", hinted=True),)


def test_that_questions_can_be_switched_off(at_the_step):
    def switch_off(journal):
        return journal.keep_settings(dataclasses.replace(journal.settings(), pattern_hints=False))

    person = at_the_step(record(thought=THOUGHT), work=switch_off)
    assert asked(person) == ""
    assert person.see("thoughts.kept.words")._bold == []


def test_that_a_pattern_taken_from_a_question_stays_so_when_the_record_is_opened_again(at_the_step):
    hinted = ChosenPattern("mind_reading", main=True, hinted=True)
    open_one = record(hinted)
    person = at_the_step(open_one)
    person.tick("thoughts.pattern.labeling")
    assert kept(person, open_one.id) == (hinted, ChosenPattern("labeling"))


def test_that_a_name_from_elsewhere_is_plain_text_and_in_no_object_name(at_the_step):
    person = at_the_step(record("<b>CANARY</b>"))
    box = rows(person)["<b>CANARY</b>"]
    assert box.isChecked()
    step = person.see("thoughts.patterns")
    assert not any("CANARY" in part.objectName() for part in step.findChildren(QWidget))
