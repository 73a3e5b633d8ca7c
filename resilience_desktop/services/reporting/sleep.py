"""Sleep and the day's basics on paper: averages with their days, and how often."""

from __future__ import annotations

from collections import defaultdict
from statistics import quantiles
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.entry import BEST_SLEEP, WORST_SLEEP
from resilience_desktop.domain.hours import MOST
from resilience_desktop.i18n import text
from resilience_desktop.insights.mean import PeriodMean, Scale
from resilience_desktop.insights.named import LEAST
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.reports.sections import Cell, Column, Table
from resilience_desktop.services.numbers_in_words import plainly
from resilience_desktop.services.reporting.outcome import Outcome

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.period import Period


def sleep_and_activities(entries: Sequence[Entry], period: Period) -> Outcome:
    """Return sleep, and what of the day's basics there was time for."""
    rows, lacking = [], False
    for name, scale, number in _numbers():
        series = DaySeries.of_entries(entries, period.first, period.last, number)
        mean = PeriodMean.of(series, scale).mean
        if mean is not None:
            rows.append(_row(name, mean, series))
        lacking = lacking or (mean is None and len(series) > 0)
    sleep = Table(
        title=text("Sleep"),
        columns=(
            Column(text("Noted"), is_number=False),
            Column(text("Average"), is_main=True),
            Column(text("Middle half")),
            Column(text("Days")),
        ),
        rows=tuple(rows),
        note=text("Middle half: where half of the days lie."),
        is_narrow=True,
    )
    return Outcome(
        (*((sleep,) if rows else ()), *_basics(entries)),
        text("sleep (it takes 7 days, and half of the days)") if lacking and not rows else "",
    )


def _numbers() -> tuple[tuple[str, Scale, Callable[[Entry], float | None]], ...]:
    return (
        (text("Hours slept"), Scale(0, MOST), lambda entry: entry.sleep_hours),
        (
            text("How good, 1 to 5"),
            Scale(WORST_SLEEP, BEST_SLEEP),
            lambda entry: entry.sleep_quality,
        ),
    )


def _row(name: str, mean: float, series: DaySeries) -> tuple[Cell, ...]:
    """Return the average, and how the days differ: between which two numbers half of them lie.

    There is no interval of the average: beside a number of hours it reads as the spread of nights.
    """
    low, _, high = quantiles(map(float, series.values), n=4, method="inclusive")
    half = text("{low} to {high}").format(low=plainly(low), high=plainly(high))
    return Cell(name), Cell(plainly(mean)), Cell(half), Cell(f"{len(series):,}")


def _basics(entries: Sequence[Entry]) -> tuple[Table, ...]:
    """Return on how many of the days that say so there was time for each. Gate: 7 such days."""
    days: dict[str, dict[dt.date, bool]] = defaultdict(dict)
    for entry in entries:
        for basic in entry.basics:
            known = days[basic.name]
            known[entry.at.day] = basic.done or known.get(entry.at.day, False)
    names = content.basic_names()
    rows = tuple(
        (
            Cell(names.get(key, key), own=key not in names),
            Cell(f"{sum(days[key].values()):,}"),
            Cell(f"{len(days[key]):,}"),
        )
        for key in [*names, *(set(days) - set(names))]
        if len(days.get(key, ())) >= LEAST
    )
    if not rows:
        return ()
    return (
        Table(
            title=text("The day’s basics: time for"),
            columns=(
                Column(text("Noted"), is_number=False),
                Column(text("Days with"), is_main=True),
                Column(text("Of days noted")),
            ),
            rows=rows,
            is_narrow=True,
        ),
    )
