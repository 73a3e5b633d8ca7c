"""What stands in each step, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import ThoughtRecord


def digests(record: ThoughtRecord, *, numbers: bool) -> dict[Step, str]:
    """Return a line for each step that has something in it, with or without its ratings."""
    first = [f for f in record.feelings if f.before is not None or f.after is None]
    feelings = [
        f"{f.word} {f.before}" if numbers and f.before is not None else f.word for f in first
    ]
    again = [f"{f.word} {f.after}" for f in record.feelings if numbers and f.after is not None]
    found = {
        Step.SITUATION: record.situation.strip(),
        Step.FEELINGS: ", ".join(feelings),
        Step.THOUGHT: record.hot_thought.text if record.hot_thought else "",
        Step.PATTERNS: ", ".join(content.pattern_name(c.pattern) for c in record.patterns),
        Step.LABEL: record.label.strip(),
        Step.RESPONSE: record.chose.strip() or record.did.strip(),
        Step.EVIDENCE: ", ".join(
            filter(str.strip, (*record.evidence_for, *record.evidence_against))
        )
        or record.friend.strip()
        or record.distance.strip(),
        Step.BALANCED: record.balanced_thought.strip(),
        Step.KINDNESS: record.kindness.strip(),
        Step.PREDICTION: record.prediction.expected.strip(),
        Step.NEXT_STEP: record.next_step.strip(),
        Step.LOOK_AGAIN: ", ".join(again),
    }
    return {step: words for step, words in found.items() if words}
