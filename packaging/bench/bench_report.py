"""The report of a year as the journal makes it, and the bare drawing and setting of its pages."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from functools import partial
from itertools import count, cycle, islice
from typing import TYPE_CHECKING, Any

import typst
from bench_journal import ZONE
from bench_pictures import draw_marks
from bench_row import timed
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.insights.days import DayMoods, rolling_median
from resilience_desktop.reports.document import text_width_pt
from resilience_desktop.services import sharing
from resilience_desktop.services.demo import demo_contents
from resilience_desktop.services.reporting.mood import CHART_HEIGHTS_PT
from resilience_desktop.services.sharing import Excerpt, ReportChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench_run import Run

_LAST = dt.date(2026, 11, 22)
_DAYS, _RECORDS = 365, 20
_NAME = f"report of {_DAYS} days and {_RECORDS} records"
_QUESTION = "What the bench asks"
_WORDS = 12
"""As many as there are on the chart."""


def report_rows(run: Run) -> None:
    """Measure the making of a year's report of the demo journal: sums, chart, pages."""
    if not run.wants(_NAME):
        return
    part, choice = _excerpt_and_choice()
    moods = DayMoods.of(part.entries, choice.first, choice.last)
    words = (f"{_QUESTION} {number}" for number in count())

    def made(question: str) -> bytes:
        return sharing.pdf_of(sharing.compose(part, replace(choice, question=question)))

    sources, options = _finished(lambda: made(_QUESTION))

    def bare() -> float:
        asked = _asking(sources, next(words))

        def work() -> None:
            _bare_chart(moods)
            typst.compile(asked, **options)

        return timed(work)()

    run.measure(_NAME, lambda: timed(partial(made, next(words)))(), bare, goal=1.3)


def _excerpt_and_choice() -> tuple[Excerpt, ReportChoice]:
    contents = demo_contents(_LAST, ZONE)
    first = _LAST - dt.timedelta(days=_DAYS - 1)
    finished = (record for record in contents.thought_records if record.finished)
    records = [
        replace(record, id=str(number))
        for number, record in enumerate(islice(cycle(list(finished)), _RECORDS))
    ]
    part = Excerpt(
        entries=[entry for entry in contents.entries if entry.at.day >= first],
        earlier=[entry for entry in contents.entries if entry.at.day < first],
        records=records,
        counted=sorted(records, key=lambda record: record.at.utc),
    )
    return part, ReportChoice(
        first=first,
        last=_LAST,
        parts=frozenset(ReportPart),
        record_ids=tuple(record.id for record in records),
        made_on=_LAST,
        country="GB",
    )


def _finished(make: Callable[[], object]) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Return what the program gives to Typst: finished sources, and how to compile them."""
    given: list[tuple[dict[str, bytes], dict[str, Any]]] = []
    usual = typst.compile

    def compiled(sources: dict[str, bytes], **options: Any) -> object:  # noqa: ANN401
        given.append((sources, options))
        return usual(sources, **options)

    typst.compile = compiled  # type: ignore[assignment]
    try:
        make()
    finally:
        typst.compile = usual
    return given[-1]


def _asking(sources: dict[str, bytes], question: str) -> dict[str, bytes]:
    """Return the sources with other words: Typst remembers what it has set before."""
    data = sources["data.json"]
    other = data.replace(_QUESTION.encode(), question.encode())
    if other == data:
        message = "the question of the report is not in its sources"
        raise RuntimeError(message)
    return {**sources, "data.json": other}


def _bare_chart(moods: DayMoods) -> None:
    figure = Figure(figsize=(text_width_pt("a4") / 72, CHART_HEIGHTS_PT["a4"] / 72), dpi=72)
    FigureCanvasSVG(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    draw_marks(axes, moods)
    median = rolling_median(moods)
    axes.plot([day.toordinal() for day in median], list(median.values()), linewidth=1)
    for number in range(_WORDS):
        axes.text(moods.first.toordinal() + 30 * number, 0, "as good as it gets", fontsize=8)
    figure.savefig(io.BytesIO(), format="svg")
