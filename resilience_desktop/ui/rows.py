"""Entries, thought records and search hits as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.written_list import Heading, Row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from resilience_desktop.domain.search import Hit
    from resilience_desktop.domain.thought_record import ThoughtRecord

SEPARATOR = "   \N{MIDDLE DOT}   "


def timeline_rows(
    items: Iterable[Entry | ThoughtRecord], today: dt.date, last_heading: str = ""
) -> list[Heading | Row]:
    """Return rows grouped by day; a heading that stands already is not repeated."""
    rows: list[Heading | Row] = []
    for item in items:
        heading = i18n.day_heading(item.at.day, today)
        if heading != last_heading:
            rows.append(Heading(heading))
            last_heading = heading
        row = entry_row(item) if isinstance(item, Entry) else record_row(item)
        rows.append(row)
    return rows


def entry_row(entry: Entry) -> Row:
    """Return an entry as it stands in the timeline."""
    feelings = ", ".join(
        feeling.word if feeling.intensity is None else f"{feeling.word} {feeling.intensity}"
        for feeling in entry.feelings
    )
    return Row(
        id=entry.id,
        kind=Kind.ENTRY,
        when=i18n.clock(entry.at.wall),
        mood=entry.mood,
        drawing="" if entry.mood is not None else "pencil",
        label=feelings,
        words=((entry.note, False),) if entry.note.strip() else (),
        foot=SEPARATOR.join(_facts(entry)),
    )


def record_row(record: ThoughtRecord, *, when: str = "") -> Row:
    """Return a thought record as it stands in a list."""
    thought = record.hot_thought
    quote = (
        f"\N{LEFT DOUBLE QUOTATION MARK}{thought.text}\N{RIGHT DOUBLE QUOTATION MARK}"
        if (thought)
        else record.situation
    )
    return Row(
        id=record.id,
        kind=Kind.THOUGHT_RECORD,
        when=when or i18n.clock(record.at.wall),
        drawing="record",
        label=text("Thought record") if record.finished else text("Thought record, still open"),
        words=((quote, False),) if quote.strip() else (),
        foot=SEPARATOR.join(_ratings(record)),
    )


def hit_row(hit: Hit) -> Row:
    """Return something that search found, with the words marked."""
    record = hit.kind is Kind.THOUGHT_RECORD
    return Row(
        id=hit.id,
        kind=hit.kind,
        when=i18n.short_day(hit.at.day),
        drawing="record" if record else "pencil",
        label=text("Thought record") if record else "",
        words=hit.excerpt,
    )


def _facts(entry: Entry) -> list[str]:
    facts = []
    if entry.energy is not None:
        facts.append(text("energy {n}").format(n=i18n.signed(entry.energy)))
    if entry.sleep_hours is not None:
        facts.append(text("slept {n} h").format(n=f"{entry.sleep_hours:g}"))
    if entry.tags:
        facts.append("  ".join(f"#{tag}" for tag in entry.tags))
    return facts


def _ratings(record: ThoughtRecord) -> list[str]:
    found = []
    thought = record.hot_thought
    if thought and thought.belief_before is not None:
        found.append(
            _first_and_later(text("believed"), thought.belief_before, thought.belief_after)
        )
    found += [_first_and_later(f.word, f.before, f.after) for f in record.feelings]
    return [words for words in found if words][:3]


def _first_and_later(name: str, first: int | None, later: int | None) -> str:
    if first is not None and later is not None:
        return text("{name} {first}, later {later}").format(name=name, first=first, later=later)
    rated = later if first is None else first
    return name if rated is None else f"{name} {rated}"
