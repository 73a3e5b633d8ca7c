"""Which views there are, and what each makes of a journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
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
)


def panels(key: str, asked: Asked, found: Found) -> tuple[tuple[Panel, ...], ...]:
    """Return what a view shows: the panels of the period, and those of the one beside it.

    The first call loads numpy, so it is made off the window thread.
    """
    from resilience_desktop.services.views import mood, rhythm, year

    make = {"mood": mood.panels, "year": year.panels, "rhythm": rhythm.panels}[key]
    periods = [asked.period] if asked.other is None else [asked.period, asked.other]
    return tuple(make(replace(asked, period=period), found) for period in periods)


def find(journal: Journal, chosen: TimelineFilter) -> Found:
    """Read what the views are made of: what passes the filter, whenever it was written."""
    page = journal.looking.timeline(limit=journal.looking.number_of(chosen), chosen=chosen)
    items = tuple(reversed(page.items))
    return Found(
        today=journal.today(),
        entries=tuple(item for item in items if isinstance(item, Entry)),
        records=tuple(item for item in items if not isinstance(item, Entry)),
        scales=journal.settings().scales,
        is_filtered=bool(chosen),
    )
