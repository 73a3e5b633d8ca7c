"""Finding words in what belongs to skills: practices, worksheets, worries, skills of one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.content.skills import Guide
from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.services.clock import noon_of
from resilience_desktop.services.sheets import SheetBook
from resilience_desktop.services.skills import name_of
from resilience_desktop.services.toolkit import ToolkitBook
from resilience_desktop.services.worries import WorryBook
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.storage.store import Store

    Texts = list[tuple[Hit, Searchable]]
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


def of_skills(store: Store, words: str) -> list[tuple[Kind, list[Hit]]]:
    """Return the sheets, worries and skills of one's own that hold the words, newest first."""
    own = ToolkitBook(store).own_skills()
    return [
        (Kind.SHEET, _found(store, words, _sheets(store, own))),
        (Kind.WORRY, _found(store, words, _worries(store))),
        (Kind.OWN_SKILL, _found(store, words, _own_skills(own))),
    ]


def _sheets(store: Store, own: list[OwnSkill]) -> Texts:
    return [
        (
            _of_skill(Hit(Kind.SHEET, one.id, noon_of(one.made), ()), one.skill, own),
            Searchable((one.words,)),
        )
        for one in SheetBook(store).all()
    ]


def _worries(store: Store) -> Texts:
    skill = next(one for one in content.all_skills() if one.guide is Guide.WORRY)
    return [
        (
            _of_skill(Hit(Kind.WORRY, one.id, noon_of(one.noted), ()), skill.id, ()),
            Searchable((one.words, one.step)),
        )
        for one in reversed(WorryBook(store).all())
    ]


def _own_skills(own: list[OwnSkill]) -> Texts:
    return [
        (
            _of_skill(Hit(Kind.OWN_SKILL, one.id, None, ()), one.id, own),
            Searchable((one.about, *one.steps), (one.name,)),
        )
        for one in reversed(own)
    ]


def _of_skill(hit: Hit, skill: str, own: Iterable[OwnSkill]) -> Hit:
    return replace(hit, skill=skill, skill_name=name_of(skill, own))


def _found(store: Store, words: str, texts: Texts) -> list[Hit]:
    found = store.search.among(words, {hit.id: written for hit, written in texts})
    hits = {hit.id: hit for hit, _ in texts}
    return [
        replace(hits[id_], excerpt=excerpt, beginning=beginning)
        for id_, (excerpt, beginning) in found.items()
    ]
