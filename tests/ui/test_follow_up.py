"""Looking at a record again: the quiet line, how it turned out, and not today."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import Prediction
from resilience_desktop.ui.widgets.day_choice import MONTH, TOMORROW, WEEK, near_day
from resilience_desktop.ui.widgets.labels import Label

from .samples import entry, fill, record, today

DAY = dt.timedelta(days=1)
DUE = record(
    revisit_on=today(),
    next_step="Print the figures.",
    prediction=Prediction("They will laugh.", 70),
)


@pytest.fixture
def home(places, home_of):
    fill(places, DUE, record("Not yet.", 2, revisit_on=today() + DAY), entry("A walk."))
    return home_of()


def kept(person, item=DUE):
    return person.read(lambda journal: journal.thought_record(item.id))


def waiting(person):
    return [r.id for r in person.read(lambda journal: journal.to_look_at_again())]


def shown(person):
    labels = person.see("follow_up").findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def open_line(person, line="journal.look_again"):
    person.go(line.partition(".")[0])
    person.press(f"{line}.open")
    person.wait()  # until what came is shown


def test_that_a_quiet_line_asks_on_both_pages_without_a_number(home):
    for line in ("journal.look_again", "thoughts.waiting"):
        home.go(line.partition(".")[0])
        assert home.see(f"{line}.words").text() == "They all saw it."
        assert not any(letter.isdigit() for letter in home.see(f"{line}.title").text())


def test_that_it_shows_what_was_thought_then(home):
    open_line(home, "thoughts.waiting")
    for words in ("They all saw it.", DUE.balanced_thought, "Print the", "They will laugh."):
        assert words in shown(home)


def test_that_how_it_turned_out_is_kept_and_asked_no_more(home):
    open_line(home)
    assert home.find("follow_up.turned_out") is None  # it is asked once
    home.write("follow_up.prediction.happened", "Nobody laughed.")
    home.write("follow_up.prediction.learned", "I guess too dark.")
    home.rate("follow_up.belief", 20)
    home.press("follow_up.keep")
    record = kept(home)
    assert record.turned_out == ""
    assert record.prediction == Prediction(
        "They will laugh.", 70, "Nobody laughed.", "I guess too dark."
    )
    assert record.hot_thought.belief_after == 20
    assert record.revisited
    assert waiting(home) == []
    assert home.see("thoughts.finished").record().revisited
    home.go("journal")
    assert home.find("journal.look_again") is None


def test_that_everything_in_it_can_be_left_empty(home):
    open_line(home)
    home.press("follow_up.keep")
    assert kept(home) == replace(DUE, revisited=True)


def test_that_it_works_by_keyboard_alone(home):
    home.see("journal.look_again.open").setFocus(Qt.FocusReason.TabFocusReason)
    home.key(Qt.Key.Key_Space)
    home.qtbot.keyClicks(QApplication.focusWidget(), "All right.")
    home.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (kept(home).prediction.happened, kept(home).revisited) == ("All right.", True)


def test_that_what_was_said_before_about_how_it_turned_out_stays(home):
    said = replace(DUE, turned_out="They asked for the slides.")
    home.read(lambda journal: journal.keep_thought_record(said))
    open_line(home)
    assert home.see("follow_up.turned_out").words() == "They asked for the slides."
    home.write("follow_up.prediction.happened", "Nobody laughed.")
    home.press("follow_up.keep")
    record = kept(home)
    assert (record.turned_out, record.prediction.happened) == (said.turned_out, "Nobody laughed.")


def test_that_a_record_without_a_prediction_is_asked_how_it_turned_out(home):
    home.read(lambda journal: journal.keep_thought_record(replace(DUE, prediction=Prediction())))
    open_line(home)
    assert home.find("follow_up.prediction.happened") is None
    home.write("follow_up.turned_out", "All right.")
    home.press("follow_up.keep")
    assert kept(home).turned_out == "All right."


def test_that_there_is_one_way_back_to_the_list(home):
    open_line(home, "thoughts.waiting")
    assert home.find("way_back") is None
    home.write("follow_up.prediction.happened", "Half a word")
    home.press("follow_up.back")
    assert home.see("thoughts.list")
    assert kept(home).prediction.happened == "Half a word"
    open_line(home, "thoughts.waiting")
    home.press("follow_up.keep")
    assert home.see("thoughts.finished.back")
    assert home.find("way_back") is None


@pytest.mark.parametrize(("way", "day"), [("in_a_week", today() + 7 * DAY), ("let_go", None)])
def test_that_not_today_moves_it_or_lets_it_go_and_can_be_undone(home, way, day):
    open_line(home)
    home.write("follow_up.prediction.happened", "Half a word")
    page = home.window.page("thoughts")
    action = next(
        a for a in page.follow_ups._not_today.menu().actions() if a.objectName().endswith(way)
    )
    action.trigger()
    home.wait()
    record = kept(home)
    assert (record.revisit_on, record.revisited) == (day, False)
    assert record.prediction.happened == "Half a word"
    assert waiting(home) == []
    home.press("notice.undo")
    assert waiting(home) == [DUE.id]
    assert kept(home).prediction.happened == "Half a word"


def test_that_words_typed_there_are_kept_when_somebody_goes_away(home):
    open_line(home)
    home.write("follow_up.prediction.happened", "It was short.")
    home.go("journal")
    assert kept(home).prediction.happened == "It was short."
    assert waiting(home) == [DUE.id]
    open_line(home)
    assert home.see("follow_up.prediction.happened").words() == "It was short."


def test_that_a_record_can_be_looked_at_before_its_day(home):
    home.window.page("thoughts").open_record(DUE.id)
    home.wait()
    home.press("thoughts.finished.look_again")
    assert "They will laugh." in shown(home)


def test_that_next_step_and_its_days_are_chosen_in_the_step(home):
    page = home.window.page("thoughts")
    page.open_record(DUE.id)
    home.wait()
    home.press("thoughts.finished.edit")
    home.press(f"thoughts.step.{Step.NEXT_STEP}")
    for name, day in (("next_on", near_day(TOMORROW)), ("revisit_on", near_day(MONTH))):
        box = home.see(f"thoughts.{name}")
        places = [n for n in range(box.count()) if box.itemData(n) == day]
        box.setCurrentIndex(places[0])
        box.activated.emit(places[0])
    page.save_now()
    home.wait()
    record = kept(home)
    assert (record.next_step_on, record.revisit_on) == (near_day(TOMORROW), near_day(MONTH))
    assert near_day(WEEK) - today() == 7 * DAY


def test_that_any_other_day_comes_from_a_calendar(home):
    page = home.window.page("thoughts")
    page.open_record(DUE.id)
    home.wait()
    home.press("thoughts.finished.edit")
    home.press(f"thoughts.step.{Step.NEXT_STEP}")
    box = home.see("thoughts.revisit_on")
    box.activated.emit(box.count() - 1)
    assert box.day() == DUE.revisit_on
    calendar = home.find("thoughts.revisit_on.days")
    far = today() + 100 * DAY
    calendar.days.setSelectedDate(far)
    calendar.days.activated.emit(calendar.days.selectedDate())
    page.save_now()
    home.wait()
    assert kept(home).revisit_on == far
    assert box.window().focusWidget() is box


def test_that_another_day_asks_anew_and_how_it_turned_out_stays(home):
    done = replace(DUE, revisited=True, turned_out="It was all right.")
    home.read(lambda journal: journal.keep_thought_record(done))
    page = home.window.page("thoughts")
    page.open_record(DUE.id)
    home.wait()
    home.press("thoughts.finished.edit")
    home.press(f"thoughts.step.{Step.NEXT_STEP}")
    assert home.see("thoughts.turned_out").words() == "It was all right."
    box = home.see("thoughts.revisit_on")
    box.activated.emit(1)
    page.save_now()
    home.wait()
    record = kept(home)
    assert (record.revisited, record.turned_out) == (False, "It was all right.")


def test_that_a_prediction_is_written_with_how_likely_it_seems(home):
    page = home.window.page("thoughts")
    page.new_record("whole")
    home.wait()
    home.press(f"thoughts.step.{Step.PREDICTION}")
    assert home.find("thoughts.later.happened") is None
    home.write("thoughts.expected", "They will laugh.")
    home.rate("thoughts.likely", 65)
    home.press("thoughts.happened_open")
    home.write("thoughts.later.happened", "One smiled.")
    page.save_now()
    home.wait()
    assert page.worksheet.record().prediction == Prediction("They will laugh.", 65, "One smiled.")
