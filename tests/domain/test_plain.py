import datetime as dt
import json

import pytest
from hypothesis import given

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.plain import (
    entry_from_plain,
    entry_to_plain,
    moment_from_plain,
    moment_to_plain,
)
from resilience_desktop.domain.record_plain import record_from_plain, record_to_plain
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    ThoughtRecord,
)
from tests.strategies import entries, moments, thought_records


def through_json(plain):
    return json.loads(json.dumps(plain))


@given(entries())
def test_that_every_entry_comes_back_from_json(entry):
    assert entry_from_plain(through_json(entry_to_plain(entry))) == entry


@given(thought_records())
def test_that_every_thought_record_comes_back_from_json(record):
    assert record_from_plain(through_json(record_to_plain(record))) == record


@given(moments())
def test_that_every_moment_comes_back_and_spells_out_the_wall_clock(moment):
    plain = through_json(moment_to_plain(moment))
    assert moment_from_plain(plain) == moment
    assert dt.datetime.fromisoformat(plain["local"]) == moment.wall


def test_that_the_wall_clock_in_a_file_is_for_readers_only(noon):
    plain = {**moment_to_plain(noon), "local": "1999-01-01T00:00:00"}
    assert moment_from_plain(plain) == noon


def test_that_an_instant_written_with_another_offset_is_the_same_instant():
    plain = {"utc": "2026-11-19T13:00:00+01:00", "zone": "Europe/London", "offset": 0}
    assert moment_from_plain(plain).utc == dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC)


def test_that_the_present_moment_is_now_on_the_wall():
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    moment = Moment.now("Asia/Kathmandu")
    assert before <= moment.utc <= dt.datetime.now(dt.UTC)
    assert moment.offset == 5 * 3600 + 45 * 60


@pytest.mark.parametrize(
    "change",
    [
        {"id": None},
        {"at": None},
        {"at": []},
        {"at": {"utc": "2026-11-19T12:00:00", "zone": "UTC", "offset": 0}},
        {"at": {"utc": "0001-01-01T00:00:00+10:00", "zone": "UTC", "offset": 0}},
        {"at": {"utc": "yesterday CANARY", "zone": "UTC", "offset": 0}},
        {"at": {"utc": "2026-11-19T12:00:00Z", "zone": "UTC", "offset": True}},
        {"at": {"utc": "2026-11-19T12:00:00Z", "zone": "UTC", "offset": 1.5}},
        {"at": {"utc": "2026-11-19T12:00:00Z", "zone": 5, "offset": 0}},
        {"mood": 2.5},
        {"mood": True},
        {"mood": 6},
        {"energy": "3"},
        {"feelings": "CANARY"},
        {"feelings": ["CANARY"]},
        {"feelings": [{"word": " ", "intensity": None}]},
        {"feelings": [{"word": "CANARY", "intensity": 101}]},
        {"tags": None},
        {"tags": ["CANARY", 5]},
        {"note": 7},
        {"sleep_hours": True},
        {"sleep_hours": "CANARY"},
        {"sleep_hours": 25},
        {"frame": "someday"},
        {"source": None},
    ],
)
def test_that_an_entry_that_is_not_as_written_is_refused_without_its_words(noon, change):
    plain = entry_to_plain(Entry(at=noon, note="CANARY", mood=1)) | change
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (which one it is does not matter)
        entry_from_plain(plain)
    if "utc" not in str(change):  # the standard library repeats a date that is none
        assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        {"finished": 1},
        {"finished": None},
        {"step": "nowhere"},
        {"balanced_belief": 101},
        {"thoughts": [{"text": "x", "belief_before": None, "belief_after": None}]},
        {"thoughts": {}},
        {"patterns": [{"pattern": 3, "main": False}]},
        {"patterns": [{"pattern": "labeling", "main": True}] * 2},
        {"feelings": [{"word": "sad", "before": -1, "after": None}]},
        {"begun": "CANARY"},
        {"begun": 5},
        {"begun": "2026-11-22T12:00:00"},
        {"form": None},
        {"steps": []},
        {"steps": "thought"},
        {"steps": ["thought", "thought"]},
        {"steps": ["of a newer version"]},
        {"triggers": [{"word": " ", "kind": None}]},
        {"tags": "work"},
        {"sensations": None},
        {"thoughts": [{"text": "x", "belief_before": None, "belief_after": None, "hot": 0}]},
        {"arrow": ["x"] * 6},
        {"arrow": [None]},
        {"label": None},
        {"patterns": [{"pattern": "labeling", "main": False, "hinted": None}]},
        {"settled": "declined"},
        {"settled": {"choice": "shouting"}},
        {"settled": {"choice": "breathing", "seconds": -1}},
        {"settled": {"choice": "breathing", "at": "nowhere"}},
        {"evidence_for": "x"},
        {"checks": ["perfect"]},
        {"helpful": 11},
        {"helpful": True},
        {"prediction": None},
        {"prediction": {"expected": "x"}},
        {"next_step_on": "tomorrow"},
        {"revisit_on": 20261122},
        {"revisited": None},
        {"share": None},
        {"share": "everything"},
        {"sealed": "yes"},
    ],
)
def test_that_a_thought_record_that_is_not_as_written_is_refused(noon, change):
    record = ThoughtRecord(
        at=noon,
        situation="The meeting",
        feelings=(RatedFeeling("sad", 50),),
        thoughts=(AutomaticThought("They saw", 80, hot=True),),
        patterns=(ChosenPattern("labeling", main=True),),
    )
    with pytest.raises(ValueError):  # noqa: PT011  (which one it is does not matter)
        record_from_plain(record_to_plain(record) | change)


def test_that_a_day_or_time_that_is_none_is_not_repeated(noon):
    plain = record_to_plain(ThoughtRecord(at=noon))
    for name in ("begun", "next_step_on", "revisit_on"):
        with pytest.raises(ValueError, match=name) as caught:
            record_from_plain(plain | {name: "CANARY"})
        assert "CANARY" not in str(caught.value)
        assert caught.value.__cause__ is None


SINCE_THE_FIRST_RELEASE = ("id", "at", "situation", "feelings", "thoughts", "patterns")
SINCE_THE_FIRST_RELEASE += ("balanced_thought", "balanced_belief", "step", "finished")


def test_that_a_record_of_the_first_release_is_one_of_five_parts(noon):
    record = ThoughtRecord(
        at=noon,
        situation="The meeting",
        thoughts=(AutomaticThought("They saw", 80, hot=True),),
        patterns=(ChosenPattern("labeling", main=True),),
        finished=True,
    )
    plain = record_to_plain(record)
    plain = {name: plain[name] for name in SINCE_THE_FIRST_RELEASE}
    del plain["thoughts"][0]["kind"], plain["patterns"][0]["hinted"]
    assert record_from_plain(plain) == record
    for name in SINCE_THE_FIRST_RELEASE:
        if name != "balanced_belief":  # which may be nothing
            with pytest.raises(ValueError):  # noqa: PT011  (which one it is does not matter)
                record_from_plain({k: v for k, v in plain.items() if k != name})


@pytest.mark.parametrize("value", [None, [], "CANARY", 3])
def test_that_something_else_is_no_entry_and_no_record(value):
    for read in (entry_from_plain, record_from_plain, moment_from_plain):
        with pytest.raises(ValueError, match="group of named values"):
            read(value)
