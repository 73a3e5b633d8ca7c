"""What the journal has for the page of sessions, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.services.sessions import talked_about

if TYPE_CHECKING:
    from resilience_desktop.domain.session import Session
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.since_last import SinceLast, Starred


@dataclass(frozen=True, slots=True)
class Found:
    """All sessions, the newest first, and what there is since the one before the newest."""

    sessions: list[Session] = field(repr=False)
    since: SinceLast = field(repr=False)
    sentences: tuple[str, ...] = field(repr=False)
    starred: tuple[Starred, ...] = field(repr=False)
    report_words: str = field(repr=False)
    """What was written to be talked about for a report."""


def look(journal: Journal) -> Found:
    """Read it."""
    from resilience_desktop.services.since_last import in_words, since_last, starred

    sessions = journal.sessions.all()
    last = sessions[1] if len(sessions) > 1 else None
    since = since_last(journal, last.held_on if last else None)
    return Found(
        sessions,
        since,
        in_words(since),
        starred(journal, talked_about(sessions)),
        journal.report_words().get("to_talk_about", ""),
    )
