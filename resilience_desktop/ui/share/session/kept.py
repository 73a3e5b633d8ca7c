"""Which sessions are kept, as far as the page knows, and what of a form is to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.session import Session
from resilience_desktop.services import clock

if TYPE_CHECKING:
    from collections.abc import Sequence


class KeptSessions:
    """Follows what the journal has; the newest session is the next one."""

    def __init__(self) -> None:
        self._sessions: Sequence[Session] = ()
        self._known: set[str] = set()
        """Ids of all that were ever kept, or are being kept: a blank one of these is written."""

    def follow(self, sessions: Sequence[Session]) -> None:
        """Take what the journal has now, the newest first."""
        self._sessions = sessions
        self._known |= {session.id for session in sessions}

    def of(self, id_: str) -> Session | None:
        """Return a session by its id, or None."""
        return next((one for one in self._sessions if one.id == id_), None)

    def next(self) -> Session:
        """Return the session that is got ready: the newest, or one that is not kept yet."""
        return self._sessions[0] if self._sessions else Session(clock.now().day)

    def is_next(self, session: Session) -> bool:
        """Whether a session is the one that is got ready."""
        return not self._sessions or _order(session) >= _order(self._sessions[0])

    def before(self, session: Session) -> Session | None:
        """Return the session before another."""
        return next((one for one in self._sessions if _order(one) < _order(session)), None)

    def earlier(self, shown: Session) -> list[Session]:
        """Return those that were held, but for the one that is shown."""
        return [one for one in self._sessions[1:] if one.id != shown.id]

    def is_gone(self, session: Session) -> bool:
        """Whether a session was kept and is not any more."""
        return session.id in self._known and self.of(session.id) is None

    def differs(self, session: Session, before: Session | None) -> bool:
        """Whether the journal has one of these otherwise than it stands in a form."""
        stands = [session] if self.of(session.id) else []
        stands += [before] if before else []
        return any(one not in self._sessions for one in stands)

    def to_keep(self, session: Session, before: Session | None) -> list[Session]:
        """Return what is to be written of a form; a session that was always blank is not."""
        kept = [before] if before is not None and before.homework else []
        if session.id in self._known or not session.is_blank:
            self._known.add(session.id)
            kept.append(session)
        return kept


def _order(session: Session) -> tuple[object, str]:
    return session.made, session.id
