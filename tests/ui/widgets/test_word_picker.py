from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resilience_desktop.ui.widgets.chips import Chip
from resilience_desktop.ui.widgets.word_picker import WordPicker

Key = Qt.Key
KNOWN = ["walk", "work", "Mara", "workshop", "swim", "read", "cook", "homework"]


@pytest.fixture
def picker(look, show):
    made = show(WordPicker(look, name="tags", title="Tags"), 480, 200)
    made.know(KNOWN)
    made.setFocus()
    return made


def shown(picker):
    return [chip.word for chip in picker.findChildren(Chip) if not chip.isHidden()]


def enter(picker, qtbot, words):
    qtbot.keyClicks(picker.field, words)
    qtbot.keyClick(picker.field, Key.Key_Return)


def test_that_those_used_most_are_offered(picker):
    assert shown(picker) == KNOWN[:6]


def test_that_typing_offers_what_fits_beginnings_first(picker, qtbot):
    qtbot.keyClicks(picker.field, "WORK")
    assert shown(picker) == ["work", "workshop", "homework"]


def test_that_enter_takes_what_is_typed_and_not_a_longer_word(picker, qtbot):
    enter(picker, qtbot, "work")
    assert picker.words() == ("work",)
    assert picker.field.text() == ""


def test_that_enter_takes_a_known_word_as_it_was_written(picker, qtbot):
    with qtbot.assertNotEmitted(picker.word_added):
        enter(picker, qtbot, " mara ")
    assert picker.words() == ("Mara",)


def test_that_a_new_word_is_told_once_and_has_single_spaces(picker, qtbot):
    with qtbot.waitSignal(picker.word_added) as added:
        enter(picker, qtbot, "long   bath")
    assert added.args == ["long bath"]
    enter(picker, qtbot, "Long bath")
    assert picker.words() == ("long bath",)


def test_that_down_goes_to_what_fits_and_back_to_the_field(picker, qtbot):
    qtbot.keyClicks(picker.field, "wa")
    qtbot.keyClick(picker.field, Key.Key_Down)
    assert QApplication.focusWidget().word == "walk"
    assert picker.field.text() == "wa"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert picker.words() == ("walk",)
    assert QApplication.focusWidget() is picker.field


def test_that_a_chip_takes_a_word_away_again(picker, qtbot):
    picker.set_words(["walk", "tea"])
    assert shown(picker)[:2] == ["walk", "tea"]
    tea = next(chip for chip in picker.findChildren(Chip) if chip.word == "tea")
    qtbot.mouseClick(tea, Qt.MouseButton.LeftButton)
    assert picker.words() == ("walk",)


def test_that_choosing_while_typing_keeps_what_is_chosen_already(picker, qtbot):
    picker.set_words(["tea"])
    qtbot.keyClicks(picker.field, "swi")
    swim = next(chip for chip in picker.findChildren(Chip) if chip.word == "swim")
    qtbot.mouseClick(swim, Qt.MouseButton.LeftButton)
    assert picker.words() == ("tea", "swim")


def test_that_what_is_typed_and_not_added_counts_and_is_taken_on_leaving(picker, qtbot, look, show):
    qtbot.keyClicks(picker.field, "tea")
    assert picker.words() == ("tea",)
    assert picker.chosen() == ()
    picker.take_typed()
    assert picker.chosen() == ("tea",)


def test_that_the_chips_keep_their_room_while_somebody_types(picker, qtbot):
    before = picker.height()
    height = picker.findChildren(Chip)[0].parentWidget().height()
    qtbot.keyClicks(picker.field, "swim")
    assert picker.findChildren(Chip)[0].parentWidget().height() == height
    assert picker.height() == before


def test_that_what_is_chosen_stays_in_view_while_somebody_types(picker, qtbot):
    picker.set_words(["tea"])
    qtbot.keyClicks(picker.field, "swi")
    assert shown(picker) == ["tea", "swim"]
    qtbot.keyClick(picker.field, Key.Key_Down)
    assert QApplication.focusWidget().word == "swim"


def test_that_taking_a_word_away_leaves_what_is_being_typed(picker, qtbot):
    picker.set_words(["tea"])
    qtbot.keyClicks(picker.field, "swi")
    tea = next(chip for chip in picker.findChildren(Chip) if chip.word == "tea")
    qtbot.mouseClick(tea, Qt.MouseButton.LeftButton)
    assert picker.field.text() == "swi"
    assert picker.chosen() == ()


def test_that_what_is_offered_keeps_its_places_until_other_words_are_shown(picker, qtbot):
    enter(picker, qtbot, "swim")
    enter(picker, qtbot, "tea")
    assert shown(picker) == [*KNOWN[:6], "tea"]
    picker.know(KNOWN[::-1])
    assert shown(picker)[:6] == KNOWN[:6]
    picker.set_words([])
    assert shown(picker) == KNOWN[:1:-1]
    picker.set_words(["read"])
    assert shown(picker)[:2] == ["read", "homework"]


def test_that_what_is_not_known_any_more_is_not_offered(picker):
    picker.set_words(["tea"])
    picker.know(KNOWN[1:])
    assert shown(picker)[:2] == ["tea", "work"]
