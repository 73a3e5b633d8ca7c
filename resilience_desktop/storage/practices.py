"""Practices of skills in the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.practice import Practice, practice_from_plain, practice_to_plain
from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.choosing import SHOWN
from resilience_desktop.storage.rows import in_parts
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.items import Items

_SELECT = "SELECT p.body FROM items AS i JOIN practices AS p USING (seq)"
_IN_ORDER = "ORDER BY i.day, i.utc, i.seq"


@dataclass(frozen=True, slots=True)
class Practices:
    """Repository of the practices."""

    db: Database
    items: Items

    def put(self, practice: Practice) -> None:
        """Write a practice, new or changed."""
        words = Searchable((practice.words,))
        seq = self.items.put(Kind.PRACTICE, practice.id, practice.at, words)
        self.db.execute(
            "INSERT INTO practices (seq, body) VALUES (?, ?) "
            "ON CONFLICT (seq) DO UPDATE SET body = excluded.body",
            [seq, json.dumps(practice_to_plain(practice), ensure_ascii=False)],
        )

    def drop(self, id_: str) -> None:
        """Forget a practice."""
        self.items.drop(Kind.PRACTICE, id_)

    def all(self) -> list[Practice]:
        """Return every practice, oldest first."""
        return list(self._read(f"{_SELECT} {_IN_ORDER}", []))

    def of(self, skill: str) -> list[Practice]:
        """Return the practices of a skill, oldest first."""
        return list(self._read(f"{_SELECT} WHERE p.body ->> '$.skill' = ? {_IN_ORDER}", [skill]))

    def between(self, first: dt.date, last: dt.date) -> list[Practice]:
        """Return the practices of these days, oldest first."""
        return list(
            self._read(
                f"{_SELECT} WHERE i.kind = ? AND {SHOWN} AND i.day BETWEEN ? AND ? {_IN_ORDER}",
                [Kind.PRACTICE.value, first.isoformat(), last.isoformat()],
            )
        )

    def some(self, ids: Iterable[str]) -> dict[str, Practice]:
        """Return these practices by id."""
        found: dict[str, Practice] = {}
        for wanted in in_parts(ids):
            marks = ", ".join("?" * len(wanted))
            query = f"{_SELECT} WHERE i.id IN ({marks})"
            found |= {practice.id: practice for practice in self._read(query, wanted)}
        return found

    def _read(self, sql: str, values: list[Any]) -> Iterator[Practice]:
        for (body,) in self.db.execute(sql, values).fetchall():
            yield practice_from_plain(json.loads(body))
