"""Charts: coming closer, going back, and moving along, with the pointer and by keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication

from resilience_desktop import i18n

from .pointer import move
from .samples import entry, fill, today

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DAYS = 120


@pytest.fixture
def many(places, home_of):
    """Somebody who wrote every other day for four months."""
    fill(places, *(entry(f"Day {n}", n, n % 7 - 3) for n in range(0, DAYS, 2)))
    person = home_of()
    person.go("charts")
    person.wait_for(lambda: bool(person.see("charts.mood").marks))
    return person


def chart(person):
    return person.see("charts.mood")


def bar(person):
    return person.window.page("charts").range


def at(person, day):
    return chart(person).place_of(day).toPoint()


def pull(person, start, end):
    view = chart(person)
    person.qtbot.mousePress(view, LEFT, pos=start)
    move(view, end, held=LEFT)
    person.qtbot.mouseRelease(view, LEFT, pos=end)
    person.wait()


def turn_wheel(person, place, turn, keys=NO_KEY):
    view = chart(person)
    event = QWheelEvent(
        QPointF(place), QPointF(view.mapToGlobal(place)), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    person.wait()
    return event.isAccepted()


def test_that_a_stretch_that_is_pulled_out_is_what_is_shown(many):
    first, last = today() - dt.timedelta(80), today() - dt.timedelta(40)
    pull(many, at(many, first), at(many, last))
    period = bar(many).period
    assert abs((period.first - first).days) <= 1
    assert abs((period.last - last).days) <= 1
    assert bar(many).switch.chosen == "own"
    many.wait_for(lambda: set(chart(many).marks) <= set(map(period.first.__add__, _steps(period))))


def _steps(period):
    return map(dt.timedelta, range(period.days))


def test_that_a_short_pull_still_shows_a_week(many):
    day = today() - dt.timedelta(60)
    place = at(many, day)
    pull(many, place, place + QPoint(12, 0))
    assert bar(many).period.days == 7
    assert bar(many).period.has(day)


def test_that_a_click_opens_a_day_and_pulls_nothing_out(many):
    days, day = bar(many), today() - dt.timedelta(60)
    before, place = days.period, at(many, day)
    pull(many, place, place + QPoint(2, 0))
    assert days.period == before
    shown = many.see("journal.timeline")
    many.wait_for(lambda: "Day 60" in {w for r in shown.rows.rows() for w, _ in r.words})


def test_that_the_wheel_with_ctrl_comes_closer_round_the_pointer_and_goes_back(many):
    day = today() - dt.timedelta(60)
    before = bar(many).period
    assert turn_wheel(many, at(many, day), 120, CTRL)
    closer = bar(many).period
    assert closer.days < before.days * 0.6
    assert closer.has(day)
    many.wait_for(lambda: day in chart(many).marks)
    turn_wheel(many, at(many, day), -120, CTRL)
    assert bar(many).period.days > closer.days


def test_that_the_bare_wheel_is_left_to_the_page(many):
    before = bar(many).period
    assert not turn_wheel(many, at(many, today() - dt.timedelta(60)), -120)
    assert bar(many).period == before


def test_that_plus_and_minus_say_which_days_are_shown_now(many, monkeypatch):
    said = []
    monkeypatch.setattr(
        "resilience_desktop.ui.charts.range_bar.announce", lambda _, words: said.append(words)
    )
    chart(many).setFocus()
    before = bar(many).period
    many.key(Qt.Key.Key_Plus)
    closer = bar(many).period
    assert closer.days < before.days
    assert said == [i18n.period(closer.first, closer.last)]
    many.key(Qt.Key.Key_Minus)
    assert bar(many).period.days > closer.days
    assert chart(many).hasFocus()


def test_that_shift_and_arrows_move_along_but_not_beyond_what_was_written(many):
    chart(many).setFocus()
    many.key(Qt.Key.Key_Plus)
    closer = bar(many).period
    many.key(Qt.Key.Key_Left, SHIFT)
    assert bar(many).period.days == closer.days
    assert bar(many).period.first < closer.first
    for _ in range(12):
        many.key(Qt.Key.Key_Left, SHIFT)
    assert bar(many).period.first == today() - dt.timedelta(DAYS - 2)
    for _ in range(20):
        many.key(Qt.Key.Key_Right, SHIFT)
    assert bar(many).period.last == today()


def test_that_going_back_ends_with_all_there_is(many):
    chart(many).setFocus()
    many.key(Qt.Key.Key_Plus)
    for _ in range(6):
        many.key(Qt.Key.Key_Minus)
    period = bar(many).period
    assert (period.first, period.last) == (today() - dt.timedelta(DAYS - 2), today())


def test_that_nobody_comes_closer_than_a_week(many):
    chart(many).setFocus()
    for _ in range(9):
        many.key(Qt.Key.Key_Plus)
    assert bar(many).period.days == 7
    assert bar(many).period.last <= today()


def test_that_a_chosen_length_of_time_comes_back_after_zooming(many):
    chart(many).setFocus()
    many.key(Qt.Key.Key_Plus)
    switch = bar(many).switch
    switch.set_chosen("4w")
    switch.range_chosen.emit("4w")
    many.wait()
    assert bar(many).period.days == 28
    assert not bar(many).dates.isVisible()


def test_that_days_that_are_typed_are_shown_in_either_order(many):
    switch = bar(many).switch
    switch.set_chosen("own")
    switch.range_chosen.emit("own")
    many.wait()
    for field, ago in (("first", 10), ("last", 30)):
        line = many.see(f"charts.{field}.field")
        line.setFocus()
        line.selectAll()
        many.qtbot.keyClicks(line, (today() - dt.timedelta(ago)).isoformat())
        many.key(Qt.Key.Key_Tab)
    period = bar(many).period
    assert (period.first, period.last) == (
        today() - dt.timedelta(30),
        today() - dt.timedelta(10),
    )


def compare(person, key):
    person.press("charts.compare")
    menu = person.find("charts.compare.menu")
    menu.findChild(QAction, f"charts.compare.{key}").trigger()
    menu.close()
    person.wait()


def test_that_a_stretch_of_the_days_beside_changes_only_those(many):
    before = bar(many).period
    compare(many, "before")
    many.wait_for(lambda: len(many.window.page("charts").panels()) >= 2)
    other = bar(many).other
    bar(many).zoom(other.last, 0.5, is_other=True)
    many.wait()
    assert bar(many).period == before
    assert bar(many).other.days < other.days
    many.press("charts.back")
    assert bar(many).other == other


def test_that_days_beside_move_along_too(many):
    compare(many, "own")
    other = bar(many).other
    bar(many).go(1, is_other=True)
    assert bar(many).other.first > other.first
