"""A made-up person's journal of about fourteen months, the same every time for a given day."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from resilience_desktop import resources
from resilience_desktop.domain.details import (
    Basic,
    ScaleValue,
    Sensation,
    Trigger,
    TriggerKind,
)
from resilience_desktop.domain.entry import BEST_SLEEP, HIGHEST, LOWEST, WORST_SLEEP, Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.journal_settings import DAILY_BASICS
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.domain.tag import Tag
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.demo_records import demo_records
from resilience_desktop.services.demo_skills import (
    demo_helpers,
    demo_own_skill,
    demo_practices,
    demo_sheet,
    demo_toolkit,
    demo_worries,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DAYS = 425
_LOW_SPELLS = ((285, 294), (64, 70))
"""First and last day of each low spell, in days before the last day."""
_GAPS = ((236, 224), (109, 98))
"""Days without any entry: a holiday, and a stretch when writing was too much."""


def demo_contents(last: dt.date, zone: str) -> Contents:
    """Return what was written in the 14 months before ``last``, in the same words."""
    # Chance is only for looks here, so the plain generator is right.
    chance = Random(20261122)  # noqa: S311
    texts = json.loads(resources.read_text("content/demo.json"))
    entries = tuple(_entries(chance, texts, last, zone))
    records = tuple(demo_records(chance, texts, last, DAYS, zone))
    more = texts["details"]
    groups = more["groups"].items()
    skills = texts["skills"]
    own, days = demo_own_skill(skills), {entry.at.day for entry in entries}
    return Contents(
        entries=tuple(_with_details(entries, more)),
        thought_records=(replace(records[0], starred=True), *records[1:]),
        settings=(("scales", [more["scale"]]),),
        tags=tuple(Tag(word, group) for group, words in groups for word in sorted(words)),
        goals=(SmallGoal(more["small_goal"], last),),
        practices=tuple(demo_practices(skills, own, days, last, zone)),
        own_skills=(own,),
        toolkit=(demo_toolkit(skills, own),),
        sheets=(demo_sheet(skills["sheet"], last),),
        worries=tuple(demo_worries(skills["worries"], last)),
        helpers=tuple(demo_helpers(skills["helpers"])),
    )


def _entries(chance: Random, texts: dict[str, Any], last: dt.date, zone: str) -> Iterator[Entry]:
    level = 0.5
    notes = {band: _shuffled(chance, lines) for band, lines in texts["notes"].items()}
    for ago in range(DAYS, 0, -1):
        day = last - dt.timedelta(days=ago)
        level += 0.35 * (_usual(ago) - level) + chance.gauss(0, 0.9)
        sleep = round(min(9.5, max(3.5, chance.gauss(6.9 + 0.25 * level, 0.9))) * 2) / 2
        tags = [tag for tag, odds in _odds(day, level) if chance.random() < odds]
        if _within(ago, _GAPS) or chance.random() < 0.2:
            continue
        mood = level + (0.7 if "walk" in tags else 0) + 0.3 * (sleep - 7)
        times = 2 if chance.random() < 0.35 else 1
        for turn in range(times):
            at = dt.time((8, 20)[turn] if times == 2 else 19, chance.randrange(0, 60))
            value = _step(mood + chance.gauss(0, 0.7))
            yield Entry(
                at=Moment.from_wall(dt.datetime.combine(day, at), zone),
                mood=value,
                energy=_step(mood / 2 + sleep - 7 + chance.gauss(0, 1)),
                feelings=tuple(_feelings(chance, texts, value)),
                note=next(notes[_band(value)]) if chance.random() < 0.6 else "",
                tags=tuple(tags) if turn == times - 1 else (),
                sleep_hours=sleep if turn == 0 else None,
            )


def _with_details(entries: Sequence[Entry], texts: dict[str, Any]) -> Iterator[Entry]:
    """Return the entries with what this person notes now and then besides mood and words."""
    chance = Random(20261123)  # noqa: S311  (of its own, so that the entries stay as they are)
    lines = _shuffled(chance, texts["went_well"])
    hard = (e for e in reversed(entries) if e.note and e.mood is not None and e.mood < 0)
    starred = next(hard)
    for entry in entries:
        mood = entry.mood or 0
        has_evening = bool(entry.tags)
        yield replace(
            entry,
            tags=(*entry.tags, *(name for name in texts["people"] if name in entry.note)),
            sleep_quality=_sleep_quality(entry.sleep_hours) if chance.random() < 0.7 else None,
            sensations=tuple(_sensations(chance, texts, mood)) if chance.random() < 0.3 else (),
            triggers=tuple(_triggers(chance, texts)) if mood < 0 and chance.random() < 0.3 else (),
            basics=tuple(_basics(chance, mood)) if has_evening and chance.random() < 0.4 else (),
            scales=tuple(_stress(chance, texts, mood)) if chance.random() < 0.4 else (),
            went_well=next(lines) if has_evening and chance.random() < 0.15 else "",
            starred=entry is starred,
        )


def _sleep_quality(hours: float | None) -> int | None:
    return None if hours is None else max(WORST_SLEEP, min(BEST_SLEEP, round(hours - 3.5)))


def _sensations(chance: Random, texts: dict[str, Any], mood: int) -> Iterator[Sensation]:
    felt = texts["sensations"][_band(mood)]
    for word, region in chance.sample(felt, chance.choice((1, 1, 2))):
        rated = chance.random() < 0.5
        yield Sensation(word, region, chance.randrange(20, 95, 5) if rated else None)


def _triggers(chance: Random, texts: dict[str, Any]) -> Iterator[Trigger]:
    word, kind = chance.choice(texts["triggers"])
    yield Trigger(word, TriggerKind(kind))


def _basics(chance: Random, mood: int) -> Iterator[Basic]:
    """Return the day's basics; on a harder day there is time for fewer."""
    done = [chance.random() < 0.65 + 0.06 * mood for _ in DAILY_BASICS]
    if any(done):
        yield from map(Basic, DAILY_BASICS, done)


