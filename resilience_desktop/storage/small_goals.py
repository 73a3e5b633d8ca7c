"""The small goals in the file."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.storage.repository import Repository


class SmallGoals(Repository):
    """Repository of the small goals."""

    def put(self, goal: SmallGoal) -> None:
        """Write a goal, new or changed."""
        self.db.execute(
            "INSERT INTO small_goals (id, words, begun, done) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET words = excluded.words, begun = excluded.begun, "
            "done = excluded.done",
            [
                goal.id,
                goal.words,
                goal.begun.isoformat(),
                goal.done and goal.done.isoformat(),
            ],
        )

    def drop(self, id_: str) -> None:
        """Forget a goal."""
        self.db.execute("DELETE FROM small_goals WHERE id = ?", [id_])

    def all(self) -> list[SmallGoal]:
        """Return every goal, in the order they were begun."""
        rows = self.db.execute("SELECT words, begun, done, id FROM small_goals ORDER BY begun, id")
        return [
            SmallGoal(
                words,
                dt.date.fromisoformat(begun),
                dt.date.fromisoformat(done) if done else None,
                id_,
            )
            for words, begun, done, id_ in rows.fetchall()
        ]

    def shown_on(self, day: dt.date) -> SmallGoal | None:
        """Return the goal that is there on a day: the newest that is not done, or was that day."""
        shown = [goal for goal in self.all() if goal.is_shown_on(day)]
        waiting = [goal for goal in shown if goal.done is None]
        newest = (waiting or shown)[-1:]
        return newest[0] if newest else None
