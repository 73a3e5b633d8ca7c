from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QToolButton

from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit

EVENING = dt.datetime(2025, 10, 22, 19, 40)
TO_COME = dt.date.today().replace(day=1) + dt.timedelta(days=40)  # noqa: DTZ011


@pytest.fixture
def edit(look, show, qtbot):
    shown = show(DayTimeEdit(look, name="when", title="Day and time"), 320)
    shown.set_when(EVENING)
    shown.field.setFocus(Qt.FocusReason.TabFocusReason)
    shown.field.selectAll()
    return shown


def opened(edit, qtbot):
    """The calendar, opened by its button."""
    qtbot.mouseClick(edit.button, Qt.MouseButton.LeftButton)
    return next(c for c in edit.findChildren(QCalendarWidget) if c.isVisible())


def leave(edit, qtbot):
    qtbot.keyClick(edit.field, Qt.Key.Key_Tab)


def test_that_a_day_typed_over_the_old_one_is_that_day(edit, qtbot):
    edit.field.setSelection(0, 2)
    qtbot.keyClicks(edit.field, "28")
    assert edit.when() == EVENING.replace(day=28)
    leave(edit, qtbot)
    assert edit.field.text() == "28 October 2025, 19:40"
    assert not edit.said.isVisible()


def test_that_a_day_is_typed_or_pasted_in_one_go(edit, qtbot):
    qtbot.keyClicks(edit.field, "3/9/2024 8:15")
    assert edit.when() == dt.datetime(2024, 9, 3, 8, 15)
    leave(edit, qtbot)
    assert edit.field.text() == "3 September 2024, 08:15"
    edit.field.setFocus()
    QApplication.clipboard().setText("2023-12-24")
    edit.field.selectAll()
    qtbot.keyClick(edit.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.when() == dt.datetime(2023, 12, 24, 8, 15)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (TO_COME.isoformat(), "is still to come. It stays 22 October 2025, 19:40."),
        ("31 November", "There is no such day. It stays 22 October 2025, 19:40."),
        ("some day", "Write the day like 22 October 2025, 19:40. Until then it stays so."),
    ],
)
def test_that_what_is_no_day_stays_to_be_seen_with_the_reason(edit, qtbot, typed, said):
    qtbot.keyClicks(edit.field, typed)
    leave(edit, qtbot)
    assert edit.field.text() == typed
    assert edit.said.isVisible()
    assert edit.said.text().endswith(said)
    assert edit.when() == EVENING
    edit.field.setFocus()
    edit.field.selectAll()
    qtbot.keyClicks(edit.field, "yesterday")
    assert not edit.said.isVisible()


def test_that_it_is_told_after_a_rest_and_not_while_somebody_types(edit, qtbot):
    qtbot.keyClicks(edit.field, "28 O")
    assert not edit.said.isVisible()
    qtbot.waitUntil(edit.said.isVisible)
    qtbot.keyClicks(edit.field, "ctober")
    assert not edit.said.isVisible()


def test_that_escape_takes_typing_back_and_is_then_for_others(edit, qtbot):
    qtbot.keyClicks(edit.field, "1 May 2020")
    qtbot.keyClick(edit.field, Qt.Key.Key_Escape)
    assert edit.field.text() == "22 October 2025, 19:40"
    assert edit.when() == EVENING
    assert not edit.field.is_changed


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (0, EVENING.replace(day=23)),
        (4, EVENING.replace(month=11)),
        (13, EVENING.replace(year=2026)),
        (17, EVENING.replace(hour=20)),
        (22, EVENING.replace(minute=41)),
    ],
)
def test_that_the_arrows_move_the_number_at_the_caret(edit, qtbot, place, there):
    edit.field.setCursorPosition(place)
    with qtbot.waitSignal(edit.when_changed):
        qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.when() == there
    qtbot.keyClick(edit.field, Qt.Key.Key_Down)
    assert edit.when() == EVENING


def test_that_the_arrows_stop_at_today_and_say_so(edit, qtbot):
    today = dt.datetime.combine(dt.date.today(), dt.time(12))  # noqa: DTZ011
    edit.set_when(EVENING.replace(day=1))
    edit.field.selectAll()
    qtbot.keyClicks(edit.field, "today 12:00")
    edit.field.selectAll()
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.when() == today
    assert "is still to come" in edit.said.text()


def test_that_a_day_is_chosen_in_the_calendar_by_keyboard(edit, qtbot):
    qtbot.keyClick(edit.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = next(c for c in edit.findChildren(QCalendarWidget) if c.isVisible())
    days = calendar.findChild(QTableView)
    qtbot.keyClick(days, Qt.Key.Key_Left)
    with qtbot.waitSignal(edit.when_changed):
        qtbot.keyClick(days, Qt.Key.Key_Return)
    assert edit.when() == EVENING.replace(day=21)
    assert not calendar.isVisible()
    assert edit.field.hasFocus()


def test_that_escape_leaves_the_calendar_and_the_day(edit, qtbot):
    calendar = opened(edit, qtbot)
    qtbot.keyClick(calendar.findChild(QTableView), Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert edit.when() == EVENING


def test_that_the_calendar_has_no_days_to_come_and_no_red_weekends(edit, look, qtbot):
    calendar = opened(edit, qtbot)
    assert calendar.maximumDate().toPython() == dt.date.today()  # noqa: DTZ011
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert weekend.foreground().color() == look.color("text")
    calendar.window().close()


@pytest.mark.parametrize("size", [100, 150])
def test_that_days_and_months_of_the_calendar_are_large_enough(look, edit, qtbot, size):
    look.set_text_size(size)
    calendar = opened(edit, qtbot)
    days = calendar.findChild(QTableView)
    columns = range(days.model().columnCount())
    shown = [column for column in columns if not days.isColumnHidden(column)]
    assert min(days.columnWidth(column) for column in shown) >= 32
    assert min(days.rowHeight(row) for row in range(1, days.model().rowCount())) >= 32
    buttons = [b for b in calendar.findChildren(QToolButton) if b.isVisible()]
    assert len(buttons) == 4
    assert min(min(b.width(), b.height()) for b in buttons) >= 32
    calendar.window().close()


def test_that_the_calendar_tells_what_its_arrows_do(edit, qtbot):
    calendar = opened(edit, qtbot)
    named = {w.objectName(): w.accessibleName() for w in calendar.findChildren(QToolButton)}
    assert named["qt_calendar_prevmonth"] == "Previous month"
    assert named["qt_calendar_nextmonth"] == "Next month"
    assert calendar.findChild(QTableView).accessibleName() == "Days"
    calendar.window().close()
