"""What goes together when patterns are ticked, and which is the main one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.own_pattern import with_new_name
from resilience_desktop.domain.pattern_choice import PatternChoice
from resilience_desktop.domain.thought_record import ChosenPattern, ThoughtRecord

SPECIAL = ("accurate", "feeling", "unsure")
ALONE = ("accurate", "feeling")
NAMES = st.sampled_from(["a", "b", "c", *SPECIAL])


def choice(*chosen):
    kept = [one if isinstance(one, ChosenPattern) else ChosenPattern(one) for one in chosen]
    return PatternChoice(kept, special=SPECIAL, alone=ALONE)


def ticked(found):
    return {one.pattern for one in found.chosen}


def test_that_the_first_pattern_is_the_main_one_until_another_is_made_it():
    found = choice()
    found.add("unsure")
    found.add("a")
    found.add("b")
    assert (found.main, found.patterns) == ("a", ("a", "b"))
    found.make_main("b")
    assert [one.pattern for one in found.chosen] == ["b", "unsure", "a"]
    found.add("c")
    assert found.main == "b"


def test_that_a_pattern_from_a_question_is_the_main_one_only_as_the_first():
    found = choice()
    found.add("a", hinted=True)
    assert found.chosen == (ChosenPattern("a", main=True, hinted=True),)
    found.add("b", hinted=True)
    assert found.main == "a"
    found.remove("a")
    assert found.main == ""
    found.add("c")
    assert found.main == "c"


def test_that_a_later_question_does_not_become_the_main_one_where_there_was_none():
    found = choice("a", "b")
    found.add("c", hinted=True)
    assert found.main == "a"
    found.remove("a")
    assert found.main == "b"
    found.remove("b")
    assert found.main == ""


def test_that_a_choice_of_none_and_patterns_take_each_others_place():
    found = choice()
    found.add("a")
    found.add("unsure")
    assert found.add("accurate") == ("a",)
    assert ticked(found) == {"accurate", "unsure"}
    assert found.add("feeling") == ("accurate",)
    assert found.add("b") == ("feeling",)
    assert ticked(found) == {"b", "unsure"}
    assert found.main == "b"


def test_that_not_being_sure_goes_with_everything():
    found = choice("accurate", ChosenPattern("a", main=True))
    assert found.add("unsure") == ()
    assert ticked(found) == {"accurate", "a", "unsure"}  # kept as it was


@given(st.lists(st.tuples(NAMES, st.booleans()), max_size=12))
def test_that_whatever_is_ticked_there_is_one_main_pattern_at_most_and_no_clash(steps):
    found = choice()
    for name, hinted in steps:
        if name in found:
            found.remove(name)
        else:
            found.add(name, hinted=hinted)
        chosen = found.chosen
        assert sum(one.main for one in chosen) <= 1
        assert found.main not in SPECIAL
        assert found.main or all(c.hinted for c in chosen if c.pattern in found.patterns)
        alone = ticked(found) & set(ALONE)
        assert len(alone) <= 1
        assert not (alone and found.patterns)


def test_that_a_record_without_a_pattern_is_left_alone_when_that_is_renamed(noon):
    record = ThoughtRecord(at=noon, patterns=(ChosenPattern("mine"),))
    assert with_new_name(record, "other", "third") is record
