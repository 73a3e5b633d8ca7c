"""The skills of the app: exercises to be led through, and worksheets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Any

from resilience_desktop.content.reading import read, texts
from resilience_desktop.domain.breathing import Breath, Pattern, Phase
from resilience_desktop.domain.toolkit import Stage
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Guide(StrEnum):
    """How somebody is led through a skill."""

    BREATHING = "breathing"
    STEPS = "steps"
    MUSCLES = "muscles"
    WAVE = "wave"
    COOL = "cool"
    TIMER = "timer"
    WORRY = "worry"
    SHEET = "sheet"


class FieldKind(StrEnum):
    """What is put into a field."""

    WORDS = "words"
    DAY = "day"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Field:
    """Something to write, none of which has to be written."""

    id: str
    name: str
    kind: FieldKind = FieldKind.WORDS
    remembered: bool = False
    """Whether what was written can be taken again another time."""


@dataclass(frozen=True, slots=True)
class BreathingPattern:
    """A breath with a name."""

    id: str
    name: str
    pattern: Pattern


class Side(StrEnum):
    """On which side of the body something is."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class MuscleGroup:
    """Some muscles, and how to tense them."""

    name: str
    how: str
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Rows:
    """Several of one kind in a worksheet: ideas, parts of life."""

    name: str
    """What one of them is called."""
    add: str
    fields: tuple[Field, ...]
    ratings: tuple[Field, ...]
    """Each 0 to 10."""
    choose: str
    """What choosing one is called."""
    offered: tuple[str, ...]
    """Names to begin with."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One step of a worksheet."""

    ask: str
    fields: tuple[Field, ...]
    rows: Rows | None
    then: str
    """What to do with the rows; empty without any."""
    is_later: bool
    """Whether it is for afterwards."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A question about the body, to be asked before what is not for every body."""

    ask: str
    conditions: tuple[str, ...]
    if_yes: str
    caution: str
    """What to heed of what it guards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One of them. What does not belong to its guide is empty."""

    id: str
    name: str
    guide: Guide
    stage: Stage
    drawing: str
    minutes: int
    """About how long it takes."""
    lead: str
    """What to do before anything else."""
    best_for: tuple[str, ...]
    cautions: tuple[str, ...]
    """To be shown for as long as the exercise lasts."""
    steps: tuple[str, ...]
    fields: tuple[Field | None, ...]
    """What may be written: at each step in turn, or besides."""
    patterns: tuple[BreathingPattern, ...]
    """The usual one first."""
    groups: tuple[MuscleGroup, ...]
    sheet: tuple[SheetPart, ...]
    gate: Gate | None
    seconds: Mapping[str, int]
    """Times of its parts by name, such as ``tense`` and ``release``."""
    credit: str
    fact: str
    """Something worth knowing meanwhile."""

    @property
    def breath(self) -> Pattern:
        """The usual breath."""
        return self.patterns[0].pattern


@once_a_language
def all_skills() -> tuple[Skill, ...]:
    """Return every skill, in the order they are offered."""
    return tuple(map(_skill, read("skills")["skills"]))


@once_a_language
def skill(key: str) -> Skill:
    """Return a skill by its id; raise ``StopIteration`` for one that this version does not know."""
    return next(one for one in all_skills() if one.id == key)


@once_a_language
def skill_ids() -> frozenset[str]:
    """Return the ids of all."""
    return frozenset(one.id for one in all_skills())


def left_first(groups: Sequence[MuscleGroup]) -> tuple[MuscleGroup, ...]:
    """Return the groups with the left side before the right, wherever one follows the other."""
    runs = [list(run) for _, run in groupby(groups, key=lambda group: group.side)]
    for place, (one, two) in enumerate(pairwise(tuple(runs))):
        if (one[0].side, two[0].side) == (Side.RIGHT, Side.LEFT):
            runs[place : place + 2] = [two, one]
    return tuple(chain.from_iterable(runs))


_TIME = "_s"
"""How the names of times in seconds end."""


def _skill(plain: Mapping[str, Any]) -> Skill:
    gate = plain.get("gate")
    return Skill(
        id=plain["id"],
        name=text(plain["name"]),
        guide=Guide(plain["guide"]),
        stage=Stage(plain["stage"]),
        drawing=plain["drawing"],
        minutes=plain["minutes"],
        lead=text(plain["lead"]),
        best_for=texts(plain["best_for"]),
        cautions=texts(plain["cautions"]),
        steps=texts(plain.get("steps", ())),
        fields=tuple(one and _field(one) for one in plain.get("fields", ())),
        patterns=tuple(map(_pattern, plain.get("patterns", ()))),
        groups=tuple(
            MuscleGroup(text(one["name"]), text(one["how"]), Side(one.get("side", Side.BOTH)))
            for one in plain.get("groups", ())
        ),
        sheet=tuple(map(_part, plain.get("sheet", ()))),
        gate=gate
        and Gate(
            text(gate["ask"]),
            texts(gate["conditions"]),
            text(gate["if_yes"]),
            text(gate["caution"]),
        ),
        seconds={
            name.removesuffix(_TIME): value for name, value in plain.items() if name.endswith(_TIME)
        },
        credit=_text(plain, "credit"),
        fact=_text(plain, "fact"),
    )


def _pattern(plain: Mapping[str, Any]) -> BreathingPattern:
    phases = tuple(Phase(Breath(one["breath"]), one["seconds"]) for one in plain["phases"])
    return BreathingPattern(plain["id"], text(plain["name"]), Pattern(phases))


def _part(plain: Mapping[str, Any]) -> SheetPart:
    rows = plain.get("rows")
    return SheetPart(
        text(plain["ask"]),
        tuple(map(_field, plain.get("fields", ()))),
        rows and _rows(rows),
        _text(plain, "then"),
        is_later=plain.get("is_later", False),
    )


def _rows(plain: Mapping[str, Any]) -> Rows:
    return Rows(
        text(plain["name"]),
        text(plain["add"]),
        tuple(map(_field, plain.get("fields", ()))),
        tuple(map(_field, plain.get("ratings", ()))),
        text(plain["choose"]),
        texts(plain.get("offered", ())),
    )


def _field(plain: Mapping[str, Any]) -> Field:
    kind = FieldKind(plain.get("kind", FieldKind.WORDS))
    return Field(plain["id"], text(plain["name"]), kind, remembered=plain.get("remembered", False))


def _text(plain: Mapping[str, Any], name: str) -> str:
    return text(plain[name]) if name in plain else ""
