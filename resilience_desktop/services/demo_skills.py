"""What the made-up person does when it gets hard, and what is kept of it."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING, Any

from resilience_desktop import content
from resilience_desktop.domain.helper import Helper, HelperKind
from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.practice import MOST, Practice, Rating
from resilience_desktop.domain.sheet import Sheet, SheetRow
from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Stage, Toolkit
from resilience_desktop.domain.worry import Outcome, Worry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from resilience_desktop.content.skills import Skill

    Texts = dict[str, Any]

_SINCE, _UNTIL = 280, 4
"""How many days ago it began, after the first low spell, and when there was the last one: what is
newest shows an entry and a thought record first."""

_NOTES = {True: "notes_outside", False: "notes"}


def demo_own_skill(texts: Texts) -> OwnSkill:
    """Return what this person found for themselves."""
    own = texts["own"]
    return OwnSkill(own["name"], own["about"], minutes=own["minutes"])


def demo_toolkit(texts: Texts, own: OwnSkill) -> Toolkit:
    """Return a toolkit of four, one of which is the person's own."""
    comforts = ((Comfort(kind), words) for kind, lines in texts["comforts"] for words in lines)
    return Toolkit((*texts["chosen"], own.id), stage=Stage.WORK_THROUGH, comforts=tuple(comforts))


def demo_practices(
    texts: Texts, own: OwnSkill, days: Collection[dt.date], last: dt.date, zone: str
) -> Iterator[Practice]:
    """Return practices, oldest first, on some of the days on which something was written."""
    chance = Random(20261192)  # noqa: S311  (of its own, so that the rest stays as it is)
    notes = {name: chance.sample(texts[name], len(texts[name])) for name in _NOTES.values()}
    skills, odds = zip(*texts["used"], strict=True)
    for ago in range(_SINCE, _UNTIL - 1, -1):
        day = last - dt.timedelta(days=ago)
        if day not in days or chance.random() > (0.5 if ago < 60 else 0.3):
            continue
        at = Moment.from_wall(dt.datetime.combine(day, dt.time(21, chance.randrange(60))), zone)
        skill = chance.choices(skills, odds)[0]
        is_own = skill == "own"
        lines = notes[_NOTES[is_own]]
        yield _practice(chance, own if is_own else content.skill(skill), at, lines)
    yield _wave(texts["wave"], last, zone)


def _practice(chance: Random, skill: OwnSkill | Skill, at: Moment, notes: list[str]) -> Practice:
    stopped = chance.random() < 0.15
    share = chance.uniform(0.3, 0.8) if stopped else chance.uniform(0.95, 1.05)
    before = chance.randrange(35, 86, 5) if chance.random() < 0.6 else None
    after = None
    if before is not None and chance.random() < 0.85:
        after = max(0, min(MOST, before + round(chance.gauss(-3, 2)) * 5))
    return Practice(
        skill=skill.id,
        at=at,
        seconds=round(60 * (skill.minutes or 1) * share),
        stopped=stopped,
        before=before,
        after=after,
        note=notes.pop() if notes and chance.random() < 0.14 else "",
    )


def _wave(texts: Texts, last: dt.date, zone: str) -> Practice:
    """Return an urge that was waited out, with its wave."""
    day = last - dt.timedelta(days=texts["ago"])
    return Practice(
        skill="urge_wave",
        at=Moment.from_wall(dt.datetime.combine(day, dt.time(23, 10)), zone),
        seconds=texts["rated"][-1][0],
        answers=tuple(texts["answers"].items()),
        wave=tuple(Rating(*rated) for rated in texts["rated"]),
    )


def demo_sheet(texts: Texts, last: dt.date) -> Sheet:
    """Return a problem that was solved in steps."""
    made = last - dt.timedelta(days=texts["ago"])
    rows = texts["rows"]
    return Sheet(
        texts["skill"],
        made,
        tuple(texts["answers"].items()),
        tuple(
            SheetRow(row["words"], tuple(row["more"].items()), chosen=row is rows[texts["chosen"]])
            for row in rows
        ),
        made + dt.timedelta(days=texts["step_in"]),
        done=True,
    )


def demo_worries(lines: list[Texts], last: dt.date) -> Iterator[Worry]:
    """Return worries that were looked at in their time, and one that waits for it."""
    for line in lines:
        noted = last - dt.timedelta(days=line["ago"])
        outcome = Outcome(line["outcome"])
        looked_at = None if outcome is Outcome.WAITS else noted
        yield Worry(line["words"], noted, outcome, line.get("step", ""), looked_at)


def demo_helpers(lines: list[Texts]) -> Iterator[Helper]:
    """Return whose work it is to help this person."""
    ids = sorted(new_id() for _ in lines)  # those of one moment are in no order
    for id_, line in zip(ids, lines, strict=True):
        yield Helper(line["name"], HelperKind(line["kind"]), line["reach"], line["note"], id_)