def _stress(chance: Random, texts: dict[str, Any], mood: int) -> Iterator[ScaleValue]:
    scale = texts["scale"]
    value = round(4.5 - 0.8 * mood + chance.gauss(0, 1.2))
    yield ScaleValue(scale["id"], max(scale["low"], min(scale["high"], value)))


def _usual(ago: int) -> float:
    """Return where mood tends to: a little above the middle, low during a spell."""
    return -4.2 if _within(ago, _LOW_SPELLS) else 0.7


def _within(ago: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(min(span) <= ago <= max(span) for span in spans)


def _odds(day: dt.date, level: float) -> list[tuple[str, float]]:
    weekend = day.weekday() >= 5
    return [
        ("work", 0.05 if weekend else 0.8),
        ("walk", 0.45 if level > -1 else 0.15),
        ("friend", 0.35 if weekend else 0.12),
        ("family", 0.25 if weekend else 0.1),
        ("drawing", 0.2 if level > 0 else 0.08),
        ("swimming", 0.1 if level > 0 else 0.02),
    ]


def _feelings(chance: Random, texts: dict[str, Any], mood: int) -> Iterator[Feeling]:
    for word in chance.sample(texts["feelings"][_band(mood)], chance.choice((0, 1, 1, 2, 2, 3))):
        rated = chance.random() < 0.4
        yield Feeling(word, chance.randrange(20, 95, 5) if rated else None)


def _shuffled(chance: Random, lines: list[str]) -> Iterator[str]:
    """Return the lines for ever, in a new order each time round."""
    while True:
        yield from chance.sample(lines, len(lines))


def _band(mood: int) -> str:
    if mood <= -3:
        return "low"
    if mood < 0:
        return "dull"
    return "fair" if mood <= 2 else "good"


def _step(value: float) -> int:
    return max(LOWEST, min(HIGHEST, round(value)))
