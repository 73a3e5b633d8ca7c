"""Thought records in the file."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.record_filter import RecordFilter, RecordWords
from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.choosing import AWAY, SHOWN
from resilience_desktop.storage.record_briefs import briefs, facts
from resilience_desktop.storage.record_choosing import record_conditions
from resilience_desktop.storage.record_details import DETAIL, detail_rows
from resilience_desktop.storage.record_reading import (
    COLUMNS,
    FEELING,
    PATTERN,
    THOUGHT,
    records_of,
)
from resilience_desktop.storage.repository import Repository
from resilience_desktop.storage.rows import in_lists, replace_rows
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.domain.record_brief import RecordBrief, RecordFacts
    from resilience_desktop.domain.thought_record import Share, ThoughtRecord
    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.items import Items

_SELECT = f"SELECT {COLUMNS} FROM items AS i JOIN thought_records AS t USING (seq)"  # noqa: S608
_IN_ORDER = _SELECT.replace("JOIN", "CROSS JOIN")  # by an index of the items, and not sorted
_RECORD = "i.kind = 'thought_record'"
_OF_RECORD = "AS w JOIN items AS i USING (seq) WHERE"
_WORDS = (
    ("pattern", f"record_patterns {_OF_RECORD} w.pattern <> ''"),
    ("word", f"record_feelings {_OF_RECORD} (w.before IS NOT NULL OR w.after IS NULL)"),
    ("word", f"record_details {_OF_RECORD} w.part = 'trigger'"),
    ("word", f"record_details {_OF_RECORD} w.part = 'tag'"),
)
"""Patterns, feelings of the moment, triggers, tags: in which column of which rows."""


class ThoughtRecords(Repository):
    """Repository of the thought records, finished and unfinished."""

    def __init__(self, db: Database, items: Items) -> None:
        super().__init__(db)
        self.items = items

    def put(self, record: ThoughtRecord) -> None:
        """Write a record, new or changed."""
        seq, is_new = self.items.put(
            Kind.THOUGHT_RECORD,
            record.id,
            record.at,
            searchable(record),
            starred=record.starred,
            sealed=record.sealed,
        )
        row = {"seq": seq, **_columns(record)}
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        changed = ", ".join(f"{name} = excluded.{name}" for name in row if name != "seq")
        self.db.execute(
            f"INSERT INTO thought_records ({names}) VALUES ({marks}) "  # noqa: S608
            f"ON CONFLICT (seq) DO UPDATE SET {changed}",
            list(row.values()),
        )
        feelings = [(f.word, f.before, f.after) for f in record.feelings]
        thoughts = [
            (t.text, t.belief_before, t.belief_after, int(t.hot), t.kind.value)
            for t in record.thoughts
        ]
        patterns = [(p.pattern, int(p.main), int(p.hinted)) for p in record.patterns]
        for table, columns, rows in (
            ("record_feelings", FEELING, feelings),
            ("record_thoughts", THOUGHT, thoughts),
            ("record_patterns", PATTERN, patterns),
            ("record_details", DETAIL, detail_rows(record)),
        ):
            replace_rows(self.db, table, columns, seq, rows, is_new=is_new)

    def share(self, id_: str, share: Share) -> bool:
        """Say how much of a record a report may hold; return whether that changed."""
        row = self.db.execute(
            "UPDATE thought_records SET share = ? WHERE share <> ? "
            "AND seq = (SELECT seq FROM items WHERE id = ?) RETURNING seq",
            [share.value, share.value, id_],
        ).fetchone()
        return row is not None

    def get(self, id_: str) -> ThoughtRecord | None:
        """Return one record, in the bin or not."""
        return next(iter(self._read(f"{_SELECT} WHERE i.id = ?", [id_])), None)

    def some(self, ids: Iterable[str]) -> dict[str, ThoughtRecord]:
        """Return these records by id."""
        found: dict[str, ThoughtRecord] = {}
        for marks, wanted in in_lists(ids):
            query = f"{_SELECT} WHERE i.id IN ({marks})"
            found |= {record.id: record for record in self._read(query, wanted)}
        return found

    def newest_first(self, chosen: RecordFilter | None = None) -> list[ThoughtRecord]:
        """Return the records that are shown and chosen: unfinished ones, then the newest."""
        conditions, values = record_conditions(chosen or RecordFilter())
        where = " AND ".join((_RECORD, SHOWN, *conditions))
        found = self._read(
            f"{_IN_ORDER} WHERE {where} ORDER BY i.day DESC, i.utc DESC, i.seq DESC", values
        )
        return sorted(found, key=attrgetter("finished"))

    def page(
        self, chosen: RecordFilter, after: RecordBrief | None, limit: int
    ) -> list[RecordBrief]:
        """Return rows of up to ``limit`` of ``newest_first``, from the one after a record on."""
        return briefs(self.db, chosen, after, limit)

    def facts(self, chosen: RecordFilter) -> list[RecordFacts]:
        """Return what is counted of the finished records that are shown, the newest first."""
        return facts(self.db, chosen)

    def number_of(self, chosen: RecordFilter) -> int:
        """Return how many records a filter lets through."""
        conditions, values = record_conditions(chosen)
        join = "JOIN thought_records AS t USING (seq)" if chosen.state else ""
        query = (
            f"SELECT count(*) FROM items AS i {join} "  # noqa: S608
            f"WHERE {' AND '.join((SHOWN, _RECORD, *conditions))}"
        )
        return int(self.db.execute(query, values).fetchone()[0])

    def words_used(self) -> RecordWords:
        """Return what the records that are shown can be chosen by, used most first."""
        return RecordWords(*(self._words(*where) for where in _WORDS))

    def _words(self, column: str, rows: str) -> tuple[str, ...]:
        query = (
            f"SELECT w.{column} FROM {rows} AND {SHOWN} "  # noqa: S608
            f"GROUP BY w.{column} ORDER BY count(*) DESC, w.{column}"
        )
        return tuple(word for (word,) in self.db.execute(query).fetchall())

    def all(self, *, binned: bool) -> list[ThoughtRecord]:
        """Return every record in or out of the bin, in order of writing."""
        return self._read(f"{_SELECT} WHERE i.binned = ? ORDER BY i.seq", [int(binned)])

    def times_named(self) -> dict[str, int]:
        """Return in how many finished records each pattern was chosen; 0 if only in others."""
        query = (  # through indexes of what is not counted, which is little
            "SELECT pattern, count(DISTINCT iif(seq IN "  # noqa: S608
            "(SELECT seq FROM thought_records WHERE finished = 0), NULL, seq)) "
            "FROM record_patterns WHERE seq NOT IN "
            f"(SELECT seq FROM items WHERE {AWAY}) GROUP BY pattern"
        )
        return dict(self.db.execute(query).fetchall())

    def patterns_named(self) -> set[str]:
        """Return the patterns chosen in any record, in the bin and sealed ones too."""
        rows = self.db.execute("SELECT DISTINCT pattern FROM record_patterns").fetchall()
        return {pattern for (pattern,) in rows}

    def rename_pattern(self, old: str, new: str) -> None:
        """Give a pattern of one's own another name in every record."""
        self.db.execute("UPDATE record_patterns SET pattern = ? WHERE pattern = ?", [new, old])

    def waiting(self, today: dt.date) -> list[str]:
        """Return the ids of the records that ask how it turned out, the longest waiting first."""
        query = (
            "SELECT i.id FROM thought_records AS t JOIN items AS i USING (seq) "  # noqa: S608
            f"WHERE {SHOWN} AND t.finished = 1 AND t.revisited = 0 AND t.revisit_on <= ? "
            "ORDER BY t.revisit_on, t.seq"
        )
        return [id_ for (id_,) in self.db.execute(query, [today.isoformat()]).fetchall()]

    def _read(self, sql: str, values: list[Any] | dict[str, Any]) -> list[ThoughtRecord]:
        return records_of(self.db, self.db.execute(sql, values).fetchall())


