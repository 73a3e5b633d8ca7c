"""A thought record: from a hot moment to a thought that is fair."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.feeling import check_rating
from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.record_form import FIVE_PARTS, Step, nearest, with_steps

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.details import Sensation, Trigger
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.domain.record_form import Form


_ANSWERING = {
    Step.PATTERNS,
    Step.EVIDENCE,
    Step.BALANCED,
    Step.LOOK_AGAIN,
    Step.PREDICTION,
}
"""Parts that look a thought through; without them it is only noticed."""
MOST_ARROWS = 5
"""Steps down from a thought to what it seems to mean."""
LEAST_HELPFUL, MOST_HELPFUL = 0, 10


class ThoughtKind(StrEnum):
    """What went through the mind."""

    WORDS = "words"
    IMAGE = "image"
    MEMORY = "memory"


class Settled(StrEnum):
    """What somebody did when it was offered to settle before looking at evidence."""

    DECLINED = "declined"
    BREATHING = "breathing"
    GROUNDING = "grounding"


@dataclass(frozen=True, slots=True)
class Settling:
    """What came of the offer to settle: what was chosen, how long it lasted, and where."""

    choice: Settled = field(repr=False)
    seconds: int | None = field(default=None, repr=False)
    """How long the exercise lasted; None for none, and where that is not known."""
    at: Step | None = field(default=None, repr=False)
    """The step at which it was; None where that is not known."""

    def __post_init__(self) -> None:
        if self.seconds is not None and self.seconds < 0:
            message = "An exercise lasts no less than 0 seconds."
            raise ValueError(message)

    def then(self, later: Settling) -> Settling:
        """Return what is kept once there was another.

        Time in the same exercise adds up. Of two exercises the longer one is kept, and any of
        them rather than none.
        """
        if later.choice is Settled.DECLINED:
            return self
        if later.choice is self.choice:
            return replace(self, seconds=(self.seconds or 0) + (later.seconds or 0))
        is_longer = (later.seconds or 0) > (self.seconds or 0)
        return later if is_longer or self.choice is Settled.DECLINED else self


class Share(StrEnum):
    """How much of a record a report may hold."""

    NEVER = "never"
    """Nothing, and it cannot be ticked either."""
    ASK = "ask"
    """Nothing, unless it is ticked."""
    SUMMARY = "summary"
    """What is counted, and nothing in the person's words."""
    FULL = "full"


class Check(StrEnum):
    """What a balanced thought can be looked through for; never a score."""

    SPECIFIC = "specific"
    FAIR = "fair"
    KIND = "kind"
    NEXT_STEP = "next_step"


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

    @property
    def is_of_the_moment(self) -> bool:
        """Whether it was there at first, rated or not."""
        return self.before is not None or self.after is None

    @property
    def in_short(self) -> str:
        """Its word, and how strong it was at first if that is known."""
        return self.word if self.before is None else f"{self.word} {self.before}"


@dataclass(frozen=True, slots=True)
class AutomaticThought:
    """A thought that came by itself, and how far it was believed, 0-100, first and later."""

    text: str = field(repr=False)
    belief_before: int | None = field(default=None, repr=False)
    belief_after: int | None = field(default=None, repr=False)
    hot: bool = False
    kind: ThoughtKind = ThoughtKind.WORDS

    def __post_init__(self) -> None:
        check_rating(self.belief_before)
        check_rating(self.belief_after)


