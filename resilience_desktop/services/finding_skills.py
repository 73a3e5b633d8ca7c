"""Finding words in what belongs to skills: practices, worksheets, worries, skills of one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.content.skills import Guide
from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.services.clock import noon_of
from resilience_desktop.services.sheets import sheets_of
from resilience_desktop.services.skills import name_of
from resilience_desktop.services.toolkit import ToolkitBook, own_skills_of
from resilience_desktop.services.worries import worries_of
from resilience_desktop.storage.documents import OWN_SKILL, SHEET, WORRY, plain_of
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.domain.worry import Worry
    from resilience_desktop.storage.store import Store

    Text = tuple[Hit, Searchable]
    """What would be found, and the words it is found by."""


def with_skills(store: Store, found: Iterable[Found]) -> Iterator[Found]:
    """Return what was found, the practices with the skill of each."""
    for one in found:
        if one.kind is not Kind.PRACTICE:
            yield one
            continue
        own = ToolkitBook(store).own_skills()
        skills = {id_: p.skill for id_, p in store.practices.some(h.id for h in one.hits).items()}
        hits = (_of_skill(hit, skills[hit.id], own) for hit in one.hits)
        yield replace(one, hits=tuple(hits))


def texts_of_skills(small: Mapping[str, Mapping[str, str]]) -> Iterator[Text]:
    """Return the sheets, worries and skills of one's own among what is small, newest first."""
    own, sheets, worries = (
        plain_of(small.get(kind, {}).values()) for kind in (OWN_SKILL, SHEET, WORRY)
    )
    own_skills = own_skills_of(own)
    yield from _sheets(sheets_of(sheets), own_skills)
    yield from _worries(worries_of(worries))
    yield from _own_skills(own_skills)


def _sheets(sheets: Iterable[Sheet], own: list[OwnSkill]) -> Iterator[Text]:
    for one in sheets:
        hit = Hit(Kind.SHEET, one.id, noon_of(one.made), ())
        yield _of_skill(hit, one.skill, own), Searchable((one.words,))


def _worries(worries: list[Worry]) -> Iterator[Text]:
    for one in reversed(worries):
        hit = Hit(Kind.WORRY, one.id, noon_of(one.noted), ())
        skill = next(skill for skill in content.all_skills() if skill.guide is Guide.WORRY)
        yield _of_skill(hit, skill.id, ()), Searchable((one.words, one.step))


def _own_skills(own: list[OwnSkill]) -> Iterator[Text]:
    for one in reversed(own):
        hit = _of_skill(Hit(Kind.OWN_SKILL, one.id, None, ()), one.id, own)
        yield hit, Searchable((one.about, *one.steps), (one.name,))


def _of_skill(hit: Hit, skill: str, own: Iterable[OwnSkill]) -> Hit:
    return replace(hit, skill=skill, skill_name=name_of(skill, own))
