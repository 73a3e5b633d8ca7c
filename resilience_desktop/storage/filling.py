"""Putting the rows that were saved of a damaged journal into an empty one.

A thing has a head (its name and moment) and a body. Where the head is lost, what search and the
timeline know of it stands in, else the moment of what was written next to it. Where the body is
lost, the words that search has of it do.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import practice_from_plain
from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.driver import sqlite
from resilience_desktop.storage.entry_details import TRIGGER
from resilience_desktop.storage.moments import moment_of, moment_row
from resilience_desktop.storage.rescue import SEARCHED, tables_of

if TYPE_CHECKING:
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.btree import Row
    from resilience_desktop.storage.rescue import Rescued, Table
    from resilience_desktop.storage.store import Store

_KINDS = {"entries": Kind.ENTRY, "thought_records": Kind.THOUGHT_RECORD}
_FILL: dict[str, Any] = {
    "frame": "now",
    "step": "situation",
    "form": "five",
    "share": "never",
    "never_share": 1,
    "kind": "words",
    "TEXT": "",
    "INTEGER": 0,
    "REAL": 0.0,
}
"""What stands where a needed value is lost: by column, else by type.

What was never to be shared may be among what has lost its end: nothing of that is offered.
"""

_WHOLE_OR_NOT = {"begun", "form", "steps", "settled", "checks", "next_step_on", "revisit_on"}
_WHOLE_OR_NOT |= {"share", "step", "frame", "kind", "settled_at"}
"""Columns with words of the app's own, of which a part means nothing."""

_ALL_OR_NOTHING = {"documents", "drafts", "pictures", "revisions", "settings"}
"""Tables with JSON or pictures, which say nothing when their end is lost."""


class Filling:
    """Fills an empty journal."""

    def __init__(self, store: Store, found: Rescued, now: Moment) -> None:
        self._store, self._found, self._now = store, found, now
        self._tables = {table.name: table for table in tables_of(store.db)}
        self._words = {
            row.rowid: str(row.values[1]) for row in found.rows[SEARCHED] if len(row.values) > 1
        }
        self.incomplete: set[int] = set()
        """Numbers of the things that have lost a part."""
        self.lost = 0
        """How many things are known of that nothing is left of."""

    def fill(self, progress: Progress) -> None:
        """Put in everything there is, mend what can be, and make it searchable."""
        self._put("items")
        for name in _KINDS:
            self._give_heads(name)
            self._put(name)
            self._give_bodies(name)
        for name in self._tables.keys() - {"items", "practices", *_KINDS}:
            self._put(name)
        items: list[Entry | ThoughtRecord] = [
            *self._store.entries.all(binned=False),
            *self._store.thought_records.all(binned=False),
        ]
        for item in progress.each(items):
            if isinstance(item, Entry):
                self._store.entries.put(item)
            else:
                self._store.thought_records.put(item)
        self._put_practices()

    def _put_practices(self) -> None:
        """Put in the practices, each of which says all of itself; a head alone says nothing."""
        heads = self._store.db.execute(
            "DELETE FROM items WHERE kind = ? RETURNING seq", [Kind.PRACTICE.value]
        ).fetchall()
        rows, kept = self._found.rows["practices"], 0
        for row in rows:
            with suppress(ValueError):
                self._store.practices.put(practice_from_plain(json.loads(str(row.values[1]))))
                kept += 1
        self.lost += max(len(heads), len(rows)) - kept

    def _put(self, name: str) -> None:
        table = self._tables[name]
        for row in self._found.rows[name]:
            if not row.is_whole and name in _ALL_OR_NOTHING:
                self.lost += 1
                continue
            values = self._values(table, row)
            names, marks = ", ".join(values), ", ".join("?" * len(values))
            try:
                self._store.db.execute(
                    f"INSERT OR REPLACE INTO {name} ({names}) VALUES ({marks})",  # noqa: S608
                    list(values.values()),
                )
            except sqlite.IntegrityError:  # what it belongs to is lost
                continue
            if not row.is_whole:
                self.incomplete.add(next(iter(values.values())))

    def _values(self, table: Table, row: Row) -> dict[str, Any]:
        """Return a row by its columns, the number of its thing first."""
        values: dict[str, Any] = {
            column.name: row.rowid if column.is_rowid else value
            for column, value in zip(table.columns, row.values, strict=False)
            if not column.is_made
        }
        if row.is_whole:
            return values
        last = next(reversed(values), "")
        if last in _WHOLE_OR_NOT or (last == "of" and values.get("part") == TRIGGER):
            del values[last]  # it may be cut short
        for column in table.columns:
            if column.needed and not column.is_made and values.get(column.name) is None:
                values[column.name] = _FILL.get(column.name, _FILL[column.type])
        if table.name == "entries":  # whose text search has, too
            values["note"] = max(values["note"], self._words.get(row.rowid, ""), key=len)
        return values

    def _give_heads(self, name: str) -> None:
        """Make a head for each body that has none."""
        for row in self._found.rows[name]:
            seq = row.rowid
            if seq is not None and not self._has("items", seq):
                at = moment_row(self._moment(seq))
                self._store.db.execute(
                    "INSERT INTO items (seq, id, kind, utc, zone, utc_offset, local, starred) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        seq,
                        self._found.ids.get(seq) or new_id(),
                        _KINDS[name].value,
                        *at.values(),
                        seq in self._found.starred,
                    ],
                )
                self.incomplete.add(seq)

    def _moment(self, seq: int) -> Moment:
        """Return the moment of a thing without a head, as well as it can be told."""
        row = next(
            self._store.db.query(
                "SELECT utc, zone, utc_offset FROM items ORDER BY abs(seq - ?) LIMIT 1", [seq]
            ),
            None,
        )
        near = self._now if row is None else moment_of(row)
        if seq not in self._found.instants:
            return near
        utc = dt.datetime.fromisoformat(self._found.instants[seq]).replace(tzinfo=dt.UTC)
        return Moment(utc, near.zone, near.offset)

    def _give_bodies(self, name: str) -> None:
        """Make a body for each head that has none but something else left; drop the others."""
        rows = self._store.db.execute(
            f"SELECT seq FROM items WHERE kind = ? AND seq NOT IN (SELECT seq FROM {name})",  # noqa: S608
            [_KINDS[name].value],
        ).fetchall()
        for (seq,) in rows:
            if seq in self._words or self._has_lists(name, seq):
                self._store.db.execute(_BODIES[name], [seq, self._words.get(seq, "")])
                self.incomplete.add(seq)
            else:
                self._store.db.execute("DELETE FROM items WHERE seq = ?", [seq])
                self.lost += 1

    def _has(self, name: str, seq: int) -> bool:
        query = f"SELECT 1 FROM {name} WHERE seq = ?"  # noqa: S608
        return self._store.db.execute(query, [seq]).fetchone() is not None

    def _has_lists(self, name: str, seq: int) -> bool:
        lists = [table.name for table in self._tables.values() if table.parent == name]
        return any(row.values[0] == seq for one in lists for row in self._found.rows[one])


_BODIES = {
    "entries": (
        "INSERT INTO entries (seq, note, frame, converted_from, source, never_share) "
        "VALUES (?, ?, 'now', '', '', 1)"
    ),
    "thought_records": (
        "INSERT INTO thought_records (seq, situation, balanced_thought, step, finished) "
        "VALUES (?, ?, '', 'situation', 0)"
    ),
}
