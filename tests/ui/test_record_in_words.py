"""Every part of a thought record in words: to compare versions, and to be read elsewhere."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from resilience_desktop.domain.thought_record import (
    Check,
    Prediction,
    Settled,
    Settling,
    ThoughtRecord,
)
from resilience_desktop.ui.dialogs.parts_in_words import (
    check_in_words,
    in_words,
    part_in_words,
    part_name,
    settled_in_words,
    shown_differences,
)

from .full_record import full_record
from .samples import moment

FULL = full_record(not_ready=True)
BARE = ThoughtRecord(at=FULL.at, id=FULL.id)
UNSEEN = {"begun", "form", "steps", "step", "share", "revisited", "starred", "sealed", "id", "at"}
UNSEEN |= {"turned_down"}


def test_that_every_part_that_differs_has_a_name_and_words():
    found = {difference.part: difference for difference in shown_differences(BARE, FULL)}
    assert set(found) == {field.name for field in fields(FULL)} - UNSEEN
    for part, difference in found.items():
        assert part_name(part)
        assert part_in_words(part, difference.after)
        assert part_in_words(part, difference.before) in ("", "Not yet")


def test_that_a_whole_record_can_be_read_elsewhere():
    read = in_words(FULL)
    for words in (
        FULL.situation,
        "A room of faces. (60) · a picture",
        "They all saw it. (85, later 40)",
        *FULL.arrow,
        FULL.label,
        FULL.did,
        FULL.chose,
        *FULL.evidence_for,
        *FULL.evidence_against,
        FULL.friend,
        FULL.distance,
        FULL.kindness,
        "7 of 10",
        "Expected: They will mention it.\nHow likely it seemed: 80 of 100",
        "Happened: Nobody did.",
        "Learned: It fades fast.",
        FULL.next_step,
        FULL.turned_out,
    ):
        assert words in read


def test_that_parts_that_are_empty_are_left_out():
    read = in_words(ThoughtRecord(at=moment(), situation="Only this."))
    assert read.count("\n\n") == 1
    assert "Prediction" not in read


@pytest.mark.parametrize(
    ("prediction", "said"),
    [
        (Prediction("Rain."), "Expected: Rain."),
        (Prediction(happened="Sun."), "Happened: Sun."),
        (Prediction(learned="Look up."), "Learned: Look up."),
        (Prediction(likely=40), "How likely it seemed: 40 of 100"),
    ],
)
def test_that_half_a_prediction_is_said_as_it_is(prediction, said):
    assert part_in_words("prediction", prediction) == said


def test_that_every_choice_has_words():
    assert len({settled_in_words(Settling(choice)) for choice in Settled}) == len(Settled)
    assert len({check_in_words(check) for check in Check}) == len(Check)


def test_that_what_is_only_a_wish_for_reports_is_no_difference_to_see():
    assert shown_differences(FULL, replace(FULL, share="full", revisited=True)) == []


@pytest.mark.parametrize(
    ("choice", "seconds", "said"),
    [
        (Settled.BREATHING, 0, "You began slow breathing."),
        (Settled.BREATHING, 5, "You began slow breathing."),
        (Settled.BREATHING, 59, "You began slow breathing."),
        (Settled.BREATHING, 60, "You breathed slowly for about a minute."),
        (Settled.BREATHING, 119, "You breathed slowly for about a minute."),
        (Settled.BREATHING, 120, "You breathed slowly for 2 minutes."),
        (Settled.GROUNDING, 59, "You began the 5-4-3-2-1 steps."),
        (Settled.GROUNDING, 61, "You took about a minute for the 5-4-3-2-1 steps."),
        (Settled.GROUNDING, 200, "You took 3 minutes for the 5-4-3-2-1 steps."),
        (Settled.DECLINED, None, "You went straight on."),
    ],
)
def test_that_settling_is_said_with_the_time_it_took_and_no_more(choice, seconds, said):
    assert settled_in_words(Settling(choice, seconds)) == said
