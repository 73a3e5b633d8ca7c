"""One small thing for the day: kept until it is done, and never counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.changes import Changes
from resilience_desktop.services.book import Book

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.small_goal import SmallGoal


class GoalBook(Book):
    """The small goals of an open journal."""

    def of(self, day: dt.date) -> SmallGoal | None:
        """Return the goal that is there on a day, done or not, or None."""
        with self.store.reading():
            return self.store.small_goals.shown_on(day)

    def keep(self, goal: SmallGoal) -> Changes:
        """Keep a goal, new or changed. It takes the place of any other that is not done."""
        with self.store.writing():
            for other in self.store.small_goals.all():
                if other.done is None and other.id != goal.id:
                    self.store.small_goals.drop(other.id)
            self.store.small_goals.put(goal)
        return Changes(goals=True)

    def finish(self, goal: SmallGoal, day: dt.date | None) -> Changes:
        """Note on which day a goal was done; None takes that back."""
        with self.store.writing():
            self.store.small_goals.put(replace(goal, done=day))
        return Changes(goals=True)

    def let_go(self, goal: SmallGoal) -> Changes:
        """Forget a goal."""
        with self.store.writing():
            self.store.small_goals.drop(goal.id)
        return Changes(goals=True)

    def done(self) -> list[SmallGoal]:
        """Return the goals that were done, oldest first."""
        with self.store.reading():
            return [goal for goal in self.store.small_goals.all() if goal.done]
