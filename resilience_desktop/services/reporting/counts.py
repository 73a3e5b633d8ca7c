"""How often a feeling or a thinking pattern was named, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.named import NamedInEntries
from resilience_desktop.insights.named import feelings as named_feelings
from resilience_desktop.insights.records import LEAST_FOR_MEAN
from resilience_desktop.reports.sections import Bar, Bars, Cell
from resilience_desktop.services.reporting.outcome import NOTHING, Outcome, so_far
from resilience_desktop.services.reporting.records import seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.reporting.choice import ReportChoice

MOST = 6


def feelings(entries: Sequence[Entry]) -> Outcome:
    """Return the feelings named on most days. Gate: that of ``NamedInEntries``, 7 days."""
    found = NamedInEntries.of(entries, named_feelings)
    if not found.things:
        return NOTHING
    if not found.enough:
        return Outcome(
            lacking=text("feelings (it takes {least} days with entries; {so_far})").format(
                least=found.enough.least, so_far=so_far(found.enough.days)
            )
        )
    listed = {word for family in content.feeling_families() for word in family.words}
    bars = Bars(
        title=text("Feelings named most"),
        columns=(text("Feeling"), text("Days")),
        rows=tuple(
            Bar(Cell(one.word, own=one.word not in listed), one.days) for one in found.things[:MOST]
        ),
    )
    return Outcome((bars,))


def patterns(records: Sequence[ThoughtRecord], choice: ReportChoice) -> Outcome:
    """Return the thinking patterns chosen most. Gate: ``LEAST_FOR_MEAN`` finished records.

    A pattern that somebody named themselves is only told of records whose words may be told.
    """
    counted = seen(records)
    known = {pattern.id for pattern in content.thinking_patterns()}
    told = {c.pattern for one in records if choice.tells_words_of(one) for c in one.patterns}
    found = [one for one in counted.patterns if one.marks[0].word in known | told]
    if not found:
        return NOTHING
    if counted.records < LEAST_FOR_MEAN:
        return Outcome(
            lacking=text("thinking patterns (it takes {least} thought records; {so_far})").format(
                least=LEAST_FOR_MEAN, so_far=so_far(counted.records)
            )
        )
    bars = Bars(
        title=text("Thinking patterns"),
        columns=(text("Pattern"), text("Records")),
        rows=tuple(
            Bar(
                Cell(content.pattern_name(one.marks[0].word), own=one.marks[0].word not in known),
                one.number,
            )
            for one in found[:MOST]
        ),
        note=plural(
            "In {n} thought record; several may apply to one.",
            "In {n} thought records; several may apply to one.",
            counted.records,
        ),
    )
    return Outcome((bars,))
