"""What somebody starred for the next session, as it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.reports.sections import Said, Words
from resilience_desktop.services.reporting.notes import beginning, numbered
from resilience_desktop.services.reporting.outcome import NOTHING, Outcome

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.reporting.choice import ReportChoice
    from resilience_desktop.services.reporting.source import Excerpt

MOST = 12


def next_session(part: Excerpt, choice: ReportChoice) -> Outcome:
    """Return everything starred in these days that may be shared, oldest first.

    Notes with a number at the mood chart are not told twice. Of a record there are words where
    reports may hold it in full, or where it was chosen.
    """
    at_chart = [entry.id for _, entry in numbered(part, choice)]
    found = [
        (e.at.utc, e.id, _entry(e)) for e in part.open_entries if e.starred and e.id not in at_chart
    ]
    found += [(r.at.utc, r.id, _record(r, choice)) for r in part.counted if r.starred]
    rows = [said for *_, said in sorted(found, key=lambda one: one[:2])]
    if at_chart:
        rows.append(_at_chart(len(at_chart)))
    if not rows:
        return NOTHING
    more = plural(
        "{n} more from earlier is not listed.",
        "{n} more from earlier are not listed.",
        max(0, len(rows) - MOST),
    )
    words = Words(
        title=text("For the next session"),
        rows=tuple(rows[-MOST:]),
        note=more if len(rows) > MOST else "",
    )
    return Outcome((words,))


def _at_chart(notes: int) -> Said:
    """Return where the notes are that were told of already."""
    facts = plural("Note {n} at the mood chart", "Notes 1 to {n} at the mood chart", notes)
    return Said(text("Starred notes"), facts=facts)


def _entry(entry: Entry) -> Said:
    label = i18n.day(entry.at.day)
    if words := beginning(plain_words(entry.note)) or beginning(entry.went_well):
        return Said(label, words)
    if entry.mood is None:
        return Said(label, facts=text("A journal entry"))
    mood = text("A journal entry: mood {number}, {word}")
    return Said(
        label, facts=mood.format(number=signed(entry.mood), word=content.mood_word(entry.mood))
    )


def _record(record: ThoughtRecord, choice: ReportChoice) -> Said:
    label, kind = i18n.day(record.at.day), text("Thought record")
    if not choice.tells_words_of(record):
        return Said(label, facts=kind)
    hot = record.hot_thought
    return Said(label, beginning(record.situation or (hot.text if hot else "")), kind)
