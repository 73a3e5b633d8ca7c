"""All thought records of a period in one paragraph of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.record_brief import RecordFacts
from resilience_desktop.domain.thought_record import Settled
from resilience_desktop.i18n import text
from resilience_desktop.insights.records import LEAST_FOR_MEAN
from resilience_desktop.insights.records_seen import RecordsSeen
from resilience_desktop.reports.sections import Sentences
from resilience_desktop.services import seen_in_words
from resilience_desktop.services.reporting.outcome import NOTHING, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.thought_record import ThoughtRecord


def records_together(records: Sequence[ThoughtRecord]) -> Outcome:
    """Return how many records there are and what changed in them, as far as enough were rated."""
    counted = seen(records)
    if not counted.records:
        return NOTHING
    said = [seen_in_words.what_is_counted(counted), *_rated_twice(counted)]
    said += _settled(records)
    return Outcome((Sentences(title=text("Thought records"), paragraphs=(" ".join(said),)),))


def _rated_twice(counted: RecordsSeen) -> list[str]:
    """Return in how many records later ratings are lower; no average, as on the Charts page."""
    said = [
        words.format(ratings=seen_in_words.lower_and_higher(rated))
        for words, rated in (
            (text("Belief in the automatic thought: {ratings}"), counted.belief_rated_twice),
            (text("Unpleasant feelings: {ratings}"), counted.rated_twice),
        )
        if len(rated) >= LEAST_FOR_MEAN
    ]
    if said:
        said.append(text("What is rated when it is strongest tends to be lower later anyhow."))
    return said


def seen(records: Sequence[ThoughtRecord]) -> RecordsSeen:
    """Count what the page of thought records counts; records are given oldest first."""
    special = {pattern.id for pattern in content.thinking_patterns() if pattern.special}
    facts = [RecordFacts.of(record) for record in reversed(records) if record.finished]
    return RecordsSeen.of(facts, special, content.pleasant_feelings())


def _settled(records: Sequence[ThoughtRecord]) -> list[str]:
    """Return in how many records an exercise to settle came first; nothing where in none."""
    number = sum(
        record.settled is not None and record.settled.choice is not Settled.DECLINED
        for record in records
        if record.finished
    )
    if not number:
        return []
    return [text("{n} of the records began with a calming exercise.").format(n=f"{number:,}")]
