"""Finding words in everything that was written, kind by kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.services.clock import noon_of
from resilience_desktop.services.finding_skills import texts_of_skills, with_skills
from resilience_desktop.services.sessions import sessions_of
from resilience_desktop.storage.documents import SESSION, plain_of
from resilience_desktop.storage.drafts import draft_of
from resilience_desktop.storage.entries import searchable
from resilience_desktop.storage.search import Searchable
from resilience_desktop.storage.small_texts import DRAFT, REPORT_WORDS, small_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from resilience_desktop.services.finding_skills import Text
    from resilience_desktop.storage.store import Store

_NEW_ENTRY = "entry:new"
"""The slot of the entry that is being written; that of a changed one is ``entry:`` and its id."""


def find(store: Store, words: str, limits: Mapping[Kind, int]) -> list[Found]:
    """Return what holds all these words: of each kind its newest, as many as ``limits`` say."""
    found = [*with_skills(store, store.search.items(words, limits))]
    if small := small_texts(store.db):
        texts = list(_texts(store, small))
        hits: dict[Kind, list[Hit]] = {}
        for number, (excerpt, beginning) in store.search.among(words, [text for _, text in texts]):
            hit = replace(texts[number][0], excerpt=excerpt, beginning=beginning)
            hits.setdefault(hit.kind, []).append(hit)
        found += [Found(kind, len(its), tuple(its[: limits[kind]])) for kind, its in hits.items()]
    return found


def _texts(store: Store, small: Mapping[str, Mapping[str, str]]) -> Iterator[Text]:
    """Return what would be found of all that is small, kind by kind, the newest first."""
    yield from texts_of_skills(small)
    for part, written in small.get(REPORT_WORDS, {}).items():
        yield Hit(Kind.REPORT_WORDS, part, None, ()), Searchable((written,))
    for session in sessions_of(plain_of(small.get(SESSION, {}).values())):
        hit = Hit(Kind.SESSION, session.id, noon_of(session.held_on), ())
        yield hit, Searchable((session.words,))
    yield from _drafts(store, small.get(DRAFT, {}))


def _drafts(store: Store, bodies: Mapping[str, str]) -> Iterator[Text]:
    """Return the drafts, but for those that change what is binned or sealed."""
    drafts = []
    for slot, body in bodies.items():
        draft = draft_of(body)
        if slot == _NEW_ENTRY:
            drafts.append(("", draft))
        elif slot == f"entry:{draft.id}" and store.items.is_shown(draft.id):
            drafts.append((draft.id, draft))
    for id_, draft in sorted(drafts, key=lambda one: one[1].at.utc, reverse=True):
        yield Hit(Kind.DRAFT, id_, draft.at, ()), searchable(draft)
