"""Thought records in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    ChosenPattern,
    RatedFeeling,
    Step,
    ThoughtRecord,
)
from resilience_desktop.storage.moments import moment_of
from resilience_desktop.storage.rows import by_seq, in_parts, replace_rows
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

    from resilience_desktop.storage.items import Items

_SELECT = (
    "SELECT i.id, i.utc, i.zone, i.utc_offset, i.starred, t.* "
    "FROM items AS i JOIN thought_records AS t USING (seq)"
)
_FEELING = ("word", "before", "after")
_THOUGHT = ("text", "belief_before", "belief_after", "hot")
_PATTERN = ("pattern", "main")


@dataclass(frozen=True, slots=True)
class ThoughtRecords:
    """Repository of the thought records, finished and unfinished."""

    db: Database
    items: Items

    def put(self, record: ThoughtRecord) -> None:
        """Write a record, new or changed."""
        seq = self.items.put(
            Kind.THOUGHT_RECORD, record.id, record.at, searchable(record), starred=record.starred
        )
        self.db.execute(
            """
            INSERT INTO thought_records
                (seq, situation, balanced_thought, balanced_belief, step, finished)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (seq) DO UPDATE SET situation = excluded.situation,
                balanced_thought = excluded.balanced_thought,
                balanced_belief = excluded.balanced_belief,
                step = excluded.step, finished = excluded.finished
            """,
            [
                seq,
                record.situation,
                record.balanced_thought,
                record.balanced_belief,
                record.step.value,
                int(record.finished),
            ],
        )
        feelings = [(f.word, f.before, f.after) for f in record.feelings]
        thoughts = [(t.text, t.belief_before, t.belief_after, int(t.hot)) for t in record.thoughts]
        patterns = [(p.pattern, int(p.main)) for p in record.patterns]
        replace_rows(self.db, "record_feelings", _FEELING, seq, feelings)
        replace_rows(self.db, "record_thoughts", _THOUGHT, seq, thoughts)
        replace_rows(self.db, "record_patterns", _PATTERN, seq, patterns)

    def get(self, id_: str) -> ThoughtRecord | None:
        """Return one record, in the bin or not."""
        return next(self._read(f"{_SELECT} WHERE i.id = ?", [id_]), None)

    def some(self, ids: Iterable[str]) -> dict[str, ThoughtRecord]:
        """Return these records by id."""
        found: dict[str, ThoughtRecord] = {}
        for wanted in in_parts(ids):
            marks = ", ".join("?" * len(wanted))
            query = f"{_SELECT} WHERE i.id IN ({marks})"
            found |= {record.id: record for record in self._read(query, wanted)}
        return found

    def newest_first(self) -> list[ThoughtRecord]:
        """Return the records that are not in the bin: unfinished ones, then the newest."""
        return list(
            self._read(
                f"{_SELECT} WHERE i.binned = 0 "
                "ORDER BY t.finished, i.day DESC, i.utc DESC, i.seq DESC",
                [],
            )
        )

    def all(self, *, binned: bool) -> list[ThoughtRecord]:
        """Return every record in or out of the bin, in order of writing."""
        return list(self._read(f"{_SELECT} WHERE i.binned = ? ORDER BY i.seq", [int(binned)]))

    def _read(self, sql: str, values: list[Any]) -> Iterator[ThoughtRecord]:
        rows = list(self.db.query(sql, values))
        seqs = [row["seq"] for row in rows]
        feelings = by_seq(self.db, "record_feelings", _FEELING, seqs)
        thoughts = by_seq(self.db, "record_thoughts", _THOUGHT, seqs)
        patterns = by_seq(self.db, "record_patterns", _PATTERN, seqs)
        for row in rows:
            seq = row["seq"]
            yield ThoughtRecord(
                id=row["id"],
                at=moment_of(row),
                situation=row["situation"],
                feelings=tuple(RatedFeeling(*values) for values in feelings.get(seq, ())),
                thoughts=tuple(
                    AutomaticThought(text, before, after, bool(hot))
                    for text, before, after, hot in thoughts.get(seq, ())
                ),
                patterns=tuple(
                    ChosenPattern(pattern, bool(main)) for pattern, main in patterns.get(seq, ())
                ),
                balanced_thought=row["balanced_thought"],
                balanced_belief=row["balanced_belief"],
                step=Step(row["step"]),
                finished=bool(row["finished"]),
                starred=bool(row["starred"]),
            )


def searchable(record: ThoughtRecord) -> Searchable:
    """Return the words of a record that search looks through."""
    thoughts = (thought.text for thought in record.thoughts)
    return Searchable(
        (record.situation, *thoughts, record.balanced_thought),
        tuple(feeling.word for feeling in record.feelings),
    )
