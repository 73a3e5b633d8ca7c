"""What someone wrote for the first page of their report, kept until they change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReportWords(Repository):
    """Repository of the few texts of a report, one for each of its parts."""

    def put(self, parts: Mapping[str, str]) -> None:
        """Write these parts; an empty one is forgotten."""
        for part, words in parts.items():
            self.db.execute("DELETE FROM report_words WHERE part = ?", [part])
            if words.strip():
                self.db.execute("INSERT INTO report_words VALUES (?, ?)", [part, words])

    def all(self) -> dict[str, str]:
        """Return every part that has words."""
        rows = self.db.execute("SELECT part, words FROM report_words ORDER BY part").fetchall()
        return dict(rows)
