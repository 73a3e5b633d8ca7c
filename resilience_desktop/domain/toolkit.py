"""What somebody reaches for in a hard moment, and the order they go in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from resilience_desktop.domain.ids import new_id

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
    stage: Stage = field(default=Stage.SETTLE, repr=False)
    """Where somebody says they are."""
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

    def of_kind(self, comfort: Comfort) -> tuple[str, ...]:
        """Return the things of one kind."""
        return tuple(words for kind, words in self.comforts if kind is comfort)

    def is_later(self, skill: str, stage: Stage) -> bool:
        """Whether a note stands before a skill of this stage."""
        return stage.place > self.stage.place and skill not in self.gone_on


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
