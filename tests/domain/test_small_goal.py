"""One small thing for the day."""

import datetime as dt

import pytest

from resilience_desktop.domain.small_goal import SmallGoal

DAY = dt.date(2026, 11, 22)
NEXT = DAY + dt.timedelta(days=1)


def test_that_a_goal_has_words():
    with pytest.raises(ValueError, match="has words"):
        SmallGoal(" ", DAY)


def test_that_a_goal_is_there_every_day_until_it_is_done():
    goal = SmallGoal("Open one letter", DAY)
    assert goal.is_shown_on(DAY)
    assert goal.is_shown_on(DAY + dt.timedelta(days=400))


def test_that_a_goal_that_is_done_is_there_for_the_rest_of_that_day():
    goal = SmallGoal("Open one letter", DAY, done=NEXT)
    assert goal.is_shown_on(NEXT)
    assert not goal.is_shown_on(DAY)
    assert not goal.is_shown_on(NEXT + dt.timedelta(days=1))
