"""Words that may bring up a question: really there, whole, and few at once."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.content import thinking_patterns
from resilience_desktop.domain.pattern_hints import (
    ANYTHING,
    MOST_HINTS,
    Hint,
    hints,
    is_bare_feeling,
    marked,
)

CUES = {
    "extremes": ("always", "never", "can't ever"),
    "musts": ("should", "must"),
    "reading": ("they think", "she thinks"),
    "none": (),
}
PIECES = [
    *("always", "NEVER", "never", "Must", "she thinks", "they", "think", "They  think"),
    *("can't", "can’t", "ever", "nevermore", "forever", "she\nthinks", "é", "_", ",", "should."),
    *("not", "cant", "cannot"),
]
thoughts = st.lists(st.sampled_from(PIECES)).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\n", ", "]).map(lambda sign: sign.join(pieces))
)
without = st.sets(st.sampled_from(sorted(CUES)))


def plainly(words):
    return " ".join(words.casefold().replace("’", "'").split())


def spellings(words):
    return {plainly(words).replace("can't", spelled) for spelled in ("can't", "cant", "cannot")}


def is_in(words, thought):
    """Whether words stand in a thought, not denied, with nothing grown on to them."""
    thought = f" {plainly(thought)} "
    return any(is_there(spelled, thought) for spelled in spellings(words))


def is_there(words, thought):
    place = thought.find(words)
    while place > 0:
        before, after = thought[place - 1], thought[place + len(words)]
        denied = thought[:place].endswith((" not ", "n't "))
        if not denied and not any(sign.isalnum() or sign == "_" for sign in (before, after)):
            return True
        place = thought.find(words, place + 1)
    return False


@given(thoughts, without)
def test_that_what_is_asked_about_is_there_and_was_not_turned_down(thought, away):
    found = hints(thought, CUES, away)
    fitting = {
        pattern
        for pattern, words in CUES.items()
        if pattern not in away and any(is_in(word, thought) for word in words)
    }
    assert {hint.pattern for hint in found} <= fitting
    assert len(found) == len({hint.pattern for hint in found}) == min(MOST_HINTS, len(fitting))
    for hint in found:
        said = [plainly(word) for word in hint.words]
        assert set(said) <= {spelled for cue in CUES[hint.pattern] for spelled in spellings(cue)}
        assert len(said) == len(set(said)) > 0
        assert all(word in " ".join(thought.split()) for word in hint.words)
    numbers = [len(hint.words) for hint in found]
    assert numbers == sorted(numbers, reverse=True)


def test_that_words_are_shown_as_they_were_written_in_their_order_and_once():
    thought = "NEVER. I can’t\never say so; always, never, Always, can't ever"
    assert hints(thought, CUES) == (Hint("extremes", ("NEVER", "can’t ever", "always")),)
    assert hints("I must. They\u00a0think so, she  Thinks so.", CUES) == (
        Hint("reading", ("They think", "she Thinks")),
        Hint("musts", ("must",)),
    )


def test_that_a_longer_cue_goes_before_a_shorter_one_in_it():
    assert hints("I always fail", {"a": ("always", "always fail")})[0].words == ("always fail",)


def test_that_of_as_many_words_those_first_in_the_library_are_asked_about():
    thought = "They think I should never"
    assert [hint.pattern for hint in hints(thought, CUES)] == ["extremes", "musts"]
    assert [hint.pattern for hint in hints(thought, CUES, ["musts"])] == ["extremes", "reading"]
    assert hints("", CUES) == hints(thought, {}) == ()


def test_that_a_very_long_thought_is_looked_through_at_once():
    cues = {pattern.id: pattern.cues for pattern in thinking_patterns()}
    assert any(cues.values())
    pieces = ("never ", "n", " ", "I ", "can’t'", "not ", "if I ", "so very ", "it is, ")
    long = [(piece * 60_000)[:60_000] for piece in pieces]
    begun = time.perf_counter()
    for thought in long:
        hints(thought, cues)
        hints(thought, CUES)
        is_bare_feeling(thought, ("sad", "on edge"))
        is_bare_feeling("I am " + "sad and " * 10_000, ("sad", "on edge"))
    assert time.perf_counter() - begun < 10  # far more if it took the square of the length


def test_that_every_cue_of_the_app_finds_its_own_pattern_and_no_other_sense_of_case():
    for pattern in thinking_patterns():
        for cue in pattern.cues:
            said = cue.replace(ANYTHING, "a few words, and")
            for written in (said, said.upper(), said.replace("'", "’"), f"“{said},” she said"):
                (found,) = hints(written, {pattern.id: pattern.cues})
                assert any(plainly(word) in plainly(written) for word in found.words), cue
                assert hints(written, {pattern.id: (cue,)})
            assert not hints(f"x{said}", {pattern.id: (cue,)})
            assert not hints(f"not {said}", {pattern.id: (cue,)})
            assert not hints(f"isn’t the {said}", {pattern.id: (cue,)})


@pytest.mark.parametrize(
    ("cue", "written"),
    [
        ("i'm late", ("I am late", "im late", "I’M LATE", "i  am\nlate")),
        ("they're all", ("they are all", "theyre all")),
        ("it's bad", ("It is bad", "its bad")),
        ("i'll fail", ("I will fail", "Ill fail")),
        ("can't win", ("cannot win", "can not win", "cant win")),
        ("won't win", ("will not win", "wont win")),
        ("isn't good", ("is not good", "isnt good")),
        ("if ... one slip", ("If there is even one slip", "if one slip", "if, then, one slip")),
        ("d'accord", ("d’accord", "daccord")),
    ],
)
def test_that_a_cue_is_found_however_it_is_written(cue, written):
    for thought in written:
        assert hints(thought, {"a": (cue,)}), thought


def test_that_a_few_words_are_few_and_in_one_sentence():
    cues = {"a": ("if ... slip",)}
    assert hints("if " + "so " * 8 + "slip", cues)
    assert not hints("if " + "so " * 9 + "slip", cues)
    assert not hints("If so. They slip", cues)


WORDS = ("must be", "be", "Mara’s", "a.b", "(x")


@given(
    st.lists(st.sampled_from([*WORDS, " ", "\n", "x", "must  be"])).map("".join),
    st.sets(st.sampled_from([*WORDS, "", " "])),
)
def test_that_marking_changes_no_sign_and_marks_only_the_words(thought, words):
    pieces = marked(thought, words)
    assert "".join(piece for piece, _ in pieces) == thought
    for piece, mark in pieces:
        assert not mark or " ".join(piece.split()) in words
    marks = [mark for _, mark in pieces]
    assert all(before is not after for before, after in itertools.pairwise(marks))


def test_that_the_words_of_a_hint_are_marked_where_they_stand():
    thought = "She  thinks so, and they Think so"
    (hint, *_) = hints(thought, {"reading": ("she thinks", "they think")})
    pieces = marked(thought, hint.words)
    assert pieces == [
        ("She  thinks", True),
        (" so, and ", False),
        ("they Think", True),
        (" so", False),
    ]
    assert marked("", ["a"]) == [("", False)]


def test_that_a_feeling_can_have_its_words_around_it():
    for thought in (
        "sad",
        "I am so sad today.",
        "I'm sad, tired and at ease",
        "i feel a bit on edge!",
    ):
        assert is_bare_feeling(thought, ("sad", "tired", "at ease", "on edge"))
    for thought in ("", "I am", "sadly", "I am sad that", "sad dog", "so", "I am blue"):
        assert not is_bare_feeling(thought, ("sad",))


def test_that_no_repr_shows_a_pattern_or_words():
    assert "CANARY" not in repr(Hint("CANARY", ("CANARY",)))
