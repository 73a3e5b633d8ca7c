"""What was chosen for a report as rows for a spreadsheet: days, and entries printed in full."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.reports.wording import clean
from resilience_desktop.services.skills import name_of
from resilience_desktop.services.views.view import Column, Table, Told
from resilience_desktop.services.views.written import csv_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.reporting.choice import ReportChoice
    from resilience_desktop.services.reporting.source import Excerpt

_BETWEEN = "; "
_COLUMNS = 11
_NONE: Mapping[dt.date, float] = {}
_NO_SKILLS: Mapping[dt.date, str] = {}


def spreadsheet(part: Excerpt, choice: ReportChoice) -> bytes:
    """Return CSV with a row for each day that was chosen, and one for each entry in full.

    A day has its mean mood where the mood chart goes in, its sleep where sleep does, and the names
    of skills where these do; as on paper, of some entries only there are no whole days. Days are
    written 2026-11-22, and nothing that a person wrote is taken for a formula. Raises
    ``ResilienceError`` where there is no row.
    """
    rows = _days(part, choice)
    rows += [_entry(entry) for entry in part.open_entries if choice.prints(entry.id)]
    if not rows:
        raise ResilienceError(
            text(
                "There is nothing for a table in what is ticked. Tick the mood chart, sleep, "
                "skills or journal entries."
            )
        )
    rows.sort(key=lambda row: row[0])  # a day comes before its entries
    used = [place for place in range(_COLUMNS) if any(row[place] for row in rows)]
    titles = _titles()
    table = Table(
        title="",
        columns=tuple(Column(title=titles[place], is_number=False) for place in used),
        rows=rows,
        cells=lambda row: tuple(Told(row[place]) for place in used),
    )
    return csv_of(table)


def _titles() -> tuple[str, ...]:
    return (
        text("Day"),
        text("Covers"),
        text("Time"),
        text("Mood, −5 to +5"),
        text("Energy, −5 to +5"),
        text("Hours slept"),
        text("Sleep, 1 to 5"),
        text("Feelings, 0 to 100"),
        text("Tags"),
        text("Words"),
        text("Skills used"),
    )


def _days(part: Excerpt, choice: ReportChoice) -> list[tuple[str, ...]]:
    moods, hours, quality = _NONE, _NONE, _NONE
    if choice.draws_mood:
        moods = _by_day(part, choice, lambda entry: entry.mood)
    if choice.has(ReportPart.SLEEP_ACTIVITIES) and choice.only is None:
        hours = _by_day(part, choice, lambda entry: entry.sleep_hours)
        quality = _by_day(part, choice, lambda entry: entry.sleep_quality)
    skills = _skills(part) if choice.has(ReportPart.SKILLS) else _NO_SKILLS
    what = text("Day average")
    return [
        (
            day.isoformat(),
            what,
            "",
            _number(moods.get(day)),
            "",
            _number(hours.get(day)),
            _number(quality.get(day)),
            *("", "", ""),
            clean(skills.get(day, "")),
        )
        for day in dict.fromkeys((*moods, *hours, *quality, *skills))
    ]


def _skills(part: Excerpt) -> Mapping[dt.date, str]:
    """Return the names of the skills of each day, each once."""
    names: dict[dt.date, dict[str, None]] = {}
    for one in part.practices:
        names.setdefault(one.at.day, {})[name_of(one.skill, part.own_skills)] = None
    return {day: _BETWEEN.join(some) for day, some in names.items()}


def _by_day(
    part: Excerpt, choice: ReportChoice, number: Callable[[Entry], float | None]
) -> Mapping[dt.date, float]:
    """Return the mean of each day, worked out as for the chart."""
    from resilience_desktop.insights.series import DaySeries  # it brings numpy

    series = DaySeries.of_entries(part.entries, choice.first, choice.last, number)
    days = (dt.date.fromordinal(int(ordinal)) for ordinal in series.ordinals)
    return dict(zip(days, map(float, series.values), strict=True))


def _entry(entry: Entry) -> tuple[str, ...]:
    felt = (f"{one.word} {_number(one.intensity)}".strip() for one in entry.feelings)
    return (
        entry.at.day.isoformat(),
        text("One entry"),
        f"{entry.at.wall:%H:%M}",
        _number(entry.mood),
        _number(entry.energy),
        _number(entry.sleep_hours),
        _number(entry.sleep_quality),
        clean(_BETWEEN.join(felt)),
        clean(_BETWEEN.join(entry.tags)),
        clean(plain_words(entry.note)),
        "",
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, 2):g}"
