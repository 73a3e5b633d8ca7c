"""Skills of the app and of one's own, as one kind of thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.content.skills import Guide, Skill
from resilience_desktop.domain.toolkit import Stage
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.services.journal import Journal

STEP = "step"
"""Name of the seconds that a step takes, where somebody can be led through the steps."""
_USUAL_STEP = 30
_SHORTEST_STEP, _LONGEST_STEP = 5, 600


def as_skill(own: OwnSkill) -> Skill:
    """Return a skill of one's own as those of the app are: a script, or something to go and do.

    Its name, its lead and its steps are words of the person. It takes no ``minutes`` where it is
    not known how long it takes; the steps of a script share the time that is known.
    """
    minutes = own.minutes or 0
    if own.steps:
        step = round(60 * minutes / len(own.steps)) or _USUAL_STEP
        seconds = {STEP: max(_SHORTEST_STEP, min(_LONGEST_STEP, step))}
    else:
        seconds = {}
    return Skill(
        id=own.id,
        name=own.name.strip(),
        guide=Guide.STEPS if own.steps else Guide.TIMER,
        stage=Stage.SAFETY,  # no note ever stands before what is one's own
        drawing="footprints",
        minutes=minutes,
        lead=own.about.strip(),
        best_for=(),
        cautions=(),
        steps=own.steps,
        fields=(None,) * len(own.steps),
        patterns=(),
        groups=(),
        sheet=(),
        gate=None,
        seconds=seconds,
        credit="",
        fact="",
    )


def is_own(skill: Skill) -> bool:
    """Whether a skill is one's own, so that its words are the person's."""
    return skill.id not in content.skill_ids()


def skill_of(skill_id: str, own_skills: Iterable[OwnSkill]) -> Skill | None:
    """Return a skill of the app or of one's own; None for one that is not there any more."""
    if skill_id in content.skill_ids():
        return content.skill(skill_id)
    return next((as_skill(own) for own in own_skills if own.id == skill_id), None)


def name_of(skill_id: str, own_skills: Iterable[OwnSkill]) -> str:
    """Return what a skill is called, also one that is not there any more."""
    found = skill_of(skill_id, own_skills)
    return found.name if found else text("Something of your own")


def remove_own(journal: Journal, own: OwnSkill) -> tuple[Changes, Callable[[Journal], Changes]]:
    """Remove a skill of one's own, from the toolkit too; return also what brings it back.

    Its practices stay.
    """
    toolkit = journal.toolkit.get()
    place = toolkit.chosen.index(own.id) if own.id in toolkit.chosen else -1
    changes = journal.toolkit.drop_skill(own)
    if place >= 0:
        changes |= journal.toolkit.keep(toolkit.without(own.id))

    def bring_back(journal: Journal) -> Changes:
        changes = journal.toolkit.keep_skill(own)
        now = journal.toolkit.get()
        if place < 0 or now.is_full or own.id in now.chosen:
            return changes
        chosen = (*now.chosen[:place], own.id, *now.chosen[place:])
        return changes | journal.toolkit.keep(replace(now, chosen=chosen))

    return changes, bring_back
