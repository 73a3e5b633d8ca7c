"""What a journal has for a report, before anybody has chosen anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.services.reporting.choice import shared_notes
from resilience_desktop.services.reporting.picks import (
    Pick,
    picks_of_cards,
    picks_of_entries,
    picks_of_records,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.domain.report_profile import ReportMade, ReportProfile
    from resilience_desktop.services.journal import Journal

    Days = tuple[dt.date, dt.date]

_LATELY = 366
"""Days after which a journal is one of other days altogether."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the form of a report can offer for some days."""

    span: Days
    """The first day with anything written, and the last day that a report can be of."""
    records: Sequence[Pick] = field(repr=False)
    entries: Sequence[Pick] = field(repr=False)
    cards: Sequence[Pick] = field(repr=False)
    notes: tuple[str, ...] = field(repr=False)
    """The notes to keep that may be in reports."""
    story: tuple[tuple[str, str], ...] = field(repr=False)
    profiles: Sequence[ReportProfile] = field(repr=False)
    made_last: ReportMade | None


def offer(journal: Journal, days: Days) -> Offer:
    """Return what there is for a report of these days; cards are of no day."""
    first, last = days
    stories, records = journal.insights.stories(), journal.thought_records()
    never_shared = {record.id for record in records if record.never_share}
    return Offer(
        span_of(journal),
        picks_of_records(record for record in records if first <= record.at.day <= last),
        picks_of_entries(journal.entries_between(first, last)),
        picks_of_cards(journal.cards.all(), never_shared),
        shared_notes(journal.insights.all()),
        stories[0].answers if stories else (),
        journal.reports.profiles(),
        journal.reports.made_last(),
    )


def span_of(journal: Journal) -> Days:
    """Return the days there are: until today, unless the journal is one of other days."""
    today, span = journal.today(), journal.looking.span()
    if span is None:
        return today, today
    is_recent = (today - span[1]).days < _LATELY
    return min(span[0], today), today if is_recent else span[1]
