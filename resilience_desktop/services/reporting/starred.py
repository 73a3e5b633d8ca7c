"""What somebody starred for the next session, as it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.i18n import plural, text
from resilience_desktop.reports.sections import Said, Words
from resilience_desktop.reports.written import mood_in_words
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

    What has a number at the mood chart says which. Of a record there are words where reports may
    hold it in full, or where it was chosen.
    """
    flagged = {entry.id: note.number for note, entry in numbered(part, choice)}
    starred = [entry for entry in part.open_entries if entry.starred]
    found = [(e.at.utc, e.id, _entry(e, flagged.get(e.id, 0))) for e in starred]
    found += [(r.at.utc, r.id, _record(r, choice)) for r in part.counted if r.starred]
    rows = [said for *_, said in sorted(found, key=lambda one: one[:2])]
    if not rows:
        return NOTHING
    newest = len(rows) - MOST
    told = tuple(said for place, said in enumerate(rows) if place >= newest or said.number)
    left = len(rows) - len(told)
    more = plural(
        "{n} more from earlier is not listed.", "{n} more from earlier are not listed.", left
    )
    words = Words(title=text("For the next session"), rows=told, note=more if left else "")
    return Outcome((words,))


def _entry(entry: Entry, number: int) -> Said:
    label = i18n.day(entry.at.day)
    if words := beginning(plain_words(entry.note)) or beginning(entry.went_well):
        return Said(label, words, number=number)
    if entry.mood is None:
        return Said(label, facts=text("A journal entry"))
    said = text("A journal entry: {mood}").format(mood=mood_in_words(entry.mood))
    return Said(label, facts=said)


def _record(record: ThoughtRecord, choice: ReportChoice) -> Said:
    label, kind = i18n.day(record.at.day), text("Thought record")
    if not choice.tells_words_of(record):
        return Said(label, facts=kind)
    hot = record.hot_thought
    return Said(label, beginning(record.situation or (hot.text if hot else "")), kind)
