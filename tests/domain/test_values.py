import dataclasses
import importlib
import pkgutil
from uuid import UUID

import pytest

import resilience_desktop.domain
from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.ids import new_id, new_ids
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)

SAFE_WORDS = {"zone", "id", "kind", "format", "times", "seed", "steps"}
SAFE_WORDS |= {"skill"}  # the id of one
SAFE_WORDS |= {"months", "weekdays", "today", "yesterday"}  # of the calendar
"""Text fields that never hold a person's words."""


def all_dataclasses():
    for info in pkgutil.iter_modules(resilience_desktop.domain.__path__):
        module = importlib.import_module(f"resilience_desktop.domain.{info.name}")
        for value in vars(module).values():
            if dataclasses.is_dataclass(value) and value.__module__ == module.__name__:
                yield value


@pytest.mark.parametrize("cls", list(all_dataclasses()), ids=lambda cls: cls.__name__)
def test_that_no_repr_shows_a_persons_words(cls):
    shown = {
        f.name
        for f in dataclasses.fields(cls)
        if f.repr and ("str" in str(f.type) or "tuple" in str(f.type))
    }
    assert shown <= SAFE_WORDS


def test_that_a_log_line_shows_neither_words_nor_numbers(noon):
    entry = Entry(at=noon, mood=-4, note="by the river", feelings=(Feeling("sad", 80),))
    assert "river" not in repr(entry)
    assert "sad" not in repr(entry)
    assert "mood" not in repr(entry)  # nor its number; an id may hold any digits


@pytest.mark.parametrize("value", [-6, 6])
def test_that_a_mood_off_the_scale_is_refused(noon, value):
    with pytest.raises(ValueError, match="between -5 and 5"):
        Entry(at=noon, mood=value)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Feeling("  "),
        lambda: Feeling("sad", 101),
        lambda: RatedFeeling(""),
        lambda: RatedFeeling("sad", before=-1),
        lambda: AutomaticThought("x", belief_after=101),
    ],
)
def test_that_a_rating_or_word_out_of_range_is_refused(make):
    with pytest.raises(ValueError, match=r"word|0 and 100"):
        make()


def test_that_sleep_lies_within_a_day(noon):
    with pytest.raises(ValueError, match="24 hours"):
        Entry(at=noon, sleep_hours=25)


def test_that_an_entry_with_only_a_time_is_empty(noon):
    assert Entry(at=noon, note="  \n").is_empty
    assert not Entry(at=noon, mood=0).is_empty
    assert not Entry(at=noon, tags=("walk",)).is_empty


def test_that_the_thought_to_work_with_is_the_hot_one_else_the_first(noon):
    first, hot = AutomaticThought("first"), AutomaticThought("hot", hot=True)
    assert ThoughtRecord(at=noon, thoughts=(first, hot)).hot_thought is hot
    assert ThoughtRecord(at=noon, thoughts=(AutomaticThought(" "), first)).hot_thought is first
    assert ThoughtRecord(at=noon).hot_thought is None


def test_that_a_record_knows_whether_it_is_empty_and_rated_again(noon):
    assert ThoughtRecord(at=noon).is_empty
    assert not ThoughtRecord(at=noon, balanced_thought="fair").is_empty
    assert not ThoughtRecord(at=noon, feelings=(RatedFeeling("sad", 50),)).is_rated_again
    assert ThoughtRecord(at=noon, feelings=(RatedFeeling("sad", 50, 20),)).is_rated_again
    again = ThoughtRecord(at=noon, thoughts=(AutomaticThought("x", 80, 30),))
    assert again.is_rated_again


def test_that_there_is_one_hot_thought_and_one_main_pattern(noon):
    with pytest.raises(ValueError, match="hot"):
        ThoughtRecord(at=noon, thoughts=(AutomaticThought("a", hot=True),) * 2)
    with pytest.raises(ValueError, match="main"):
        ThoughtRecord(at=noon, patterns=(ChosenPattern("labeling", main=True),) * 2)
    with pytest.raises(ValueError, match="0 and 100"):
        ThoughtRecord(at=noon, balanced_belief=120)


def test_that_ids_are_uuids_of_version_7_in_order_of_time(monkeypatch):
    clock = iter([1_000_000_000, 2_000_000_000])
    monkeypatch.setattr("time.time_ns", lambda: next(clock) * 1_000_000)
    first, second = new_id(), new_id()
    assert UUID(first).version == 7
    assert UUID(first).variant == "specified in RFC 4122"
    assert first < second


def test_that_many_ids_made_at_once_are_such_ids_and_all_different():
    ids = list(new_ids(50))
    assert {(UUID(one).version, UUID(one).variant) for one in ids} == {(7, "specified in RFC 4122")}
    assert [str(UUID(one)) for one in ids] == ids
    assert len(set(ids)) == 50
    assert list(new_ids(0)) == []


def test_that_changes_add_up():
    both = Changes(entries=True) | Changes(thought_records=True)
    assert (both.entries, both.thought_records) == (True, True)
    assert both
    assert not Changes()
