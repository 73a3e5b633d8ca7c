"""The sessions of a journal: the one to come, and those that were held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.session import (
    AgendaLine,
    Session,
    session_from_plain,
    session_to_plain,
)
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import SESSION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord


class SessionBook(Book):
    """The sessions of an open journal."""

    def all(self) -> list[Session]:
        """Return every session, the one that was begun last first."""
        with self.store.reading():
            return sessions_of(self.store.documents.all(SESSION))

    def page(self, id_: str) -> list[Entry | ThoughtRecord]:
        """Return the page that a point was taken from, if it is there to be opened."""
        with self.store.reading():
            return self.store.some([id_]) if self.store.items.is_shown(id_) else []

    def kept_back(self, session: Session) -> frozenset[str]:
        """Return the ids of the pages its points were taken from that are never shared."""
        with self.store.reading():
            return frozenset(line.link for line in session.agenda) & self.store.items.never_shared()

    def keep(self, *sessions: Session) -> Changes:
        """Keep sessions, new or changed."""
        with self.store.writing():
            for session in sessions:
                self.store.documents.put(SESSION, session_to_plain(session))
        return Changes(sessions=True)

    def drop(self, session: Session) -> Changes:
        """Forget a session; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(SESSION, session.id)
        return Changes(sessions=True)


def sessions_of(documents: Iterable[Any]) -> list[Session]:
    """Return the sessions that these documents are, the one that was begun last first."""
    sessions = map(session_from_plain, documents)
    return sorted(sessions, key=lambda session: (session.made, session.id), reverse=True)


def next_after(session: Session, today: dt.date) -> Session:
    """Return a new session, with what was not talked about in the last one."""
    return Session(max(today, session.made), agenda=session.left_over)


def next_with_point(sessions: list[Session], words: str, today: dt.date) -> Session:
    """Return the next session, newest first or new, with this among what to talk about, once."""
    coming = sessions[0] if sessions else Session(today)
    if any(line.words == words for line in coming.agenda):
        return coming
    return replace(coming, agenda=(*coming.agenda, AgendaLine(words)))


def talked_about(sessions: list[Session]) -> frozenset[str]:
    """Return the ids of the pages that were talked about."""
    return frozenset(line.link for one in sessions for line in one.agenda if line.talked)
