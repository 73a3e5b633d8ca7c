"""Lines of widgets that are level: the middle of each is the middle of its line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from resilience_desktop.ui.widgets.flow_layout import FlowLayout


def box(width, height):
    made = QWidget()
    made.setFixedSize(width, height)
    return made


def test_that_what_is_lower_stands_in_the_middle_of_its_line(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=10, level=True)
    boxes = [box(40, 44), box(40, 20), box(40, 20)]
    for one in boxes:
        layout.addWidget(one)
    holder.resize(100, 100)
    holder.show()
    places = [(one.x(), one.y()) for one in boxes]
    assert places == [(0, 0), (50, 12), (0, 54)]
