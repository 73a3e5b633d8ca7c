from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from resilience_desktop.ui.widgets.chips import Chip, ChipGroup
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

WORDS = ["worried", "tense", "tired", "sad"]


@pytest.fixture
def group(look, show):
    made = ChipGroup(look, name="feelings", title="Feelings", more="More")
    made.set_words(WORDS)
    show(made, 520, 120)
    made.setFocus()
    return made


def chips(group):
    return [c for c in group.findChildren(Chip) if c.word in group.words() and not c.isHidden()]


def focused_word():
    return QApplication.focusWidget().word


def test_that_space_chooses_and_gives_back(group, qtbot):
    with qtbot.waitSignal(group.chosen_changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert group.chosen() == ["worried"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert group.chosen() == []


def test_that_arrows_move_without_choosing(group, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert focused_word() == "tense"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert focused_word() == "worried"
    assert group.chosen() == []


def test_that_the_group_is_one_stop_for_tab(group, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    buttons = [*chips(group), group.findChild(QPushButton)]
    stops = [b for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [b.accessibleName() for b in stops] == ["tense"]


def test_that_letters_find_a_chip(group, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), "t")
    assert focused_word() == "tense"
    qtbot.keyClick(QApplication.focusWidget(), "t")
    assert focused_word() == "tired"
    qtbot.keyClick(QApplication.focusWidget(), "x")
    assert focused_word() == "tired"


def test_that_home_and_end_go_to_the_ends(group, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert QApplication.focusWidget().text() == "More"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert focused_word() == "worried"


def test_that_an_arrow_past_the_ends_says_so(group, qtbot):
    with qtbot.waitSignal(group.left_backwards):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    with qtbot.waitSignal(group.left_forwards):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)


def test_that_more_is_asked_for_by_keyboard_and_mouse(group, qtbot):
    more = group.findChild(QPushButton, "feelings.more")
    with qtbot.waitSignal(group.more_requested):
        qtbot.keyClick(more, Qt.Key.Key_Space)
    with qtbot.waitSignal(group.more_requested):
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)


def test_that_a_click_chooses(group, qtbot):
    qtbot.mouseClick(chips(group)[2], Qt.MouseButton.LeftButton)
    assert group.chosen() == ["tired"]


def test_that_shortcuts_pass_by(group, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), "t", Qt.KeyboardModifier.ControlModifier)
    assert focused_word() == "worried"


def test_that_choosing_from_outside_is_silent(group, qtbot):
    with qtbot.assertNotEmitted(group.chosen_changed):
        group.set_chosen(["sad"])
    assert group.chosen() == ["sad"]


def test_that_names_say_word_position_and_strength(group):
    group.set_chosen(["tense"])
    group.set_strength("tense", 80)
    chip = chips(group)[1]
    assert chip.accessibleName() == "tense, 80 of 100"
    assert chip.accessibleDescription() == "2 of 5"
    assert group.accessibleName() == "Feelings"


def places(group):
    return [chip.geometry() for chip in chips(group)]


def test_that_choosing_moves_no_other_chip(group, qtbot):
    before = places(group)
    group.set_chosen(WORDS)
    qtbot.wait(20)
    assert places(group) == before


def test_that_a_chip_grows_for_its_first_number_and_for_no_other(group, qtbot):
    group.set_chosen(WORDS)
    without = chips(group)[0].sizeHint().width()
    group.set_strength("worried", 5)
    qtbot.waitUntil(lambda: chips(group)[0].width() > without)
    before = places(group)
    group.set_strength("worried", 100)
    qtbot.wait(20)
    assert places(group) == before
    group.set_strength("worried", None)
    qtbot.waitUntil(lambda: chips(group)[0].width() == without)


def test_that_mark_word_and_number_fit_beside_each_other(look, show):
    chip = show(Chip(look, "overwhelmed"), 300, 40)
    chip.setChecked(True)
    chip.set_strength(100)
    words = QFontMetricsF(look.font("label", weight=500)).horizontalAdvance("overwhelmed")
    number = QFontMetricsF(look.font("small", weight=600)).horizontalAdvance("100")
    assert chip.sizeHint().width() >= 8 + look.px(18) + 4 + words + 6 + number + 12


def test_that_a_rated_chip_has_its_mark_too(look, show):
    chip = show(Chip(look, "sad"), 300, 40)
    chip.setChecked(True)

    def at_the_mark():
        image = chip.grab().toImage()
        side = look.px(18)
        area = [(x, y) for x in range(10, 8 + side) for y in range(10, chip.height() - 10)]
        return [image.pixel(x, y) for x, y in area]

    unrated = at_the_mark()
    assert len(set(unrated)) > 1
    chip.set_strength(85)
    assert at_the_mark() == unrated


def test_that_words_can_change_and_the_choice_stays(group, qtbot):
    group.set_chosen(["tense"])
    group.set_words(["calm", "tense", "tense"])
    assert group.words() == ["calm", "tense"]
    assert group.chosen() == ["tense"]
    row = sorted(chips(group), key=lambda chip: chip.x())
    qtbot.waitUntil(lambda: [c.word for c in sorted(row, key=lambda c: c.x())] == group.words())


def test_that_hidden_words_are_left_out(group, qtbot):
    group.show_only(["tired", "sad"])
    group.enter()
    assert focused_word() == "tired"
    group.show_only([])
    assert group.enter()  # More is still there


def test_that_chips_are_large_enough_and_break_into_lines(group, qtbot):
    assert all(chip.height() >= 32 for chip in chips(group))
    narrow, wide = group.heightForWidth(180), group.heightForWidth(900)
    assert narrow > 2 * wide


def test_that_a_very_long_own_word_fits_the_page(look, show):
    group = ChipGroup(look, name="f", title="Feelings")
    group.set_words(["so many things at once that no list could ever name it, ever"])
    show(group, 200, 60)
    assert chips(group)[0].width() <= 200


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_chips_can_be_painted(look, group, theme):
    look.set_theme(theme)
    before = group.grab().toImage()
    group.set_chosen(WORDS[:2])
    group.set_strength("tense", 50)
    assert group.grab().toImage() != before


def test_that_the_flow_forgets_what_is_gone(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, gap=10)
    first, second = QPushButton("a"), QPushButton("b")
    flow.addWidget(first)
    flow.addWidget(second)
    flow.put_in_order([second, first])
    assert flow.itemAt(0).widget() is second
    assert flow.itemAt(5) is None
    assert flow.takeAt(5) is None
    second.hide()
    page.resize(300, 100)
    page.show()
    assert flow.sizeHint().width() == first.sizeHint().width()
    flow.removeWidget(first)
    assert flow.count() == 1
    assert flow.expandingDirections() == Qt.Orientation(0)
