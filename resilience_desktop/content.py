"""The app's own knowledge, from resources/content: feelings, thinking patterns, help lines ...

Everything here is wording written for this project, in the language the app speaks; ids are stable
and safe to store. Numbers to dial, addresses and the names of services are the same in all
languages.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from resilience_desktop import resources
from resilience_desktop.domain.breathing import Breath, Pattern, Phase
from resilience_desktop.domain.details import TriggerKind
from resilience_desktop.domain.journal_settings import Template
from resilience_desktop.domain.quiet_line import PhraseList
from resilience_desktop.domain.record_form import Form, Step
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_TRUSTED_FOR = dt.timedelta(days=365)
"""How long help lines are shown as they are; after that with a word of caution."""


@dataclass(frozen=True, slots=True)
class FeelingFamily:
    """A family of feeling words, weakest first."""

    id: str
    name: str
    words: tuple[str, ...]
    is_pleasant: bool


@dataclass(frozen=True, slots=True)
class BodyRegion:
    """A part of the body, and words for what can be felt there."""

    id: str
    name: str
    words: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Skill:
    """A short exercise: steps to take one at a time, or a breath to follow."""

    id: str
    name: str
    lead: str
    """What to do before anything else."""
    cautions: tuple[str, ...]
    """To be shown for as long as the exercise lasts."""
    steps: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    """The usual one first; none when the exercise is not about the breath."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A service that can be contacted."""

    name: str
    contacts: tuple[str, ...]
    """Numbers to call or text, as they are dialled, with a word when it is not a call."""
    web: str
    hours: str
    free: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """Emergency numbers and help lines of one country."""

    code: str
    name: str
    emergency: tuple[str, ...]
    lines: tuple[HelpLine, ...]
    checked_on: dt.date
    """When somebody last looked at what the services themselves say."""

    def is_due_for_a_check(self, today: dt.date) -> bool:
        """Whether the last check is a year ago or more, so that numbers may have changed."""
        return today - self.checked_on >= _TRUSTED_FOR


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resources.read_text(f"content/{name}.json"))
    return content


@once_a_language
def feeling_families() -> tuple[FeelingFamily, ...]:
    """Return the families of feelings, in the order they are offered."""
    return tuple(
        FeelingFamily(
            f["id"],
            text(f["name"]),
            _texts(word["word"] for word in f["words"]),
            is_pleasant=f["valence"] > 0,
        )
        for f in _read("feelings")["families"]
    )


@once_a_language
def pleasant_feelings() -> frozenset[str]:
    """Return the words of the pleasant families; a word of one's own may be either."""
    return frozenset(
        word for family in feeling_families() if family.is_pleasant for word in family.words
    )


@once_a_language
def suggested_feelings() -> tuple[str, ...]:
    """Return the few words offered before the person has used any."""
    found = _read("feelings")
    words = {w["id"]: w["word"] for family in found["families"] for w in family["words"]}
    return _texts(words[key] for key in found["suggested"])


@once_a_language
def body_regions() -> tuple[BodyRegion, ...]:
    """Return the parts of the body from head to foot, then the whole of it."""
    felt = _read("feelings")["body_sensations"]
    return tuple(
        BodyRegion(
            region["id"],
            text(region["name"]),
            _texts(one["label"] for one in felt if one["region"] == region["id"]),
        )
        for region in _read("entry_parts")["body_regions"]
    )


def region_name(region: str) -> str:
    """Return the name of a part of the body; its id when this version does not know it."""
    return next((r.name for r in body_regions() if r.id == region), region)


@once_a_language
def basic_names() -> Mapping[str, str]:
    """Return the name of each of the day's basics by its id, in the order they are asked."""
    return {basic["id"]: text(basic["name"]) for basic in _read("entry_parts")["basics"]}


@once_a_language
def sleep_words() -> Mapping[int, str]:
    """Return a word for each quality of sleep, the worst first."""
    return _steps(_read("entry_parts")["sleep"])


@once_a_language
def trigger_kinds() -> Mapping[TriggerKind, str]:
    """Return the name of each kind of trigger, in the order they are offered."""
    return {
        TriggerKind(kind["id"]): text(kind["name"])
        for kind in _read("entry_parts")["trigger_kinds"]
    }


@once_a_language
def prompts() -> tuple[str, ...]:
    """Return sentences to write from."""
    return _texts(_read("prompts")["prompts"])


@once_a_language
def templates() -> tuple[Template, ...]:
    """Return words to begin an entry with."""
    return tuple(Template(text(t["name"]), text(t["words"])) for t in _read("prompts")["templates"])


@once_a_language
def mood_anchors() -> Mapping[int, str]:
    """Return the words at -5, 0 and +5 of the mood scale."""
    return _steps(_read("feelings")["mood_scale"]["anchors"])


@once_a_language
def energy_anchors() -> Mapping[int, str]:
    """Return the words at -5, 0 and +5 of the energy scale."""
    return _steps(_read("feelings")["mood_scale"]["companion"]["anchors"])


@once_a_language
def mood_word(value: int) -> str:
    """Return a mood in words; steps without a word of their own lie between their neighbours."""
    scale = _read("feelings")["mood_scale"]
    words = _steps(scale["words"])
    if value in words:
        return words[value]
    between = text(scale["words_between"])
    return between.format(lower=words[value - 1], higher=words[value + 1])


