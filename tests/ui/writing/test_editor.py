"""The field in which a note is written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from resilience_desktop.ui.journal.writing.editor import MarkdownEdit
from resilience_desktop.ui.journal.writing.given import pictures_in, small_bytes
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.words_edit import WordsEdit
from tests.strategies import texts
from tests.ui import pointer

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(look, show):
    return show(
        MarkdownEdit(look, name="journal.note", title="In your own words", lines=4), 500, 260
    )


def at(edit, place, end=None):
    cursor = edit.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def at_end(edit):
    at(edit, edit.document().characterCount() - 1)


def shown(edit, line=0):
    """Return how each stretch of a line looks: its words, weight, slant and colour."""
    block = edit.document().findBlockByNumber(line)
    units = block.text().encode("utf-16-le")
    return {
        units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le"): QTextCharFormat(f.format)
        for f in block.layout().formats()
    }


# The text is what was typed


@pytest.mark.parametrize("kind", [WordsEdit, MarkdownEdit])
def test_that_any_text_comes_out_as_it_went_in(look, show, kind):
    made = kind(look, name="w", title="Words", lines=3)
    show(made, 300, 200)

    @given(texts)
    def comes_out(words):
        made.set_words(words)
        assert made.words() == words

    comes_out()


@pytest.mark.parametrize("kind", [WordsEdit, MarkdownEdit])
def test_that_what_stands_beside_a_change_stays(look, show, qtbot, kind):
    made = kind(look, name="w", title="Words", lines=3)
    show(made, 300, 200)
    words = "10\N{NO-BREAK SPACE}km \U0001f9e1\u200d\U0001f525 שלום\n\n\ta"
    made.set_words(words)
    qtbot.keyClick(made, Key.Key_A)
    assert made.words() == "a" + words


def test_that_another_look_is_no_change(edit, look, qtbot):
    edit.set_words("# Rain\n- [ ] *call*")
    with qtbot.assertNotEmitted(edit.words_changed, wait=50):
        look.set_theme("dark")
        look.set_text_size(150)
        edit.highlighter.rehighlight()
    assert edit.words() == "# Rain\n- [ ] *call*"
    assert not edit.document().isUndoAvailable()


def test_that_shift_enter_is_an_ordinary_new_line(edit, qtbot):
    qtbot.keyClicks(edit, "a")
    qtbot.keyClick(edit, Key.Key_Return, SHIFT)
    qtbot.keyClicks(edit, "b")
    assert edit.words() == "a\nb"


# How it looks


def test_that_markdown_is_shown_as_it_is_typed(edit, look, qtbot):
    qtbot.keyClicks(edit, "# Rain")
    heading = shown(edit)["Rain"]
    assert heading.fontWeight() == 600
    assert heading.property(heading.Property.FontPixelSize) > edit.font().pixelSize()
    at_end(edit)
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClicks(edit, "**much** *less* `code`")
    assert shown(edit, 1)["much"].fontWeight() == 700
    assert shown(edit, 1)["less"].fontItalic()
    assert shown(edit, 1)["code"].background().color() == look.color("sunken")
    assert shown(edit, 1)["**"].foreground().color() == look.color("text_faint")
    assert edit.words() == "# Rain\n**much** *less* `code`"


def test_that_the_look_fits_behind_signs_that_count_twice(edit):
    edit.set_words("\U0001f9e1\U0001f9e1 **so** שלום *א*")
    assert shown(edit)["so"].fontWeight() == 700
    assert shown(edit)["א"].fontItalic()


def test_that_quotes_and_ticked_lines_step_back(edit, look):
    edit.set_words("> she said\n- [x] done\n- [ ] open")
    muted = look.color("text_muted")
    assert shown(edit)["she said"].foreground().color() == muted
    assert shown(edit, 1)["done"].foreground().color() == muted
    assert "open" not in shown(edit, 2)
    assert shown(edit, 2)["[ ]"].foreground().color() == look.color("accent")


def test_that_a_key_in_a_long_note_looks_at_one_line_only(edit, qtbot, monkeypatch):
    edit.set_words("Rain *all* day, and **no** umbrella.\n" * 2800)
    assert len(edit.words()) > 100_000
    looked = []
    usual = edit.highlighter.highlightBlock
    monkeypatch.setattr(
        edit.highlighter, "highlightBlock", lambda line: looked.append(line) or usual(line)
    )
    start = time.perf_counter()
    qtbot.keyClicks(edit, "and more")
    assert time.perf_counter() - start < 2
    assert len(looked) <= len("and more")


# Lists


def test_that_a_list_goes_on_and_ends_with_an_empty_item(edit, qtbot):
    qtbot.keyClicks(edit, "- [x] milk")
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClicks(edit, "bread")
    assert edit.words() == "- [x] milk\n- [ ] bread"
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClicks(edit, "home")
    assert edit.words() == "- [x] milk\n- [ ] bread\nhome"


def test_that_numbers_go_on(edit, qtbot):
    qtbot.keyClicks(edit, "9. nine")
    qtbot.keyClick(edit, Key.Key_Enter)
    assert edit.words() == "9. nine\n10. "


def test_that_enter_before_the_sign_of_an_item_is_only_a_line(edit, qtbot):
    edit.set_words("- milk")
    at(edit, 0)
    qtbot.keyClick(edit, Key.Key_Return)
    assert edit.words() == "\n- milk"


def test_that_enter_takes_the_place_of_what_is_selected(edit, qtbot):
    edit.set_words("- milk and bread")
    at(edit, 6, 10)
    qtbot.keyClick(edit, Key.Key_Return)
    assert edit.words() == "- milk\n bread"


def test_that_lines_go_in_and_out(edit, qtbot):
    edit.set_words("- a\n- b\nc")
    at(edit, 0, 5)
    qtbot.keyClick(edit, Key.Key_BracketRight, CTRL)
    assert edit.words() == "  - a\n  - b\nc"
    qtbot.keyClick(edit, Key.Key_BracketLeft, CTRL)
    qtbot.keyClick(edit, Key.Key_BracketLeft, CTRL)
    assert edit.words() == "- a\n- b\nc"
    edit.set_words("\ta")
    qtbot.keyClick(edit, Key.Key_BracketLeft, CTRL)
    assert edit.words() == "a"


# Strong and stressed


@pytest.mark.parametrize(("key", "sign"), [(Key.Key_B, "**"), (Key.Key_I, "*")])
def test_that_the_selection_is_wrapped_and_unwrapped(edit, qtbot, key, sign):
    edit.set_words("so much rain")
    at(edit, 3, 7)
    qtbot.keyClick(edit, key, CTRL)
    assert edit.words() == f"so {sign}much{sign} rain"
    assert edit.textCursor().selectedText() == "much"
    qtbot.keyClick(edit, key, CTRL)
    assert edit.words() == "so much rain"


def test_that_strong_and_stressed_go_together(edit, qtbot):
    edit.set_words("much")
    at(edit, 0, 4)
    for key, words in (
        (Key.Key_B, "**much**"),
        (Key.Key_I, "***much***"),
        (Key.Key_I, "**much**"),
        (Key.Key_B, "much"),
    ):
        qtbot.keyClick(edit, key, CTRL)
        assert edit.words() == words


def test_that_without_a_selection_it_is_the_word(edit, qtbot):
    edit.set_words("so much")
    at(edit, 5)
    qtbot.keyClick(edit, Key.Key_B, CTRL)
    assert edit.words() == "so **much**"


def test_that_in_an_empty_place_the_signs_wait_for_words(edit, qtbot):
    qtbot.keyClick(edit, Key.Key_B, CTRL)
    qtbot.keyClicks(edit, "now")
    assert edit.words() == "**now**"


# Boxes


def click_box(edit, qtbot, line=0, column=4):
    block = edit.document().findBlockByNumber(line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + column)
    point = edit.cursorRect(cursor).center() - QPoint(3, 0)
    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_that_a_click_ticks_a_box_and_unticks_it(edit, qtbot):
    edit.set_words("- [ ] milk\n- [x] bread")
    with qtbot.waitSignal(edit.words_changed):
        click_box(edit, qtbot)
    assert edit.words() == "- [x] milk\n- [x] bread"
    click_box(edit, qtbot, line=1)
    assert edit.words() == "- [x] milk\n- [ ] bread"


def test_that_a_click_beside_a_box_only_moves_the_caret(edit, qtbot):
    edit.set_words("- [ ] milk")
    click_box(edit, qtbot, column=9)
    assert edit.words() == "- [ ] milk"
    assert edit.textCursor().position() > 6


def test_that_a_key_ticks_boxes_and_makes_them(edit, qtbot):
    ctrl_shift = CTRL | SHIFT
    edit.set_words("milk")
    for words in ("- [ ] milk", "- [x] milk", "- [ ] milk"):
        qtbot.keyClick(edit, Key.Key_X, ctrl_shift)
        assert edit.words() == words
    edit.set_words("- milk\n- [ ] bread\neggs")
    at(edit, 0, edit.document().characterCount() - 1)
    qtbot.keyClick(edit, Key.Key_X, ctrl_shift)
    assert edit.words() == "- milk\n- [x] bread\neggs"
    at(edit, 0)
    qtbot.keyClick(edit, Key.Key_X, ctrl_shift)
    assert edit.words() == "- [ ] milk\n- [x] bread\neggs"


@pytest.mark.parametrize(
    ("key", "sign"), [(Key.Key_H, "## "), (Key.Key_U, "- ")], ids=["heading", "list"]
)
def test_that_a_key_makes_headings_and_lists_and_takes_them_away(edit, qtbot, key, sign):
    edit.set_words("one\n\n  two")
    edit.selectAll()
    qtbot.keyClick(edit, key, CTRL)
    assert edit.words() == f"{sign}one\n\n  {sign}two"
    qtbot.keyClick(edit, key, CTRL)
    assert edit.words() == "one\n\n  two"
    at(edit, 0)
    qtbot.keyClick(edit, key, CTRL)
    edit.selectAll()
    qtbot.keyClick(edit, key, CTRL)
    assert edit.words() == f"{sign}one\n\n  {sign}two"


@pytest.mark.parametrize("typed", ["[] call", "[ ] call"])
def test_that_a_box_typed_where_a_line_begins_becomes_one(edit, qtbot, typed):
    qtbot.keyClicks(edit, typed)
    assert edit.words() == "- [ ] call"
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClicks(edit, "so [] what")
    assert edit.words() == "- [ ] call\n- [ ] so [] what"


def test_that_the_pointer_tells_that_a_box_can_be_pressed(edit):
    edit.set_words("- [ ] milk")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    on_box = edit.cursorRect(cursor).center() - QPoint(3, 0)
    pointer.move(edit.viewport(), on_box)
    assert edit.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    pointer.move(edit.viewport(), on_box + QPoint(80, 0))
    assert edit.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


# Undo and keys of the window


def test_that_each_command_is_undone_in_one_step(edit, qtbot):
    edit.set_words("- milk")
    at(edit, 2, 6)
    steps = [edit.words()]
    for key, modifiers in (
        (Key.Key_B, CTRL),
        (Key.Key_X, CTRL | SHIFT),
        (Key.Key_BracketRight, CTRL),
    ):
        qtbot.keyClick(edit, key, modifiers)
        steps.append(edit.words())
    at_end(edit)
    qtbot.keyClick(edit, Key.Key_Return)
    assert len(set(steps)) == len(steps)
    for before in reversed(steps):
        edit.undo()
        assert edit.words() == before


def test_that_tab_leaves_the_field_and_changes_nothing(look, show, qtbot):
    page = QWidget()
    edit = MarkdownEdit(look, name="w", title="Words", lines=3)
    button = buttons.plain(look, "Print", name="print")
    column = QVBoxLayout(page)
    column.addWidget(edit)
    column.addWidget(button)
    show(page, 300, 300)
    edit.set_words("- milk")
    edit.setFocus()
    qtbot.keyClick(edit, Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert edit.words() == "- milk"


def test_that_tab_moves_an_item_in_where_it_begins_and_a_level_at_a_time(look, show, qtbot):
    page = QWidget()
    edit = MarkdownEdit(look, name="w", title="Words", lines=3)
    button = buttons.plain(look, "Print", name="print")
    column = QVBoxLayout(page)
    column.addWidget(edit)
    column.addWidget(button)
    show(page, 300, 300)
    edit.setFocus()
    qtbot.keyClicks(edit, "- milk")
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClick(edit, Key.Key_Tab)
    qtbot.keyClicks(edit, "oats")
    qtbot.keyClick(edit, Key.Key_Return)
    assert edit.words() == "- milk\n  - oats\n  - "
    qtbot.keyClick(edit, Key.Key_Backtab, SHIFT)
    qtbot.keyClicks(edit, "bread")
    assert edit.words() == "- milk\n  - oats\n- bread"
    edit.undo()
    edit.undo()
    assert edit.words() == "- milk\n  - oats\n  - "
    qtbot.keyClick(edit, Key.Key_Tab)
    assert edit.words() == "- milk\n  - oats\n    - "
    qtbot.keyClick(edit, Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert edit.words() == "- milk\n  - oats\n    - "


# Pictures that are given


@pytest.fixture
def image():
    made = QImage(40, 20, QImage.Format.Format_RGB32)
    made.fill(QColor("teal"))
    return made


def test_that_a_pasted_picture_goes_to_whoever_keeps_it(edit, qtbot, image):
    QApplication.clipboard().setImage(image)
    with qtbot.waitSignal(edit.pictures_given) as told:
        edit.paste()
    assert [type(given) for given in told.args[0]] == [QImage]
    assert edit.words() == ""


def test_that_words_win_over_a_picture_of_them(image):
    table = QMimeData()
    table.setText("a\tb")
    table.setImageData(image)
    assert pictures_in(table) == []


def test_that_files_of_pictures_are_taken_and_others_are_not(tmp_path):
    dropped = QMimeData()
    names = ("a.JPG", "b.txt", "c.png")
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert pictures_in(dropped) == [tmp_path / "a.JPG", tmp_path / "c.png"]


def test_that_rich_text_is_pasted_as_words(edit):
    page = QMimeData()
    page.setHtml("<b>bold</b> <img src='x.png'>")
    page.setText("bold")
    edit.insertFromMimeData(page)
    assert edit.words() == "bold"


def test_that_an_image_is_made_small(image):
    assert small_bytes(image)[:3] == b"\xff\xd8\xff"
