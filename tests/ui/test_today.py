"""One small thing for the day, and something that went all right."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from resilience_desktop import content
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.services import clock
from resilience_desktop.services.journal import Journal


def read(person, work):
    return person.parts.tasks.read(work, lambda _: None, owner=person.window).result(10)


def goal(person):
    return read(person, lambda journal: journal.goals.of(journal.today()))


def kept(person):
    return [
        item.went_well for item in read(person, lambda journal: journal.looking.timeline()).items
    ]


def drafts(person):
    return read(person, lambda journal: journal.drafts.all())


def test_that_a_small_thing_is_offered_and_kept_with_enter(home):
    home.press("today.goal_begin")
    field = home.see("today.goal", QLineEdit)
    assert field.hasFocus()
    assert field.selectedText() == content.small_thing(clock.now().day)
    home.qtbot.keyClick(field, Qt.Key.Key_Return)
    home.wait()
    assert goal(home).words == content.small_thing(clock.now().day)
    assert home.see("today.goal_done", QCheckBox).hasFocus()
    assert home.see("today.goal_done", QCheckBox).accessibleName() == goal(home).words


def test_that_typing_takes_the_place_of_what_is_offered(home):
    home.press("today.goal_begin")
    home.qtbot.keyClicks(home.see("today.goal"), "Call & ask")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    assert goal(home).words == "Call & ask"


def test_that_what_is_done_stays_for_the_day_and_another_can_follow(home):
    home.press("today.goal_begin")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    home.tick("today.goal_done")
    home.wait()
    assert goal(home).done == clock.now().day
    home.press("today.goal_begin")
    home.qtbot.keyClicks(home.see("today.goal"), "Rest")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    assert goal(home).words == "Rest"
    assert goal(home).done is None


def test_that_an_unfinished_one_is_there_on_a_later_day_without_a_word(home):
    earlier = SmallGoal("Sort one drawer", clock.now().day - dt.timedelta(days=9))
    home.parts.tasks.write(lambda journal: journal.goals.keep(earlier), owner=home.window)
    home.wait()
    assert home.see("today.goal_words").text() == "Sort one drawer"
    assert not home.see("today.goal_done", QCheckBox).isChecked()
    home.tick("today.goal_done")
    home.wait()
    assert goal(home).done == clock.now().day


def test_that_escape_takes_back_what_was_typed_over_a_small_thing(home):
    home.press("today.goal_begin")
    home.qtbot.keyClicks(home.see("today.goal"), "Rest")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    home.press("today.goal_change")
    home.qtbot.keyClicks(home.see("today.goal"), "Something else")
    home.window.save_now()
    home.wait()
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Escape)
    home.wait()
    assert goal(home).words == "Rest"
    assert home.see("today.goal_words").text() == "Rest"


def test_that_an_emptied_small_thing_goes_and_can_come_back(home):
    home.press("today.goal_begin")
    home.qtbot.keyClick(home.see("today.goal"), Qt.Key.Key_Return)
    home.wait()
    home.press("today.goal_change")
    field = home.see("today.goal", QLineEdit)
    home.qtbot.keyClick(field, Qt.Key.Key_Delete)
    home.qtbot.keyClick(field, Qt.Key.Key_Return)
    home.wait()
    assert goal(home) is None
    home.window.notices.undo_last()
    home.wait()
    assert goal(home).words == content.small_thing(clock.now().day)


def test_that_something_that_went_all_right_is_an_entry_with_enter(home):
    home.press("today.went_well_begin")
    field = home.see("today.went_well", QLineEdit)
    home.qtbot.keyClicks(field, "The bus waited")
    home.qtbot.keyClick(field, Qt.Key.Key_Return)
    home.wait()
    assert kept(home) == ["The bus waited"]
    assert drafts(home) == {}
    assert not field.isVisible()


def test_that_a_line_that_was_begun_is_there_after_the_app_was_left(home):
    home.press("today.went_well_begin")
    home.qtbot.keyClicks(home.see("today.went_well"), "Half a li")
    home.quit()
    home.start()
    home.wait()
    field = home.see("today.went_well", QLineEdit)
    assert field.text() == "Half a li"
    field.setFocus()
    home.qtbot.keyClicks(field, "ne")
    home.qtbot.keyClick(field, Qt.Key.Key_Return)
    home.wait()
    assert kept(home) == ["Half a line"]
    assert drafts(home) == {}


def test_that_a_line_taken_back_with_escape_can_come_back(home):
    home.press("today.went_well_begin")
    field = home.see("today.went_well", QLineEdit)
    home.qtbot.keyClicks(field, "The bus waited")
    home.qtbot.keyClick(field, Qt.Key.Key_Escape)
    home.wait()
    assert not field.isVisible()
    assert drafts(home) == {}
    home.window.notices.undo_last()
    assert field.text() == "The bus waited"
    home.quit()
    journal = Journal.open(home.window.folder)
    assert [draft.went_well for draft in journal.drafts.all().values()] == ["The bus waited"]
    journal.close()


@pytest.mark.parametrize("keys", ["", "   "])
def test_that_an_empty_line_leaves_nothing(home, keys):
    home.press("today.went_well_begin")
    field = home.see("today.went_well", QLineEdit)
    home.qtbot.keyClicks(field, keys)
    home.qtbot.keyClick(field, Qt.Key.Key_Return)
    home.wait()
    assert kept(home) == []
    assert not field.isVisible()
