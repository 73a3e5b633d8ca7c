from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from resilience_desktop.ui.widgets.mood_mark import MoodMark, mark_path
from resilience_desktop.ui.widgets.mood_scale import MoodScale


@pytest.fixture
def scale(look, show):
    made = show(MoodScale.for_mood(look, name="entry.mood"))
    made.setFocus()
    return made


def step(scale, value):
    return scale.findChild(QRadioButton, f"entry.mood.{value}")


def test_that_nothing_is_chosen_at_first(scale):
    assert scale.mood is None
    assert scale.in_words() == ""
    assert scale.accessibleDescription() == "not set"


def test_that_a_digit_sets_a_good_mood(scale, qtbot):
    with qtbot.waitSignal(scale.mood_chosen) as chosen:
        qtbot.keyClick(scale, "4")
    assert chosen.args == [4]
    assert scale.mood == 4


def test_that_a_digit_after_minus_sets_a_low_mood(scale, qtbot):
    qtbot.keyClick(scale, "-")
    qtbot.keyClick(scale, "3")
    assert scale.mood == -3


def test_that_minus_holds_for_one_digit_only(scale, qtbot):
    qtbot.keyClicks(scale, "-32")
    assert scale.mood == 2


def test_that_plus_and_digit_set_a_good_mood(scale, qtbot):
    qtbot.keyClicks(scale, "+1")
    assert scale.mood == 1


def test_that_a_digit_off_the_scale_changes_nothing(scale, qtbot):
    with qtbot.assertNotEmitted(scale.mood_chosen):
        qtbot.keyClick(scale, "8")
    assert scale.mood is None


def test_that_arrows_move_one_step_from_the_middle_and_stop_at_the_ends(scale, qtbot):
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert scale.mood == -1
    qtbot.keyClick(scale, Qt.Key.Key_Up)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.mood == 1
    qtbot.keyClick(scale, Qt.Key.Key_End)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.mood == 5
    qtbot.keyClick(scale, Qt.Key.Key_Home)
    qtbot.keyClick(scale, Qt.Key.Key_Down)
    assert scale.mood == -5


def test_that_space_chooses_where_the_keyboard_stands(scale, qtbot):
    qtbot.keyClick(scale, Qt.Key.Key_Space)
    assert scale.mood == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_that_the_choice_can_be_cleared(scale, qtbot, key):
    scale.set_mood(2)
    with qtbot.waitSignal(scale.mood_chosen) as chosen:
        qtbot.keyClick(scale, key)
    assert chosen.args == [None]
    assert scale.mood is None


def test_that_shortcuts_pass_by(scale, qtbot):
    with qtbot.assertNotEmitted(scale.mood_chosen):
        qtbot.keyClick(scale, "3", Qt.KeyboardModifier.ControlModifier)


def test_that_a_click_chooses_and_a_second_click_keeps(scale, qtbot):
    place = QPoint(round(scale.width() * 2.5 / 11), 20)
    target = scale.childAt(place)
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert scale.mood == -3
    with qtbot.assertNotEmitted(scale.mood_chosen):
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert scale.mood == -3


def test_that_setting_a_mood_is_silent(scale, qtbot):
    with qtbot.assertNotEmitted(scale.mood_chosen):
        scale.set_mood(-2)
    assert scale.mood == -2


def test_that_the_scale_says_its_name_and_state(scale):
    scale.set_mood(-2)
    assert scale.accessibleName() == "Mood right now"
    assert scale.accessibleDescription() == "minus two, low"
    assert scale.in_words() == "low"


def test_that_each_step_is_a_radio_button_with_a_name(scale):
    scale.set_mood(3)
    names = {value: step(scale, value).accessibleName() for value in (-5, 0, 3)}
    assert names[-5] == "minus five, as bad as it gets"
    assert names[0] == "zero, neither good nor bad"
    assert names[3] == "plus three, between good and very good"
    assert [v for v in range(-5, 6) if step(scale, v).isChecked()] == [3]


def test_that_the_scale_is_one_stop_and_the_focus_follows_the_choice(scale, qtbot):
    qtbot.keyClick(scale, "4")
    assert QApplication.focusWidget() is step(scale, 4)
    stops = [v for v in range(-5, 6) if step(scale, v).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [4]
    assert scale.hasFocus()


def test_that_the_ring_is_for_the_keyboard_only(look, show, qtbot):
    scale = show(MoodScale.for_mood(look, name="entry.mood"))
    qtbot.mouseClick(step(scale, 4), Qt.MouseButton.LeftButton)
    by_pointer = scale.grab().toImage()
    qtbot.keyClick(scale, "4")
    assert scale.grab().toImage() != by_pointer


def test_that_steps_are_large_enough_to_hit(scale):
    for value in range(-5, 6):
        assert step(scale, value).width() >= 32
        assert step(scale, value).height() >= 32


def test_that_the_energy_scale_has_words_of_its_own(look, show):
    scale = show(MoodScale.for_energy(look, name="entry.energy"))
    scale.set_mood(-5)
    assert scale.accessibleName() == "Energy"
    assert scale.accessibleDescription() == "minus five, completely drained"
    scale.set_mood(2)
    assert scale.in_words() == ""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_every_choice_can_be_painted(look, show, theme):
    look.set_theme(theme)
    for scale in (
        MoodScale.for_mood(look, name="a"),
        MoodScale.for_energy(look, name="b"),
    ):
        show(scale)
        pictures = set()
        for value in (None, -5, 0, 5):
            scale.set_mood(value)
            pictures.add(bytes(scale.grab().toImage().constBits()))
        assert len(pictures) == 4


def test_that_the_scale_grows_with_the_text(look, show):
    scale = show(MoodScale.for_mood(look, name="entry.mood"))
    before = scale.sizeHint()
    look.set_text_size(200)
    assert scale.sizeHint().height() > 1.9 * before.height()


def test_that_the_shape_carries_the_sign():
    middle = QPoint(0, 0).toPointF()
    corner = QPoint(13, 13).toPointF()
    right, between = QPoint(15, 0).toPointF(), QPoint(11, 11).toPointF()
    square, diamond, circle = (mark_path(middle, 32, value) for value in (-1, 0, 1))
    assert square.contains(corner)
    assert not circle.contains(corner)
    assert circle.contains(between)
    assert not diamond.contains(between)
    assert diamond.contains(right)


def test_that_a_day_mean_takes_the_nearest_step(look, show):
    mark = show(MoodMark(look, -1.5, name="mark"), 32)
    assert mark.accessibleName() == "minus two, low"
    assert not mark.grab().isNull()
    zero = show(MoodMark(look, 0, name="mark"), 32)
    assert zero.accessibleName() == "zero, neither good nor bad"
    assert not zero.grab().isNull()
