"""Forms of a thought record: which parts are asked, and in what order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class Step(StrEnum):
    """The parts that a record can have, in the order they are offered.

    Thinking patterns stand between thought and answer, as J. Beck 2011 has them.
    """

    SITUATION = "situation"
    FEELINGS = "feelings"
    THOUGHT = "thought"
    LABEL = "label"
    """A word for what the mind was doing, in place of any challenge."""
    RESPONSE = "response"
    PATTERNS = "patterns"
    EVIDENCE = "evidence"
    BALANCED = "balanced"
    KINDNESS = "kindness"
    LOOK_AGAIN = "look_again"
    PREDICTION = "prediction"
    NEXT_STEP = "next_step"


FIVE_PARTS = (
    Step.SITUATION,
    Step.FEELINGS,
    Step.THOUGHT,
    Step.PATTERNS,
    Step.BALANCED,
    Step.LOOK_AGAIN,
)
"""Situation, feelings, automatic thoughts, answer, outcome (Beck, Rush, Shaw & Emery 1979)."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that comes with the app, or one of the person's own."""

    id: str = field(repr=False)
    name: str = field(repr=False)
    steps: tuple[Step, ...]
    minutes: int | None = None
    """About how long it takes; None for one's own."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "A form has a name."
            raise ValueError(message)
        if not self.steps or len(set(self.steps)) < len(self.steps):
            message = "A form has steps, each of them once."
            raise ValueError(message)


def with_steps(steps: Iterable[Step], more: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps with others put in, each before the first that is offered later than it."""
    found = list(steps)
    order = list(Step)
    for step in more:
        if step not in found:
            later = [n for n, one in enumerate(found) if order.index(one) > order.index(step)]
            found.insert(later[0] if later else len(found), step)
    return tuple(found)


def nearest(steps: Iterable[Step], to: Step) -> Step:
    """Return a step itself, or that of ``steps`` which is offered closest to it."""
    order = list(Step).index
    return min(steps, key=lambda step: (abs(order(step) - order(to)), order(step)))


def form_to_plain(form: Form) -> dict[str, Any]:
    """Return one of the person's own forms as JSON values."""
    return {"id": form.id, "name": form.name, "steps": list(form.steps)}


def form_from_plain(plain: object) -> Form | None:
    """Return the form that ``form_to_plain`` wrote, or None for anything else."""
    if not isinstance(plain, dict):
        return None
    id_, name, steps = plain.get("id"), plain.get("name"), plain.get("steps")
    if not isinstance(id_, str) or not isinstance(name, str) or not isinstance(steps, list):
        return None
    try:
        return Form(id_, name, tuple(map(Step, steps)))
    except ValueError:
        return None
