"""Thought records as rows of their list: unfinished ones first, then month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.rows import record_row
from resilience_desktop.ui.widgets.written_rows import SEPARATOR, Heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.widgets.written_rows import Row

_ORDINARY = "five"


def record_rows(records: Iterable[ThoughtRecord], last_heading: str = "") -> list[Heading | Row]:
    """Return rows by groups; a heading that stands already is not repeated."""
    rows: list[Heading | Row] = []
    names = {form.id: form.name for form in content.record_forms()}
    for record in records:
        heading = i18n.month(record.at.day) if record.finished else text("Still open")
        if heading != last_heading:
            rows.append(Heading(heading))
            last_heading = heading
        label = SEPARATOR.join(_facts(record, names))
        rows.append(record_row(record, when=i18n.short_day(record.at.day), label=label))
    return rows


def _facts(record: ThoughtRecord, forms: dict[str, str]) -> list[str]:
    """Return what stands above the words: the main pattern, and a form that is not the usual."""
    facts = [] if record.finished else [text("Thought record, still open")]
    main = next((chosen for chosen in record.patterns if chosen.main), None)
    chosen = main or next(iter(record.patterns), None)
    if chosen is not None:
        facts.append(content.pattern_name(chosen.pattern))
    if record.form != _ORDINARY and record.form in forms:
        facts.append(forms[record.form])
    if record.finished and record.not_ready:
        facts.append(text("no fairer thought yet"))
    return facts
