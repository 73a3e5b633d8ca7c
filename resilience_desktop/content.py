"""The app's own knowledge, from resources/content: feelings, thinking patterns, help lines.

Everything here is wording written for this project; ids are stable and safe to store.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from resilience_desktop import resources
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FeelingFamily:
    """A family of feeling words, weakest first."""

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


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A service that can be contacted."""

    name: str
    contacts: tuple[str, ...]
    """Numbers to call or text, as they are dialled, with a word when it is not a call."""
    web: str
    hours: str


@dataclass(frozen=True, slots=True)
class Country:
    """Emergency numbers and help lines of one country."""

    code: str
    name: str
    emergency: tuple[str, ...]
    lines: tuple[HelpLine, ...]


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resources.read_text(f"content/{name}.json"))
    return content


@cache
def feeling_families() -> tuple[FeelingFamily, ...]:
    """Return the families of feelings, in the order they are offered."""
    return tuple(
        FeelingFamily(f["id"], f["name"], tuple(word["word"] for word in f["words"]))
        for f in _read("feelings")["families"]
    )


@cache
def suggested_feelings() -> tuple[str, ...]:
    """Return the few words offered before the person has used any."""
    found = _read("feelings")
    words = {w["id"]: w["word"] for family in found["families"] for w in family["words"]}
    return tuple(words[key] for key in found["suggested"])


@cache
def mood_anchors() -> Mapping[int, str]:
    """Return the words at -5, 0 and +5 of the mood scale."""
    return {int(k): v for k, v in _read("feelings")["mood_scale"]["anchors"].items()}


@cache
def energy_anchors() -> Mapping[int, str]:
    """Return the words at -5, 0 and +5 of the energy scale."""
    return {int(k): v for k, v in _read("feelings")["mood_scale"]["companion"]["anchors"].items()}


@cache
def mood_word(value: int) -> str:
    """Return a mood in words; steps without a word of their own lie between their neighbours."""
    scale = _read("feelings")["mood_scale"]
    words = {int(k): v for k, v in scale["words"].items()}
    if value in words:
        return str(words[value])
    between: str = scale["words_between"]
    return between.format(lower=words[value - 1], higher=words[value + 1])


@cache
def thinking_patterns() -> tuple[ThinkingPattern, ...]:
    """Return the patterns in their order, then the three special choices."""
    found = _read("thinking_patterns")
    patterns = [
        ThinkingPattern(
            p["id"],
            p["name"],
            p["definition"],
            p["example_thought"],
            tuple(p["challenge_questions"]),
            special=False,
        )
        for p in sorted(found["thinking_patterns"], key=lambda p: p["order"])
    ]
    special = [
        ThinkingPattern(s["id"], s["name"], s["description"], "", tuple(s["next_steps"]), True)
        for s in found["special_choices"]
    ]
    return (*patterns, *special)


def pattern_name(pattern: str) -> str:
    """Return the name of a pattern, or its id when this version does not know it."""
    return next((p.name for p in thinking_patterns() if p.id == pattern), pattern)


@cache
def guiding_questions(part: str) -> tuple[str, ...]:
    """Return the questions that help with one part of a thought record."""
    return tuple(_read("thought_record")["guiding_questions"][part])


@cache
def rating_anchors(scale: str) -> Mapping[int, str]:
    """Return the words at 0, 50 and 100 of the ``belief`` or ``emotion`` scale."""
    return {int(k): v for k, v in _read("thought_record")["scales"][scale]["anchors"].items()}


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries whose help lines were checked for this release, by name."""
    return tuple(
        sorted(
            (
                Country(
                    code=c["country_code"],
                    name=c["country"],
                    emergency=tuple(c["emergency"]),
                    lines=tuple(_line(line) for line in c["lines"]),
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
    return HelpLine(plain["name"], tuple(contacts), plain.get("web", ""), hours)


def country(code: str) -> Country | None:
    """Return one country by its two letters, or None."""
    return next((found for found in countries() if found.code == code), None)


@cache
def help_lines_checked_on() -> str:
    """Return the ISO date on which the help lines were last compiled."""
    return str(_read("help_lines")["meta"]["compiled"])


@cache
def help_wording() -> Mapping[str, Any]:
    """Return the sentences of the Help now panel."""
    wording: Mapping[str, Any] = _read("help_lines")["wording"]
    return wording


@cache
def help_elsewhere() -> str:
    """Return the sentence for someone in a country that is not listed."""
    return str(_read("help_lines")["global_fallback"]["text"])
