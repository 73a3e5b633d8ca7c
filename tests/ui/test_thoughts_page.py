from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.record_form import Step
from resilience_desktop.ui.widgets.chips import Chip


@pytest.fixture
def writing(home):
    home.shortcut(Qt.Key.Key_T)
    return home


def page(person):
    return person.window.page("thoughts")


def records(person):
    person.wait()
    return page(person).records.list.rows.rows()


def kept(person, number=0):
    """Return a record as the journal has it."""
    answers = []
    person.parts.tasks.read(lambda j: j.thought_records(), answers.append, owner=person.window)
    person.wait()
    return answers[0][number]


def go_to(person, step):
    person.press(f"thoughts.step.{step}")


def test_that_every_step_can_be_skipped_and_nothing_is_lost(writing):
    writing.write("thoughts.situation_words", "The phone rang.")
    for _ in range(5):
        writing.press("thoughts.next")
    writing.press("thoughts.next")
    record = kept(writing)
    assert (record.situation, record.finished) == ("The phone rang.", True)


def test_that_finishing_asks_for_a_situation_or_a_thought_and_keeps_the_rest(writing):
    go_to(writing, Step.BALANCED)
    writing.write("thoughts.balanced_words", "It may be partly so.")
    go_to(writing, Step.LOOK_AGAIN)
    writing.press("thoughts.next")
    assert "is needed" in writing.see("thoughts.hint").text()
    assert writing.see("thoughts.balanced_words".replace("balanced_words", "hint"))
    go_to(writing, Step.BALANCED)
    assert writing.see("thoughts.balanced_words").words() == "It may be partly so."


def test_that_a_record_is_saved_as_it_is_typed_and_opens_where_it_was_left(writing):
    writing.write("thoughts.situation_words", "At the counter.")
    go_to(writing, Step.THOUGHT)
    writing.write("thoughts.thought1.words", "He thinks I am slow.")
    writing.quit()
    writing.start()
    (row,) = records(writing)
    assert row.label == "Thought record, still open"
    page(writing).open_record(row.id)
    writing.wait()
    assert writing.see("thoughts.thought1.words").words() == "He thinks I am slow."
    assert page(writing).worksheet.record().step is Step.THOUGHT


def test_that_an_empty_worksheet_leaves_nothing_behind(writing):
    writing.press("thoughts.next")
    writing.press("thoughts.back_to_list")
    assert records(writing) == []


def test_that_one_of_several_thoughts_is_the_hot_one(writing):
    go_to(writing, Step.THOUGHT)
    writing.write("thoughts.thought1.words", "first")
    writing.press("thoughts.add_thought")
    writing.write("thoughts.thought2.words", "second")
    writing.see("thoughts.thought2.hot", QRadioButton).click()
    go_to(writing, Step.PATTERNS)
    assert writing.see("thoughts.kept.words").text() == "second"
    page(writing).save_now()
    assert [t.hot for t in kept(writing).thoughts] == [False, True]
    go_to(writing, Step.THOUGHT)
    writing.press("thoughts.thought2.remove")
    page(writing).save_now()
    assert [t.text for t in kept(writing).thoughts] == ["first"]


def test_that_patterns_can_be_found_and_one_made_the_main_one(writing):
    writing.write("thoughts.situation_words", "x")
    go_to(writing, Step.PATTERNS)
    writing.tick("thoughts.pattern.mind_reading")
    writing.tick("thoughts.pattern.labeling")
    writing.press("thoughts.pattern.labeling.main")
    page(writing).save_now()
    assert [(p.pattern, p.main) for p in kept(writing).patterns] == [
        ("labeling", True),
        ("mind_reading", False),
    ]
    writing.write("thoughts.find_pattern", "fraud")
    step = writing.see("thoughts.patterns")
    shown = [row.pattern.id for row in step._rows if row.isVisible()]
    assert shown == ["emotional_reasoning"]


def test_that_words_no_pattern_has_are_said_and_can_be_taken_away(writing):
    go_to(writing, Step.PATTERNS)
    assert writing.find("thoughts.no_pattern") is None
    writing.write("thoughts.find_pattern", "zebra")
    assert "No pattern" in writing.see("thoughts.no_pattern").text()
    writing.press("thoughts.all_patterns")
    assert writing.find("thoughts.no_pattern") is None
    assert writing.see("thoughts.find_pattern").text() == ""
    assert writing.see("thoughts.find_pattern").hasFocus()
    assert all(row.isVisible() for row in writing.see("thoughts.patterns")._rows)


@pytest.mark.parametrize("special", ["not_a_distortion", "feeling_not_thought", "not_sure"])
def test_that_none_of_the_patterns_is_an_answer_too(writing, special):
    writing.write("thoughts.situation_words", "x")
    go_to(writing, Step.PATTERNS)
    writing.tick(f"thoughts.pattern.{special}")
    page(writing).save_now()
    (chosen,) = kept(writing).patterns
    assert (chosen.pattern, chosen.main) == (special, False)


def test_that_strong_feelings_bring_an_offer_and_stronger_ones_people(writing):
    go_to(writing, Step.FEELINGS)
    writing.choose_feeling("thoughts.feelings_before", "tense")
    rating = "thoughts.feelings_before.strength.rating1"
    worksheet = page(writing).worksheet
    step = worksheet._pages[Step.FEELINGS]
    writing.rate(rating, 75)
    assert not step._settle.isVisible()
    writing.rate(rating, 80)
    assert step._settle.isVisible()
    assert not step._line.isVisible()
    writing.rate(rating, 90)
    assert step._line.isVisible()