def _columns(record: ThoughtRecord) -> dict[str, Any]:
    settled = record.settled
    return {
        "begun": record.begun and record.begun.isoformat(),
        "form": record.form,
        "steps": " ".join(record.steps),
        "situation": record.situation,
        "label": record.label,
        "did": record.did,
        "chose": record.chose,
        "settled": settled and settled.choice.value,
        "settled_at": settled and settled.at and settled.at.value,
        "settled_seconds": settled and settled.seconds,
        "friend": record.friend,
        "distance": record.distance,
        "balanced_thought": record.balanced_thought,
        "balanced_belief": record.balanced_belief,
        "checks": " ".join(record.checks),
        "kindness": record.kindness,
        "helpful": record.helpful,
        "expected": record.prediction.expected,
        "likely": record.prediction.likely,
        "happened": record.prediction.happened,
        "learned": record.prediction.learned,
        "next_step": record.next_step,
        "next_step_on": record.next_step_on and record.next_step_on.isoformat(),
        "revisit_on": record.revisit_on and record.revisit_on.isoformat(),
        "turned_out": record.turned_out,
        "revisited": int(record.revisited),
        "not_ready": int(record.not_ready),
        "share": record.share.value,
        "step": record.step.value,
        "finished": int(record.finished),
    }


def searchable(record: ThoughtRecord) -> Searchable:
    """Return the words of a record that search looks through."""
    thoughts = (thought.text for thought in record.thoughts)
    words = (
        record.situation,
        *thoughts,
        *record.arrow,
        record.did,
        record.chose,
        *record.evidence_for,
        *record.evidence_against,
        record.friend,
        record.distance,
        record.balanced_thought,
        record.kindness,
        record.prediction.expected,
        record.prediction.happened,
        record.prediction.learned,
        record.next_step,
        record.turned_out,
    )
    labels = (
        *(feeling.word for feeling in record.feelings),
        *(felt.word for felt in record.sensations),
        *(trigger.word for trigger in record.triggers),
        *record.tags,
        record.label,
    )
    return Searchable(words, labels)
