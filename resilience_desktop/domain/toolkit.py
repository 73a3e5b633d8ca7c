"""What somebody reaches for in a hard moment, and the order they go in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    each_in,
    flag_in,
    mapping,
    one_of,
    rating_in,
    text_in,
    words_in,
)

T = TypeVar("T")

FEWEST, MOST = 3, 5
"""How many skills a toolkit has: few enough to find one in a hard moment."""


class Stage(StrEnum):
    """A soft order. Nobody has to keep to it, and it goes back and forth."""

    SAFETY = "safety"
    SETTLE = "settle"
    WORK_THROUGH = "work_through"
    INTEGRATE = "integrate"
    GROW = "grow"

    @property
    def place(self) -> int:
        """Its place in the order, from 0."""
        return list(Stage).index(self)


class Comfort(StrEnum):
    """Kinds of things that help to get through a hard hour."""

    SOOTHE = "soothe"
    DISTRACT = "distract"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Toolkit:
    """What somebody chose."""

    chosen: tuple[str, ...] = field(default=(), repr=False)
    """Ids of the skills at hand, in order; fewer than ``FEWEST`` while it is being filled."""
    automatic: tuple[str, ...] = field(default=(), repr=False)
    """Skills that come by themselves now."""
    stage: Stage | None = field(default=None, repr=False)
    """Where somebody says they are; None as long as they have not said."""
    gone_on: tuple[str, ...] = field(default=(), repr=False)
    """Skills of a later stage that somebody uses all the same."""
    may_be_cold: bool | None = field(default=None, repr=False)
    """Whether cold and exercise are safe for the body; None until that was asked."""
    comforts: tuple[tuple[Comfort, str], ...] = field(default=(), repr=False)
    """Things to soothe, distract, accept, in the order of each list."""

    def __post_init__(self) -> None:
        if len(self.chosen) > MOST or len(set(self.chosen)) < len(self.chosen):
            message = f"A toolkit has at most {MOST} skills, each once."
            raise ValueError(message)

    @property
    def is_full(self) -> bool:
        """Whether another skill has to take the place of one."""
        return len(self.chosen) == MOST

    def with_skill(self, skill: str, instead_of: str = "") -> Toolkit:
        """Return it with a skill at the end, or in the place of another one.

        Raises ``ValueError`` for one too many.
        """
        if skill in self.chosen:
            return self
        if instead_of:
            return replace(
                self, chosen=tuple(skill if one == instead_of else one for one in self.chosen)
            )
        return replace(self, chosen=(*self.chosen, skill))

    def without(self, skill: str) -> Toolkit:
        """Return it without a skill."""
        return replace(self, chosen=tuple(one for one in self.chosen if one != skill))

    def joined(self, other: Toolkit) -> Toolkit:
        """Return it with what only another one has, as far as there is room for skills."""
        cold = other.may_be_cold if self.may_be_cold is None else self.may_be_cold
        return Toolkit(
            _each_once(self.chosen, other.chosen)[:MOST],
            _each_once(self.automatic, other.automatic),
            self.stage or other.stage,
            _each_once(self.gone_on, other.gone_on),
            cold,
            _each_once(self.comforts, other.comforts),
        )

    def of_kind(self, comfort: Comfort) -> tuple[str, ...]:
        """Return the things of one kind."""
        return tuple(words for kind, words in self.comforts if kind is comfort)

    def is_later(self, skill: str, stage: Stage) -> bool:
        """Whether a note stands before a skill of this stage."""
        return stage.place > (self.stage or Stage.SETTLE).place and skill not in self.gone_on


@dataclass(frozen=True, slots=True)
class OwnSkill:
    """Something of one's own: to do, or a script to be led through."""

    name: str = field(repr=False)
    about: str = field(default="", repr=False)
    steps: tuple[str, ...] = field(default=(), repr=False)
    """A script, a step at a time; none for something to go and do."""
    minutes: int | None = field(default=None, repr=False)
    """How long it takes, if that is known."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.name.strip():
            message = "A skill has a name."
            raise ValueError(message)
        if self.minutes is not None and self.minutes < 1:
            message = "A skill takes a minute or more."
            raise ValueError(message)


def _each_once(these: tuple[T, ...], others: tuple[T, ...]) -> tuple[T, ...]:
    return (*these, *(one for one in dict.fromkeys(others) if one not in these))


def toolkit_to_plain(toolkit: Toolkit) -> Plain:
    """Return a toolkit as JSON values."""
    return {
        "chosen": list(toolkit.chosen),
        "automatic": list(toolkit.automatic),
        "stage": toolkit.stage.value if toolkit.stage else None,
        "gone_on": list(toolkit.gone_on),
        "may_be_cold": toolkit.may_be_cold,
        "comforts": [{"kind": kind.value, "words": words} for kind, words in toolkit.comforts],
    }


def toolkit_from_plain(value: object) -> Toolkit:
    """Return what ``toolkit_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return Toolkit(
        words_in(plain, "chosen"),
        words_in(plain, "automatic"),
        None if plain.get("stage") is None else one_of(plain, "stage", Stage),
        words_in(plain, "gone_on"),
        None if plain.get("may_be_cold") is None else flag_in(plain, "may_be_cold"),
        each_in(plain, "comforts", lambda c: (one_of(c, "kind", Comfort), text_in(c, "words"))),
    )


def own_skill_to_plain(skill: OwnSkill) -> Plain:
    """Return a skill of one's own as JSON values."""
    return {
        "id": skill.id,
        "name": skill.name,
        "about": skill.about,
        "steps": list(skill.steps),
        "minutes": skill.minutes,
    }


def own_skill_from_plain(value: object) -> OwnSkill:
    """Return what ``own_skill_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return OwnSkill(
        text_in(plain, "name"),
        text_in(plain, "about"),
        words_in(plain, "steps"),
        rating_in(plain, "minutes"),
        text_in(plain, "id"),
    )
