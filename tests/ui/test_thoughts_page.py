from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from resilience_desktop.domain.record_form import Step
from resilience_desktop.ui.widgets.chips import Chip


@pytest.fixture
def writing(home):
    """Somebody with a new record of six steps."""
    home.begins_records_with("five")
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


def test_that_finishing_needs_neither_a_situation_nor_a_thought(writing):
    go_to(writing, Step.BALANCED)
    writing.write("thoughts.balanced_words", "It may be partly so.")
    go_to(writing, Step.LOOK_AGAIN)
    writing.press("thoughts.next")
    writing.see("thoughts.finished")
    record = kept(writing)
    assert (record.balanced_thought, record.finished) == ("It may be partly so.", True)


def test_that_only_an_entirely_empty_record_is_not_kept(writing):
    go_to(writing, Step.LOOK_AGAIN)
    writing.press("thoughts.next")
    assert "nothing to keep" in writing.see("thoughts.hint").text()
    assert writing.read(lambda journal: journal.thought_records()) == []


def test_that_a_record_is_saved_as_it_is_typed_and_opens_where_it_was_left(writing):
    writing.write("thoughts.situation_words", "At the counter.")
    go_to(writing, Step.THOUGHT)
    writing.write("thoughts.thought1.words", "He thinks I am slow.")
    writing.quit()
    writing.start()
    (row,) = records(writing)
    assert "still open" in row.spoken()
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
    writing.choose_in("thoughts.finished.menu", "bin")
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
