"""Worries: noted in a line, put off, and looked at one by one in their time."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from resilience_desktop.domain.worry import Outcome, Worry
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.worries import WorryBook
from resilience_desktop.ui.toolkit.worry_appointment import WorryAppointment

from .samples import fill, today
from .test_search import looked_for

DAY = dt.timedelta(days=1)
RENT = Worry("The rent", today() - 2 * DAY, id="rent")
DESK = Worry("They may move my desk", today() - DAY, id="desk")
STOOD = Worry("The winter", today() - 5 * DAY, Outcome.STANDS, "", today() - DAY, "winter")
GONE = Worry("The odd look", today() - 6 * DAY, Outcome.GONE, "", today() - DAY, "look")


def opened(places, home_of, *worries):
    fill(places, worries=worries)
    person = home_of()
    go(person)
    return person


def go(person):
    person.window.context.navigator.open_skill("worry_time")
    person.wait()
    if person.find("worry.title") is None:  # the note before a later stage
        person.press("toolkit.note.go_on")
    person.wait_for(lambda: person.find("worry.title") is not None)
    person.wait()


@pytest.fixture
def first(places, home_of):
    """Somebody without any worry noted."""
    return opened(places, home_of)


@pytest.fixture
def second(places, home_of):
    """Somebody with worries that wait, one that was let stand and one that is gone."""
    return opened(places, home_of, RENT, DESK, STOOD, GONE)


def worries(person):
    return person.read(lambda journal: journal.worries.all())


def of(person, id_):
    return next(worry for worry in worries(person) if worry.id == id_)


def practices(person):
    return person.read(lambda journal: journal.practices.all())


def test_that_a_worry_is_noted_in_one_line_and_waits(first):
    assert first.see("worry.nothing").text() == "No worry waits."
    assert first.find("worry.begin") is None
    first.write("worry.line", "The rent")
    first.key(Qt.Key.Key_Return)
    first.wait_for(lambda: first.find("worry.waiting.1.words") is not None)
    assert first.see("worry.waiting.1.words").text() == "The rent"
    assert first.see("worry.line").text() == ""
    assert first.see("worry.line").hasFocus()
    first.see("worry.begin")
    (worry,) = worries(first)
    assert (worry.words, worry.noted, worry.outcome) == ("The rent", today(), Outcome.WAITS)


def test_that_a_line_that_was_begun_is_there_after_a_crash(first):
    first.write("worry.line", "The re")
    first.wait_for(lambda: len(worries(first)) == 1)
    assert first.find("worry.waiting.1.words") is None  # it stands in the field
    first.crash()
    first.start()
    go(first)
    assert first.see("worry.waiting.1.words").text() == "The re"


def test_that_a_line_that_was_taken_back_leaves_nothing(first):
    first.write("worry.line", "x")
    first.wait_for(lambda: len(worries(first)) == 1)
    first.key(Qt.Key.Key_Backspace)
    first.wait_for(lambda: worries(first) == [])
    first.key(Qt.Key.Key_Return)
    first.go("journal")
    assert worries(first) == []


def test_that_a_line_that_cannot_be_saved_stays_in_the_field(first, monkeypatch):
    def full(*_):
        message = "The disk is full, so this could not be saved."
        raise NotWrittenError(message)

    with monkeypatch.context() as patch:
        patch.setattr(WorryBook, "keep", full)
        first.write("worry.line", "Not lost")
        first.key(Qt.Key.Key_Return)
        first.wait_for(lambda: first.find("worry.line.state") is not None)
        assert first.see("worry.line").text() == "Not lost"
    first.wait_for(lambda: [one.words for one in worries(first)] == ["Not lost"])


def test_that_a_worry_that_was_removed_comes_back_with_undo(second):
    second.press("worry.waiting.1.remove")
    assert STOOD not in worries(second)
    second.press("notice.undo")
    assert STOOD in worries(second)


def test_that_the_appointment_goes_through_them_one_by_one(second):
    second.press("worry.begin")
    assert second.see("worry.now.words").text() == "The winter"
    second.press("worry.stands")
    assert second.see("worry.now.words").text() == "The rent"
    second.press("worry.step")
    second.write("worry.step.words", "Open the letter")
    second.key(Qt.Key.Key_Return)
    assert second.see("worry.now.words").text() == "They may move my desk"
    second.press("worry.gone")
    assert second.see("worry.end").text() == "That was the last one."
    assert "holds your attention" in second.see("worry.absorbing").text()
    second.press("worry.close")
    found = {one.id: (one.outcome, one.step, one.looked_at) for one in worries(second)}
    assert found["winter"] == (Outcome.STANDS, "", today())
    assert found["rent"] == (Outcome.ACTED, "Open the letter", today())
    assert found["desk"] == (Outcome.GONE, "", today())
    assert found["look"] == (GONE.outcome, "", GONE.looked_at)
    (practice,) = practices(second)
    assert (practice.skill, practice.stopped) == ("worry_time", False)
    assert second.see("worry.nothing").text() == "No worry waits."


def test_that_what_was_said_can_be_said_otherwise(second):
    second.press("worry.begin")
    second.press("worry.gone")
    second.press("worry.back")
    assert second.see("worry.now.words").text() == "The winter"
    second.press("worry.stands")
    second.press("worry.stop")
    second.press("worry.close")
    assert of(second, "winter").outcome is Outcome.STANDS


def test_that_stopping_leaves_the_rest_to_wait_and_is_kept_neutrally(second):
    second.press("worry.begin")
    second.press("worry.gone")
    second.key(Qt.Key.Key_Escape)
    assert second.see("worry.end").text() == "What is left can wait."
    second.press("worry.close")
    (practice,) = practices(second)
    assert practice.stopped
    assert of(second, "rent") == RENT
    assert of(second, "winter").outcome is Outcome.GONE


def test_that_a_step_is_kept_as_it_is_typed(second):
    second.press("worry.begin")
    second.press("worry.step")
    second.write("worry.step.words", "Ask")
    second.wait_for(lambda: of(second, "winter").step == "Ask")
    second.crash()
    second.start()
    assert of(second, "winter").outcome is Outcome.ACTED


def test_that_a_step_stays_when_somebody_says_something_else_after_all(second):
    second.press("worry.begin")
    second.press("worry.step")
    second.write("worry.step.words", "Ask")
    second.press("worry.stands")
    second.press("worry.stop")
    second.press("worry.close")
    assert of(second, "winter").step == "Ask"


def test_that_time_stands_still_while_nobody_looks(second):
    second.press("worry.begin")
    assert second.see("worry.pause").text() == "Pause"
    second.go("journal")
    go(second)
    assert second.see("worry.pause").text() == "Go on"
    second.press("worry.pause")
    assert second.see("worry.pause").text() == "Pause"


def test_that_the_end_of_the_time_is_said_and_lets_somebody_finish(qtbot, look, clock):
    appointment = WorryAppointment(look, clock=clock)
    qtbot.addWidget(appointment)
    appointment.foot.setParent(appointment)
    appointment.show()
    appointment.begin([RENT, DESK], minutes=1)
    over = appointment.findChild(QWidget, "worry.time_over")
    assert not over.isVisible()
    assert appointment.practice().stopped
    for _ in range(15):
        clock.now += 4
        before = appointment.practice().seconds
        qtbot.waitUntil(lambda before=before: appointment.practice().seconds > before)
    assert over.isVisible()
    assert appointment.is_going
    assert (appointment.practice().seconds, appointment.practice().stopped) == (60, False)


def test_that_the_time_for_worries_is_kept(first):
    assert not first.see("worry.time").isEnabled()
    first.see("worry.slot", QCheckBox).click()
    first.see("worry.time").setTime(QTime(18, 15))
    first.see("worry.minutes.15").click()
    first.wait()
    settings = first.read(lambda journal: journal.settings())
    assert (settings.worry_time, settings.worry_minutes) == (dt.time(18, 15), 15)
    first.see("worry.slot", QCheckBox).click()
    first.wait()
    assert first.read(lambda journal: journal.settings()).worry_time is None


def test_that_worries_that_were_looked_at_are_folded_away_and_can_wait_again(second):
    assert second.find("worry.earlier.1.words") is None
    second.press("worry.fold")
    assert second.see("worry.earlier.1.words").text() == "The odd look"
    assert second.see("worry.earlier.1.said").text().endswith("it no longer mattered")
    second.press("worry.earlier.1.back")
    assert of(second, "look").outcome is Outcome.WAITS
    assert second.see("worry.waiting.1.words").text() == "The odd look"


def test_that_words_that_call_for_it_bring_the_quiet_line_also_at_once(first):
    first.write("worry.line", "I want to die")
    first.key(Qt.Key.Key_Return)
    first.wait_for(lambda: first.find("worry.line.quiet") is not None)
    first.write("worry.line", "The rent")
    first.wait_for(lambda: first.find("worry.line.quiet") is None)


@pytest.mark.parametrize("worry", [DESK, GONE])
def test_that_a_worry_that_was_found_is_shown_where_it_stands(second, worry):
    assert second.find("worry.earlier.1.words") is None
    looked_for(second, worry.words)
    second.qtbot.keyClick(second.see("search.field"), Qt.Key.Key_Return)
    rows = second.window.findChildren(
        QWidget, "worry.earlier" if worry is GONE else "worry.waiting"
    )
    second.wait_for(lambda: any(one.isAncestorOf(QApplication.focusWidget()) for one in rows))
    here = QApplication.focusWidget()
    assert not here.visibleRegion().isEmpty()
    row = here.objectName().rpartition(".")[0]
    assert second.see(f"{row}.words").text() == worry.words


def test_that_the_word_about_a_worry_goes_with_the_page(first):
    first.write("worry.line", "The rent")
    first.key(Qt.Key.Key_Return)
    first.wait_for(lambda: first.find("worry.line.said") is not None)
    first.go("journal")
    go(first)
    assert first.find("worry.line.said") is None
