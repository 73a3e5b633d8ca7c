"""Widgets that paint themselves, where writing runs from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.ui import icons, sides
from resilience_desktop.ui.theme import LookKeeper
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.chips import Chip, ChipGroup
from resilience_desktop.ui.widgets.mood_scale import MoodScale
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.segments import RangeSwitch

HEBREW = "שלום"


@pytest.fixture
def right_to_left(qapp):
    """Lay the app out from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def ink(widget):
    """Return the first and the last column that is not empty."""
    picture = widget.grab().toImage()
    empty = QColor(picture.pixel(picture.width() // 2, 0))
    columns = [
        x
        for x in range(picture.width())
        if any(QColor(picture.pixel(x, y)) != empty for y in range(picture.height()))
    ]
    return columns[0], columns[-1]


def test_that_words_of_the_app_start_at_the_right(look, show, right_to_left):
    left, right = ink(show(labels.body(look, "Yes")))
    assert left > 300
    assert right > 380


@pytest.mark.parametrize(("words", "starts_right"), [("Yes", False), (HEBREW, True), ("1 ?", None)])
@pytest.mark.parametrize("turned", [False, True])
def test_that_own_words_start_where_their_letters_say(
    qapp, look, show, words, starts_right, turned
):
    way = Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    left, _ = ink(show(labels.own_words(look, words)))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (left > 300) == (turned if starts_right is None else starts_right)


def test_that_the_first_chip_is_at_the_right_and_the_left_key_goes_on(
    qtbot, look, show, right_to_left
):
    chips = ChipGroup(look, name="chips", title="Feelings")
    chips.set_words(["calm", "tired", "sad"])
    show(chips)
    calm, tired, _ = chips.findChildren(Chip)
    assert calm.geometry().right() == chips.rect().right()
    assert tired.geometry().right() < calm.geometry().left()
    calm.setFocus()
    qtbot.keyClick(calm, Qt.Key.Key_Left)
    assert tired.hasFocus()
    qtbot.keyClick(tired, Qt.Key.Key_Right)
    assert calm.hasFocus()
    qtbot.keyClick(calm, Qt.Key.Key_Down)
    assert tired.hasFocus()


def test_that_a_switch_begins_at_the_right(qtbot, look, show, right_to_left):
    switch = RangeSwitch(look, (("1", "One"), ("2", "Two")), name="switch", title="Range")
    show(switch, *switch.sizeHint().toTuple())
    one, two = (switch.findChild(QWidget, f"switch.{key}") for key in "12")
    assert one.x() > two.x()
    one.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Left)
    assert switch.chosen == "2"


def test_that_numbers_grow_to_the_right_in_every_writing(qtbot, look, show, right_to_left):
    scale = MoodScale.for_mood(look, name="mood")
    show(scale, 500, 90)
    lowest, highest = (scale.findChild(QWidget, f"mood.{value}") for value in (-5, 5))
    assert lowest.x() < highest.x()
    highest.setFocus()
    scale.set_mood(0)
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.mood == 1
    rating = Rating(look, {0: "none", 50: "some", 100: "all"}, name="rating", title="How strong")
    show(rating, 500, 70)
    slider, number = (rating.findChild(QWidget, f"rating.{part}") for part in ("slider", "number"))
    assert number.x() < slider.x()  # what belongs together is laid out as everything else
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert rating.rating == 55


def test_that_a_thought_kept_in_view_has_its_bar_at_the_right(look, show, right_to_left):
    kept = show(KeptInView(look, "", ""), 300, 60)
    assert ink(kept) == (297, 299)


@pytest.mark.parametrize("name", ["arrow-left", "arrow-right", "chevron-left", "chevron-right"])
def test_that_arrows_point_the_other_way(qapp, request, name):
    other = name.replace("left", "?").replace("right", "left").replace("?", "right")
    before = icons.drawing(other, "#000000")
    assert icons.drawing(name, "#000000") != before
    request.getfixturevalue("right_to_left")
    assert icons.drawing(name, "#000000") == before
    assert icons.drawing("check", "#000000") != before


def test_that_a_drawing_keeps_its_room_on_the_side_of_the_words(qapp, request):
    assert 'viewBox="0 0 30 24"' in icons.drawing("plus", "#000000", beside_words=True)
    place = icons.address("plus", "#000000", beside_words=True)
    request.getfixturevalue("right_to_left")
    assert 'viewBox="-6 0 30 24"' in icons.drawing("plus", "#000000", beside_words=True)
    assert icons.address("plus", "#000000", beside_words=True) != place


def test_that_the_stylesheet_turns_round(qapp, request):
    def rule(part):
        sheet = LookKeeper(qapp).current.stylesheet()
        start = sheet.index(part)
        return sheet[start : sheet.index("}", start)]

    assert "padding: 0 10px 0 3px" in rule('QPushButton[flush="true"]')
    assert "padding-right: 32px" in rule("QComboBox { padding")
    request.getfixturevalue("right_to_left")
    assert "padding: 0 3px 0 10px" in rule('QPushButton[flush="true"]')
    assert "padding-left: 32px" in rule("QComboBox { padding")
    assert "padding: 0 14px;" in rule("QPushButton {")
    assert "border-right: 1px" in rule('QFrame[kind="well"]')


def test_that_uneven_margins_change_sides(qapp, request):
    holder = QWidget()
    layout = QHBoxLayout(holder)
    sides.set_margins(layout, 1, 2, 3, 4)
    assert layout.contentsMargins().left() == 1
    request.getfixturevalue("right_to_left")
    sides.set_margins(layout, 1, 2, 3, 4)
    assert (layout.contentsMargins().left(), layout.contentsMargins().right()) == (3, 1)


def test_that_a_place_is_turned_once(qapp, request):
    plain = QWidget()
    plain.resize(100, 20)
    place = QRectF(10, 0, 20, 5)
    assert sides.turned(plain, place) == place
    request.getfixturevalue("right_to_left")
    turned = QWidget()
    turned.resize(100, 20)
    assert sides.turned(turned, place) == QRectF(70, 0, 20, 5)
    assert sides.turned(turned, sides.turned(turned, place)) == place


def test_that_a_number_keeps_its_sign_in_front(qapp, request):
    assert sides.number("+2") == "+2"
    request.getfixturevalue("right_to_left")
    assert sides.number("+2") == "\N{LEFT-TO-RIGHT MARK}+2"
