from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.markdown import (
    MOST,
    Part,
    heading_level,
    in_brief,
    item_of,
    number_of_words,
    pieces,
    place_to_fill,
    plain_words,
)
from tests.strategies import texts

marked = st.text(st.sampled_from("ab *_`#>-[]x1.) \t\u05d0\U0001f9e1"), max_size=40)
"""Lines in which much is a sign."""


def looks(line):
    return [(line[piece.start : piece.end], piece.part) for piece in pieces(line)]


@given(texts | marked)
def test_that_pieces_lie_inside_their_line_one_after_the_other(line):
    found = pieces(line)
    place = 0
    for piece in found:
        assert place <= piece.start < piece.end
        place = piece.end
    assert place <= len(line)


@given(texts | marked)
def test_that_plain_words_lose_signs_and_nothing_else(line):
    left = plain_words(line)
    for sign in set(line) - set("#*_`>-+[] \t"):
        assert left.count(sign) == line.count(sign) or sign == "\N{BULLET}"


@given(st.text(st.characters(categories=["L", "Nd", "Zs"]), max_size=30))
def test_that_words_without_signs_stay_as_they_are(line):
    assert plain_words(line) == line
    assert pieces(line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# A day", "A day"),
        ("###### Small", "Small"),
        ("#tag", "#tag"),
        ("####### seven", "####### seven"),
        ("> she said", "she said"),
        ("- milk", "\N{BULLET} milk"),
        ("  * bread", "  \N{BULLET} bread"),
        ("3. third", "3. third"),
        ("2) second", "2) second"),
        ("- [ ] call *Mara*", "[ ] call Mara"),
        ("- [x] call", "[x] call"),
        ("- [ ]", "[ ] "),
        ("-5 today", "-5 today"),
        ("a *b* **c** _d_ __e__ `f`", "a b c d e f"),
        ("***both***", "both"),
        ("**so *very* much**", "so very much"),
        ("2*3*4 = 24, snake_case_name", "2*3*4 = 24, snake_case_name"),
        ("* not * this", "\N{BULLET} not * this"),
        ("a * b * c", "a * b * c"),
        ("`*code*` and **", "*code* and **"),
        ("one\n# two\n\n- three", "one\ntwo\n\n\N{BULLET} three"),
        ("", ""),
    ],
)
def test_that_words_are_told_from_signs(line, words):
    assert plain_words(line) == words


def test_that_a_piece_can_be_several_things():
    sign, heading = Part.SIGN, Part.HEADING
    assert looks("# a *b*") == [
        ("# ", sign | heading),
        ("a ", heading),
        ("*", sign | heading | Part.EMPHASIS),
        ("b", heading | Part.EMPHASIS),
        ("*", sign | heading | Part.EMPHASIS),
    ]
    assert looks("- [X] a") == [("- [X] ", sign), ("a", Part.DONE)]
    assert looks("> a") == [("> ", sign | Part.QUOTE), ("a", Part.QUOTE)]


def test_that_headings_have_a_level():
    assert [heading_level(line) for line in ("# a", "### a", "a", "# ")] == [1, 3, 0, 0]


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("- a", "- "),
        ("  + a", "  + "),
        ("9. a", "10. "),
        ("1) a", "2) "),
        ("- [x] a", "- [ ] "),
        ("\t- [ ] a", "\t- [ ] "),
    ],
)
def test_that_a_list_goes_on_with_its_own_marker(line, following):
    item = item_of(line)
    assert item.next() == following
    assert not item.is_empty
    assert item_of(item.next()).is_empty


def test_that_a_box_is_known_with_what_is_in_it():
    assert item_of("- [ ] a").box == 3
    assert not item_of("- [ ] a").ticked
    assert item_of(" 1. [x] a").ticked
    assert item_of("- a [x]").box == -1
    assert item_of("plain") is None


def test_that_a_line_as_long_as_a_book_is_looked_at_quickly():
    line = "**a *b _c `" * (MOST // 11)
    start = time.perf_counter()
    pieces(line)
    pieces(line * 20)
    assert time.perf_counter() - start < 5
    assert pieces("x" * MOST + " **a**") == []


def test_that_a_brief_note_keeps_the_lines_of_lists_and_runs_prose_on():
    note = "# Monday\nUp **early**.\n\nRain.\n\n- tea\n- [x] the bus\n1. walk\nThen home\nand bed"
    assert in_brief(note).split("\n") == [
        "Monday",
        "Up early. Rain.",
        "\N{BULLET} tea",
        "[x] the bus",
        "1. walk",
        "Then home and bed",
    ]
    assert in_brief(" \n\n") == ""


def test_that_a_brief_note_leaves_out_headings_with_nothing_below():
    note = "# Day\n## Morning\n\n- [ ] \n## Evening\nRain\n### Later\n## Night\n- \n"
    assert in_brief(note) == "Day\nEvening\nRain"
    assert in_brief("# Day\n\n## Morning") == "Day\nMorning"


@pytest.mark.parametrize(
    "words",
    [
        "## What happened\n|\n\n## What was hard\n\n",
        "How I slept: |\nWhat today asks of me: \n",
        "- |\n- \n\n## What I did\n\n",
        "## What I did:\n|\n",
        "\n> A question?\n\n|",
        "Rain\n|\nSnow",
        "Rain|",
        "|",
    ],
)
def test_that_whoever_begins_with_words_goes_on_where_something_is_to_be_filled(words):
    assert place_to_fill(words.replace("|", "")) == words.index("|")


def test_that_only_what_has_a_letter_or_a_number_is_a_word():
    assert number_of_words("# Two words\n- [x] **three** - 4\n- [ ] \n1. five ... :)") == 5
    assert number_of_words("") == 0
