import dataclasses
import datetime as dt

import pytest
from hypothesis import given

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.revision import Difference, differences, is_worth_keeping
from resilience_desktop.domain.thought_record import Share, ThoughtRecord
from tests.strategies import entries, thought_records

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def test_that_what_was_kept_on_purpose_is_worth_keeping_at_once():
    assert is_worth_keeping(NOW, NOW, settled=True)


def test_that_what_was_saved_while_typing_is_worth_keeping_every_ten_minutes():
    for minutes, worth in ((0, False), (9, False), (10, True), (-9, False), (-600, True)):
        later = NOW + dt.timedelta(minutes=minutes)
        assert is_worth_keeping(NOW, later, settled=False) is worth, minutes


def test_that_differences_name_the_parts_with_what_was_and_what_is(noon):
    before = Entry(at=noon, mood=-2, note="Walked", feelings=(Feeling("sad", 50),))
    after = dataclasses.replace(before, mood=1, feelings=(Feeling("sad", 20),))
    assert differences(before, after) == (
        Difference("mood", -2, 1),
        Difference("feelings", (Feeling("sad", 50),), (Feeling("sad", 20),)),
    )


def test_that_where_a_record_was_left_is_no_difference(noon):
    before = ThoughtRecord(at=noon, situation="Meeting")
    assert differences(before, dataclasses.replace(before, step=Step.BALANCED)) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"begun": NOW},
        {"form": "seven"},
        {"steps": (Step.THOUGHT, Step.LABEL)},
        {"share": Share.FULL},
        {"turned_down": ("labeling",)},
        {"revisited": True},
        {"sealed": True},
        {"starred": True},
    ],
)
def test_that_what_nobody_wrote_is_no_difference(noon, change):
    before = ThoughtRecord(at=noon, situation="Meeting")
    assert differences(before, dataclasses.replace(before, **change)) == ()


def test_that_two_kinds_cannot_be_compared(noon):
    with pytest.raises(TypeError):
        differences(Entry(at=noon), ThoughtRecord(at=noon))


@given(entries(), entries())
def test_that_putting_the_differences_in_gives_the_other_entry(before, after):
    changed = {found.part: found.after for found in differences(before, after)}
    marks = {name: getattr(after, name) for name in ("id", "starred", "sealed", "never_share")}
    assert dataclasses.replace(before, **marks, **changed) == after


@given(thought_records(), thought_records())
def test_that_the_same_holds_for_records_and_backwards(before, after):
    changed = {found.part: found.before for found in differences(before, after)}
    unwritten = ("id", "begun", "form", "steps", "step", "share", "revisited", "starred", "sealed")
    marks = {name: getattr(before, name) for name in (*unwritten, "turned_down")}
    assert dataclasses.replace(after, **marks, **changed) == before


def test_that_no_words_show_in_a_repr(noon):
    before, after = Entry(at=noon, note="CANARY"), Entry(at=noon, note="CANARY 2")
    assert "CANARY" not in repr(differences(before, after))
