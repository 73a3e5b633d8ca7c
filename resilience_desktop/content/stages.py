"""The stages of a soft order: what each is called, and why a skill of it may wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.content.reading import read
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from resilience_desktop.domain.toolkit import Stage


@dataclass(frozen=True, slots=True)
class StageWords:
    """What is said of a stage."""

    name: str
    about: str
    why_later: str
    """Why its skills are easier later; empty where nothing should stand before them."""


@once_a_language
def stage_words(stage: Stage) -> StageWords:
    """Return what is said of a stage."""
    plain = next(one for one in read("stages")["stages"] if one["id"] == stage)
    why = plain["why_later"]
    return StageWords(text(plain["name"]), text(plain["about"]), text(why) if why else "")
