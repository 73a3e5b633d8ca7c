from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSlider, QToolTip

from resilience_desktop import content
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.span import Span
from tests.ui import pointer


@pytest.fixture
def rating(look, show):
    made = Rating(look, content.rating_anchors("emotion"), name="ashamed", title="Ashamed")
    return show(made, 400)


@pytest.fixture
def slider(rating):
    return rating.findChild(QSlider, "ashamed.slider")


@pytest.fixture
def number(rating):
    return rating.findChild(QLineEdit, "ashamed.number")


def test_that_there_is_no_default(rating, slider, number):
    assert rating.rating is None
    assert number.text() == ""
    assert slider.accessibleDescription() == "not set, 0 to 100"


def test_that_slider_and_number_are_one_value_and_one_name(rating, slider, number, qtbot):
    with qtbot.waitSignal(rating.rating_changed) as changed:
        qtbot.keyClicks(number, "7")
    assert changed.args == [7]
    qtbot.keyClicks(number, "3")
    assert (rating.rating, slider.value()) == (73, 73)
    assert slider.accessibleName() == number.accessibleName() == "Ashamed"
    assert slider.accessibleDescription() == number.accessibleDescription() == "73 of 100"


def test_that_arrows_go_by_five_from_the_middle(rating, slider, number, qtbot):
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert rating.rating == 50
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert rating.rating == 55
    qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    assert number.text() == "45"
    rating.set_rating(73)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert rating.rating == 75
    rating.set_rating(73)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert rating.rating == 70


def test_that_home_end_and_space_work(rating, slider, qtbot):
    qtbot.keyClick(slider, Qt.Key.Key_Space)
    assert rating.rating == 50
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert rating.rating == 100
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert rating.rating == 0


def test_that_a_rating_can_be_cleared(rating, slider, number, qtbot):
    rating.set_rating(40)
    with qtbot.waitSignal(rating.rating_changed) as changed:
        qtbot.keyClick(slider, Qt.Key.Key_Delete)
    assert changed.args == [None]
    rating.set_rating(40)
    number.selectAll()
    qtbot.keyClick(number, Qt.Key.Key_Backspace)
    assert rating.rating is None


def test_that_only_whole_numbers_to_a_hundred_are_taken(rating, number, qtbot):
    qtbot.keyClicks(number, "1x0.05")
    assert rating.rating == 100


def test_that_a_number_that_is_too_much_cannot_be_typed_and_that_is_said(rating, number, qtbot):
    qtbot.keyClicks(number, "150")
    assert (rating.rating, number.text()) == (15, "15")
    assert QToolTip.text() == "A whole number from 0 to 100"
    QToolTip.hideText()


@pytest.mark.parametrize("typed", ["7", "-11", "--1"])
def test_that_the_ends_of_an_own_scale_hold_for_typing(look, show, qtbot, typed):
    own = show(Rating(look, {}, name="own", title="Own", span=Span(-10, 5)), 400)
    qtbot.keyClicks(own.findChild(QLineEdit, "own.number"), typed)
    assert own.rating in (None, -1)
    QToolTip.hideText()


def test_that_up_and_down_in_the_box_count_by_one(rating, number, qtbot):
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert rating.rating == 50
    qtbot.keyClick(number, Qt.Key.Key_Down)
    assert rating.rating == 49


def test_that_the_track_moves_to_where_it_is_pressed(rating, slider, qtbot):
    qtbot.mouseClick(
        slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, slider.height() // 2)
    )
    assert rating.rating == 100
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, 4))
    pointer.move(slider, QPoint(slider.width() // 2, 4), held=Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, 4))
    assert rating.rating == 50
    assert slider.height() >= 32


def test_that_scrolling_the_page_changes_no_rating(rating, slider):
    rating.set_rating(50)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert rating.rating == 50


def test_that_a_screen_reader_can_move_the_slider(rating, slider):
    rating.set_rating(50)
    slider.triggerAction(QSlider.SliderAction.SliderSingleStepAdd)
    assert rating.rating == 55


def test_that_setting_is_silent_and_shortcuts_pass_by(rating, slider, qtbot):
    with qtbot.assertNotEmitted(rating.rating_changed):
        rating.set_rating(10)
        qtbot.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClick(slider, "z")
    assert rating.rating == 10


def test_that_the_ends_are_named_and_can_be_left_out(rating, slider, qtbot):
    rating.set_rating(100)
    assert slider.accessibleDescription() == "100 of 100, the strongest I can imagine"
    height = rating.sizeHint().height()
    rating.show_words(shown=False)
    assert rating.sizeHint().height() < height
    rating.setAccessibleName("Ashamed, looking again")
    assert slider.accessibleName() == "Ashamed, looking again"


def test_that_an_unset_track_shows_a_handle_only_under_the_pointer(slider, qtbot):
    QApplication.sendEvent(slider, QEvent(QEvent.Type.Leave))
    resting = slider.grab().toImage()
    at = QPointF(60, 16)
    QApplication.sendEvent(slider, QEnterEvent(at, at, slider.mapToGlobal(at)))
    pointed = slider.grab().toImage()
    QApplication.sendEvent(slider, QEvent(QEvent.Type.Leave))
    assert slider.grab().toImage() == resting != pointed


def test_that_empty_and_set_look_different(rating):
    empty = rating.grab().toImage()
    rating.set_rating(50)
    assert rating.grab().toImage() != empty


@pytest.mark.parametrize(
    ("low", "high", "typed", "chosen"),
    [
        (0, 10, "4", 4),
        (0, 10, "10", 10),
        (0, 10, "12", 2),
        (0, 20, "12", 12),
        (10, 20, "15", 15),
        (-5, 5, "-4", -4),
        (-5, 5, "-42", 2),
        (0, 100, "100", 100),
        (0, 10, "-4", 4),
    ],
)
def test_that_a_number_is_typed_on_the_slider(look, show, qtbot, low, high, typed, chosen):
    rating = show(Rating(look, {}, name="pain", title="Pain", span=Span(low, high)), 400)
    qtbot.keyClicks(rating.findChild(QSlider, "pain.slider"), typed)
    assert rating.rating == chosen


def test_that_a_digit_after_a_moment_is_another_number(look, show, qtbot):
    rating = show(Rating(look, {}, name="pain", title="Pain", span=Span(0, 20)), 400)
    slider = rating.findChild(QSlider, "pain.slider")
    qtbot.keyClicks(slider, "1")
    qtbot.wait(1100)
    qtbot.keyClicks(slider, "2")
    assert rating.rating == 2
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClicks(slider, "1")
    assert rating.rating == 1


def test_that_the_ring_round_the_track_leaves_the_words_below_free(rating, slider):
    ring = 4  # pixels that it takes round what it rings
    words = [label for label in rating.findChildren(QLabel) if label.text()]
    assert words
    bottom = slider.mapTo(rating, QPoint(0, slider.height())).y()
    assert all(label.mapTo(rating, QPoint(0, 0)).y() >= bottom + ring for label in words)
