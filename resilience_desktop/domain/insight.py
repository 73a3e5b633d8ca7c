"""A note to keep: something one has come to see, how a setback went, or one's own story.

All of them link to entries and records. What has prompts is written in answers, each of which can
be left empty; the story is one note for each day on which it was changed, the newest counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    flag_in,
    list_in,
    mapping,
    text_in,
    unexpected,
    words_in,
)

if TYPE_CHECKING:
    import datetime as dt


class InsightKind(StrEnum):
    """What a note is about."""

    SEEN = "seen"
    SETBACK = "setback"
    STORY = "story"


PROMPTS: dict[InsightKind, tuple[str, ...]] = {
    InsightKind.SEEN: (),
    InsightKind.SETBACK: ("happened", "learned", "next_step"),
    InsightKind.STORY: ("hard", "helped", "found", "matters"),
}
"""What each kind asks, in order; a note without prompts is its words."""


@dataclass(frozen=True, slots=True)
class Insight:
    """What somebody has come to see, and where."""

    words: str = field(repr=False)
    """Empty where the words are answers."""
    made: dt.date
    links: tuple[str, ...] = field(default=(), repr=False)
    """Ids of entries and thought records; one may be gone by now."""
    shared: bool = False
    """Whether reports hold it."""
    id: str = field(default_factory=new_id)
    kind: InsightKind = InsightKind.SEEN
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Prompt and words, in the order of ``PROMPTS``; those that were left empty are left out."""
    days: tuple[dt.date, dt.date] | None = field(default=None, repr=False)
    """The first and the last of the days that it is about, where it is about some."""

    def __post_init__(self) -> None:
        if not self.words.strip() and not any(words.strip() for _, words in self.answers):
            message = "An insight has words."
            raise ValueError(message)
        asked = tuple(prompt for prompt, _ in self.answers)
        if asked != tuple(prompt for prompt in PROMPTS[self.kind] if prompt in asked):
            message = "The answers of an insight belong to its prompts."
            raise ValueError(message)
        if self.days is not None and self.days[0] > self.days[1]:
            message = "The first of the days is not after the last."
            raise ValueError(message)

    @property
    def gist(self) -> str:
        """The first words of it."""
        return next(words for words in (self.words, *dict(self.answers).values()) if words.strip())

    def answer(self, prompt: str) -> str:
        """Return what stands below a prompt."""
        return dict(self.answers).get(prompt, "")


def insight_to_plain(insight: Insight) -> Plain:
    """Return an insight as JSON values."""
    days = insight.days
    return {
        "id": insight.id,
        "kind": insight.kind.value,
        "words": insight.words,
        "answers": [{"prompt": prompt, "words": words} for prompt, words in insight.answers],
        "made": insight.made.isoformat(),
        "days": None if days is None else [day.isoformat() for day in days],
        "links": list(insight.links),
        "shared": insight.shared,
    }


def insight_from_plain(value: object) -> Insight:
    """Return the insight that ``insight_to_plain`` wrote; raise ``ValueError`` for others.

    Those of the first versions have no kind, answers and days.
    """
    plain = mapping(value)
    return Insight(
        text_in(plain, "words"),
        day_in(plain, "made"),
        words_in(plain, "links"),
        flag_in(plain, "shared"),
        text_in(plain, "id"),
        InsightKind(text_in(plain, "kind")) if "kind" in plain else InsightKind.SEEN,
        _answers_in(plain) if "answers" in plain else (),
        None if plain.get("days") is None else _days_in(plain),
    )


def _answers_in(plain: Plain) -> tuple[tuple[str, str], ...]:
    answers = map(mapping, list_in(plain, "answers"))
    return tuple((text_in(answer, "prompt"), text_in(answer, "words")) for answer in answers)


def _days_in(plain: Plain) -> tuple[dt.date, dt.date]:
    days = [day_in({"days": day}, "days") for day in list_in(plain, "days")]
    if len(days) != 2:
        raise unexpected("days")
    return days[0], days[1]
