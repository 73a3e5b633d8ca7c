"""Filters of the timeline, and those with a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.timeline_filter import (
    SavedFilter,
    TimelineFilter,
    saved_from_plain,
    saved_to_plain,
)
from tests.strategies import json_values, saved_filters

NAMED = saved_to_plain(SavedFilter("Hard days", TimelineFilter(highest_mood=-3)))


def test_that_a_filter_that_says_nothing_is_none():
    assert not TimelineFilter()
    assert TimelineFilter(starred=True)
    assert not TimelineFilter(starred=True).has_mood
    assert TimelineFilter(lowest_mood=-5).has_mood
    assert TimelineFilter(highest_mood=0).has_mood


@pytest.mark.parametrize("mood", [-6, 6])
def test_that_a_mood_off_the_scale_is_refused(mood):
    with pytest.raises(ValueError, match="between -5 and 5"):
        TimelineFilter(lowest_mood=mood)
    with pytest.raises(ValueError, match="between -5 and 5"):
        TimelineFilter(highest_mood=mood)


def test_that_only_what_stands_in_the_timeline_can_be_chosen():
    assert TimelineFilter(kind=Kind.THOUGHT_RECORD)
    with pytest.raises(ValueError, match="timeline"):
        TimelineFilter(kind=Kind.DRAFT)


@given(saved_filters)
def test_that_a_saved_filter_comes_back_from_plain_values(saved):
    assert saved_from_plain(saved_to_plain(saved)) == saved


part = (
    json_values | st.lists(st.text(max_size=2), max_size=2) | st.sampled_from(["entry", "20260101"])
)


@given(json_values | st.fixed_dictionaries({}, optional=dict.fromkeys(NAMED, part)))
def test_that_any_json_is_a_saved_filter_or_none(plain):
    saved = saved_from_plain(plain)
    assert saved is None or saved_from_plain(saved_to_plain(saved)) == saved


@pytest.mark.parametrize(
    "change",
    [
        {"name": None},
        {"words": 3},
        {"first": 20260101},
        {"last": "yesterday"},
        {"lowest_mood": 2.5},
        {"lowest_mood": True},
        {"highest_mood": 9},
        {"tags": "walk"},
        {"feelings": ["sad", 3]},
        {"kind": "draft"},
        {"kind": "weather"},
        {"kind": []},
    ],
)
def test_that_a_saved_filter_that_is_not_as_written_is_none(change):
    assert saved_from_plain(NAMED) == SavedFilter("Hard days", TimelineFilter(highest_mood=-3))
    assert saved_from_plain(NAMED | change) is None


def test_that_parts_that_an_earlier_version_did_not_know_are_as_usual():
    assert saved_from_plain({"name": "All"}) == SavedFilter("All", TimelineFilter())
