"""Which views there are, and what each makes of a journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import text
from resilience_desktop.services.views.view import Found

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.views.view import Asked, Panel


@dataclass(frozen=True, slots=True)
class ViewName:
    """A view by name, before anything of it is loaded."""

    key: str
    say_title: Callable[[], str]
    """Late, because the language is chosen after this is read."""

    @property
    def title(self) -> str:
        """What the switch says."""
        return self.say_title()


VIEWS = (
    ViewName("mood", lambda: text("Mood")),
    ViewName("year", lambda: text("Year")),
    ViewName("rhythm", lambda: text("Rhythm")),
    ViewName("feelings", lambda: text("Feelings")),
    ViewName("thoughts", lambda: text("Thoughts")),
    ViewName("better_days", lambda: text("What goes with better days")),
    ViewName("low_spells", lambda: text("Low spells")),
    ViewName("steadiness", lambda: text("Steadiness")),
)

_NEEDS_EVERY_DAY = frozenset(("better_days", "low_spells", "steadiness"))
"""Views of days that follow each other: of chosen entries alone they would say nothing true."""


def panels(key: str, asked: Asked, found: Found) -> tuple[tuple[Panel, ...], ...]:
    """Return what a view shows: the panels of the period, and those of the one beside it.

    The first call loads numpy, so it is made off the window thread.
    """
    from resilience_desktop.services.views import (
        better_days,
        feelings,
        low_spells,
        mood,
        rhythm,
        steadiness,
        thoughts,
        year,
    )

    make = {
        "mood": mood.panels,
        "year": year.panels,
        "rhythm": rhythm.panels,
        "feelings": feelings.panels,
        "thoughts": thoughts.panels,
        "better_days": better_days.panels,
        "low_spells": low_spells.panels,
        "steadiness": steadiness.panels,
    }[key]
    found, of_what = _of_what(key, asked, found)
    beside = periods(key, asked)
    return tuple(
        tuple(
            replace(panel, of_what=of_what)
            for panel in make(replace(asked, period=period, beside=beside), found)
        )
        for period in beside
    )


def periods(key: str, asked: Asked) -> tuple[Period, ...]:
    """Return the days that a view is of, and those beside them, if any.

    Years are shown whole, so none stands beside itself: beside them are those before.
    """
    if asked.other is None:
        return (asked.period,)
    first, last = asked.period.first.year, asked.period.last.year
    if key == "year" and asked.other.first.year <= last and asked.other.last.year >= first:
        years = last - first + 1
        return _years(first, last), _years(first - years, first - 1)
    return asked.period, asked.other


def _years(first: int, last: int) -> Period:
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def compared(key: str, asked: Asked, found: Found) -> str:
    """Return what the two periods say beside each other, where a view has a sentence for that."""
    if asked.other is None or key != "mood" or found.is_filtered:
        return ""
    from resilience_desktop.services.views import mood

    return mood.compared(asked.period, asked.other, found)


def find(journal: Journal, chosen: TimelineFilter, before: Found | None = None) -> Found:
    """Read what the views are made of: what passes the filter, whenever it was written.

    ``before`` is what was found with another filter, when nothing was written since.
    """
    whole = _everything(journal) if before is None else before.whole or before
    selection = journal.looking.selection(chosen) if chosen else None
    if not chosen:
        return whole
    records = frozenset(selection.records if selection else ())
    entries = selection.entries if selection else frozenset()
    return replace(
        whole,
        entries=tuple(entry for entry in whole.entries if entry.id in entries),
        records=tuple(record for record in whole.records if record.id in records),
        whole=whole,
    )


def _everything(journal: Journal) -> Found:
    return Found(
        today=journal.today(),
        entries=tuple(journal.entries_between(dt.date.min, dt.date.max)),
        records=tuple(sorted(journal.thought_records(), key=lambda record: record.at.utc)),
        scales=journal.settings().scales,
        times_of_change=tuple(journal.times_of_change.all()),
    )


def _of_what(key: str, asked: Asked, found: Found) -> tuple[Found, str]:
    """Return what a view is worked out from, and what it says about that."""
    if found.whole is None:
        return found, ""
    if key in _NEEDS_EVERY_DAY:
        said = text("Of all entries. This view needs the days as they follow each other.")
        return found.whole, said
    chosen = asked.filter
    quoted = text("\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}")
    words = [quoted.format(words=chosen.words.strip())] if chosen.words.strip() else []
    named = ", ".join((*words, *chosen.tags, *chosen.feelings))
    return found, text("Only entries with {what}.").format(what=named)
