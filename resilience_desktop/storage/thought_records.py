"""Thought records in the file."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.record_filter import RecordFilter, RecordWords
from resilience_desktop.domain.record_form import FIVE_PARTS, Step
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import (
    AutomaticThought,
    Check,
    ChosenPattern,
    Prediction,
    RatedFeeling,
    Settled,
    Settling,
    Share,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.storage.choosing import AWAY, SHOWN
from resilience_desktop.storage.moments import moment_of
from resilience_desktop.storage.record_briefs import briefs, facts
from resilience_desktop.storage.record_choosing import record_conditions
from resilience_desktop.storage.record_details import DETAIL, detail_rows, details_of
from resilience_desktop.storage.repository import Repository
from resilience_desktop.storage.rows import as_row, by_seq, in_parts, replace_rows
from resilience_desktop.storage.search import Searchable
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.record_brief import RecordBrief, RecordFacts
    from resilience_desktop.storage.driver import Database
    from resilience_desktop.storage.items import Items

_SELECT = (
    "SELECT i.id, i.utc, i.zone, i.utc_offset, i.starred, i.sealed, t.* "
    "FROM items AS i JOIN thought_records AS t USING (seq)"
)
_RECORD = "i.kind = 'thought_record'"
_OF_RECORD = "AS w JOIN items AS i USING (seq) WHERE"
_WORDS = (
    ("pattern", f"record_patterns {_OF_RECORD} w.pattern <> ''"),
    ("word", f"record_feelings {_OF_RECORD} (w.before IS NOT NULL OR w.after IS NULL)"),
    ("word", f"record_details {_OF_RECORD} w.part = 'trigger'"),
    ("word", f"record_details {_OF_RECORD} w.part = 'tag'"),
)
"""Patterns, feelings of the moment, triggers, tags: in which column of which rows."""
_FEELING = ("word", "before", "after")
_THOUGHT = ("text", "belief_before", "belief_after", "hot", "kind")
_PATTERN = ("pattern", "main", "hinted")
_OpenRecord = still_open(ThoughtRecord)
_NO_PREDICTION = Prediction()


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
            ("record_feelings", _FEELING, feelings),
            ("record_thoughts", _THOUGHT, thoughts),
            ("record_patterns", _PATTERN, patterns),
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
        for wanted in in_parts(ids):
            marks = ", ".join("?" * len(wanted))
            query = f"{_SELECT} WHERE i.id IN ({marks})"
            found |= {record.id: record for record in self._read(query, wanted)}
        return found

    def newest_first(self, chosen: RecordFilter | None = None) -> list[ThoughtRecord]:
        """Return the records that are shown and chosen: unfinished ones, then the newest."""
        conditions, values = record_conditions(chosen or RecordFilter())
        return self._read(
            f"{_SELECT} WHERE {SHOWN} {''.join(f'AND {one} ' for one in conditions)}"
            "ORDER BY t.finished, i.day DESC, i.utc DESC, i.seq DESC",
            values,
        )

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
        return _records_of(self.db, list(self.db.query(sql, values)))


def _records_of(db: Database, rows: Sequence[dict[str, Any]]) -> list[ThoughtRecord]:
    seqs = [row["seq"] for row in rows]
    feelings = by_seq(db, "record_feelings", _FEELING, seqs, RatedFeeling)
    thoughts = by_seq(db, "record_thoughts", _THOUGHT, seqs, _thought)
    patterns = by_seq(db, "record_patterns", _PATTERN, seqs, _pattern)
    details = by_seq(db, "record_details", DETAIL, seqs, as_row)
    found = []
    for row in rows:
        made = _OpenRecord()
        seq = row["seq"]
        its = details_of(details.get(seq, ()))
        made.id = row["id"]
        made.at = moment_of(row)
        made.begun = row["begun"] and dt.datetime.fromisoformat(row["begun"])
        made.form, made.steps = row["form"], _steps(row["steps"])
        made.situation = row["situation"]
        made.triggers, made.tags, made.sensations = its.triggers, its.tags, its.sensations
        made.feelings = feelings.get(seq, ())
        made.thoughts, made.arrow = thoughts.get(seq, ()), its.arrow
        made.label, made.did, made.chose = row["label"], row["did"], row["chose"]
        made.patterns, made.turned_down = patterns.get(seq, ()), its.turned_down
        made.settled = _settling(row)
        made.evidence_for, made.evidence_against = its.evidence_for, its.evidence_against
        made.friend, made.distance = row["friend"], row["distance"]
        made.balanced_thought, made.balanced_belief = (
            row["balanced_thought"],
            row["balanced_belief"],
        )
        made.checks = _checks(row["checks"])
        made.kindness, made.helpful = row["kindness"], row["helpful"]
        made.prediction = _prediction(
            row["expected"], row["likely"], row["happened"], row["learned"]
        )
        made.next_step, made.next_step_on = row["next_step"], _day(row["next_step_on"])
        made.revisit_on, made.turned_out = _day(row["revisit_on"]), row["turned_out"]
        made.revisited, made.not_ready = row["revisited"] == 1, row["not_ready"] == 1
        made.share, made.step = Share(row["share"]), Step(row["step"])
        made.finished = row["finished"] == 1
        made.starred, made.sealed = row["starred"] == 1, row["sealed"] == 1
        made.__class__ = ThoughtRecord
        found.append(made)
    return found


def _thought(
    text: str, before: int | None, after: int | None, hot: int, kind: str
) -> AutomaticThought:
    return AutomaticThought(text, before, after, bool(hot), ThoughtKind(kind))


def _pattern(pattern: str, main: int, hinted: int) -> ChosenPattern:
    return ChosenPattern(pattern, bool(main), bool(hinted))


def _prediction(expected: str, likely: int | None, happened: str, learned: str) -> Prediction:
    if likely is None and not (expected or happened or learned):
        return _NO_PREDICTION
    return Prediction(expected, likely, happened, learned)


def _settling(row: dict[str, Any]) -> Settling | None:
    if not row["settled"]:
        return None
    at = Step(row["settled_at"]) if row["settled_at"] else None
    return Settling(Settled(row["settled"]), row["settled_seconds"], at)


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


@lru_cache(64)
def _checks(written: str) -> tuple[Check, ...]:
    return tuple(map(Check, written.split()))


@lru_cache(256)
def _steps(written: str) -> tuple[Step, ...]:
    return tuple(map(Step, written.split())) or FIVE_PARTS


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


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
