from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider

from resilience_desktop import content
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.ui.widgets.chips import Chip, ChipGroup
from resilience_desktop.ui.widgets.feelings_dialog import FeelingsDialog
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.labels import Label


@pytest.fixture
def picker(look, show):
    made = show(FeelingsPicker(look, name="entry.feelings"), 520, 300)
    made.setFocus()
    return made


@pytest.fixture
def dialog(look, show):
    made = FeelingsDialog(look, ["worried"])
    show(made, 560, 600)
    return made


def chip(owner, word):
    return next(c for c in owner.findChildren(Chip) if c.word == word and not c.isHidden())


def offered(picker):
    return picker.findChild(ChipGroup, "entry.feelings.chips").words()


def find(dialog):
    return dialog.findChild(QLineEdit, "feelings_dialog.find")


def hint(dialog):
    return dialog.findChild(Label, "feelings_dialog.hint").text()


def test_that_a_few_words_are_suggested(picker):
    assert offered(picker) == list(content.suggested_feelings())[:6]
    assert picker.feelings() == ()


def test_that_words_used_last_come_first(picker):
    picker.set_recent(["lonely", "sad"])
    assert offered(picker)[:2] == ["lonely", "sad"]
    assert len(offered(picker)) == 6


def test_that_chips_choose_feelings_in_their_order(picker, qtbot):
    with qtbot.waitSignal(picker.feelings_changed):
        qtbot.mouseClick(chip(picker, "tired"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(picker, "worried"), Qt.MouseButton.LeftButton)
    assert picker.feelings() == (Feeling("tired"), Feeling("worried"))
    qtbot.mouseClick(chip(picker, "tired"), Qt.MouseButton.LeftButton)
    assert picker.feelings() == (Feeling("worried"),)


def test_that_feelings_of_an_entry_are_shown_even_when_not_suggested(picker, qtbot):
    with qtbot.assertNotEmitted(picker.feelings_changed):
        picker.set_feelings([Feeling("hollow", 60), Feeling("sad")])
    assert picker.feelings() == (Feeling("hollow", 60), Feeling("sad"))
    assert chip(picker, "hollow").strength == 60


def test_that_strength_is_asked_only_on_request(picker, qtbot):
    how_strong = picker.findChild(QPushButton, "entry.feelings.how_strong")
    assert how_strong.isHidden()
    picker.set_feelings([Feeling("sad")])
    assert how_strong.isVisible()
    assert not picker.findChildren(QSlider)
    qtbot.mouseClick(how_strong, Qt.MouseButton.LeftButton)
    assert len(picker.findChildren(QSlider)) == 1


def test_that_strength_can_be_set_and_cleared(picker, qtbot):
    picker.set_feelings([Feeling("sad"), Feeling("tense")])
    picker.show_strengths()
    sliders = picker.findChildren(QSlider)
    with qtbot.waitSignal(picker.feelings_changed):
        qtbot.keyClick(sliders[0], Qt.Key.Key_End)
    assert picker.feelings()[0] == Feeling("sad", 100)
    assert chip(picker, "sad").strength == 100
    assert sliders[0].accessibleName() == "How strong: sad"
    assert sliders[0].accessibleDescription() == "100 of 100, the strongest I can imagine"
    clear = next(
        b for b in picker.findChildren(QPushButton) if "number for sad" in b.accessibleName()
    )
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert picker.feelings()[0] == Feeling("sad")
    with qtbot.assertNotEmitted(picker.feelings_changed):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)


