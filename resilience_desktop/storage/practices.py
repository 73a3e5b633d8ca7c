"""Practices of skills in the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.practice import Practice, Rating, practice_to_plain
from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.choosing import SHOWN
from resilience_desktop.storage.documents import plain_of
from resilience_desktop.storage.moments import moment
from resilience_desktop.storage.repository import Repository
from resilience_desktop.storage.rows import in_lists
from resilience_desktop.storage.search import Searchable
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.items import Items

_SELECT = (
    "SELECT i.utc, i.zone, i.utc_offset, p.body "
    "FROM items AS i CROSS JOIN practices AS p USING (seq) WHERE"
)
# The items of a kind have an index in this order; the other way round, all would be sorted.
_ALL = f"{_SELECT} i.kind = 'practice' AND {SHOWN}"
_IN_ORDER = "ORDER BY i.day, i.utc, i.seq"
_OpenPractice = still_open(Practice)


class Practices(Repository):
    """Repository of the practices."""

    def __init__(self, db: Database, items: Items) -> None:
        super().__init__(db)
        self.items = items

    def put(self, practice: Practice) -> None:
        """Write a practice, new or changed."""
        words = Searchable((practice.words,))
        seq, _ = self.items.put(Kind.PRACTICE, practice.id, practice.at, words)
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
        return self._read(f"{_ALL} {_IN_ORDER}", [])

    def of(self, skill: str) -> list[Practice]:
        """Return the practices of a skill, oldest first."""
        return self._read(f"{_ALL} AND p.body ->> '$.skill' = ? {_IN_ORDER}", [skill])

    def between(self, first: dt.date, last: dt.date) -> list[Practice]:
        """Return the practices of these days, oldest first."""
        days = [first.isoformat(), last.isoformat()]
        return self._read(f"{_ALL} AND i.day BETWEEN ? AND ? {_IN_ORDER}", days)

    def some(self, ids: Iterable[str]) -> dict[str, Practice]:
        """Return these practices by id."""
        found: dict[str, Practice] = {}
        for marks, wanted in in_lists(ids):
            query = f"{_SELECT} i.id IN ({marks})"
            found |= {practice.id: practice for practice in self._read(query, wanted)}
        return found

    def _read(self, sql: str, values: list[Any]) -> list[Practice]:
        rows = self.db.execute(sql, values).fetchall()
        found = []
        for (utc, zone, offset, _), plain in zip(
            rows, plain_of(row[-1] for row in rows), strict=True
        ):
            made = _OpenPractice()
            made.id, made.skill, made.at = plain["id"], plain["skill"], moment(utc, zone, offset)
            made.seconds, made.stopped = plain["seconds"], plain["stopped"]
            made.before, made.after = plain["before"], plain["after"]
            made.answers = tuple([(one["field"], one["words"]) for one in plain["answers"]])
            made.wave = tuple([Rating(one["seconds"], one["strength"]) for one in plain["wave"]])
            made.note = plain["note"]
            made.__class__ = Practice
            found.append(made)
        return found
