"""The app's own knowledge, from resources/content: feelings, thinking patterns, help lines ...

Everything here is wording written for this project, in the language the app speaks; ids are stable
and safe to store. Numbers to dial, addresses and the names of services are the same in all
languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.content.help_lines import Country as Country
from resilience_desktop.content.help_lines import HelpLine as HelpLine
from resilience_desktop.content.help_lines import countries as countries
from resilience_desktop.content.help_lines import country as country
from resilience_desktop.content.help_lines import help_phrases as help_phrases
from resilience_desktop.content.help_lines import help_wording as help_wording
from resilience_desktop.content.reading import read, steps, texts
from resilience_desktop.content.skills import skill as skill
from resilience_desktop.content.skills import skill_ids as skill_ids
from resilience_desktop.content.skills import skills as skills
from resilience_desktop.content.thinking import PracticeThought as PracticeThought
from resilience_desktop.content.thinking import ThinkingPattern as ThinkingPattern
from resilience_desktop.content.thinking import common_patterns as common_patterns
from resilience_desktop.content.thinking import form_descriptions as form_descriptions
from resilience_desktop.content.thinking import guiding_questions as guiding_questions
from resilience_desktop.content.thinking import interpretation_cues as interpretation_cues
from resilience_desktop.content.thinking import named_pattern as named_pattern
from resilience_desktop.content.thinking import noticing_labels as noticing_labels
from resilience_desktop.content.thinking import pattern_name as pattern_name
from resilience_desktop.content.thinking import practice_thoughts as practice_thoughts
from resilience_desktop.content.thinking import rating_anchors as rating_anchors
from resilience_desktop.content.thinking import record_forms as record_forms
from resilience_desktop.content.thinking import thinking_patterns as thinking_patterns
from resilience_desktop.content.thinking import usual_form as usual_form
from resilience_desktop.domain.details import TriggerKind
from resilience_desktop.domain.journal_settings import Template
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


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


@once_a_language
def feeling_families() -> tuple[FeelingFamily, ...]:
    """Return the families of feelings, in the order they are offered."""
    return tuple(
        FeelingFamily(
            f["id"],
            text(f["name"]),
            texts(word["word"] for word in f["words"]),
            is_pleasant=f["valence"] > 0,
        )
        for f in read("feelings")["families"]
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
    found = read("feelings")
    words = {w["id"]: w["word"] for family in found["families"] for w in family["words"]}
    return texts(words[key] for key in found["suggested"])


@once_a_language
def body_regions() -> tuple[BodyRegion, ...]:
    """Return the parts of the body from head to foot, then the whole of it."""
    felt = read("feelings")["body_sensations"]
    return tuple(
        BodyRegion(
            region["id"],
            text(region["name"]),
            texts(one["label"] for one in felt if one["region"] == region["id"]),
        )
        for region in read("entry_parts")["body_regions"]
    )


def region_name(region: str) -> str:
    """Return the name of a part of the body; its id when this version does not know it."""
    return next((r.name for r in body_regions() if r.id == region), region)


@once_a_language
def basic_names() -> Mapping[str, str]:
    """Return the name of each of the day's basics by its id, in the order they are asked."""
    return {basic["id"]: text(basic["name"]) for basic in read("entry_parts")["basics"]}


@once_a_language
def sleep_words() -> Mapping[int, str]:
    """Return a word for each quality of sleep, the worst first."""
    return steps(read("entry_parts")["sleep"])


@once_a_language
def trigger_kinds() -> Mapping[TriggerKind, str]:
    """Return the name of each kind of trigger, in the order they are offered."""
    return {
        TriggerKind(kind["id"]): text(kind["name"]) for kind in read("entry_parts")["trigger_kinds"]
    }


@once_a_language
def prompts() -> tuple[str, ...]:
    """Return sentences to write from."""
    return texts(read("prompts")["prompts"])


@once_a_language
def templates() -> tuple[Template, ...]:
    """Return words to begin an entry with."""
    return tuple(Template(text(t["name"]), text(t["words"])) for t in read("prompts")["templates"])


@once_a_language
def mood_anchors() -> Mapping[int, str]:
    """Return the words at -5, 0 and +5 of the mood scale."""
    return steps(read("feelings")["mood_scale"]["anchors"])


@once_a_language
def energy_anchors() -> Mapping[int, str]:
    """Return the words at -5, 0 and +5 of the energy scale."""
    return steps(read("feelings")["mood_scale"]["companion"]["anchors"])


@once_a_language
def mood_word(value: int) -> str:
    """Return a mood in words; steps without a word of their own lie between their neighbours."""
    words = mood_words()
    if value in words:
        return words[value]
    between = text(read("feelings")["mood_scale"]["words_between"])
    return between.format(lower=words[value - 1], higher=words[value + 1])


def mood_words() -> dict[int, str]:
    """Return the steps of the mood scale that have a word of their own, and it."""
    return steps(read("feelings")["mood_scale"]["words"])


def small_thing(day: dt.date) -> str:
    """Return something small to do; another one each day."""
    offered = _small_things()
    return offered[day.toordinal() % len(offered)]


@once_a_language
def _small_things() -> tuple[str, ...]:
    return texts(read("small_things")["small_things"])