@dataclass(frozen=True, slots=True)
class ChosenPattern:
    """A thinking pattern, or one of the three special choices, by its id in the content."""

    pattern: str = field(repr=False)
    main: bool = False
    hinted: bool = False
    """Whether it was taken from a hint."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """Something that is expected, to be held against what happens: a behavioural experiment."""

    expected: str = field(default="", repr=False)
    likely: int | None = field(default=None, repr=False)
    """0 to 100, as somebody saw it beforehand."""
    happened: str = field(default="", repr=False)
    learned: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        check_rating(self.likely)

    def __bool__(self) -> bool:
        words = (self.expected, self.happened, self.learned)
        return self.likely is not None or any(map(str.strip, words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ThoughtRecord:
    """One worksheet. Nothing but the moment is needed; every step can be skipped."""

    at: Moment
    """When the moment happened."""
    begun: dt.datetime | None = None
    """When writing it began, with the offset from UTC then; None for what was brought in."""
    form: str = field(default="five", repr=False)
    """Id of the form it was begun with or has grown to."""
    steps: tuple[Step, ...] = FIVE_PARTS
    """What is asked, in its order. It stays when a form of one's own changes."""
    situation: str = field(default="", repr=False)
    triggers: tuple[Trigger, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    feelings: tuple[RatedFeeling, ...] = field(default=(), repr=False)
    sensations: tuple[Sensation, ...] = field(default=(), repr=False)
    thoughts: tuple[AutomaticThought, ...] = field(default=(), repr=False)
    arrow: tuple[str, ...] = field(default=(), repr=False)
    """What the hot thought would mean if it were true, and what that would mean, and so on."""
    label: str = field(default="", repr=False)
    """What the mind was doing, in a word, such as "planning"."""
    did: str = field(default="", repr=False)
    chose: str = field(default="", repr=False)
    """What somebody chose to do in place of what the moment called for."""
    patterns: tuple[ChosenPattern, ...] = field(default=(), repr=False)
    turned_down: tuple[str, ...] = field(default=(), repr=False)
    """Patterns somebody was asked about and said no to: they are not asked about again."""
    settled: Settling | None = field(default=None, repr=False)
    evidence_for: tuple[str, ...] = field(default=(), repr=False)
    evidence_against: tuple[str, ...] = field(default=(), repr=False)
    friend: str = field(default="", repr=False)
    """What a good friend would be told."""
    distance: str = field(default="", repr=False)
    """How it looks from further away, in time or from the other side of the room."""
    balanced_thought: str = field(default="", repr=False)
    balanced_belief: int | None = field(default=None, repr=False)
    checks: tuple[Check, ...] = field(default=(), repr=False)
    kindness: str = field(default="", repr=False)
    """Something said to oneself as to a friend."""
    helpful: int | None = field(default=None, repr=False)
    """How helpful the record was, 0 to 10."""
    prediction: Prediction = field(default_factory=Prediction, repr=False)
    next_step: str = field(default="", repr=False)
    next_step_on: dt.date | None = field(default=None, repr=False)
    revisit_on: dt.date | None = field(default=None, repr=False)
    """The day from which the record asks, quietly, how it turned out."""
    turned_out: str = field(default="", repr=False)
    revisited: bool = False
    not_ready: bool = field(default=False, repr=False)
    """Whether it was kept without a fairer thought on purpose: a record like any other."""
    share: Share = Share.ASK
    step: Step = Step.SITUATION
    """Where the person left, so the record opens there again."""
    finished: bool = False
    starred: bool = field(default=False, repr=False)
    """Whether it is to be brought to the next session."""
    sealed: bool = field(default=False, repr=False)
    """Whether it is put away: out of lists, search and reports until it is opened again."""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        check_rating(self.balanced_belief)
        if self.helpful is not None and not LEAST_HELPFUL <= self.helpful <= MOST_HELPFUL:
            message = f"How helpful it was lies between {LEAST_HELPFUL} and {MOST_HELPFUL}."
            raise ValueError(message)
        if self.begun is not None and self.begun.tzinfo is None:
            message = "When writing began is known with its offset from UTC."
            raise ValueError(message)
        if len(self.arrow) > MOST_ARROWS:
            message = f"The downward arrow has at most {MOST_ARROWS} steps."
            raise ValueError(message)
        if not self.steps or len(set(self.steps)) < len(self.steps):
            message = "A record has steps, each of them once."
            raise ValueError(message)
        if sum(thought.hot for thought in self.thoughts) > 1:
            message = "At most one thought is the hot one."
            raise ValueError(message)
        if sum(chosen.main for chosen in self.patterns) > 1:
            message = "At most one pattern is the main one."
            raise ValueError(message)

    @property
    def never_share(self) -> bool:
        """Whether its words stay out of everything that is made for somebody else."""
        return self.share is Share.NEVER

    @property
    def hot_thought(self) -> AutomaticThought | None:
        """The thought to work with: the one marked hot, else the first that has words."""
        worded = [thought for thought in self.thoughts if thought.text.strip()]
        return next((thought for thought in worded if thought.hot), worded[0] if worded else None)

    @property
    def strongest(self) -> int | None:
        """How strong the strongest feeling was in the moment, 0 to 100."""
        return max((f.before for f in self.feelings if f.before is not None), default=None)

    @property
    def is_noticing(self) -> bool:
        """Whether it gives a thought a word and lets it be: nothing in it looks for an answer."""
        steps = set(self.all_steps)
        return Step.LABEL in steps and not steps & _ANSWERING

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put in yet besides the time."""
        return not any(map(self.has, Step))

    @property
    def is_rated_again(self) -> bool:
        """Whether any feeling or thought has a second rating."""
        return any(feeling.after is not None for feeling in self.feelings) or any(
            thought.belief_after is not None for thought in self.thoughts
        )

    @property
    def felt(self) -> tuple[RatedFeeling, ...]:
        """The feelings of the moment, those that were rated first."""
        there = [feeling for feeling in self.feelings if feeling.is_of_the_moment]
        return tuple(sorted(there, key=lambda feeling: feeling.before is None))

    @property
    def feeling_change(self) -> tuple[float, int] | None:
        """Mean fall (before minus after) of the feelings rated twice, and how many those are."""
        falls = [
            f.before - f.after
            for f in self.feelings
            if f.before is not None and f.after is not None
        ]
        return (sum(falls) / len(falls), len(falls)) if falls else None

    @property
    def belief_change(self) -> int | None:
        """How far belief in the hot thought fell (before minus after)."""
        hot = self.hot_thought
        if hot is None or hot.belief_before is None or hot.belief_after is None:
            return None
        return hot.belief_before - hot.belief_after

    def has(self, step: Step) -> bool:
        """Whether anything stands in one step."""
        return bool(self._of(step))

    def asks_how_it_turned_out(self, today: dt.date) -> bool:
        """Whether the day has come that was set for looking at it again."""
        return self.revisit_on is not None and not self.revisited and self.revisit_on <= today

    def asking(self, form: Form) -> ThoughtRecord:
        """Return the record with another form, at the same step or the nearest.

        What is written stays, whatever that is.
        """
        changed = replace(self, form=form.id, steps=form.steps, not_ready=False)
        return replace(changed, step=nearest(changed.all_steps, self.step))

    def asking_too(self, part: Step) -> ThoughtRecord:
        """Return the record with one part more."""
        return replace(self, steps=with_steps(self.all_steps, (part,)), not_ready=False)

    def is_answered_anew_since(self, before: ThoughtRecord) -> bool:
        """Whether another balanced thought stands in it than did before."""
        answer = self.balanced_thought.strip()
        return bool(answer) and answer != before.balanced_thought.strip()

    @property
    def first_empty(self) -> Step | None:
        """The first step with nothing in it, or None."""
        return next((step for step in self.all_steps if not self.has(step)), None)

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """The steps that are asked, and those that hold something all the same, in place."""
        more = [step for step in Step if step not in self.steps and self.has(step)]
        return with_steps(self.steps, more)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """All steps, and the one somebody is at, even if nothing stands there any more."""
        return with_steps(self.all_steps, (self.step,))

    def _of(self, step: Step) -> object:
        return {
            Step.SITUATION: self.situation.strip() or self.triggers or self.tags,
            Step.FEELINGS: any(feeling.is_of_the_moment for feeling in self.feelings)
            or self.sensations,
            Step.THOUGHT: self.hot_thought or any(map(str.strip, self.arrow)),
            Step.LABEL: self.label.strip(),
            Step.RESPONSE: self.did.strip() or self.chose.strip(),
            Step.PATTERNS: self.patterns,
            Step.EVIDENCE: any(map(str.strip, (*self.evidence_for, *self.evidence_against)))
            or self.friend.strip()
            or self.distance.strip(),
            Step.BALANCED: self.balanced_thought.strip(),
            Step.KINDNESS: self.kindness.strip(),
            Step.LOOK_AGAIN: self.is_rated_again or self.helpful is not None,
            Step.PREDICTION: self.prediction,
            Step.NEXT_STEP: self.next_step.strip() or self.revisit_on or self.turned_out.strip(),
        }[step]
