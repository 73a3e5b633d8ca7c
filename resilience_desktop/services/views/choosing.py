"""Which views there are, and what each makes of a journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from resilience_desktop.domain.tag import PEOPLE
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.views.view import Found
from resilience_desktop.storage.still_open import making_many

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


class _View(Protocol):
    """What the module of a view has."""

    def panels(self, asked: Asked, found: Found) -> tuple[Panel, ...]:
        """Return what it shows of one period."""

    @property
    def compared(self) -> Callable[..., str]:
        """Says in one sentence how a period is beside an earlier one, or why it is not told."""


VIEWS = (
    ViewName("mood", lambda: text("Mood")),
    ViewName("year", lambda: text("Year")),
    ViewName("rhythm", lambda: text("Rhythm")),
    ViewName("feelings", lambda: text("Feelings")),
    ViewName("thoughts", lambda: text("Thoughts")),
    ViewName("skills", lambda: text("Skills")),
    ViewName("better_days", lambda: text("What goes with better days")),
    ViewName("low_spells", lambda: text("Low spells")),
    ViewName("steadiness", lambda: text("Steadiness")),
    ViewName("early_signs", lambda: text("Early signs")),
    ViewName("wider", lambda: text("Wider view")),
)

_NEEDS_EVERY_DAY = frozenset(("better_days", "low_spells", "steadiness", "early_signs", "wider"))
"""Views of days that follow each other: of chosen entries alone they would say nothing true."""


def panels(key: str, asked: Asked, found: Found) -> tuple[tuple[Panel, ...], ...]:
    """Return what a view shows: the panels of the period, and those of the one beside it.

    The first call loads numpy, so it is made off the window thread.
    """
    found, of_what = _of_what(key, asked, found)
    beside = asked.periods
    return tuple(
        tuple(
            replace(panel, of_what=of_what)
            for panel in _views()[key].panels(replace(asked, period=period, beside=beside), found)
        )
        for period in beside
    )


def compared(key: str, asked: Asked, found: Found) -> str:
    """Return in one sentence how the two periods are beside each other, or why that is not told.

    A view is asked about the later one beside the earlier one, whichever was chosen first. Days
    that are in both would be reckoned with twice, so nothing is said then of how far they differ.
    """
    if asked.other is None:
        return ""
    earlier, later = sorted(asked.periods)
    if (shared := (min(earlier.last, later.last) - later.first).days + 1) > 0:
        return plural(
            "These two times share {n} day, so they are not compared.",
            "These two times share {n} days, so they are not compared.",
            shared,
        )
    of_these, _ = _of_what(key, asked, found)
    chosen = {"choice": asked.choice} if asked.choice else {}  # only of a view that has choices
    return _views()[key].compared(later, earlier, of_these, **chosen)


def _views() -> Mapping[str, _View]:
    """Return what each view is made by; loads numpy."""
    from resilience_desktop.services.views import (
        better_days,
        early_signs,
        feelings,
        low_spells,
        mood,
        rhythm,
        skills,
        steadiness,
        thoughts,
        wider,
        year,
    )

    return {
        "mood": mood,
        "year": year,
        "rhythm": rhythm,
        "feelings": feelings,
        "thoughts": thoughts,
        "skills": skills,
        "better_days": better_days,
        "low_spells": low_spells,
        "steadiness": steadiness,
        "early_signs": early_signs,
        "wider": wider,
    }


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
    with making_many():
        return _found(journal)


def _found(journal: Journal) -> Found:
    return Found(
        today=journal.today(),
        entries=tuple(journal.entries_between(dt.date.min, dt.date.max)),
        records=tuple(sorted(journal.thought_records(), key=lambda record: record.at.utc)),
        scales=journal.settings().scales,
        times_of_change=tuple(journal.times_of_change.all()),
        month_looks=tuple(journal.month_looks.all()),
        early_signs=tuple(journal.early_signs.all()),
        practices=tuple(journal.practices.all()),
        own_skills=tuple(journal.toolkit.own_skills()),
        goals_done=tuple(goal.done for goal in journal.goals.done() if goal.done),
        people=journal.tags.in_group(PEOPLE),
    )


def _of_what(key: str, asked: Asked, found: Found) -> tuple[Found, str]:
    """Return what a view is worked out from, and what it says about that."""
    if found.whole is None:
        return found, ""
    if key == "skills":
        return found.whole, text("Of all that you used. What is chosen is of entries only.")
    if key in _NEEDS_EVERY_DAY:
        said = text("Of all entries. This view needs the days as they follow each other.")
        return found.whole, said
    chosen = asked.filter
    quoted = text("\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}")
    words = [quoted.format(words=chosen.words.strip())] if chosen.words.strip() else []
    named = ", ".join((*words, *chosen.tags, *chosen.feelings))
    return found, text("Only entries with {what}.").format(what=named)
