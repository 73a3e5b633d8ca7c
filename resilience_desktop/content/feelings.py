"""Words for feelings, and for the steps of the scales of mood and energy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.content.reading import read, steps, texts
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FeelingFamily:
    """A family of feeling words, weakest first."""

    id: str
    name: str
    words: tuple[str, ...]
    is_pleasant: bool


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
