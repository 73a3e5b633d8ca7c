"""A thought record: from a hot moment to a thought that is fair."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.feeling import check_rating
from resilience_desktop.domain.ids import new_id

if TYPE_CHECKING:
    from resilience_desktop.domain.moment import Moment


class Step(StrEnum):
    """The parts of the five-part record, in the order they are offered.

    Beck, Rush, Shaw & Emery 1979: situation, feelings, automatic thoughts, answer, outcome.
    Thinking patterns stand between thought and answer, as J. Beck 2011 has them.
    """

    SITUATION = "situation"
    FEELINGS = "feelings"
    THOUGHT = "thought"
    PATTERNS = "patterns"
    BALANCED = "balanced"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True, slots=True)
class RatedFeeling:
    """A feeling, rated 0-100 in the moment and again afterwards.

    A feeling with only ``after`` is one that came up while looking again.
    """

    word: str = field(repr=False)
    before: int | None = field(default=None, repr=False)
    after: int | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.word.strip():
            message = "A feeling has a word."
            raise ValueError(message)
        check_rating(self.before)
        check_rating(self.after)


@dataclass(frozen=True, slots=True)
class AutomaticThought:
    """A thought that came by itself, and how far it was believed, 0-100, first and later."""

    text: str = field(repr=False)
    belief_before: int | None = field(default=None, repr=False)
    belief_after: int | None = field(default=None, repr=False)
    hot: bool = False

    def __post_init__(self) -> None:
        check_rating(self.belief_before)
        check_rating(self.belief_after)


@dataclass(frozen=True, slots=True)
class ChosenPattern:
    """A thinking pattern, or one of the three special choices, by its id in the content."""

    pattern: str = field(repr=False)
    main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThoughtRecord:
    """One worksheet. Only the situation or a thought is needed; every step can be skipped."""

    at: Moment
    """When the moment happened."""
    situation: str = field(default="", repr=False)
    feelings: tuple[RatedFeeling, ...] = field(default=(), repr=False)
    thoughts: tuple[AutomaticThought, ...] = field(default=(), repr=False)
    patterns: tuple[ChosenPattern, ...] = field(default=(), repr=False)
    balanced_thought: str = field(default="", repr=False)
    balanced_belief: int | None = field(default=None, repr=False)
    step: Step = Step.SITUATION
    """Where the person left, so the record opens there again."""
    finished: bool = False
    starred: bool = field(default=False, repr=False)
    """Whether it is to be brought to the next session."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        check_rating(self.balanced_belief)
        if sum(thought.hot for thought in self.thoughts) > 1:
            message = "At most one thought is the hot one."
            raise ValueError(message)
        if sum(chosen.main for chosen in self.patterns) > 1:
            message = "At most one pattern is the main one."
            raise ValueError(message)

    @property
    def hot_thought(self) -> AutomaticThought | None:
        """The thought to work with: the one marked hot, else the first that has words."""
        worded = [thought for thought in self.thoughts if thought.text.strip()]
        return next((thought for thought in worded if thought.hot), worded[0] if worded else None)

    @property
    def can_finish(self) -> bool:
        """Whether there is a situation or a thought, the only parts that are needed."""
        return bool(self.situation.strip()) or self.hot_thought is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put in yet besides the time."""
        return not (
            self.can_finish or self.feelings or self.patterns or self.balanced_thought.strip()
        )

    @property
    def is_rated_again(self) -> bool:
        """Whether any feeling or thought has a second rating."""
        return any(feeling.after is not None for feeling in self.feelings) or any(
            thought.belief_after is not None for thought in self.thoughts
        )
