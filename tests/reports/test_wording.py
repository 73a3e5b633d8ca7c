from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.reports.wording import (
    BOX,
    LONGEST_WORD,
    MOST_MARKS,
    Boxes,
    clean,
    line,
    loosened,
    paragraphs,
    starts_right,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def test_that_what_no_font_can_show_is_taken_out():
    assert clean("a\x00b\x1b[31mc\x7f \ud83d d \udc00\ufffe\ufdd0\U0001ffffe") == "ab[31mc  d e"


def test_that_every_kind_of_line_end_is_one():
    assert clean("a\r\nb\rc\u2028d\x85e\vf") == "a\nb\nc\nd\ne\nf"


def test_that_a_name_is_one_line():
    assert line(" Robin\n\t of  Loxley ") == "Robin of Loxley"


def test_that_blank_lines_make_paragraphs_and_single_ones_stay():
    found = paragraphs("one\ntwo\n \n\n\nthree\n")
    assert [paragraph["text"] for paragraph in found] == ["one\ntwo", "three"]
    assert paragraphs(" \n \n") == []


def test_that_writing_from_the_right_is_noticed_by_its_first_letter():
    assert [p["rtl"] for p in paragraphs("היה\n\n1. كان\n\nit was יום\n\n123")] == [
        True,
        True,
        False,
        False,
    ]
    assert not starts_right("")


def test_that_only_a_word_longer_than_a_line_may_be_broken():
    assert loosened("a" * LONGEST_WORD) == "a" * LONGEST_WORD
    long = loosened("W" * 100_000)
    assert max(map(len, long.split("\u200b"))) == LONGEST_WORD
    assert long.replace("\u200b", "") == "W" * 100_000
    address = "https://example.org/" + "path/" * 20
    assert loosened(address) == address


def test_that_a_break_does_not_part_a_letter_from_its_accents():
    word = ("e\u0301" * 60 + "👩\u200d👧" * 30).replace(" ", "")
    for piece in loosened(word).split("\u200b"):
        assert piece[0] not in "\u0301\u200d"
        assert piece[-1] != "\u200d"


def test_that_writing_without_spaces_is_left_to_the_typesetter():
    sentence = "今日は悪い日だった" * 20
    assert loosened(sentence) == sentence
    assert "\u200b" in loosened(sentence * 10)


def test_that_endless_accents_and_invisible_signs_become_few():
    assert clean("a" + "\u0301" * 100_000 + "b") == "a" + "\u0301" * MOST_MARKS + "b"
    assert len(clean("a\u200d" * 1 + "\u200b\u2060" * 9_000)) <= 2 + MOST_MARKS
    assert clean("!" * 100) == "!" * 100


def test_that_a_picture_made_of_several_is_one_box_and_named_whole():
    boxes = Boxes({"👨", "👩", "👧"})
    assert (
        boxes.fill("us 👨\u200d👩\u200d👧, me 👩🏽 and 👧\ufe0f") == f"us {BOX}, me {BOX} and {BOX}"
    )
    assert list(boxes.replaced) == ["👨\u200d👩\u200d👧", "👩🏽", "👧\ufe0f"]


def test_that_an_accent_without_a_font_leaves_its_letter():
    boxes = Boxes({"\u20e3"})
    assert boxes.fill("press 1\u20e3 now") == "press 1 now"
    assert list(boxes.replaced) == ["\u20e3"]


def test_that_nothing_missing_changes_nothing():
    assert Boxes(set()).fill("as it is 😀") == "as it is 😀"


def test_that_signs_with_a_meaning_in_patterns_are_only_signs():
    assert Boxes({"]", "^", "\\", "-"}).fill("a]^\\-b") == f"a{BOX * 4}b"


@given(ANY_TEXT)
def test_that_cleaning_can_always_be_encoded_and_is_done_once(words):
    once = clean(words)
    once.encode()
    assert clean(once) == once
    assert not set(once) & set(map(chr, range(32))) - {"\n"}