def test_that_a_feeling_taken_back_forgets_its_strength(picker, qtbot):
    picker.set_feelings([Feeling("sad", 70), Feeling("tense")])
    picker.show_strengths()
    qtbot.mouseClick(chip(picker, "sad"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(picker, "sad"), Qt.MouseButton.LeftButton)
    assert picker.feelings() == (Feeling("tense"), Feeling("sad"))


def test_that_more_opens_all_feelings_and_takes_over_the_choice(picker, qtbot):
    picker.set_feelings([Feeling("sad", 40)])
    qtbot.mouseClick(
        picker.findChild(QPushButton, "entry.feelings.chips.more"), Qt.MouseButton.LeftButton
    )
    dialog = picker.window().findChild(FeelingsDialog)
    qtbot.mouseClick(chip(dialog, "homesick"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(picker.feelings_changed):
        qtbot.mouseClick(
            dialog.findChild(QPushButton, "feelings_dialog.done"), Qt.MouseButton.LeftButton
        )
    assert picker.feelings() == (Feeling("sad", 40), Feeling("homesick"))
    assert "homesick" in offered(picker)


def test_that_escape_keeps_what_was_chosen(picker, qtbot):
    picker.open_all()
    dialog = picker.window().findChild(FeelingsDialog)
    qtbot.mouseClick(chip(dialog, "homesick"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(picker.feelings_changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert picker.feelings() == (Feeling("homesick"),)


def test_that_closing_without_a_change_says_nothing(picker, qtbot):
    picker.open_all()
    with qtbot.assertNotEmitted(picker.feelings_changed):
        picker.window().findChild(FeelingsDialog).accept()


def test_that_strengths_can_be_left_out(look, show):
    picker = show(FeelingsPicker(look, name="f", asks_strength=False), 500, 200)
    picker.set_feelings([Feeling("sad")])
    assert picker.findChild(QPushButton, "f.how_strong").isHidden()


def test_that_every_family_is_offered(dialog):
    listed = {word for family in content.feeling_families() for word in family.words}
    assert {c.word for c in dialog.findChildren(Chip)} == listed
    assert dialog.chosen() == ["worried"]


def test_that_typing_finds_and_enter_chooses(dialog, qtbot):
    qtbot.keyClicks(find(dialog), "homes")
    shown = [c.word for c in dialog.findChildren(Chip) if c.isVisible()]
    assert shown == ["homesick"]
    assert hint(dialog) == "Enter chooses “homesick”."
    qtbot.keyClick(find(dialog), Qt.Key.Key_Return)
    assert dialog.chosen() == ["worried", "homesick"]
    assert find(dialog).text() == ""
    assert dialog.isVisible()


def test_that_an_exact_word_is_chosen_among_several(dialog, qtbot):
    qtbot.keyClicks(find(dialog), "sad")
    qtbot.keyClick(find(dialog), Qt.Key.Key_Return)
    assert dialog.chosen() == ["worried", "sad"]


def test_that_enter_adds_a_word_of_ones_own(dialog, qtbot):
    qtbot.keyClicks(find(dialog), "  hollow   inside ")
    assert hint(dialog) == "Enter adds “hollow inside” as your own word."
    qtbot.keyClick(find(dialog), Qt.Key.Key_Return)
    assert dialog.chosen() == ["worried", "hollow inside"]
    assert dialog.own_words() == ["hollow inside"]
    assert chip(dialog, "hollow inside").isChecked()


def test_that_done_adds_a_word_that_was_typed(dialog, qtbot):
    qtbot.keyClicks(find(dialog), "hollow")
    qtbot.keyClick(find(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.chosen() == ["worried", "hollow"]
    assert not dialog.isVisible()


def test_that_enter_on_nothing_does_nothing(dialog, qtbot):
    qtbot.keyClick(find(dialog), Qt.Key.Key_Return)
    assert dialog.chosen() == ["worried"]
    assert dialog.isVisible()


def test_that_the_keyboard_walks_through_all_families(dialog, qtbot):
    qtbot.keyClick(find(dialog), Qt.Key.Key_Down)
    first, second = content.feeling_families()[:2]
    assert QApplication.focusWidget().word == first.words[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget().word == second.words[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert dialog.chosen() == ["worried", second.words[0]]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget().word == first.words[-1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is find(dialog)


def test_that_the_dialog_counts_what_is_chosen(dialog, qtbot):
    count = dialog.findChild(Label, "feelings_dialog.count")
    assert count.text() == "1 feeling chosen"
    qtbot.mouseClick(chip(dialog, "worried"), Qt.MouseButton.LeftButton)
    assert count.text() == "Nothing chosen"


def test_that_what_is_offered_keeps_its_places_until_others_are_shown(picker, qtbot):
    picker.set_recent(["lonely", "sad"])
    before = offered(picker)
    qtbot.mouseClick(chip(picker, before[3]), Qt.MouseButton.LeftButton)
    picker.set_recent(["proud"])
    picker.open_all()
    dialog = picker.window().findChild(FeelingsDialog)
    qtbot.mouseClick(chip(dialog, "homesick"), Qt.MouseButton.LeftButton)
    dialog.accept()
    assert offered(picker) == [*before, "homesick"]
    picker.set_feelings(())
    assert offered(picker)[0] == "proud"
