"""Which uses of a skill are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resilience_desktop.domain.practice import FALSE_START_S, Practice, Rating
from resilience_desktop.services import clock

START = Practice(skill="grounding", at=clock.now(), seconds=FALSE_START_S - 1, stopped=True)


def test_that_a_false_start_is_no_use():
    assert not START.is_a_use
    assert not replace(START, note=" ").is_a_use


@pytest.mark.parametrize(
    "more",
    [
        {"seconds": FALSE_START_S},
        {"stopped": False},
        {"before": 0},
        {"after": 0},
        {"note": "Windy."},
        {"answers": (("see", "The lamp"),)},
        {"wave": (Rating(2, 0),)},
    ],
)
def test_that_what_lasted_ended_or_said_something_is_one(more):
    assert replace(START, **more).is_a_use
