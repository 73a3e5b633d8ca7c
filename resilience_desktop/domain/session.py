"""A session with somebody one trusts: what to talk about, what to try until the next, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    day_or_none_in,
    each_in,
    flag_in,
    mapping,
    text_in,
    unexpected,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection


class HowItWent(StrEnum):
    """What became of something to try. None of it is better than another."""

    OPEN = "open"
    """Nothing was said of it."""
    DONE = "done"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something to talk about."""

    words: str = field(repr=False)
    talked: bool = False
    link: str = field(default="", repr=False)
    """Id of the entry or thought record it was taken from; empty for a line of one's own."""

    def __post_init__(self) -> None:
        _check_words(self.words)


@dataclass(frozen=True, slots=True)
class HomeworkLine:
    """Something to try until the next session."""

    words: str = field(repr=False)
    went: HowItWent = HowItWent.OPEN

    def __post_init__(self) -> None:
        _check_words(self.words)


@dataclass(frozen=True, slots=True)
class Session:
    """One session, to come or held."""

    made: dt.date
    """The day somebody began to prepare it."""
    day: dt.date | None = None
    """The day it is on; None while that is not known."""
    agenda: tuple[AgendaLine, ...] = field(default=(), repr=False)
    homework: tuple[HomeworkLine, ...] = field(default=(), repr=False)
    """What was agreed in it, for the time after it."""
    notes: str = field(default="", repr=False)
    id: str = field(default_factory=new_id)

    @property
    def held_on(self) -> dt.date:
        """The day it is on, or else the day it was prepared."""
        return self.day or self.made

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not (self.day or self.agenda or self.homework or self.notes.strip())

    @property
    def left_over(self) -> tuple[AgendaLine, ...]:
        """What was not talked about."""
        return tuple(line for line in self.agenda if not line.talked)

    def without(self, links: Collection[str]) -> Session:
        """Return it without the points that were taken from these pages."""
        return replace(self, agenda=tuple(line for line in self.agenda if line.link not in links))

    @property
    def words(self) -> str:
        """All that stands in it, to be read elsewhere."""
        agenda = [line.words for line in self.agenda]
        return "\n".join([*agenda, *(line.words for line in self.homework), self.notes]).strip()


def _check_words(words: str) -> None:
    if not words.strip():
        message = "A line of a session has words."
        raise ValueError(message)


def session_to_plain(session: Session) -> Plain:
    """Return a session as JSON values."""
    return {
        "id": session.id,
        "made": session.made.isoformat(),
        "day": session.day.isoformat() if session.day else None,
        "agenda": [
            {"words": line.words, "talked": line.talked, "link": line.link}
            for line in session.agenda
        ],
        "homework": [{"words": line.words, "went": line.went.value} for line in session.homework],
        "notes": session.notes,
    }


def session_from_plain(value: object) -> Session:
    """Return the session that ``session_to_plain`` wrote; raise ``ValueError`` for else."""
    plain = mapping(value)
    return Session(
        day_in(plain, "made"),
        day_or_none_in(plain, "day"),
        each_in(plain, "agenda", _agenda_line),
        each_in(plain, "homework", _homework_line),
        text_in(plain, "notes"),
        text_in(plain, "id"),
    )


def _agenda_line(plain: Plain) -> AgendaLine:
    return AgendaLine(text_in(plain, "words"), flag_in(plain, "talked"), text_in(plain, "link"))


def _homework_line(plain: Plain) -> HomeworkLine:
    try:
        went = HowItWent(text_in(plain, "went"))
    except ValueError:
        raise unexpected("went") from None
    return HomeworkLine(text_in(plain, "words"), went)
