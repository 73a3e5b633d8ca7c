"""Whole thought records, read from the file."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.record_form import FIVE_PARTS, Step
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
from resilience_desktop.storage.moments import moment
from resilience_desktop.storage.record_details import (
    AGAINST,
    ARROW,
    DETAIL,
    FOR,
    MAKES,
    NOT,
    SENSATION,
    TAG,
    TRIGGER,
)
from resilience_desktop.storage.rows import by_part, by_seq
from resilience_desktop.storage.still_open import still_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.storage.driver import Database

COLUMNS = (
    "i.seq, i.id, i.utc, i.zone, i.utc_offset, i.starred, i.sealed, t.begun, t.form, t.steps, "
    "t.situation, t.label, t.did, t.chose, t.settled, t.settled_seconds, t.settled_at, t.friend, "
    "t.distance, t.balanced_thought, t.balanced_belief, t.checks, t.kindness, t.helpful, "
    "t.expected, t.likely, t.happened, t.learned, t.next_step, t.next_step_on, t.revisit_on, "
    "t.turned_out, t.revisited, t.not_ready, t.share, t.step, t.finished"
)
"""What ``records_of`` reads of ``items AS i`` and ``thought_records AS t``."""
FEELING = ("word", "before", "after")
THOUGHT = ("text", "belief_before", "belief_after", "hot", "kind")
PATTERN = ("pattern", "main", "hinted")

_OpenRecord, _OpenThought = still_open(ThoughtRecord), still_open(AutomaticThought)
_NO_PREDICTION = Prediction()
_SHARES = {share.value: share for share in Share}
_STEPS = {step.value: step for step in Step}
_THOUGHTS = {kind.value: kind for kind in ThoughtKind}


def records_of(db: Database, rows: Sequence[tuple[Any, ...]]) -> list[ThoughtRecord]:
    """Return the records that rows of ``COLUMNS`` say, with all that belongs to them."""
    seqs = [row[0] for row in rows]
    feelings = by_seq(db, "record_feelings", FEELING, seqs, RatedFeeling)
    thoughts = by_seq(db, "record_thoughts", THOUGHT, seqs, _thought)
    patterns = by_seq(db, "record_patterns", PATTERN, seqs, _pattern)
    its = by_part(db, "record_details", DETAIL, seqs, MAKES)
    sensations, triggers, tags, arrows = its[SENSATION], its[TRIGGER], its[TAG], its[ARROW]
    reasons_for, reasons_against, turned_down = its[FOR], its[AGAINST], its[NOT]
    found = []
    for row in rows:
        made = _OpenRecord()
        (
            seq,
            made.id,
            utc,
            zone,
            offset,
            starred,
            sealed,
            begun,
            made.form,
            steps,
            made.situation,
            made.label,
            made.did,
            made.chose,
            settled,
            settled_seconds,
            settled_at,
            made.friend,
            made.distance,
            made.balanced_thought,
            made.balanced_belief,
            checks,
            made.kindness,
            made.helpful,
            expected,
            likely,
            happened,
            learned,
            made.next_step,
            next_step_on,
            revisit_on,
            made.turned_out,
            revisited,
            not_ready,
            share,
            step,
            finished,
        ) = row
        made.at = moment(utc, zone, offset)
        made.begun = begun and dt.datetime.fromisoformat(begun)
        made.steps, made.checks = _steps(steps), _checks(checks)
        made.settled = _settling(settled, settled_seconds, settled_at) if settled else None
        made.prediction = _prediction(expected, likely, happened, learned)
        made.next_step_on, made.revisit_on = _day(next_step_on), _day(revisit_on)
        made.revisited, made.not_ready = revisited == 1, not_ready == 1
        made.share, made.step, made.finished = _SHARES[share], _STEPS[step], finished == 1
        made.starred, made.sealed = starred == 1, sealed == 1
        made.feelings, made.thoughts = feelings.get(seq, ()), thoughts.get(seq, ())
        made.patterns = patterns.get(seq, ())
        made.triggers, made.tags = triggers.get(seq, ()), tags.get(seq, ())
        made.sensations, made.arrow = sensations.get(seq, ()), arrows.get(seq, ())
        made.turned_down = turned_down.get(seq, ())
        made.evidence_for = reasons_for.get(seq, ())
        made.evidence_against = reasons_against.get(seq, ())
        made.__class__ = ThoughtRecord
        found.append(made)
    return found


def _thought(
    text: str, before: int | None, after: int | None, hot: int, kind: str
) -> AutomaticThought:
    made = _OpenThought()
    made.text, made.belief_before, made.belief_after = text, before, after
    made.hot, made.kind = hot == 1, _THOUGHTS[kind]
    made.__class__ = AutomaticThought
    thought: AutomaticThought = made
    return thought


def _pattern(pattern: str, main: int, hinted: int) -> ChosenPattern:
    return ChosenPattern(pattern, bool(main), bool(hinted))


def _prediction(expected: str, likely: int | None, happened: str, learned: str) -> Prediction:
    if likely is None and not (expected or happened or learned):
        return _NO_PREDICTION
    return Prediction(expected, likely, happened, learned)


def _settling(choice: str, seconds: int | None, at: str | None) -> Settling:
    return Settling(Settled(choice), seconds, _STEPS[at] if at else None)


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


@lru_cache(64)
def _checks(written: str) -> tuple[Check, ...]:
    return tuple(map(Check, written.split()))


@lru_cache(256)
def _steps(written: str) -> tuple[Step, ...]:
    return tuple(map(Step, written.split())) or FIVE_PARTS
