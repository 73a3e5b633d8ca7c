"""Sleep and the day's basics on paper: averages with their days, and how often."""

from __future__ import annotations

from collections import defaultdict
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
from resilience_desktop.services.views.numbers import NOTHING_YET

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.period import Period


def sleep_and_activities(entries: Sequence[Entry], period: Period) -> Outcome:
    """Return sleep, and what of the day's basics there was time for."""
    means = [
        (
            name,
            PeriodMean.of(DaySeries.of_entries(entries, period.first, period.last, number), scale),
        )
        for name, scale, number in _numbers()
    ]
    rows = tuple(_mean(name, mean) for name, mean in means if mean.mean is not None)
    lacking = any(mean.days and mean.mean is None for _, mean in means)
    sleep = Table(
        title=text("Sleep"),
        columns=(
            Column(text("Noted"), is_number=False),
            Column(text("Average"), is_main=True),
            Column(text("Rough range")),
            Column(text("Days")),
        ),
        rows=rows,
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


def _mean(name: str, mean: PeriodMean) -> tuple[Cell, ...]:
    between = mean.interval
    reach = NOTHING_YET
    if between is not None:
        reach = text("{low} to {high}").format(low=plainly(between.low), high=plainly(between.high))
    return Cell(name), Cell(plainly(mean.mean or 0)), Cell(reach), Cell(f"{mean.days:,}")


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
            title=text("The day’s basics"),
            columns=(
                Column(text("Time for"), is_number=False),
                Column(text("Days with"), is_main=True),
                Column(text("Of days noted")),
            ),
            rows=rows,
            is_narrow=True,
        ),
    )
