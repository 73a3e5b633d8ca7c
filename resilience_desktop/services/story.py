"""What one's own story can be told from: what has a star, what went all right, notes to keep."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.insights import InsightBook
from resilience_desktop.services.looking import Looking

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.storage.store import Store

MOST = 200
"""How many of each there are to choose from, the newest."""
LONGEST = 400
"""Letters of a page that are put into a story; the link leads to the rest."""


class Origin(Enum):
    """Where words come from."""

    STARRED = "starred"
    WENT_WELL = "went_well"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Source:
    """Words that can go into a story, and the pages they are from."""

    id: str
    origin: Origin
    day: dt.date
    words: str = field(repr=False)
    links: tuple[str, ...] = field(default=(), repr=False)


def sources(store: Store) -> list[Source]:
    """Return what can be chosen, the newest first of each origin; nothing without words."""
    looking = Looking(store)
    starred = looking.timeline(limit=MOST, chosen=TimelineFilter(starred=True)).written
    well = looking.timeline(limit=MOST, chosen=TimelineFilter(went_well=True)).written
    found = [_of_page(Origin.STARRED, item, _words_of(item)) for item in starred]
    found += [
        _of_page(Origin.WENT_WELL, item, item.went_well) for item in well if isinstance(item, Entry)
    ]
    found += [
        Source(f"{Origin.NOTE.value}:{note.id}", Origin.NOTE, note.made, note.gist, note.links)
        for note in InsightBook(store).all()[:MOST]
    ]
    return [source for source in found if source.words.strip()]


def _of_page(origin: Origin, item: Entry | ThoughtRecord, words: str) -> Source:
    return Source(f"{origin.value}:{item.id}", origin, item.at.day, _short(words), (item.id,))


def _words_of(item: Entry | ThoughtRecord) -> str:
    if isinstance(item, Entry):
        return plain_words(item.note)
    hot = item.hot_thought
    return item.balanced_thought or item.situation or (hot.text if hot else "")


def _short(words: str) -> str:
    """Return the beginning of words, up to the end of one of them."""
    words = words.strip()
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
