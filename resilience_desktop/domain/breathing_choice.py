"""What somebody chose of a breathing exercise: which breath, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, field

from resilience_desktop.domain.breathing import Breath, Pattern, Phase
from resilience_desktop.domain.plain_values import (
    Plain,
    flag_in,
    list_in,
    mapping,
    text_in,
    unexpected,
    whole_in,
)

OWN = "own"
"""The id of the breath with one's own seconds."""
STEP, LONGEST_PHASE = 0.5, 20.0
SHORTEST_BREATH, LONGEST_BREATH = 4.0, 40.0
"""Seconds of a whole breath: quicker ones make dizzy, and nobody breathes more slowly at ease."""
MOST_MINUTES, MOST_ROUNDS = 60, 200

Seconds = tuple[float, float, float, float]
"""In, hold, out and rest, in the order of ``Breath``."""


def is_breath(seconds: Seconds) -> bool:
    """Whether somebody can breathe like that; a hold or a rest of no time is left out."""
    in_, _, out, _ = seconds
    return (
        all(0 <= one <= LONGEST_PHASE and one % STEP == 0 for one in seconds)
        and min(in_, out) > 0
        and SHORTEST_BREATH <= sum(seconds) <= LONGEST_BREATH
    )


def held_no_longer(seconds: Seconds, than: Seconds) -> Seconds:
    """Return these seconds with no longer a hold and no longer a rest than the others have."""
    in_, hold, out, rest = seconds
    return in_, min(hold, than[1]), out, min(rest, than[3])


def own_breath(seconds: Seconds) -> Pattern:
    """Return the breath with these seconds; raise ``ValueError`` if nobody can breathe so."""
    if not is_breath(seconds):
        message = "Nobody breathes so."
        raise ValueError(message)
    return Pattern(
        tuple(Phase(breath, one) for breath, one in zip(Breath, seconds, strict=True) if one)
    )


def seconds_of(pattern: Pattern) -> Seconds:
    """Return how long each part of a breath takes, 0 for one that it leaves out."""
    found = {phase.breath: float(phase.seconds) for phase in pattern.phases}
    in_, hold, out, rest = (found.get(breath, 0.0) for breath in Breath)
    return in_, hold, out, rest


@dataclass(frozen=True, slots=True)
class BreathingChoice:
    """What was chosen last for one skill."""

    pattern: str = field(repr=False)
    """Id of a pattern of the skill, or ``OWN``."""
    own: Seconds
    """One's own seconds, also while another breath is chosen."""
    amount: int
    in_rounds: bool
    """Whether ``amount`` counts breaths; else minutes."""

    def __post_init__(self) -> None:
        most = MOST_ROUNDS if self.in_rounds else MOST_MINUTES
        if not (is_breath(self.own) and 1 <= self.amount <= most):
            message = "A choice of breathing is one that can be breathed."
            raise ValueError(message)


def choice_to_plain(choice: BreathingChoice) -> Plain:
    """Return a choice as JSON values."""
    return {
        "pattern": choice.pattern,
        "own": list(choice.own),
        "amount": choice.amount,
        "in_rounds": choice.in_rounds,
    }


def choice_from_plain(value: object) -> BreathingChoice:
    """Return what ``choice_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    own = [one for one in list_in(plain, "own") if isinstance(one, int | float)]
    if len(own) != len(Breath):
        raise unexpected("own")
    in_, hold, out, rest = own
    return BreathingChoice(
        text_in(plain, "pattern"),
        (in_, hold, out, rest),
        whole_in(plain, "amount"),
        flag_in(plain, "in_rounds"),
    )
