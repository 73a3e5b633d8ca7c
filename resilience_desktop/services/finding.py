"""Finding words in everything that was written, kind by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.search import Found, Hit, Kind
from resilience_desktop.services.clock import noon_of
from resilience_desktop.services.finding_skills import of_skills, with_skills
from resilience_desktop.services.sessions import SessionBook
from resilience_desktop.storage import entries as stored_entries
from resilience_desktop.storage.search import Searchable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.storage.store import Store

_NEW_ENTRY = "entry:new"
"""The slot of the entry that is being written; that of a changed one is ``entry:`` and its id."""


def find(store: Store, words: str, limits: Mapping[Kind, int]) -> list[Found]:
    """Return what holds all these words: of each kind its newest, as many as ``limits`` say."""
    found = list(with_skills(store, store.search.items(words, limits)))
    for kind, hits in (
        *of_skills(store, words),
        (Kind.REPORT_WORDS, _report_words(store, words)),
        (Kind.SESSION, _sessions(store, words)),
        (Kind.DRAFT, _drafts(store, words)),
    ):
        if hits:
            found.append(Found(kind, len(hits), tuple(hits[: limits[kind]])))
    return found


def _report_words(store: Store, words: str) -> list[Hit]:
    parts = store.report_words.all()
    texts = {part: Searchable((written,)) for part, written in parts.items()}
    found = store.search.among(words, texts)
    return [Hit(Kind.REPORT_WORDS, part, None, *shown) for part, shown in found.items()]


def _sessions(store: Store, words: str) -> list[Hit]:
    """Return the sessions that hold the words, the one begun last first."""
    sessions = {session.id: session for session in SessionBook(store).all()}
    found = store.search.among(
        words, {id_: Searchable((session.words,)) for id_, session in sessions.items()}
    )
    return [
        Hit(Kind.SESSION, id_, noon_of(sessions[id_].held_on), *shown)
        for id_, shown in found.items()
    ]


def _drafts(store: Store, words: str) -> list[Hit]:
    """Return the drafts that hold the words, unless they change what is binned or sealed."""
    drafts = {}
    for slot, draft in store.drafts.all().items():
        if slot == _NEW_ENTRY:
            drafts[""] = draft
        elif slot == f"entry:{draft.id}" and store.items.is_shown(draft.id):
            drafts[draft.id] = draft
    texts = {id_: stored_entries.searchable(draft) for id_, draft in drafts.items()}
    found = store.search.among(words, texts)
    newest = sorted(found, key=lambda id_: drafts[id_].at.utc, reverse=True)
    return [Hit(Kind.DRAFT, id_, drafts[id_].at, *found[id_]) for id_ in newest]
