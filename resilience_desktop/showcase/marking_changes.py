"""Times of change, and the quiet note about lower days, as far as they look different."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.i18n import text
from resilience_desktop.services.lower_days import LowerDays
from resilience_desktop.showcase.camera import Shot, dialog, found, press, quiet_line, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.charts.page import ChartsPage
    from resilience_desktop.ui.lower_days_line import LowerDaysLine


MARKED = (
    ("New rota at work", 139, None, False),
    ("Moved house", 66, None, False),
    ("Exams", 58, 20, True),
    ("A walk before breakfast", 21, None, False),
)
"""What each is, how many days ago it began, how many days it had, and whether it was hard."""


def _charts(parts: Parts) -> ChartsPage:
    return cast("ChartsPage", parts.window.page("charts"))


def _mark(parts: Parts) -> None:
    """Mark some changes, two of them close together."""

    def keep(journal: Journal) -> Changes:
        today, changes = journal.today(), Changes()
        for place, (name, ago, days, hard) in enumerate(MARKED):
            day = today - dt.timedelta(days=ago)
            last = day + dt.timedelta(days=days) if days else None
            changes |= journal.times_of_change.keep(
                TimeOfChange(name, day, last, is_hard=hard, id=f"shown{place}")
            )
        return changes

    parts.tasks.write(keep, owner=parts.window)
    settle(parts)


def _marked(parts: Parts) -> QWidget:
    _mark(parts)
    page = _charts(parts)
    page.views.choose("mood")
    return parts.window


def _marked_year(parts: Parts) -> QWidget:
    _charts(parts).views.choose("year")
    return parts.window


def _no_weeks_yet(parts: Parts) -> QWidget:
    """Ask for the note, and choose no weeks yet."""
    page = _charts(parts)
    page.views.choose("low_spells")
    settle(parts)
    press(parts, "charts.lower.wanted")
    page.lower_days.come_into_sight()
    return parts.window


def _asked(parts: Parts) -> QWidget:
    """Ask for the note, of weeks that have enough days."""

    def want(journal: Journal) -> Changes:
        first = journal.today() - dt.timedelta(days=182)
        return journal.keep_settings(replace(journal.settings(), compare_from=first))

    page = _charts(parts)
    page.views.choose("low_spells")
    settle(parts)
    parts.tasks.write(want, owner=page)
    settle(parts)
    page.lower_days.come_into_sight()
    return parts.window


def _noted(parts: Parts) -> QWidget:
    _charts(parts).views.choose("mood")
    settle(parts)
    _say(parts, "charts.lower_days")
    return parts.window


def _noted_in_journal(parts: Parts) -> QWidget:
    parts.window.page("journal")
    settle(parts)
    quiet_line(parts, "lower_days")
    _say(parts, "journal.lower_days")
    return parts.window


def _say(parts: Parts, name: str) -> None:
    words = text(
        "Your days have been lower than in the weeks you chose. Would you like to look at your "
        "plan?"
    )
    line = cast("LowerDaysLine", found(parts, name))
    line.show_found(LowerDays(words=words))


def _open_changes(parts: Parts) -> None:
    _mark(parts)
    _charts(parts).open_changes()


def _open_change(parts: Parts) -> None:
    _open_changes(parts)
    settle(parts)
    press(parts, "charts.changes.3.change")


def _removed(parts: Parts) -> None:
    _open_changes(parts)
    settle(parts)
    press(parts, "charts.changes.1.remove")


CHANGES = (
    Shot("charts-marked", _marked),
    Shot("charts-marked-year", _marked_year),
    Shot("charts-lower-no-weeks", _no_weeks_yet),
    Shot("charts-lower-asked", _asked),
    Shot("charts-lower-days", _noted),
    Shot("journal-lower-days", _noted_in_journal),
)
CHANGE_DIALOGS = (
    Shot("changes", dialog("charts.changes", _open_changes)),
    Shot("changes-removed", dialog("charts.changes", _removed)),
    Shot("change", dialog("charts.change", _open_change)),
)
