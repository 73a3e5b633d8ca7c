"""What an entry may say besides mood, feelings and a note."""

import dataclasses

import pytest
from hypothesis import given

from resilience_desktop.domain.details import (
    Basic,
    Picture,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.plain import entry_from_plain, entry_to_plain
from resilience_desktop.domain.tag import tidy
from tests.strategies import entries, texts

LATER_PARTS = (
    "sleep_quality",
    "sensations",
    "triggers",
    "basics",
    "scales",
    "went_well",
    "pictures",
    "starred",
    "sealed",
)
"""What an entry of the first release did not say."""


@pytest.mark.parametrize("make", [Sensation, Trigger, lambda word: Basic(word, done=True)])
@pytest.mark.parametrize("word", ["", " \t"])
def test_that_what_is_named_has_a_name(make, word):
    assert make("x")
    with pytest.raises(ValueError, match="has a name"):
        make(word)


@pytest.mark.parametrize("strength", [-1, 101])
def test_that_a_sensation_is_rated_from_0_to_100(strength):
    assert Sensation("heavy legs", "legs_feet", 100).intensity == 100
    with pytest.raises(ValueError, match="0 and 100"):
        Sensation("heavy legs", "legs_feet", strength)


@pytest.mark.parametrize("quality", [0, 6])
def test_that_sleep_is_between_very_bad_and_very_good(noon, quality):
    with pytest.raises(ValueError, match="between 1 and 5"):
        Entry(at=noon, sleep_quality=quality)


@pytest.mark.parametrize(
    "said",
    [
        {"sleep_quality": 1},
        {"sensations": (Sensation("hot"),)},
        {"triggers": (Trigger("rent", TriggerKind.STRESS),)},
        {"basics": (Basic("water", done=False), Basic("meals", done=True))},
        {"scales": (ScaleValue("pain", 0),)},
        {"pictures": (Picture("one"),)},
        {"went_well": "Rang Mum"},
    ],
)
def test_that_an_entry_with_any_of_these_is_not_empty(noon, said):
    assert not Entry(at=noon, **said).is_empty


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"basics": (Basic("water", done=False),)},
        {"went_well": " \n"},
        {"starred": True},
        {"sealed": True},
    ],
)
def test_that_a_list_without_a_tick_or_a_mark_alone_says_nothing(noon, said):
    assert Entry(at=noon, **said).is_empty


@given(entries())
def test_that_an_entry_written_before_there_were_these_can_be_read(entry):
    plain = entry_to_plain(entry)
    for part in LATER_PARTS:
        del plain[part]
    usual = {f.name: f.default for f in dataclasses.fields(Entry) if f.name in LATER_PARTS}
    assert len(usual) == len(LATER_PARTS)
    assert entry_from_plain(plain) == dataclasses.replace(entry, **usual)


@pytest.mark.parametrize(
    "change",
    [
        {"sensations": [{"word": "CANARY"}]},
        {"sensations": [{"word": "CANARY", "region": "", "intensity": 200}]},
        {"triggers": [{"word": "CANARY", "kind": "weather CANARY"[:7]}]},
        {"triggers": [{"word": "CANARY", "kind": 3}]},
        {"basics": [{"name": "CANARY", "done": 1}]},
        {"scales": [{"scale": "CANARY", "value": 1.5}]},
        {"pictures": [{"id": "CANARY"}]},
        {"went_well": None},
        {"starred": 0},
        {"sealed": "CANARY"},
        {"sleep_quality": 9},
    ],
)
def test_that_parts_that_are_not_as_written_are_refused_without_their_words(noon, change):
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (which one it is does not matter)
        entry_from_plain(entry_to_plain(Entry(at=noon)) | change)
    assert "CANARY" not in str(caught.value)


@given(texts)
def test_that_a_tag_is_kept_without_space_around_it_and_one_between_words(written):
    tag = tidy(written)
    assert tag == tidy(tag) == tag.strip()
    assert tag.split() == written.split()
    assert not set("\t\n\r") & set(tag)
    assert "  " not in tag
