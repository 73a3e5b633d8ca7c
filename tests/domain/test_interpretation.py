"""A line may read like an interpretation: the words are really there, and what was said is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop import content
from resilience_desktop.domain.interpretation import signs_of_reading

CUES = ("always", "must", "he thinks", "I'm sure")
PLAIN = ["the", "bus", "came", "at nine", "mustard", "hallways", "thinks", "he", "é"]
plain_lines = st.lists(st.sampled_from(PLAIN)).map(", ".join)
cues = st.sampled_from(CUES)
marks = st.sampled_from(['""', "“”", "«»", "„“", "„”"])


@given(st.text())
def test_that_the_words_that_are_named_stand_in_the_line(line):
    found = signs_of_reading(line, content.interpretation_cues())
    flat = " ".join(line.split())
    assert all(word in flat for word in found)
    assert len({word.casefold() for word in found}) == len(found)


@given(plain_lines)
def test_that_a_line_without_such_words_is_left_alone(line):
    assert signs_of_reading(line, CUES) == ()


@given(plain_lines, cues, plain_lines)
def test_that_each_word_is_found_wherever_it_stands(before, cue, after):
    for written in (cue, cue.upper(), cue.replace("'", "’"), cue.replace(" ", "  ")):
        (found,) = signs_of_reading(f"{before}, {written}, {after}", CUES)
        assert found.casefold().replace("’", "'") == cue.casefold()


@given(plain_lines, cues, marks, plain_lines)
def test_that_what_somebody_said_is_a_fact(before, cue, marks, after):
    line = f"{before} said {marks[0]}it is {cue} so{marks[1]}, {after}"
    assert signs_of_reading(line, CUES) == ()
    assert signs_of_reading(f"{cue}, {line}", CUES) == (cue,)


@pytest.mark.parametrize("sign", ['"', "“", "«", "„", "„“", "must "])
def test_that_a_very_long_line_is_looked_through_at_once(sign):
    begun = time.process_time()
    signs_of_reading(sign * 60_000, content.interpretation_cues())
    assert time.process_time() - begun < 5  # far more if it took the square of the length


@given(st.text())
def test_that_nothing_is_found_without_words_to_look_for(line):
    assert signs_of_reading(line, ()) == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("She looked at her phone twice.", ()),
        ("I lost my thread for about ten seconds.", ()),
        ("He said “you never listen” and left.", ()),
        ("Obviously he thinks I am slow.", ("Obviously", "he thinks")),
        ("They don't care.", ("They don't care",)),
        ("I feel that it was my fault", ("I feel that",)),
    ],
)
def test_that_the_words_of_the_app_tell_readings_from_facts(line, words):
    assert signs_of_reading(line, content.interpretation_cues()) == words