@once_a_language
def thinking_patterns() -> tuple[ThinkingPattern, ...]:
    """Return the patterns in their order, then the three special choices."""
    found = _read("thinking_patterns")
    patterns = [
        ThinkingPattern(
            p["id"],
            text(p["name"]),
            text(p["definition"]),
            text(p["example_thought"]),
            _texts(p["challenge_questions"]),
            special=False,
            aliases=_texts(p["aliases"]),
            cues=_texts(p["cue_words"]),
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
            _texts(s["next_steps"]),
            special=True,
            cues=_texts(s.get("cue_words", ())),
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
    return tuple(_read("thinking_patterns")["common"])


@once_a_language
def practice_thoughts() -> tuple[PracticeThought, ...]:
    """Return made-up thoughts, each with the pattern that fits best and why."""
    return tuple(
        PracticeThought(text(t["words"]), t["pattern"], text(t["why"]), tuple(t["also"]))
        for t in _read("pattern_practice")["thoughts"]
    )


@once_a_language
def record_forms() -> tuple[Form, ...]:
    """Return the forms of a thought record that come with the app, the shortest first."""
    return tuple(
        Form(f["id"], text(f["name"]), tuple(map(Step, f["steps"])), f["minutes"])
        for f in _read("thought_record")["forms"]
    )


@once_a_language
def usual_form() -> Form:
    """Return the form that a record begins with, unless somebody chose another."""
    first = _read("thought_record")["first_form"]
    return next(form for form in record_forms() if form.id == first)


@once_a_language
def form_descriptions() -> Mapping[str, str]:
    """Return what each form that comes with the app is for, by its id."""
    return {f["id"]: text(f["description"]) for f in _read("thought_record")["forms"]}


@once_a_language
def noticing_labels() -> tuple[str, ...]:
    """Return words for what a mind is doing."""
    return _texts(_read("thought_record")["labels"])


@once_a_language
def interpretation_cues() -> tuple[str, ...]:
    """Return words that can make a line of evidence a reading of what happened."""
    return _texts(_read("thought_record")["interpretation_cues"])


@once_a_language
def guiding_questions(part: str) -> tuple[str, ...]:
    """Return the questions that help with one part of a thought record."""
    return _texts(_read("thought_record")["guiding_questions"][part])


@once_a_language
def rating_anchors(scale: str) -> Mapping[int, str]:
    """Return the words at 0, 50 and 100 of the ``belief`` or ``emotion`` scale."""
    return _steps(_read("thought_record")["scales"][scale]["anchors"])


@once_a_language
def skill(key: str) -> Skill:
    """Return an exercise by its id."""
    found = next(s for s in _read("skills")["skills"] if s["id"] == key)
    return Skill(
        id=key,
        name=text(found["name"]),
        lead=text(found["lead"]),
        cautions=_texts(found["cautions"]),
        steps=_texts(found.get("steps", ())),
        patterns=tuple(_pattern(p["phases"]) for p in found.get("patterns", ())),
    )


def _pattern(phases: Iterable[Mapping[str, Any]]) -> Pattern:
    return Pattern(tuple(Phase(Breath(p["breath"]), p["seconds"]) for p in phases))


@once_a_language
def countries() -> tuple[Country, ...]:
    """Return the countries whose help lines were checked for this release, by name."""
    return tuple(
        sorted(
            (
                Country(
                    code=c["country_code"],
                    name=text(c["country"]),
                    emergency=tuple(c["emergency"]),
                    lines=tuple(_line(line) for line in c["lines"]),
                    checked_on=dt.date.fromisoformat(c["checked_on"]),
                )
                for c in _read("help_lines")["countries"]
                if c["ship_default"]  # the others are drafts nobody has confirmed
            ),
            key=lambda country: country.name,
        )
    )


def _line(plain: Mapping[str, Any]) -> HelpLine:
    contacts = [plain["call"]] if "call" in plain else []
    if "text" in plain:
        contacts.append(text("text {number}").format(number=plain["text"]))
    hours = text("day and night") if plain["hours"] == "24/7" else ""
    free = bool(plain.get("free"))
    return HelpLine(plain["name"], tuple(contacts), plain.get("web", ""), hours, free=free)


def country(code: str) -> Country | None:
    """Return one country by its two letters, or None."""
    return next((found for found in countries() if found.code == code), None)


@once_a_language
def help_wording() -> Mapping[str, Any]:
    """Return the sentences of the Help now panel."""
    return {key: _worded(words) for key, words in _read("help_lines")["wording"].items()}


@cache
def help_phrases() -> PhraseList:
    """Return the words that call for the quiet line when somebody writes them."""
    found = _read("help_phrases")
    return PhraseList(found["phrases"], found["idioms"])


def small_thing(day: dt.date) -> str:
    """Return something small to do; another one each day."""
    offered = _small_things()
    return offered[day.toordinal() % len(offered)]


@once_a_language
def _small_things() -> tuple[str, ...]:
    return _texts(_read("small_things")["small_things"])


def _texts(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(text(words) for words in sentences)


def _steps(anchors: Mapping[str, str]) -> dict[int, str]:
    """Return the words of a scale by their step."""
    return {int(step): text(words) for step, words in anchors.items()}


def _worded(words: str | list[str]) -> str | tuple[str, ...]:
    return text(words) if isinstance(words, str) else _texts(words)
