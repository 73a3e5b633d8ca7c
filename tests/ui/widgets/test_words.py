from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.buttons import Button, IconButton
from resilience_desktop.ui.widgets.day_heading import DayHeading
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.words_edit import WordsEdit

LONG = "The budget still went through, and most people were reading the figures, not me. " * 5


@pytest.fixture
def edit(look, show):
    return show(WordsEdit(look, name="entry.words", title="In your own words"), 400, 200)


@pytest.fixture
def growing(look, show):
    page = QWidget()
    column = QVBoxLayout(page)
    made = WordsEdit(look, name="w", title="Situation", growing=True, lines=2, most_lines=5)
    column.addWidget(made)
    column.addStretch(1)
    show(page, 400, 600)
    made.page = page  # kept, so that the field is
    return made


def test_that_writing_is_noticed_and_showing_is_not(edit, qtbot):
    with qtbot.waitSignal(edit.words_changed):
        qtbot.keyClicks(edit, "Rain")
    assert edit.words() == "Rain"
    with qtbot.assertNotEmitted(edit.words_changed):
        edit.set_words("Sun")
    assert edit.words() == "Sun"


def test_that_showing_the_same_words_keeps_undo(edit, qtbot):
    qtbot.keyClicks(edit, "Rain")
    edit.set_words("Rain")
    assert edit.document().isUndoAvailable()


