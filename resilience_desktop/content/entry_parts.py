"""Words for the parts of an entry: the body, the day's basics, sleep, triggers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.content.reading import read, steps, texts
from resilience_desktop.domain.details import TriggerKind
from resilience_desktop.i18n import once_a_language, text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class BodyRegion:
    """A part of the body, and words for what can be felt there."""

    id: str
    name: str
    words: tuple[str, ...]


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
