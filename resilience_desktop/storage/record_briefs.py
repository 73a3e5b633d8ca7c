"""Thought records read for lists and counts: a few columns, and nothing that is not shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.record_brief import RecordBrief, RecordFacts, hot_of
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.storage.choosing import SHOWN
from resilience_desktop.storage.record_choosing import record_conditions
from resilience_desktop.storage.record_details import TAG, TRIGGER
from resilience_desktop.storage.rows import as_row, by_part, by_seq
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.record_filter import RecordFilter
    from resilience_desktop.storage.driver import Database

_THOUGHT = ("text", "belief_before", "belief_after", "hot")
_FEELING = ("word", "before", "after")
_BRIEF = (
    "SELECT i.seq, i.id, i.local, t.finished, i.starred, t.form, t.situation, t.balanced_thought, "
    "t.label, t.not_ready, t.share "
)
# SQLite goes through what stands first in a CROSS JOIN. The items have an index in the order that
# is wanted, which stops at a full page; unfinished records have one of their own, and are few.
_FROM = {
    True: "FROM items AS i CROSS JOIN thought_records AS t USING (seq) "
    "WHERE i.kind = 'thought_record' AND t.finished = 1",
    False: "FROM thought_records AS t CROSS JOIN items AS i USING (seq) WHERE t.finished = 0",
}
_NEWEST = "ORDER BY i.day DESC, i.utc DESC, i.seq DESC"
_BEFORE = "(i.day, i.utc, i.seq) < (SELECT day, utc, seq FROM items WHERE id = ?)"
_FACTS = f"SELECT i.seq, i.id, i.day, t.situation, t.did, t.chose, t.kindness {_FROM[True]}"
_COUNTED = f"part IN ('{TRIGGER}', '{TAG}')"

_OpenBrief, _OpenFacts = still_open(RecordBrief), still_open(RecordFacts)


def briefs(
    db: Database, chosen: RecordFilter, after: RecordBrief | None, limit: int
) -> list[RecordBrief]:
    """Return up to ``limit`` that come after one: unfinished records, then the newest."""
    rows: list[tuple[Any, ...]] = []
    for finished in (False, True):
        if len(rows) < limit and (after is None or after.finished <= finished):
            start = after if after and after.finished == finished else None
            query = stretch(chosen, start, limit - len(rows), finished=finished)
            rows += db.execute(*query).fetchall()
    return _briefs(db, rows)


def stretch(
    chosen: RecordFilter, after: RecordBrief | None, limit: int, *, finished: bool
) -> tuple[str, list[Any]]:
    """Return the query for rows of one kind, which goes through an index, and its values."""
    conditions, values = record_conditions(chosen)
    if after is not None:
        conditions.append(_BEFORE)
        values.append(after.id)
    where = " AND ".join((_FROM[finished], SHOWN, *conditions))
    return f"{_BRIEF}{where} {_NEWEST} LIMIT +?", [*values, limit]


def facts(db: Database, chosen: RecordFilter) -> list[RecordFacts]:
    """Return what is counted of the finished records that are chosen, the newest first."""
    conditions, values = record_conditions(chosen)
    where = " AND ".join((_FACTS, SHOWN, *conditions))
    rows = db.execute(f"{where} {_NEWEST}", values).fetchall()
    seqs = [row[0] for row in rows]
    thoughts = by_seq(db, "record_thoughts", _THOUGHT, seqs, as_row)
    feelings = by_seq(db, "record_feelings", _FEELING, seqs, as_row)
    patterns = by_seq(db, "record_patterns", ("pattern",), seqs, str)
    words = {TRIGGER: str, TAG: str}
    details = by_part(db, "record_details", ("part", "word"), seqs, words, _COUNTED)
    triggers, tags = details[TRIGGER], details[TAG]
    found = []
    for seq, id_, day, situation, did, chose, kindness in rows:
        thought, before, after = hot_of(thoughts.get(seq, ()))
        felt = feelings.get(seq, ())
        made = _OpenFacts()
        made.id, made.day = id_, dt.date.fromisoformat(day)
        made.about = thought or situation
        made.belief = None if before is None or after is None else (before, after)
        # A feeling was there at first, unless it is only rated later.
        made.feelings = tuple([w for w, first, later in felt if first is not None or later is None])
        made.rated = tuple([one for one in felt if None not in one])
        made.patterns = patterns.get(seq, ())
        made.triggers, made.tags = triggers.get(seq, ()), tags.get(seq, ())
        made.did, made.chose = bool(did.strip()), bool(chose.strip())
        made.kind = bool(kindness.strip())
        made.__class__ = RecordFacts
        found.append(made)
    return found


def _briefs(db: Database, rows: Sequence[tuple[Any, ...]]) -> list[RecordBrief]:
    seqs = [row[0] for row in rows]
    thoughts = by_seq(db, "record_thoughts", _THOUGHT, seqs, as_row)
    feelings = by_seq(db, "record_feelings", _FEELING, seqs, as_row)
    patterns = by_seq(db, "record_patterns", ("main", "pattern"), seqs, as_row)
    unnamed = [row[0] for row in rows if not row[6].strip()]
    details = by_seq(db, "record_details", ("part", "word"), unnamed, as_row, _COUNTED)
    found = []
    for row in rows:
        made = _OpenBrief()
        (
            seq,
            made.id,
            local,
            finished,
            starred,
            made.form,
            situation,
            made.balanced_thought,
            made.label,
            not_ready,
            share,
        ) = row
        made.at = dt.datetime.fromisoformat(local)
        made.finished, made.starred, made.not_ready = finished == 1, starred == 1, not_ready == 1
        made.situation = situation
        if not situation.strip():
            made.situation = ", ".join([word for _, word in details.get(seq, ())])
        made.thought = hot_of(thoughts.get(seq, ()))
        made.patterns = _main_first(patterns.get(seq, ()))
        made.feelings = feelings.get(seq, ())
        made.never_share = share == Share.NEVER
        made.__class__ = RecordBrief
        found.append(made)
    return found


def _main_first(patterns: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    if len(patterns) > 1:
        patterns = sorted(patterns, key=lambda one: -one[0])
    return tuple([word for _, word in patterns])
