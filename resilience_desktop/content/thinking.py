"""Thought records: their forms and questions, thinking patterns, thoughts to practise on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.content.reading import read, steps, texts
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ThinkingPattern:
    """A thinking pattern (cognitive distortion), or one of the three special choices."""

    id: str
    name: str
    definition: str
    example: str
    """A thought of this kind; empty for a special choice."""
    questions: tuple[str, ...]
    special: bool
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    """Words that such thoughts often have, for hints; of the choice that a thought is a feeling,
    words for feelings that are not among those to choose from."""
    reframe: str = ""
    """The example put in a fairer way."""


@dataclass(frozen=True, slots=True)
class PracticeThought:
    """A made-up thought to practise naming patterns with."""

    words: str
    pattern: str
    """The id of the pattern, or special choice, that fits best."""
    why: str
    also: tuple[str, ...]
    """Ids of others that fit as well."""


@once_a_language
def thinking_patterns() -> tuple[ThinkingPattern, ...]:
    """Return the patterns in their order, then the three special choices."""
    found = read("thinking_patterns")
    patterns = [
        ThinkingPattern(
            p["id"],
            text(p["name"]),
            text(p["definition"]),
            text(p["example_thought"]),
            texts(p["challenge_questions"]),
            special=False,
            aliases=texts(p["aliases"]),
            cues=texts(p["cue_words"]),
            reframe=text(p["example_reframe"]),
        )
        for p in sorted(found["thinking_patterns"], key=lambda p: p["order"])
    ]
    special = [
        ThinkingPattern(
            s["id"],
            text(s["name"]),
            text(s["description"]),
            "",
            texts(s["next_steps"]),
            special=True,
            cues=texts(s.get("cue_words", ())),
        )
        for s in found["special_choices"]
    ]
    return (*patterns, *special)


def named_pattern(name: str) -> ThinkingPattern:
    """Return a pattern of one's own of which only the name is known."""
    return ThinkingPattern(name, name, "", "", (), special=False)


def pattern_name(pattern: str) -> str:
    """Return the name of a pattern, or its id when this version does not know it."""
    return next((p.name for p in thinking_patterns() if p.id == pattern), pattern)


@once_a_language
def common_patterns() -> tuple[str, ...]:
    """Return the ids of the patterns that are offered before a person has used any."""
    return tuple(read("thinking_patterns")["common"])


@once_a_language
def practice_thoughts() -> tuple[PracticeThought, ...]:
    """Return made-up thoughts, each with the pattern that fits best and why."""
    return tuple(
        PracticeThought(text(t["words"]), t["pattern"], text(t["why"]), tuple(t["also"]))
        for t in read("pattern_practice")["thoughts"]
    )


@once_a_language
def record_forms() -> tuple[Form, ...]:
    """Return the forms of a thought record that come with the app, the shortest first."""
    return tuple(
        Form(f["id"], text(f["name"]), tuple(map(Step, f["steps"])), f["minutes"])
        for f in read("thought_record")["forms"]
    )


@once_a_language
def usual_form() -> Form:
    """Return the form that a record begins with, unless somebody chose another."""
    first = read("thought_record")["first_form"]
    return next(form for form in record_forms() if form.id == first)


@once_a_language
def form_descriptions() -> Mapping[str, str]:
    """Return what each form that comes with the app is for, by its id."""
    return {f["id"]: text(f["description"]) for f in read("thought_record")["forms"]}


@once_a_language
def noticing_labels() -> tuple[str, ...]:
    """Return words for what a mind is doing."""
    return texts(read("thought_record")["labels"])


@once_a_language
def interpretation_cues() -> tuple[str, ...]:
    """Return words that can make a line of evidence a reading of what happened."""
    return texts(read("thought_record")["interpretation_cues"])


@once_a_language
def guiding_questions(part: str) -> tuple[str, ...]:
    """Return the questions that help with one part of a thought record."""
    return texts(read("thought_record")["guiding_questions"][part])


@once_a_language
def rating_anchors(scale: str) -> Mapping[int, str]:
    """Return the words at 0, 50 and 100 of the ``belief`` or ``emotion`` scale."""
    return steps(read("thought_record")["scales"][scale]["anchors"])
