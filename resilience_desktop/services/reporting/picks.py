"""What can go into a report one by one: thought records, entries, coping cards."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.markdown import in_brief
from resilience_desktop.domain.thought_record import Share, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.reports.written import mood_in_words
from resilience_desktop.storage import entries as stored_entries
from resilience_desktop.storage import thought_records as stored_records

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.storage.search import Searchable

_SHOWN = 120
"""Letters of what somebody wrote that a row can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One thing that can be ticked, or that is never shared."""

    id: str
    day: dt.date
    words: str = field(repr=False)
    """How it begins, in one line."""
    is_own: bool = True
    """Whether somebody wrote these words, and not the app in place of any."""
    looked_through: str = field(default="", repr=False)
    """All of its words, made ready to be searched."""
    never_share: bool = False
    page: str = ""
    """Id of the entry or record where that was said; empty where it is this one."""
    only_numbers: bool = False
    """Whether a report may have its numbers and none of its words."""
    from_the_start: bool = False
    """Whether it goes in unless somebody unticks it."""

    def has(self, words: str) -> bool:
        """Whether each of these words is in it, whole or as a part."""
        return all(word in self.looked_through for word in _folded(words).split())


def picks_of_records(records: Iterable[ThoughtRecord]) -> tuple[Pick, ...]:
    """Return the finished records, the newest first."""
    finished = [record for record in records if record.finished]
    finished.sort(key=lambda record: (record.at.day, record.at.utc, record.id), reverse=True)
    return tuple(
        Pick(
            id=record.id,
            day=record.at.day,
            words=_one_line(thought.text if (thought := record.hot_thought) else record.situation),
            looked_through=_all_of(stored_records.searchable(record)),
            never_share=record.never_share,
            only_numbers=record.share is Share.SUMMARY,
            from_the_start=record.share in (Share.SUMMARY, Share.FULL),
        )
        for record in finished
    )


def picks_of_entries(entries: Iterable[Entry]) -> tuple[Pick, ...]:
    """Return the entries, the newest first."""
    return tuple(
        Pick(
            id=entry.id,
            day=entry.at.day,
            words=_own_words(entry) or _in_their_place(entry),
            is_own=bool(_own_words(entry)),
            looked_through=_all_of(stored_entries.searchable(entry)),
            never_share=entry.never_share,
        )
        for entry in reversed(list(entries))
    )


def picks_of_cards(
    cards: Iterable[CopingCard], never_shared: Collection[str] = ()
) -> tuple[Pick, ...]:
    """Return the coping cards, in the order they are given in.

    The words of a card that was made from a record come from there: it is never shared either.
    """
    return tuple(
        Pick(
            id=card.id,
            day=card.made,
            words=_one_line(card.words),
            looked_through=_folded(card.words),
            never_share=card.record in never_shared,
            page=card.record,
        )
        for card in cards
    )


def _own_words(entry: Entry) -> str:
    """Return how the words of an entry begin."""
    return _one_line(in_brief(entry.note[: 4 * _SHOWN]) or entry.went_well)


def _in_their_place(entry: Entry) -> str:
    """Return what an entry without words has."""
    parts = [feeling.word for feeling in entry.feelings]
    if entry.mood is not None:
        parts.append(mood_in_words(entry.mood))
    return _one_line(", ".join([*parts, *entry.tags])) or text("An entry without words")


def _one_line(words: str) -> str:
    return " ".join(words.split())[:_SHOWN]


def _all_of(found: Searchable) -> str:
    return _folded(" ".join((*found.written, *found.labels)))


def _folded(words: str) -> str:
    """Return words without accents and capitals: nobody remembers which they typed."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
