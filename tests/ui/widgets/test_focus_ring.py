from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.mood_scale import MoodScale


@pytest.fixture
def page(look, show):
    made = QWidget()
    column = QVBoxLayout(made)
    made.first = buttons.plain(look, "Print", name="print")
    made.field = QLineEdit()
    made.pill = buttons.help_now(look)
    made.scale = MoodScale.for_mood(look, name="mood")
    made.ring = FocusRing(made, look)
    for widget in (made.first, made.field, made.pill, made.scale):
        column.addWidget(widget)
    show(made, 500, 400)
    made.setFocus()
    return made


def press(window, key=Qt.Key.Key_F13):
    """Press a key as the system would, at the window."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), event)


def point(window):
    where = QPointF(1, 1)
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, where, where, Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window.windowHandle(), event)


def test_that_the_ring_follows_tab_and_leaves_fields_alone(page, qtbot):
    page.first.setFocus()
    assert page.ring.target is None
    press(page)
    assert page.ring.target is page.first
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.field.hasFocus()
    assert page.ring.target is None
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.ring.target is page.pill


def test_that_tab_alone_shows_the_ring(page, qtbot):
    page.field.setFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.ring.target is page.pill


def test_that_the_ring_lies_outside_and_takes_no_clicks(page):
    page.first.setFocus()
    press(page)
    inner = page.first.geometry()
    assert page.ring.geometry() == inner.adjusted(-4, -4, 4, 4)
    assert page.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not page.ring.grab().isNull()


def test_that_the_pointer_takes_the_ring_away(page, qtbot):
    page.first.setFocus()
    press(page)
    point(page)
    assert page.ring.target is None
    page.pill.setFocus()
    assert page.ring.target is None
    press(page, Qt.Key.Key_Shift)
    assert page.ring.target is None  # a modifier alone is not yet use of the keyboard


def test_that_a_scale_rings_itself(page, qtbot):
    press(page)
    page.scale.setFocus()
    assert page.ring.target is None


def test_that_the_ring_moves_and_hides_with_its_widget(page):
    page.first.setFocus()
    press(page)
    page.first.move(page.first.pos() + QPoint(0, 3))
    assert page.ring.geometry().center() == page.first.geometry().center()
    page.first.hide()
    assert page.ring.target is None


def test_that_the_ring_survives_what_it_ringed(page, qtbot):
    page.first.setFocus()
    press(page)
    page.first.deleteLater()
    qtbot.wait(20)
    page.pill.setFocus()
    assert page.ring.target is page.pill
    assert not page.ring.grab().isNull()


def test_that_the_ring_follows_scrolling_and_stays_inside(look, show, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    scroll = QScrollArea()
    inside = QWidget()
    rows = QVBoxLayout(inside)
    made = [buttons.plain(look, f"Row {n}", name=f"row.{n}") for n in range(30)]
    for button in made:
        rows.addWidget(button)
    scroll.setWidget(inside)
    column.addWidget(scroll)
    ring = FocusRing(window, look)
    show(window, 300, 200)
    press(window)
    made[1].setFocus()
    before = ring.geometry()
    scroll.verticalScrollBar().setValue(20)
    assert ring.geometry().top() < before.top() or ring.geometry().height() < before.height()
    scroll.verticalScrollBar().setValue(900)
    assert ring.target is None
    scroll.verticalScrollBar().setValue(0)
    assert ring.geometry() == before


def test_that_focus_in_another_window_is_left_to_its_own_ring(page, show, look):
    other = QWidget()
    button = buttons.plain(look, "Other", name="other")
    QVBoxLayout(other).addWidget(button)
    show(other, 200, 100)
    press(page)
    button.setFocus()
    assert page.ring.target is None


def test_that_the_ring_is_round_the_chosen_tab_alone(look, show, qtbot):
    window, tabs = QWidget(), QTabBar()
    for words in ("Journal", "Thought records", "Charts"):
        tabs.addTab(words)
    QVBoxLayout(window).addWidget(tabs)
    ring = FocusRing(window, look)
    show(window, 500, 100)
    press(window)
    tabs.setFocus()
    for chosen in (0, 1):
        tabs.setCurrentIndex(chosen)
        around = tabs.tabRect(chosen).translated(tabs.pos())
        assert around.contains(ring.geometry())
        assert ring.geometry().width() > around.width() / 2
    assert not ring.grab().isNull()


def test_that_a_ring_is_cut_only_where_what_it_rings_is(look, show, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    scroll = QScrollArea(widgetResizable=True)
    inside = QWidget()
    rows = QVBoxLayout(inside)
    rows.setContentsMargins(0, 0, 0, 0)
    made = [buttons.plain(look, f"Row {n}", name=f"row.{n}") for n in range(30)]
    for button in made:
        rows.addWidget(button)
    scroll.setWidget(inside)
    column.addWidget(scroll)
    ring = FocusRing(window, look)
    show(window, 300, 200)
    press(window)
    made[0].setFocus()
    place = made[0].mapTo(window, QPoint(0, 0))
    assert ring.geometry().topLeft() == place - QPoint(4, 4)
    scroll.verticalScrollBar().setValue(10)
    assert ring.geometry().top() == place.y()


def test_that_the_ring_of_a_link_leaves_the_lines_round_it_alone(look, show):
    window = QWidget()
    link = buttons.link(look, "Change", name="change", small=True)
    QVBoxLayout(window).addWidget(link)
    ring = FocusRing(window, look)
    show(window, 300, 100)
    press(window)
    link.setFocus()
    assert ring.geometry().top() == link.y()
    assert ring.geometry().bottom() == link.geometry().bottom()