def test_that_tab_leaves_the_field(look, show, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    edit = WordsEdit(look, name="w", title="Words")
    button = buttons.plain(look, "Print", name="print")
    column.addWidget(edit)
    column.addWidget(button)
    show(page, 300, 300)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert edit.words() == ""


def test_that_own_words_are_set_in_the_reading_serif(edit):
    assert QFontInfo(edit.font()).family() == "Source Serif Pro"
    assert edit.font().pixelSize() == 17
    assert edit.accessibleName() == "In your own words"


def test_that_a_growing_field_grows_and_stops(growing, qtbot):
    two = growing.height()
    growing.set_words("a\nb\nc\nd")
    four = growing.height()
    assert four > two
    growing.set_words("\n" * 20)
    assert growing.height() > four
    policy = growing.verticalScrollBarPolicy()
    assert policy == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    growing.set_words("")
    assert growing.height() == two


def test_that_a_growing_field_counts_lines_that_wrap(growing):
    growing.set_words(LONG)
    wide = growing.height()
    growing.setFixedWidth(1500)
    assert growing.height() < wide


def test_that_a_growing_field_shows_whole_lines(growing, qtbot):
    growing.set_words("one\ntwo\ngypsy")
    qtbot.waitUntil(lambda: growing.verticalScrollBar().maximum() == 0)
    last = growing.document().lastBlock()
    bottom = growing.blockBoundingGeometry(last).translated(growing.contentOffset()).bottom()
    assert bottom <= growing.viewport().height()


def test_that_fields_grow_with_the_text(edit, growing, look):
    before, height = edit.font().pixelSize(), growing.height()
    look.set_text_size(200)
    assert edit.font().pixelSize() == 2 * before
    assert growing.height() > 1.7 * height


def test_that_a_label_is_plain_text_always(look, show):
    label = show(labels.own_words(look, "<b>bold</b> & more"), 300)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b> & more"
    assert QFontInfo(label.font()).family() == "Source Serif Pro"


def test_that_a_label_has_the_line_height_of_the_tokens(look, qtbot):
    label = labels.body(look, "one\ntwo\nthree")
    qtbot.addWidget(label)
    assert label.heightForWidth(300) == 3 * 22
    assert labels.title(look, "How is it?").heightForWidth(400) == 30
    assert label.heightForWidth(1) >= 3 * 22


def test_that_a_label_wraps_and_aims_at_a_readable_measure(look, qtbot):
    label = labels.body(look, LONG)
    qtbot.addWidget(label)
    assert 400 < label.sizeHint().width() < 620
    assert label.heightForWidth(200) > label.heightForWidth(400)
    assert label.minimumSizeHint().width() < 100


def test_that_a_label_stops_after_its_lines(look, show):
    label = labels.own_words(look, LONG, most_lines=3)
    show(label, 300)
    assert label.heightForWidth(300) == 3 * 23
    assert not label.grab().isNull()
    short = labels.own_words(look, "Rain.", most_lines=3)
    assert short.heightForWidth(300) == 23


def test_that_a_label_without_wrapping_keeps_its_width(look, qtbot):
    label = Label(look, "believed 85 %", wraps=False)
    qtbot.addWidget(label)
    assert not label.hasHeightForWidth()
    assert label.minimumSizeHint() == label.sizeHint()


def test_that_pieces_found_are_shown_in_semibold(look, show):
    label = Label(look, "", "excerpt")
    label.set_pieces([("the ", False), ("budget", True)])
    show(label, 300)
    assert label.text() == "the budget"
    bold = label.grab().toImage()
    label.setText("the budget")
    assert label.grab().toImage() != bold


def test_that_a_label_follows_the_look(look, show):
    label = show(labels.muted(look, "gypsy"), 200)
    light = label.grab().toImage()
    look.set_theme("dark")
    assert label.grab().toImage() != light
    label.set_role("danger")
    assert label.palette().windowText().color() == look.color("danger")


@pytest.mark.parametrize("alignment", [Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom])
def test_that_a_label_stands_where_it_is_told(look, show, alignment):
    label = labels.body(look, "gypsy")
    show(label, 200, 100)
    middle = label.grab().toImage()
    label.setAlignment(alignment)
    assert label.grab().toImage() != middle


def test_that_a_label_can_be_selected(look, show):
    label = show(labels.own_words(look, "116 123", selectable=True), 200)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not label.grab().isNull()


def test_that_every_button_kind_differs_and_is_large_enough(look, show, qtbot):
    made = [
        buttons.primary(look, "Keep", name="a"),
        buttons.plain(look, "Keep", name="b"),
        buttons.quiet(look, "Keep", name="c"),
        buttons.muted(look, "Keep", name="d"),
        buttons.danger(look, "Keep", name="e"),
        buttons.danger(look, "Keep", name="f", filled=True),
        buttons.link(look, "Keep", name="g"),
    ]
    pictures = {bytes(show(b, 90, 36).grab().toImage().constBits()) for b in made}
    assert len(pictures) == len(made)
    assert all(b.sizeHint().height() >= 32 for b in made)
    assert buttons.primary(look, "Keep", name="h", large=True).sizeHint().height() == 44


def test_that_an_icon_button_says_what_it_does(look, show):
    button = show(IconButton(look, "lock", "Lock", name="lock"), 36)
    assert button.accessibleName() == button.toolTip() == "Lock"
    assert not button.icon().isNull()
    button.set_words("Unlock")
    assert button.accessibleName() == "Unlock"
    assert min(button.width(), button.height()) >= 32


def test_that_help_now_always_has_its_words(look, show):
    button = show(buttons.help_now(look), 120)
    assert button.text() == "Help now"
    assert button.property("kind") == "help"


def test_that_a_drawing_leaves_room_before_the_words(look, qtbot):
    with_drawing = Button(look, "Print", name="p", drawing="printer")
    qtbot.addWidget(with_drawing)
    assert with_drawing.iconSize().width() > with_drawing.iconSize().height()


def test_that_a_button_can_change_its_kind(look, show):
    button = show(Button(look, "Keep entry", name="keep"), 120)
    plain = button.grab().toImage()
    button.set_kind("primary")
    assert button.grab().toImage() != plain


def test_that_icons_follow_the_look(look, show):
    button = show(IconButton(look, "menu", "Menu", name="menu"), 36)
    light = button.grab().toImage()
    look.set_theme("dark")
    assert button.grab().toImage() != light


def test_that_a_thought_is_kept_in_view(look, show):
    quote = KeptInView(look, "The automatic thought", "They will all see.", name="kept")
    show(quote, 500)
    assert quote.aside.isHidden()
    assert quote.below.isHidden()
    quote.set_aside("believed 85 %")
    quote.set_below("Believed 70 %")
    quote.set_words("It felt long.")
    assert quote.aside.isVisible()
    assert quote.below.isVisible()
    assert quote.words.text() == "It felt long."
    bar = quote.grab().toImage().pixelColor(1, quote.height() // 2)
    assert bar == look.color("accent")


def test_that_a_day_heading_has_a_line_to_the_edge(look, show):
    heading = show(DayHeading(look, "Today"), 300)
    image = heading.grab().toImage()
    assert image.pixelColor(290, heading.height() // 2) == look.color("rule")
    assert not show(DayHeading(look, "Thursday 19 November"), 40).grab().isNull()


def test_that_no_button_is_pressed_by_enter_elsewhere(look, qtbot):
    button = buttons.primary(look, "Keep", name="keep")
    qtbot.addWidget(button)
    assert isinstance(button, QPushButton)
    assert not button.autoDefault()
