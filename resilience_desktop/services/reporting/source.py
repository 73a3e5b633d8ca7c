"""The part of a journal that a report is made of; what is never to be shared has no words in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.report_part import ReportPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.domain.toolkit import OwnSkill
    from resilience_desktop.services.reporting.choice import ReportChoice

_OF_ENTRIES = (
    ReportPart.MOOD,
    ReportPart.DATA,
    ReportPart.SLEEP_ACTIVITIES,
    ReportPart.LOW_SPELLS,
    ReportPart.BETTER_DAYS,
    ReportPart.FEELINGS,
    ReportPart.NEXT_SESSION,
)
_OF_RECORDS = (ReportPart.PATTERNS, ReportPart.RECORDS_TOGETHER, ReportPart.NEXT_SESSION)
_OF_SPELLS = (ReportPart.MOOD, ReportPart.LOW_SPELLS)
"""A low spell is one beside what was usual before."""
_YEAR = 366


class Cards(Protocol):
    """What a report needs of the coping cards."""

    def all(self) -> list[CopingCard]:
        """Return every card."""


class Practices(Protocol):
    """What a report needs of the uses of skills."""

    def between(self, first: dt.date, last: dt.date) -> list[Practice]:
        """Return the practices of these days, both included, oldest first."""


class Toolkit(Protocol):
    """What a report needs of the toolkit."""

    def own_skills(self) -> list[OwnSkill]:
        """Return the skills of one's own."""


class Journal(Protocol):
    """What a report needs of an open journal."""

    @property
    def cards(self) -> Cards:
        """The coping cards."""

    @property
    def practices(self) -> Practices:
        """The uses of skills."""

    @property
    def toolkit(self) -> Toolkit:
        """The toolkit."""

    def entries_between(self, first: dt.date, last: dt.date) -> list[Entry]:
        """Return the entries of these days, both included, oldest first."""

    def thought_records(self) -> list[ThoughtRecord]:
        """Return all thought records."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a report needs of a journal, so that it can be made without the journal's thread."""

    entries: Sequence[Entry] = field(default=(), repr=False)
    """Those that are counted, oldest first."""
    records: Sequence[ThoughtRecord] = field(default=(), repr=False)
    """Those printed in full, in the order that was chosen."""
    cards: Sequence[CopingCard] = field(default=(), repr=False)
    """Those printed in full, in the order that was chosen."""
    counted: Sequence[ThoughtRecord] = field(default=(), repr=False)
    """The thought records of these days, finished or not, oldest first."""
    earlier: Sequence[Entry] = field(default=(), repr=False)
    """What was before these days: moods, and nothing else."""
    practices: Sequence[Practice] = field(default=(), repr=False)
    """The uses of skills in these days, oldest first, without what was written meanwhile."""
    own_skills: Sequence[OwnSkill] = field(default=(), repr=False)

    @property
    def open_entries(self) -> list[Entry]:
        """The entries whose words may be shared."""
        return [entry for entry in self.entries if not entry.never_share]


def excerpt(journal: Journal, choice: ReportChoice) -> Excerpt:
    """Return the part of a journal that a report is made of, and read nothing else."""
    all_days = choice.only is None
    reads_entries = choice.has(*_OF_ENTRIES) or choice.entry_ids != frozenset()
    records = _records(journal) if choice.has(*_OF_RECORDS) or choice.record_ids else []
    named = {record.id: record for record in records}
    has_skills = all_days and choice.has(ReportPart.SKILLS)
    return Excerpt(
        _entries(journal, choice) if reads_entries else [],
        [named[id_] for id_ in choice.record_ids if id_ in named],
        _cards(journal, choice.card_ids),
        [
            record
            for record in records
            if choice.first <= record.at.day <= choice.last
            and (all_days or record.id in choice.record_ids)
        ],
        _before(journal, choice.first) if all_days and choice.has(*_OF_SPELLS) else [],
        _practices(journal, choice) if has_skills else [],
        journal.toolkit.own_skills() if has_skills else [],
    )


def _entries(journal: Journal, choice: ReportChoice) -> list[Entry]:
    entries = journal.entries_between(choice.first, choice.last)
    return [
        _without_words(entry) if entry.never_share else entry
        for entry in entries
        if choice.only is None or entry.id in choice.only
    ]


def _without_words(entry: Entry) -> Entry:
    """Return the numbers of an entry that is never shared: they count among those of all days."""
    return Entry(
        at=entry.at,
        mood=entry.mood,
        frame=entry.frame,
        sleep_hours=entry.sleep_hours,
        sleep_quality=entry.sleep_quality,
        converted_from=entry.converted_from,
        never_share=True,
        id=entry.id,
    )


def _records(journal: Journal) -> list[ThoughtRecord]:
    """Return the records that may be shared, oldest first."""
    records = [record for record in journal.thought_records() if not record.never_share]
    return sorted(records, key=lambda record: (record.at.utc, record.id))


def _cards(journal: Journal, ids: Iterable[str]) -> list[CopingCard]:
    """Return the chosen cards, but for those with the words of a record that is never shared."""
    chosen = tuple(ids)
    if not chosen:
        return []
    kept_back = {record.id for record in journal.thought_records() if record.never_share}
    named = {card.id: card for card in journal.cards.all() if card.record not in kept_back}
    return [named[id_] for id_ in chosen if id_ in named]


def _practices(journal: Journal, choice: ReportChoice) -> list[Practice]:
    found = journal.practices.between(choice.first, choice.last)
    return [replace(one, answers=(), wave=(), note="") for one in found]


def _before(journal: Journal, first: dt.date) -> list[Entry]:
    """Return the moods of the year before: what was usual is of four weeks."""
    start = dt.date.fromordinal(max(1, first.toordinal() - _YEAR))
    entries = journal.entries_between(start, first - dt.timedelta(days=1)) if start < first else []
    return [Entry(at=e.at, mood=e.mood, frame=e.frame, id=e.id) for e in entries]
