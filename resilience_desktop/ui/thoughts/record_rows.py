"""Thought records as rows of their list: unfinished ones first, then month by month.

A row says when it was and what it was about; then the fairer thought, if there is one. The thought
that hurt stands below in small, and a pattern is what somebody noticed, never what a row is called.
Where several are of one day, each has its time.
"""

from __future__ import annotations

from collections import Counter
from textwrap import shorten
from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.rows import kept_back, ratings, star, star_aloud
from resilience_desktop.ui.widgets.written_rows import SEPARATOR, Heading, Row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from resilience_desktop.domain.record_brief import RecordBrief

_BESIDE_A_NAME = 60
"""Characters of what it was about, so that there is room for the name of the fairer thought."""


def record_rows(
    records: Sequence[RecordBrief], last_heading: str = "", last_day: dt.date | None = None
) -> list[Heading | Row]:
    """Return rows by groups; a heading that stands already is not repeated.

    ``last_day`` is that of the row before these.
    """
    rows: list[Heading | Row] = []
    of_day = Counter(record.day for record in records)
    of_day.update([last_day] if last_day else [])
    names = {form.id: form.name for form in content.record_forms()}
    for record in records:
        heading = i18n.month(record.day) if record.finished else text("Still open")
        if heading != last_heading:
            rows.append(Heading(heading))
            last_heading = heading
        rows.append(_row(record, names, with_time=of_day[record.day] > 1))
    return rows


def _row(record: RecordBrief, forms: dict[str, str], *, with_time: bool) -> Row:
    about, fairer = record.situation.strip(), record.balanced_thought.strip()
    thought = _quoted(record.thought[0])
    words = fairer or about or thought
    noticed = _facts(record, forms)
    time = [i18n.clock(record.at)] if with_time else []
    hidden = kept_back(never_share=record.never_share)
    aloud = (
        *time,
        "" if record.finished else text("still open"),
        *hidden,
        *star_aloud(record.starred),
        about if fairer else "",
        *noticed,
        *ratings(record.thought, record.feelings, of=text("of 100")),
        text("a fairer thought") if fairer else "",
    )
    return Row(
        id=record.id,
        kind=Kind.THOUGHT_RECORD,
        when=i18n.short_day(record.day),
        label=((_above_fairer(about), False),) if fairer else "",
        words=((words, False),) if words else (),
        under=text("automatic thought: {thought}").format(thought=thought)
        if thought and words != thought
        else "",
        foot=SEPARATOR.join([*hidden, *time, *noticed, *ratings(record.thought, record.feelings)]),
        aloud=", ".join(part for part in aloud if part),
        marks=star(record.starred),
        starred=record.starred,
        never_share=record.never_share,
    )


def _above_fairer(about: str) -> str:
    """Return what it was about, and what stands below it."""
    shown = shorten(about, _BESIDE_A_NAME, placeholder="\N{HORIZONTAL ELLIPSIS}")
    return SEPARATOR.join(part for part in (shown, text("a fairer thought")) if part)


def _quoted(words: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}" if words else ""


def _facts(record: RecordBrief, forms: dict[str, str]) -> list[str]:
    """Return what was noticed, and the form."""
    facts = []
    noticed = [record.label.strip(), *map(_in_a_line, record.patterns[:1])]
    if any(noticed):
        words = ", ".join(word for word in noticed if word)
        facts.append(text("noticed: {words}").format(words=words))
    if record.finished and record.not_ready:
        facts.append(text("no fairer thought yet"))
    if record.form in forms:
        facts.append(forms[record.form])
    return facts


def _in_a_line(pattern: str) -> str:
    """Return a pattern as it is called within a line; one of somebody's own stays as it is."""
    name = content.pattern_name(pattern)
    return name if name == pattern else name[:1].lower() + name[1:]
