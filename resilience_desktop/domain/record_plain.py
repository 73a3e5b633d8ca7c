"""Thought records as plain JSON values and back, on the terms that ``plain`` states."""

from __future__ import annotations

import datetime as dt

from resilience_desktop.domain.plain import (
    moment_from_plain,
    moment_to_plain,
    sensation_from_plain,
    sensation_to_plain,
    trigger_from_plain,
    trigger_to_plain,
)
from resilience_desktop.domain.plain_values import (
    Plain,
    day_or_none_in,
    each_in,
    flag_in,
    mapping,
    rating_in,
    text_in,
    unexpected,
    words_in,
)
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

_NO_PREDICTION: Plain = {"expected": "", "likely": None, "happened": "", "learned": ""}
_LATER: Plain = {
    "begun": None,
    "form": "five",
    "steps": list(FIVE_PARTS),
    "triggers": [],
    "tags": [],
    "sensations": [],
    "arrow": [],
    "label": "",
    "did": "",
    "chose": "",
    "turned_down": [],
    "settled": None,
    "evidence_for": [],
    "evidence_against": [],
    "friend": "",
    "distance": "",
    "checks": [],
    "kindness": "",
    "helpful": None,
    "prediction": _NO_PREDICTION,
    "next_step": "",
    "next_step_on": None,
    "revisit_on": None,
    "turned_out": "",
    "revisited": False,
    "not_ready": False,
    "share": "ask",
    "starred": False,
    "sealed": False,
}
"""What a record says that was written before there were these."""


def record_to_plain(record: ThoughtRecord) -> Plain:
    """Return the thought record as JSON values."""
    return {
        "id": record.id,
        "at": moment_to_plain(record.at),
        "begun": record.begun and record.begun.isoformat(),
        "form": record.form,
        "steps": list(record.steps),
        "situation": record.situation,
        "triggers": [trigger_to_plain(trigger) for trigger in record.triggers],
        "tags": list(record.tags),
        "feelings": [
            {"word": f.word, "before": f.before, "after": f.after} for f in record.feelings
        ],
        "sensations": [sensation_to_plain(felt) for felt in record.sensations],
        "thoughts": [_thought_to_plain(thought) for thought in record.thoughts],
        "arrow": list(record.arrow),
        "label": record.label,
        "did": record.did,
        "chose": record.chose,
        "patterns": [
            {"pattern": p.pattern, "main": p.main, "hinted": p.hinted} for p in record.patterns
        ],
        "turned_down": list(record.turned_down),
        "settled": record.settled and _settling_to_plain(record.settled),
        "evidence_for": list(record.evidence_for),
        "evidence_against": list(record.evidence_against),
        "friend": record.friend,
        "distance": record.distance,
        "balanced_thought": record.balanced_thought,
        "balanced_belief": record.balanced_belief,
        "checks": list(record.checks),
        "kindness": record.kindness,
        "helpful": record.helpful,
        "prediction": {
            "expected": record.prediction.expected,
            "likely": record.prediction.likely,
            "happened": record.prediction.happened,
            "learned": record.prediction.learned,
        },
        "next_step": record.next_step,
        "next_step_on": record.next_step_on and record.next_step_on.isoformat(),
        "revisit_on": record.revisit_on and record.revisit_on.isoformat(),
        "turned_out": record.turned_out,
        "revisited": record.revisited,
        "not_ready": record.not_ready,
        "share": record.share,
        "step": record.step,
        "finished": record.finished,
        "starred": record.starred,
        "sealed": record.sealed,
    }


def record_from_plain(value: object) -> ThoughtRecord:
    """Return the record that ``record_to_plain`` wrote, of this version or an earlier one."""
    plain = _LATER | mapping(value)
    return ThoughtRecord(
        id=text_in(plain, "id"),
        at=moment_from_plain(plain.get("at")),
        begun=_begun(plain),
        form=text_in(plain, "form"),
        steps=tuple(map(Step, words_in(plain, "steps"))),
        situation=text_in(plain, "situation"),
        triggers=each_in(plain, "triggers", trigger_from_plain),
        tags=words_in(plain, "tags"),
        feelings=each_in(
            plain,
            "feelings",
            lambda f: RatedFeeling(
                text_in(f, "word"), rating_in(f, "before"), rating_in(f, "after")
            ),
        ),
        sensations=each_in(plain, "sensations", sensation_from_plain),
        thoughts=each_in(plain, "thoughts", _thought),
        arrow=words_in(plain, "arrow"),
        label=text_in(plain, "label"),
        did=text_in(plain, "did"),
        chose=text_in(plain, "chose"),
        patterns=each_in(plain, "patterns", _pattern),
        turned_down=words_in(plain, "turned_down"),
        settled=None if plain["settled"] is None else _settling(plain["settled"]),
        evidence_for=words_in(plain, "evidence_for"),
        evidence_against=words_in(plain, "evidence_against"),
        friend=text_in(plain, "friend"),
        distance=text_in(plain, "distance"),
        balanced_thought=text_in(plain, "balanced_thought"),
        balanced_belief=rating_in(plain, "balanced_belief"),
        checks=tuple(map(Check, words_in(plain, "checks"))),
        kindness=text_in(plain, "kindness"),
        helpful=rating_in(plain, "helpful"),
        prediction=_prediction(plain["prediction"]),
        next_step=text_in(plain, "next_step"),
        next_step_on=day_or_none_in(plain, "next_step_on"),
        revisit_on=day_or_none_in(plain, "revisit_on"),
        turned_out=text_in(plain, "turned_out"),
        revisited=flag_in(plain, "revisited"),
        not_ready=flag_in(plain, "not_ready"),
        share=Share(text_in(plain, "share")),
        step=Step(text_in(plain, "step")),
        finished=flag_in(plain, "finished"),
        starred=flag_in(plain, "starred"),
        sealed=flag_in(plain, "sealed"),
    )


def _begun(plain: Plain) -> dt.datetime | None:
    if plain["begun"] is None:
        return None
    try:
        return dt.datetime.fromisoformat(text_in(plain, "begun"))
    except ValueError:
        raise unexpected("begun") from None


def _thought_to_plain(thought: AutomaticThought) -> Plain:
    return {
        "text": thought.text,
        "belief_before": thought.belief_before,
        "belief_after": thought.belief_after,
        "hot": thought.hot,
        "kind": thought.kind,
    }


def _thought(plain: Plain) -> AutomaticThought:
    plain = {"kind": "words"} | plain
    return AutomaticThought(
        text_in(plain, "text"),
        rating_in(plain, "belief_before"),
        rating_in(plain, "belief_after"),
        flag_in(plain, "hot"),
        ThoughtKind(text_in(plain, "kind")),
    )


def _settling_to_plain(settling: Settling) -> Plain:
    return {"choice": settling.choice, "seconds": settling.seconds, "at": settling.at}


def _settling(value: object) -> Settling:
    plain = mapping(value)
    at = plain.get("at")
    return Settling(
        Settled(text_in(plain, "choice")),
        rating_in(plain, "seconds"),
        None if at is None else Step(text_in(plain, "at")),
    )


def _pattern(plain: Plain) -> ChosenPattern:
    plain = {"hinted": False} | plain
    return ChosenPattern(
        text_in(plain, "pattern"), flag_in(plain, "main"), flag_in(plain, "hinted")
    )


def _prediction(value: object) -> Prediction:
    plain = mapping(value)
    return Prediction(
        text_in(plain, "expected"),
        rating_in(plain, "likely"),
        text_in(plain, "happened"),
        text_in(plain, "learned"),
    )
