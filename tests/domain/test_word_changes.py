from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.word_changes import MOST_WORDS, word_changes

texts = st.text(alphabet="ab \n.", max_size=60)


def joined(pieces):
    return "".join(words for words, _ in pieces)


@given(texts, texts)
def test_that_the_pieces_are_the_texts(before, after):
    old, new = word_changes(before, after)
    assert (joined(old), joined(new)) == (before, after)


@given(texts, texts)
def test_that_what_is_not_marked_is_the_same_in_both(before, after):
    same = [[words for words, differs in found if not differs]
            for found in word_changes(before, after)]  # fmt: skip
    assert same[0] == same[1]


@given(texts)
def test_that_nothing_is_marked_in_the_same_text(written):
    assert not any(differs for pieces in word_changes(written, written) for _, differs in pieces)


def test_that_only_the_words_that_differ_are_marked():
    old, new = word_changes("The phone rang twice.", "The bell rang twice.")
    assert old == (("The ", False), ("phone", True), (" rang twice.", False))
    assert new == (("The ", False), ("bell", True), (" rang twice.", False))


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("No more.", "No more", (["."], [])),
        ("I want no more.", "I want no more of it.", (["."], [" of it."])),
        ("Again, it rained.", "Again it rained!", ([",", "."], ["!"])),
        ("I don’t know.", "I do know.", (["don’t"], ["do"])),
        ("Bad.", "Good.", (["Bad."], ["Good."])),
        ("one, two, three", "uno, dos, tres", (["one, two, three"], ["uno, dos, tres"])),
    ],
)
def test_that_a_word_beside_a_mark_that_differs_is_the_same(before, after, marked):
    found = word_changes(before, after)
    assert tuple([words for words, differs in pieces if differs] for pieces in found) == marked


def test_that_nothing_is_marked_in_a_very_long_text():
    long = "word " * (MOST_WORDS + 1)
    assert word_changes(long, "word") == (((long, False),), (("word", False),))
