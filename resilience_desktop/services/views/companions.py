"""What else was noted on the days of the mood chart: energy, sleep and scales of one's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.entry import HIGHEST, LOWEST
from resilience_desktop.i18n import plural, signed, spoken, text
from resilience_desktop.insights.days import DayMoods, rolling_median
from resilience_desktop.insights.mean import PeriodMean
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.services.numbers_in_words import plainly
from resilience_desktop.services.views.numbers import NOTHING_YET, on_day
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.series import MoodSeries
    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.domain.period import Period
    from resilience_desktop.services.views.view import Found, Place

_HEIGHT = 110
_SHORT_NIGHT, _LONG_NIGHT = 4, 10
"""Hours that the scale of sleep always has room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A sort of number, and how it is said."""

    name: str
    """Of its picture, which may become the name of a file: nobody's words."""
    title: str = field(repr=False)
    numbers: DaySeries
    low: float
    high: float
    low_words: str = field(repr=False)
    high_words: str = field(repr=False)
    show: Callable[[float], Told] = field(repr=False)
    say: Callable[[str], str] = field(repr=False)
    """Its name with a number, in a sentence."""

    @property
    def means(self) -> Mapping[dt.date, float]:
        return self.numbers.by_day()


def companions(
    entries: Sequence[Entry], period: Period, found: Found, mood: MoodSeries
) -> Panel | None:
    """Return small pictures of what has numbers in the period, on the time axis of the mood."""
    kinds = [kind for kind in _kinds(entries, period, found.scales) if len(kind.numbers)]
    if not kinds:
        return None
    return Panel(
        name="mood.beside",
        title=text("Noted on the same days"),
        sentences=_averages(kinds),
        drawings=tuple(_drawing(kind, mood) for kind in kinds),
        table=_table(kinds),
        how=(
            text(
                "Each dot is one day: the mean of what you noted that day. The line is the median "
                "of seven days, drawn as in the mood chart, but no piece of it is shorter than "
                "two weeks. Days without a number stay empty."
            ),
            text(
                "Each picture has its own scale, so how steep one is beside another means nothing. "
                "An average is only given with 7 days or more, and at least half of all days."
            ),
        ),
    )


def _kinds(entries: Sequence[Entry], period: Period, scales: Sequence[OwnScale]) -> Iterator[_Kind]:
    first, last = period.first, period.last
    words = content.energy_anchors()
    yield _Kind(
        name="mood.energy",
        title=text("Energy"),
        numbers=DaySeries.of_entries(entries, first, last, lambda entry: entry.energy),
        low=LOWEST,
        high=HIGHEST,
        low_words=f"{words[LOWEST]} {signed(LOWEST)}",
        high_words=f"{words[HIGHEST]} {signed(HIGHEST)}",
        show=lambda value: Told(signed(value, decimals=1), spoken(value)),
        say=lambda number: text("energy {n}").format(n=number),
    )
    hours = DaySeries.of_entries(entries, first, last, lambda entry: entry.sleep_hours)
    nights = hours.values.tolist()
    low = min([_SHORT_NIGHT, *map(floor, nights)])
    high = max([_LONG_NIGHT, *map(ceil, nights)])
    yield _Kind(
        name="mood.sleep",
        title=text("Hours of sleep"),
        numbers=hours,
        low=low,
        high=high,
        low_words=plural("{n} hour", "{n} hours", low),
        high_words=plural("{n} hour", "{n} hours", high),
        show=lambda value: Told(plainly(value)),
        say=lambda number: text("sleep {n} hours").format(n=number),
    )
    for number, scale in enumerate(scales, 1):
        yield _own(number, scale, entries, period)


def _own(number: int, scale: OwnScale, entries: Sequence[Entry], period: Period) -> _Kind:
    whole = scale.widened_to(value for entry in entries for value in entry.scales)
    return _Kind(
        name=f"mood.scale{number}",
        title=scale.name,
        numbers=DaySeries.of_scale(entries, period.first, period.last, scale.id),
        low=whole.low,
        high=whole.high,
        low_words=f"{scale.low_words} {plainly(whole.low).removesuffix('.0')}".strip(),
        high_words=f"{scale.high_words} {plainly(whole.high).removesuffix('.0')}".strip(),
        show=lambda value: Told(plainly(value)),
        say=lambda value: f"{scale.name} {value}",
    )


def _averages(kinds: Sequence[_Kind]) -> tuple[str, ...]:
    """Return the average of each that has enough days for one."""
    parts = []
    for kind in kinds:
        mean = PeriodMean.of(kind.numbers).mean
        if mean is None:
            continue
        days = plural("{n} day", "{n} days", len(kind.numbers))
        parts.append(f"{kind.say(kind.show(mean).shown)} ({days})")
    return (text("On average: {parts}.").format(parts=", ".join(parts)),) if parts else ()


def _drawing(kind: _Kind, mood: MoodSeries) -> Drawing:
    return Drawing(
        name=kind.name,
        title=kind.title,
        description=text("{what} by day, from {low} to {high}.").format(
            what=kind.title, low=kind.low_words, high=kind.high_words
        ),
        draw=partial(_draw, kind, mood),
        tell=partial(_tell, kind, kind.means),
        height=lambda scale: _HEIGHT + 24 * (scale - 1),
        is_timeline=True,
        row=7,
        opens=lambda day: day,
    )


def _draw(
    kind: _Kind, mood: MoodSeries, figure: Figure, *, style: ChartStyle
) -> Mapping[dt.date, Place]:
    from resilience_desktop.charts.companion import DayNumbers, draw_companion

    means = kind.means
    has_zero = kind.low < 0 < kind.high
    numbers = DayNumbers(
        means=means,
        median=rolling_median(DayMoods(mood.first, mood.last, means, {})),
        low=kind.low,
        high=kind.high,
        low_words=kind.low_words,
        high_words=kind.high_words,
        middle=(0.0, signed(0)) if has_zero else None,
    )
    return draw_companion(figure, numbers, mood, style=style)


def _tell(kind: _Kind, means: Mapping[dt.date, float], day: dt.date) -> Told:
    told, name = kind.show(means[day]), i18n.day(day, weekday=True)
    return Told(
        text("{day}: {what} {number}").format(day=name, what=kind.title, number=told.shown),
        text("{day}, {what} {number}").format(day=name, what=kind.title, number=told.aloud),
    )


def _table(kinds: Sequence[_Kind]) -> Table:
    all_means = [kind.means for kind in kinds]

    def cells(day: dt.date) -> tuple[Told, ...]:
        return (
            on_day(day, weekday=True),
            *(
                kind.show(means[day]) if day in means else Told(NOTHING_YET, text("no number"))
                for kind, means in zip(kinds, all_means, strict=True)
            ),
        )

    return Table(
        title=text("Numbers by day"),
        columns=(
            Column(title=text("Day"), is_number=False),
            *(Column(title=kind.title) for kind in kinds),
        ),
        rows=sorted({day for means in all_means for day in means}, reverse=True),
        cells=cells,
        opens=lambda day: day,
    )
