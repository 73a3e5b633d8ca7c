"""One small thing for the day."""

import dataclasses
import datetime as dt

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.services.contents import Contents

DAY = dt.date(2026, 11, 22)
GOALS = Changes(goals=True)


def later(days):
    return DAY + dt.timedelta(days=days)


def test_that_a_goal_is_there_silently_until_it_is_done(journal):
    assert journal.goals.of(DAY) is None
    goal = SmallGoal("Open one letter", DAY)
    assert journal.goals.keep(goal) == GOALS
    for days in (0, 1, 300):
        assert journal.goals.of(later(days)) == goal
    assert journal.goals.finish(goal, later(3)) == GOALS
    done = dataclasses.replace(goal, done=later(3))
    assert journal.goals.of(later(3)) == done
    assert journal.goals.of(later(4)) is None
    assert journal.goals.done() == [done]


def test_that_one_goal_takes_the_place_of_another_that_was_not_done(journal):
    first, second = SmallGoal("Letter", DAY), SmallGoal("Window", later(1))
    journal.goals.keep(first)
    journal.goals.keep(second)
    assert journal.goals.of(later(1)) == second
    journal.goals.let_go(second)
    assert journal.goals.of(later(1)) is None
    assert journal.contents().goals == ()


def test_that_a_goal_can_be_put_in_other_words(journal):
    goal = SmallGoal("Leter", DAY)
    journal.goals.keep(goal)
    better = dataclasses.replace(goal, words="Letter")
    journal.goals.keep(better)
    assert journal.goals.of(DAY) == better


def test_that_a_new_goal_comes_before_one_that_was_done_the_same_day(journal):
    first, second = SmallGoal("Letter", DAY), SmallGoal("Window", DAY)
    journal.goals.keep(first)
    journal.goals.finish(first, DAY)
    assert journal.goals.of(DAY).done
    journal.goals.keep(second)
    assert journal.goals.of(DAY) == second
    assert [goal.words for goal in journal.goals.done()] == ["Letter"]


def test_that_taking_back_that_one_is_done_costs_no_other(journal):
    first, second = SmallGoal("Letter", DAY), SmallGoal("Window", later(1))
    journal.goals.keep(first)
    journal.goals.finish(first, DAY)
    journal.goals.keep(second)
    journal.goals.finish(first, None)
    assert set(journal.contents().goals) == {first, second}
    assert journal.goals.of(later(1)) == second
    journal.goals.finish(second, later(1))
    assert journal.goals.of(later(2)) == first
    assert journal.goals.let_go(first) == GOALS


def test_that_goals_come_along_each_once(journal):
    goals = (SmallGoal("Letter", DAY, later(1)), SmallGoal("Window", later(1)))
    assert journal.add(Contents(goals=goals)).goals == goals
    assert journal.add(Contents(goals=goals)).goals == ()
    assert journal.contents().goals == goals
