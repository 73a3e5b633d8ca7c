"""The days on which the journal was used: the only clock of the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    import datetime as dt


_REMEMBERED = 400


class DaysOfUse(Repository):
    """Repository of the days of use.

    Each counts once, and only after an earlier one, so that a clock that jumps to and fro counts
    no more days than one that is right.
    """

    def note(self, day: dt.date) -> bool:
        """Count this local day; return whether it did."""
        last = self.db.execute("SELECT last_day FROM upkeep").fetchone()[0]
        self.db.execute("UPDATE upkeep SET last_day = ?", [day.isoformat()])
        if day.isoformat() <= last:
            return False
        row = self.db.execute(
            "INSERT INTO days_of_use (day) VALUES (?) ON CONFLICT DO NOTHING RETURNING number",
            [day.isoformat()],
        ).fetchone()
        if row is not None:
            self.db.execute("DELETE FROM days_of_use WHERE number <= ?", [row[0] - _REMEMBERED])
        return row is not None

    def count(self) -> int:
        """Return how many days there have been."""
        query = "SELECT coalesce(max(number), 0) FROM days_of_use"
        return int(self.db.execute(query).fetchone()[0])