FEELINGS = "thoughts.feelings_before"


def feel(person, word, strength):
    """Say that somebody feels a word of their own or of the list."""
    worksheet = page(person).worksheet
    worksheet._pages[Step.FEELINGS]._picker.set_feelings((Feeling(word, strength),))
    worksheet._pages[Step.FEELINGS]._picker.feelings_changed.emit()
    person.wait()


@pytest.mark.parametrize(
    ("word", "offered"), [("calm", False), ("joyful", False), ("tense", True), ("hangry", True)]
)
def test_that_settling_is_offered_for_what_is_unpleasant(writing, word, offered):
    go_to(writing, Step.FEELINGS)
    feel(writing, word, 95)
    assert bool(writing.find("thoughts.settle")) is offered


def test_that_settling_is_one_press_away_and_the_record_waits(writing):
    go_to(writing, Step.FEELINGS)
    feel(writing, "tense", 85)
    writing.press("thoughts.settle")
    assert writing.find("settle")
    writing.key(Qt.Key.Key_Escape)
    writing.wait_for(lambda: not writing.find("settle"))
    assert writing.find(FEELINGS)


def test_that_somebody_can_carry_on_and_is_not_asked_again_in_this_record(writing):
    go_to(writing, Step.FEELINGS)
    feel(writing, "tense", 85)
    writing.press("thoughts.carry_on")
    assert not writing.find("thoughts.settle_offer")
    assert writing.see(FEELINGS).isAncestorOf(QApplication.focusWidget())
    feel(writing, "tense", 95)
    go_to(writing, Step.THOUGHT)
    writing.press("thoughts.previous")
    assert not writing.find("thoughts.settle_offer")
    page(writing).new_record()
    go_to(writing, Step.FEELINGS)
    feel(writing, "tense", 85)
    assert writing.find("thoughts.settle_offer")


def test_that_a_new_feeling_afterwards_has_only_one_rating(writing):
    writing.write("thoughts.situation_words", "x")
    go_to(writing, Step.LOOK_AGAIN)
    writing.choose_feeling("thoughts.feelings_new", "calm")
    writing.rate("thoughts.feelings_new.strength.rating1", 30)
    writing.press("thoughts.next")
    (feeling,) = kept(writing).feelings
    assert (feeling.word, feeling.before, feeling.after) == ("calm", None, 30)


def test_that_a_finished_record_can_be_edited_binned_and_brought_back(writing):
    writing.write("thoughts.situation_words", "Before.")
    go_to(writing, Step.LOOK_AGAIN)
    writing.press("thoughts.next")
    writing.press("thoughts.finished.edit")
    writing.write("thoughts.situation_words", "After. ")
    writing.press("thoughts.back_to_list")
    assert "After." in kept(writing).situation
    assert kept(writing).finished
    writing.press("thoughts.finished.bin")
    assert records(writing) == []
    writing.press("notice.undo")
    assert len(records(writing)) == 1


def test_that_a_record_opens_from_the_timeline(writing):
    writing.write("thoughts.situation_words", "On the stairs.")
    go_to(writing, Step.LOOK_AGAIN)
    writing.press("thoughts.next")
    writing.shortcut(Qt.Key.Key_1)
    timeline = writing.see("journal.timeline")
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    writing.qtbot.keyClick(timeline, Qt.Key.Key_Return)
    writing.wait()
    writing.see("thoughts.finished")


def test_that_thoughts_are_named_by_their_place_when_one_was_removed(writing):
    go_to(writing, "thought")
    writing.write("thoughts.thought1.words", "One")
    writing.press("thoughts.add_thought")
    writing.write("thoughts.thought2.words", "Two")
    assert writing.see("thoughts.thought2.remove").accessibleName() == "Remove Automatic thought 2"
    writing.press("thoughts.thought1.remove")
    assert writing.see("thoughts.thought1.words").words() == "Two"
    writing.press("thoughts.add_thought")
    assert writing.see("thoughts.thought2.words").words() == ""
    assert writing.see("thoughts.thought1.words").words() == "Two"


def test_that_a_feeling_that_was_rated_is_not_offered_as_a_new_one(writing):
    go_to(writing, "feelings")
    writing.choose_feeling("thoughts.feelings_before", "tense")
    go_to(writing, "look_again")
    assert "tense" not in writing.see("thoughts.feelings_new.chips").words()
    writing.press("thoughts.feelings_new.chips.more")
    dialog = writing.see("feelings_dialog")
    assert "tense" not in {chip.word for chip in dialog.findChildren(Chip)}
    writing.write("feelings_dialog.find", "Tense")
    assert "already" in writing.see("feelings_dialog.hint").text()
    writing.key(Qt.Key.Key_Return)
    assert dialog.chosen() == []
    writing.press("feelings_dialog.done")


def test_that_a_record_gets_its_star_while_it_is_written(writing):
    assert not writing.find("thoughts.star")
    writing.write("thoughts.situation_words", "At the counter.")
    writing.wait_for(lambda: writing.find("thoughts.star") is not None)
    writing.press("thoughts.star")
    writing.write("thoughts.situation_words", "Yes. ")
    for _ in range(6):
        writing.press("thoughts.next")
    assert kept(writing).starred
