"""The parts of an entry or a thought record as plain words, to compare two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop import content, i18n
from resilience_desktop.domain.entry import Frame
from resilience_desktop.domain.revision import Difference, differences
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from resilience_desktop.domain.details import (
        Basic,
        Picture,
        ScaleValue,
        Sensation,
        Trigger,
    )
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.feeling import Feeling
    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.domain.thought_record import (
        AutomaticThought,
        ChosenPattern,
        RatedFeeling,
    )
    from resilience_desktop.domain.thought_record import ThoughtRecord as Record

OWN_WORDS = ("note", "went_well", "situation", "thoughts", "balanced_thought")
"""Parts in a person's own words."""


def shown_differences(before: Entry | Record, after: Entry | Record) -> list[Difference]:
    """Return what differs among the parts that a person sees."""
    shown = (*_WORDS, "scales")
    return [found for found in differences(before, after) if found.part in shown]


def part_name(part: str) -> str:
    """Return what a part is called on the screen."""
    return {
        "at": text("When"),
        "mood": text("Mood"),
        "energy": text("Energy"),
        "feelings": text("Feelings"),
        "note": text("In your own words"),
        "tags": text("Activities and people"),
        "sleep_hours": text("Sleep"),
        "sleep_quality": text("How well you slept"),
        "sensations": text("Body"),
        "triggers": text("What set it off"),
        "basics": text("The day’s basics"),
        "scales": text("Your own scales"),
        "went_well": text("Something that went all right"),
        "pictures": text("Pictures"),
        "frame": text("What it is about"),
        "situation": text("What happened"),
        "thoughts": text("Automatic thoughts"),
        "patterns": text("Thinking patterns"),
        "balanced_thought": text("A fairer way to put it"),
        "balanced_belief": text("Belief in the fairer thought"),
        "finished": text("Finished"),
    }[part]


def part_in_words(part: str, value: object, scales: Mapping[str, str] | None = None) -> str:
    """Return a part as it can be read; nothing for one that is empty.

    ``scales`` are the names of somebody's own scales by their ids.
    """
    if part == "scales" and isinstance(value, tuple):
        return _own_scales(value, scales or {})
    return "" if value is None else _WORDS[part](value)


def in_words(item: Entry | Record, scales: Mapping[str, str] | None = None) -> str:
    """Return all of an entry or a record to be read elsewhere, each part below its name."""
    shown = (*_WORDS, "scales")
    there = [part for part in shown if part != "finished" and hasattr(item, part)]
    parts = [(part, part_in_words(part, getattr(item, part), scales)) for part in there]
    return "\n\n".join(f"{part_name(part)}\n{words}" for part, words in parts if words)


def moment_in_words(at: Moment) -> str:
    """Return a moment as a date and a time of day."""
    return f"{i18n.day(at.day)}, {i18n.clock(at.wall)}"


def _feelings(feelings: tuple[Feeling | RatedFeeling, ...]) -> str:
    return "\n".join(map(_feeling, feelings))


def _feeling(feeling: Any) -> str:  # noqa: ANN401  (of an entry or of a record)
    if hasattr(feeling, "intensity"):
        return _rated(feeling.word, feeling.intensity, None)
    return _rated(feeling.word, feeling.before, feeling.after)


def _thoughts(thoughts: tuple[AutomaticThought, ...]) -> str:
    return "\n".join(_rated(t.text, t.belief_before, t.belief_after) for t in thoughts)


def _rated(words: str, first: int | None, later: int | None) -> str:
    if first is not None and later is not None:
        pattern = text("{words} ({first}, later {later})")
        return pattern.format(words=words, first=first, later=later)
    if later is not None:
        return text("{words} (later {later})").format(words=words, later=later)
    return words if first is None else f"{words} ({first})"


def _patterns(patterns: tuple[ChosenPattern, ...]) -> str:
    names = []
    for chosen in patterns:
        name = content.pattern_name(chosen.pattern)
        names.append(text("{pattern} (main)").format(pattern=name) if chosen.main else name)
    return "\n".join(names)


def _sensation(felt: Sensation) -> str:
    words = _rated(felt.word, felt.intensity, None)
    if not felt.region:
        return words
    region = content.region_name(felt.region)
    return text("{words} · {part}").format(words=words, part=region)


def _trigger(trigger: Trigger) -> str:
    if trigger.kind is None:
        return trigger.word
    kind = content.trigger_kinds()[trigger.kind]
    return text("{words} · {part}").format(words=trigger.word, part=kind)


def _basics(basics: tuple[Basic, ...]) -> str:
    names = content.basic_names()
    return "\n".join(names.get(basic.name, basic.name) for basic in basics if basic.done)


def _own_scales(values: tuple[ScaleValue, ...], names: Mapping[str, str]) -> str:
    gone = text("A scale that is gone")
    return "\n".join(f"{names.get(v.scale, gone)}: {_whole(v.value)}" for v in values)


def _whole(value: int) -> str:
    return number(i18n.signed(value) if value < 0 else str(value))


def _pictures(pictures: tuple[Picture, ...]) -> str:
    return "\n".join(picture.words.strip() or text("A picture") for picture in pictures)


def _scale(value: int) -> str:
    return number(i18n.signed(value))


_WORDS: dict[str, Callable[[Any], str]] = {
    "at": moment_in_words,
    "frame": lambda frame: text("The whole day") if frame is Frame.TODAY else text("Right now"),
    "mood": _scale,
    "energy": _scale,
    "feelings": _feelings,
    "note": str.strip,
    "tags": lambda tags: "  ".join(f"#{tag}" for tag in tags),
    "sleep_hours": lambda hours: text("{n} h").format(n=f"{hours:g}"),
    "sleep_quality": lambda quality: content.sleep_words()[quality],
    "sensations": lambda felt: "\n".join(map(_sensation, felt)),
    "triggers": lambda triggers: "\n".join(map(_trigger, triggers)),
    "basics": _basics,
    "went_well": str.strip,
    "pictures": _pictures,
    "situation": str.strip,
    "thoughts": _thoughts,
    "patterns": _patterns,
    "balanced_thought": str.strip,
    "balanced_belief": lambda belief: text("{n} of 100").format(n=belief),
    "finished": lambda finished: text("Yes") if finished else text("Not yet"),
}
