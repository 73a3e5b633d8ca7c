from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from resilience_desktop.ui.widgets.text_block import draw_block, lay_out

LONG = "The budget still went through, and most people were reading the figures, not me. " * 9


@pytest.fixture
def block(look):
    def made(words, width=300, most_lines=3, style="excerpt"):
        return lay_out(look, words, style, width, most_lines=most_lines)

    return made


def lines(block):
    return block.layout.lineCount()


def test_that_words_are_broken_at_the_width(block, look):
    assert lines(block("Rain.")) == 1
    assert block("Rain.").height == look.line_height("excerpt")
    assert lines(block(LONG, most_lines=99)) > lines(block(LONG, width=600, most_lines=99)) > 3


def test_that_words_stop_after_their_lines_with_an_ellipsis(block, look):
    cut = block(LONG)
    assert lines(cut) == 3
    assert cut.height == 3 * look.line_height("excerpt")
    assert cut.layout.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert "\N{HORIZONTAL ELLIPSIS}" not in block("Rain.").layout.text()


def test_that_a_word_longer_than_the_line_is_broken(block):
    assert lines(block("x" * 500)) == 3
    assert lines(block("x" * 40, width=1)) == 3


def test_that_white_space_becomes_single_spaces(block):
    assert block("one\n\n  two\tthree").layout.text() == "one two three"
    assert block("").height > 0


def test_that_a_book_of_an_entry_does_not_take_forever(block):
    assert lines(block("word " * 200_000)) == 3


def test_that_what_was_found_is_semibold_where_it_stands(block):
    found = block((("the ", False), ("budget", True), (" went", False)))
    (mark,) = found.layout.formats()
    assert (mark.start, mark.length) == (4, 6)
    assert found.layout.text()[mark.start : mark.start + mark.length] == "budget"


@pytest.mark.parametrize(
    "before", ["one\n\ntwo ", "  indented ", "a\tb  c   ", "\n\n", "line one\r\n- "]
)
def test_that_what_was_found_is_marked_after_line_breaks_and_spaces(block, before):
    found = block(((before, False), ("budget", True), (" went", False)))
    (mark,) = found.layout.formats()
    assert found.layout.text()[mark.start : mark.start + mark.length] == "budget"


def test_that_a_block_is_drawn_in_its_colour_or_only_measured(block, look, qapp):
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(look.color("window"))
    blank = image.copy()
    painter = QPainter(image)
    height = draw_block(painter, block("Rain on the roof."), 0, 0, look.color("text"))
    painter.end()
    assert image != blank
    assert height == draw_block(None, block("Rain on the roof."), 0, 0, look.color("text"))
