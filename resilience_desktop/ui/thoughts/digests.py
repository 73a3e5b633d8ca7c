"""What stands in each step, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import MOST_HELPFUL
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from resilience_desktop.domain.thought_record import ThoughtRecord


def digests(record: ThoughtRecord, *, numbers: bool) -> dict[Step, str]:
    """Return a line for each step that has something in it, with or without first ratings."""
    return {
        step: " ".join(_first_words(record, step, numbers=numbers).split())
        for step in Step
        if record.has(step)
    }


def _first_words(record: ThoughtRecord, step: Step, *, numbers: bool) -> str:
    """Return what is said of a step: the first of its parts that holds anything."""
    hot, expected = record.hot_thought, record.prediction
    evidence = (*record.evidence_for, *record.evidence_against)
    found: Mapping[Step, tuple[str, ...]] = {
        Step.SITUATION: (
            record.situation,
            ", ".join((*(trigger.word for trigger in record.triggers), *record.tags)),
        ),
        Step.FEELINGS: (
            ", ".join(
                _rated(f.word, f.before if numbers else None)
                for f in record.feelings
                if f.before is not None or f.after is None
            ),
            ", ".join(felt.word for felt in record.sensations),
        ),
        Step.THOUGHT: (hot.text if hot else "", *record.arrow),
        Step.LABEL: (record.label,),
        Step.RESPONSE: (record.chose, record.did),
        Step.PATTERNS: (", ".join(content.pattern_name(c.pattern) for c in record.patterns),),
        Step.EVIDENCE: (
            ", ".join(filter(str.strip, evidence)),
            record.friend,
            record.distance,
        ),
        Step.BALANCED: (record.balanced_thought,),
        Step.KINDNESS: (record.kindness,),
        Step.LOOK_AGAIN: (", ".join(_rated_again(record)),),
        Step.PREDICTION: (
            expected.expected,
            expected.happened,
            expected.learned,
            "" if expected.likely is None else text("{n} % likely").format(n=expected.likely),
        ),
        Step.NEXT_STEP: (record.next_step, record.turned_out, _look_again_on(record)),
    }
    return next(filter(str.strip, found[step]), "")


def _rated_again(record: ThoughtRecord) -> Iterator[str]:
    """Yield what was rated once more: beliefs, feelings, and how much it helped."""
    for thought in record.thoughts:
        if thought.belief_after is not None:
            yield text("believed {n} % now").format(n=thought.belief_after)
    for feeling in record.feelings:
        if feeling.after is not None:
            yield _rated(feeling.word, feeling.after)
    if record.helpful is not None:
        yield text("helpful: {n} of {most}").format(n=record.helpful, most=MOST_HELPFUL)


def _look_again_on(record: ThoughtRecord) -> str:
    if record.revisit_on is None:
        return ""
    return text("look again on {day}").format(day=i18n.day(record.revisit_on))


def _rated(word: str, rating: int | None) -> str:
    return word if rating is None else f"{word} {rating}"
