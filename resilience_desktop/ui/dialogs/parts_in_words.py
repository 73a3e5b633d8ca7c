"""The parts of an entry or a thought record as plain words, to compare two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop import content, i18n
from resilience_desktop.domain.entry import Frame
from resilience_desktop.domain.revision import Difference, differences
from resilience_desktop.domain.thought_record import Check, Settled, ThoughtKind
from resilience_desktop.i18n import plural, text
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
        Prediction,
        RatedFeeling,
        Settling,
    )
    from resilience_desktop.domain.thought_record import ThoughtRecord as Record

OWN_WORDS = (
    "note",
    "went_well",
    "situation",
    "thoughts",
    "arrow",
    "label",
    "did",
    "chose",
    "evidence_for",
    "evidence_against",
    "friend",
    "distance",
    "balanced_thought",
    "kindness",
    "next_step",
    "turned_out",
)
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
        "arrow": text("What it would mean, if it were true"),
        "label": text("A word for it"),
        "did": text("What you did, or wanted to do"),
        "chose": text("What you chose to do instead"),
        "settled": text("Settling first"),
        "evidence_for": text("Facts that speak for it"),
        "evidence_against": text("Facts that speak against it"),
        "friend": text("What you would say to a good friend"),
        "distance": text("From further away"),
        "balanced_thought": text("A fairer way to put it"),
        "balanced_belief": text("Belief in the fairer thought"),
        "checks": text("The fairer thought, looked through"),
        "kindness": text("A kind word to yourself"),
        "helpful": text("How helpful it was"),
        "prediction": text("Prediction"),
        "next_step": text("Next step"),
        "next_step_on": text("Day for the next step"),
        "revisit_on": text("Day to look at it again"),
        "turned_out": text("How it turned out"),
        "not_ready": text("Left as it is on purpose"),
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
    return "\n".join(map(_thought, thoughts))


def _thought(thought: AutomaticThought) -> str:
    words = _rated(thought.text, thought.belief_before, thought.belief_after)
    kind = thought_kind(thought.kind)
    return text("{words} · {part}").format(words=words, part=kind) if kind else words


def thought_kind(kind: ThoughtKind) -> str:
    """Return what a thought was if it did not come in words."""
    return {ThoughtKind.IMAGE: text("a picture"), ThoughtKind.MEMORY: text("a memory")}.get(
        kind, ""
    )


def settled_in_words(settling: Settling) -> str:
    """Return what somebody did when it was offered to settle first, and for how long."""
    time = "" if settling.seconds is None else _length(settling.seconds)
    if settling.choice is Settled.DECLINED:
        return text("You went straight on.")
    if settling.choice is Settled.BREATHING:
        known, begun = text("You breathed slowly for {time}."), text("You began slow breathing.")
        unknown = text("You breathed slowly.")
    else:
        known = text("You took {time} for the 5-4-3-2-1 steps.")
        begun, unknown = text("You began the 5-4-3-2-1 steps."), text("You took 5-4-3-2-1 steps.")
    if settling.seconds is None:
        return unknown
    return known.format(time=time) if time else begun


def _length(seconds: int) -> str:
    """Return how long something lasted in whole minutes; nothing is counted below one."""
    if seconds < 60:
        return ""
    if seconds < 120:
        return text("about a minute")
    return plural("{n} minute", "{n} minutes", seconds // 60)


def check_in_words(check: Check) -> str:
    """Return what somebody found in a balanced thought."""
    return {
        Check.SPECIFIC: text("It is about this one thing"),
        Check.FAIR: text("It is fair to the facts"),
        Check.KIND: text("It is kind to you"),
        Check.NEXT_STEP: text("It leads to a next step"),
    }[check]


def _prediction(prediction: Prediction) -> str:
    likely = "" if prediction.likely is None else text("{n} of 100").format(n=prediction.likely)
    lines = [
        _after(text("Expected: {words}"), prediction.expected),
        _after(text("How likely it seemed: {words}"), likely),
        _after(text("Happened: {words}"), prediction.happened),
        _after(text("Learned: {words}"), prediction.learned),
    ]
    return "\n".join(filter(None, lines))


def _after(name: str, words: str) -> str:
    return name.format(words=words.strip()) if words.strip() else ""


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


def _lines(lines: tuple[str, ...]) -> str:
    return "\n".join(line.strip() for line in lines if line.strip())


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
    "arrow": _lines,
    "label": str.strip,
    "did": str.strip,
    "chose": str.strip,
    "settled": settled_in_words,
    "evidence_for": _lines,
    "evidence_against": _lines,
    "friend": str.strip,
    "distance": str.strip,
    "balanced_thought": str.strip,
    "balanced_belief": lambda belief: text("{n} of 100").format(n=belief),
    "checks": lambda checks: "\n".join(map(check_in_words, checks)),
    "kindness": str.strip,
    "helpful": lambda n: text("{n} of 10").format(n=n),
    "prediction": _prediction,
    "next_step": str.strip,
    "next_step_on": i18n.day,
    "revisit_on": i18n.day,
    "turned_out": str.strip,
    "not_ready": lambda left: text("Yes") if left else "",
    "finished": lambda finished: text("Yes") if finished else text("Not yet"),
}
