"""Charts of all years as the journal draws them, and the same marks drawn by bare matplotlib."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from bench_journal import entries
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.textpath import TextPath

from resilience_desktop import themes
from resilience_desktop.charts.picture import render_rgba
from resilience_desktop.charts.style import screen_style
from resilience_desktop.domain.period import Period
from resilience_desktop.i18n import signed
from resilience_desktop.insights.days import DayMoods, rolling_median
from resilience_desktop.services.views import mood, year
from resilience_desktop.services.views.view import Asked, Found
from resilience_desktop.themes import nearest_step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bench_run import Run
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    from resilience_desktop.services.views.view import Drawing

    Numbers = NDArray[np.float64]
    Words = Sequence[tuple[float, float, str, float]]

_MOOD, _YEARS = "mood chart of all years, redraw", "year calendars of all years, redraw"
_WIDTH = 1216
_FAMILY = "DejaVu Sans"
_STYLE = screen_style(themes.theme("light"), _FAMILY, 1.0)
_SHAPES = ("s", "D", "o")


def picture_rows(run: Run) -> None:
    """Measure the redrawing of a mood chart and of calendars of years."""
    if not run.wants(_MOOD, _YEARS):
        return
    written = entries(run.years)
    first, last = written[0].at.day, written[-1].at.day
    found = Found(today=last, entries=tuple(written))
    asked = Asked(period=Period(first, last))
    moods = DayMoods.of(written, first, last)
    chart = mood.panels(asked, found)[0].drawings[0]
    years = [panel.drawings[0] for panel in year.panels(asked, found)]
    run.times(
        _MOOD,
        partial(_draw, [chart]),
        partial(_bare_mood, chart, _words_of(chart), moods, rolling_median(moods)),
        goal=1.3,
    )
    run.times(
        _YEARS,
        partial(_draw, years),
        partial(_bare_years, [(drawing, _words_of(drawing)) for drawing in years], moods),
        goal=1.5,
    )


def _draw(drawings: Sequence[Drawing]) -> None:
    for drawing in drawings:
        render_rgba(partial(drawing.draw, style=_STYLE), _WIDTH, drawing.height(1.0))


def _words_of(drawing: Drawing) -> Words:
    """Return the words of a picture and where they stand, as shares of its sides."""
    height = drawing.height(1.0)
    figure = Figure(figsize=(_WIDTH / 72, height / 72), dpi=72)
    drawing.draw(figure, style=_STYLE)
    return [
        (
            words.get_position()[0] / _WIDTH,
            1 - words.get_position()[1] / height,
            words.get_text(),
            float(words.get_fontsize()),
        )
        for words in figure.axes[0].texts
    ]


def _bare_mood(
    drawing: Drawing, words: Words, moods: DayMoods, median: Mapping[dt.date, float]
) -> None:
    def draw(axes: Axes) -> None:
        draw_marks(axes, moods)
        axes.plot([day.toordinal() for day in median], list(median.values()), linewidth=1)

    ends = moods.first.toordinal(), moods.last.toordinal()
    _bare(drawing, words, draw, ends, (-5.4, 5.4))


def draw_marks(axes: Axes, moods: DayMoods) -> None:
    """Draw a mark for each day."""
    days = np.array([day.toordinal() for day in moods.means])
    _marks(axes, days, np.array(list(moods.means.values())), 3.5)


def _bare_years(drawings: Sequence[tuple[Drawing, Words]], moods: DayMoods) -> None:
    for drawing, words in drawings:
        draw = partial(_bare_year, int(drawing.title), moods)
        _bare(drawing, words, draw, (0, 32), (13, 0))


def _bare_year(number: int, moods: DayMoods, axes: Axes) -> None:
    means = {day: mean for day, mean in moods.means.items() if day.year == number}
    days = [dt.date(number, 1, 1) + dt.timedelta(days=n) for n in range(365)]
    x, y = np.array([(day.day, day.month) for day in days if day not in means] or [(1, 1)]).T
    axes.plot(x, y, "o", markersize=2.5)
    x, y = np.array([(day.day, day.month) for day in means]).T
    values = np.array(list(means.values()))
    steps = _marks(axes, x, values, 22, y)
    for step in np.unique(steps).tolist():
        here = steps == step
        outline = TextPath((0, 0), signed(step), size=10.5)
        axes.scatter(x[here], y[here], marker=outline, s=60)


def _marks(
    axes: Axes, x: Numbers, moods: Numbers, size: float, heights: Numbers | None = None
) -> Numbers:
    steps = np.fromiter(map(nearest_step, moods), float, len(moods))
    y = moods if heights is None else heights
    for step in np.unique(steps).tolist():
        shape = _SHAPES[int(step > 0) - int(step < 0) + 1]
        axes.plot(x[steps == step], y[steps == step], shape, markersize=size, markeredgewidth=0.9)
    return steps


def _bare(
    drawing: Drawing,
    words: Words,
    draw: Callable[[Axes], None],
    across: tuple[float, float],
    up: tuple[float, float],
) -> None:
    figure = Figure(figsize=(_WIDTH / 72, drawing.height(1.0) / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    draw(axes)
    axes.set_xlim(*across)
    axes.set_ylim(*up)
    for x, y, said, size in words:
        axes.text(x, y, said, fontsize=size, family=_FAMILY, transform=axes.transAxes)
    canvas.draw()  # type: ignore[no-untyped-call]
    bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
