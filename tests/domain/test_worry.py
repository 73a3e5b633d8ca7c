"""Which worries come up in an appointment."""

from __future__ import annotations

import datetime as dt

import pytest

from resilience_desktop.domain.worry import Outcome, Worry

TODAY = dt.date(2026, 11, 22)
BEFORE = TODAY - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("outcome", "looked_at", "comes_up"),
    [
        (Outcome.WAITS, None, True),
        (Outcome.STANDS, BEFORE, True),
        (Outcome.STANDS, TODAY, False),
        (Outcome.GONE, BEFORE, False),
        (Outcome.ACTED, BEFORE, False),
    ],
)
def test_that_what_was_let_stand_comes_up_again_on_another_day(outcome, looked_at, comes_up):
    worry = Worry("The rent", BEFORE, outcome, looked_at=looked_at)
    assert worry.comes_up_on(TODAY) is comes_up


def test_that_a_worry_has_words():
    with pytest.raises(ValueError, match="words"):
        Worry("  ", TODAY)
