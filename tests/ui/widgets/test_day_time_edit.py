from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QToolButton

from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit


@pytest.fixture(params=[100, 150])
def calendar(look, show, qtbot, request):
    """The calendar below a field, opened by the pointer."""
    look.set_text_size(request.param)
    field = show(DayTimeEdit(look, name="when", title="Day and time"), 320)
    arrow = QPoint(field.width() - 16, field.height() // 2)
    qtbot.mousePress(field, Qt.MouseButton.LeftButton, pos=arrow)
    opened = field.calendarWidget()
    qtbot.waitUntil(opened.isVisible)
    yield opened
    opened.window().close()


def test_that_days_and_months_of_the_calendar_are_large_enough(calendar):
    days = calendar.findChild(QTableView)
    columns = range(days.model().columnCount())
    shown = [column for column in columns if not days.isColumnHidden(column)]
    assert min(days.columnWidth(column) for column in shown) >= 32
    assert min(days.rowHeight(row) for row in range(1, days.model().rowCount())) >= 32
    buttons = [b for b in calendar.findChildren(QToolButton) if b.isVisible()]
    assert len(buttons) == 4
    assert min(min(b.width(), b.height()) for b in buttons) >= 32


def test_that_the_calendar_tells_what_its_arrows_do(calendar):
    named = {w.objectName(): w.accessibleName() for w in calendar.findChildren(QToolButton)}
    assert named["qt_calendar_prevmonth"] == "Previous month"
    assert named["qt_calendar_nextmonth"] == "Next month"
    assert calendar.findChild(QTableView).accessibleName() == "Days"
