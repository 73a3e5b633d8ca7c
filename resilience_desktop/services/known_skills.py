"""The skills of the app and one's own together, with what somebody chose of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from resilience_desktop import content
from resilience_desktop.content.skills import Guide
from resilience_desktop.content.stages import stage_words
from resilience_desktop.domain.toolkit import OwnSkill, Toolkit
from resilience_desktop.services.skills import as_skill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.services.journal import Journal

_UNTIL_CHOSEN = ("slow_breathing", "grounding_54321", "stop_step_back")
"""What is at hand as long as nobody has chosen: short, and safe for every body."""


def is_written(skill: Skill) -> bool:
    """Whether a skill is something to write, for which there is room on its page."""
    return skill.guide in (Guide.SHEET, Guide.WORRY)


@dataclass(frozen=True, slots=True)
class KnownSkills:
    """What there is to do."""

    toolkit: Toolkit = field(default_factory=Toolkit)
    own: tuple[OwnSkill, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, journal: Journal) -> Self:
        """Read them from an open journal."""
        return cls(journal.toolkit.get(), tuple(journal.toolkit.own_skills()))

    @classmethod
    def named(cls, ids: Iterable[str]) -> Self:
        """Return the app's own with these of them chosen, where there is no journal to ask."""
        return cls(Toolkit(chosen=tuple(ids)))

    def skill(self, id_: str) -> Skill | None:
        """Return a skill by its id; None for one that is gone, or of a later version."""
        return self._all().get(id_)

    def chosen(self) -> tuple[Skill, ...]:
        """Return the toolkit, in its order."""
        known = self._all()
        return tuple(known[id_] for id_ in self.toolkit.chosen if id_ in known)

    def at_hand(self) -> tuple[Skill, ...]:
        """Return the toolkit, or a few to begin with."""
        return self.chosen() or tuple(map(content.skill, _UNTIL_CHOSEN))

    def of_the_app(self) -> tuple[Skill, ...]:
        """Return the app's skills outside the toolkit."""
        return tuple(one for one in content.all_skills() if one.id not in self.toolkit.chosen)

    def of_ones_own(self) -> tuple[Skill, ...]:
        """Return one's own skills outside the toolkit."""
        return tuple(as_skill(one) for one in self.own if one.id not in self.toolkit.chosen)

    def own_skill(self, id_: str) -> OwnSkill | None:
        """Return what somebody wrote of a skill of their own."""
        return next((one for one in self.own if one.id == id_), None)

    def waits(self, skill: Skill) -> bool:
        """Whether a note stands before a skill: it is of a later stage than somebody is in.

        Nothing stands before what helps to settle, wherever somebody is.
        """
        is_later = self.toolkit.is_later(skill.id, skill.stage)
        return is_later and bool(stage_words(skill.stage).why_later)

    def _all(self) -> dict[str, Skill]:
        skills = (*content.all_skills(), *map(as_skill, self.own))
        return {one.id: one for one in skills}
