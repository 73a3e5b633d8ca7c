"""What someone decided to put into a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.insight import InsightKind
from resilience_desktop.domain.report_part import SUMMARY, ReportPart
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.reports.document import Paper


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """What someone decided to share. Nothing goes in that is not named here.

    Words that belong to a part go in only with that part. What is never to be shared does not go
    in, whatever is named here.
    """

    first: dt.date
    last: dt.date
    parts: frozenset[ReportPart] = SUMMARY
    name: str = field(default="", repr=False)
    """A pseudonym, or whatever the person wants to be called on it."""
    how_it_has_been: str = field(default="", repr=False)
    to_talk_about: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    """Anything else for the reader."""
    insights: tuple[str, ...] = field(default=(), repr=False)
    """The notes to keep that may be in reports, as ``shared_notes`` returns them."""
    story: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Somebody's own story: the id of each chapter, and its words."""
    record_ids: tuple[str, ...] = ()
    """The thought records printed in full, in this order."""
    entry_ids: frozenset[str] | None = frozenset()
    """The entries printed in full; None for all of these days."""
    card_ids: tuple[str, ...] = ()
    """The coping cards printed in full, in this order."""
    only: frozenset[str] | None = None
    """The entries that are counted and may be printed; None for all of these days.

    Of some entries there is no chart, no low spell and nothing that goes with better days: these
    are of whole days. Of thought records those are counted that are printed.
    """
    paper: Paper = "a4"
    country: str = ""
    """Two letters; empty prints no numbers but says where to find them."""
    made_on: dt.date = field(default_factory=_today)

    def has(self, *parts: ReportPart) -> bool:
        """Whether any of these parts goes in."""
        return not self.parts.isdisjoint(parts)

    @property
    def draws_mood(self) -> bool:
        """Whether there is to be a chart of the mood."""
        return self.has(ReportPart.MOOD) and self.only is None

    def tells_words_of(self, record: ThoughtRecord) -> bool:
        """Whether the person's words in a record may be told, where something is said of it."""
        chosen = record.share is Share.ASK and record.id in self.record_ids
        return chosen or record.share is Share.FULL

    def prints(self, entry_id: str) -> bool:
        """Whether an entry is printed in full."""
        return self.entry_ids is None or entry_id in self.entry_ids


def shared_notes(notes: Iterable[Insight]) -> tuple[str, ...]:
    """Return the notes that may be in reports, each as it stands there."""
    return tuple(_note_in_words(note) for note in notes if note.shared)


def _note_in_words(note: Insight) -> str:
    if note.kind is not InsightKind.SETBACK:
        return note.words
    if note.days is None:
        titles = {
            "happened": text("After a setback, what happened: {words}"),
            "learned": text("What I learned: {words}"),
            "next_step": text("My next tiny step: {words}"),
        }
    else:
        titles = {
            "happened": text("Looking back, what went on around me: {words}"),
            "learned": text("Looking back, what helped: {words}"),
            "next_step": text("My next tiny step: {words}"),
        }
    return "\n\n".join(titles[prompt].format(words=words) for prompt, words in note.answers)
