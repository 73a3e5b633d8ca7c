from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.number_box import NumberBox


@pytest.fixture
def box(look, show):
    window = QWidget()
    column = QVBoxLayout(window)
    made = NumberBox(look, name="box", title="Seconds", least=0.5, most=20, step=0.5)
    made.setValue(4)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    show(window, 300, 200)
    made.setFocus()
    made.selectAll()
    yield made
    window.close()


def type_in(qtbot, box, words):
    box.selectAll()
    qtbot.keyClicks(box, words)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("7", 7), ("7.5", 7.5), ("7,5", 7.5), ("7.4", 7.5), ("20", 20), ("0", 4), ("0.5", 0.5)],
)
def test_that_a_number_is_taken_once_it_is_whole(box, qtbot, typed, taken):
    told = []
    box.valueChanged.connect(told.append)
    type_in(qtbot, box, typed)
    assert told == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == taken
    assert told == ([] if taken == 4 else [taken])


@pytest.mark.parametrize(
    ("typed", "stands"), [("25", "2"), ("7.5.5", "7.5"), ("-3", "3"), ("x", "4")]
)
def test_that_nothing_else_can_be_typed(box, qtbot, typed, stands):
    type_in(qtbot, box, typed)
    assert box.text() == stands


def test_that_arrows_go_by_halves_and_stay_within_what_there_is(box, qtbot):
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (box.value(), box.text()) == (4.5, "4.5")
    for _ in range(20):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (box.value(), box.text()) == (0.5, "0.5")


def test_that_leaving_takes_what_was_typed(box, qtbot):
    type_in(qtbot, box, "9")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.value() == 9


def test_that_the_wheel_is_left_to_the_page(box):
    where = QPointF(5, 5)
    turned = QWheelEvent(
        where,
        box.mapToGlobal(where),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert box.value() == 4


def test_that_whole_numbers_take_no_point(look, show, qtbot):
    box = show(NumberBox(look, name="box", title="Minutes", least=1, most=60), 200, 60)
    type_in(qtbot, box, "1.5")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 15  # the point was not taken


def test_that_lines_can_stand_in_the_middle(show):
    window = QWidget()
    flow = FlowLayout(window, gap=10, centred=True)
    parts = [QWidget() for _ in range(3)]
    for part, height in zip(parts, (20, 30, 20), strict=True):
        part.setFixedSize(80, height)
        flow.addWidget(part)
    show(window, 200, 100)
    assert [(part.x(), part.y()) for part in parts] == [(15, 5), (105, 0), (60, 40)]
