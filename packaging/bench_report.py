"""The report of a year as the journal makes it, and the bare drawing and setting of its pages."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from itertools import count, cycle, islice
from typing import TYPE_CHECKING

from bench_pictures import draw_marks
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.insights.days import DayMoods, rolling_median
from resilience_desktop.reports import typeset
from resilience_desktop.reports.document import text_width_pt
from resilience_desktop.reports.summary import summary_document
from resilience_desktop.services import sharing
from resilience_desktop.services.demo import demo_contents
from resilience_desktop.services.reporting.mood import CHART_HEIGHTS_PT
from resilience_desktop.services.sharing import Excerpt, ReportChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    Both = tuple[Callable[[], object], Callable[[], object]]

_LAST = dt.date(2026, 11, 22)
_DAYS, _RECORDS = 365, 20
_WORDS = 12
"""As many as there are on the chart."""


def report_rows() -> dict[str, Both]:
    """Return the making of a year's report of the demo journal: sums, chart, pages."""
    contents = demo_contents(_LAST, "Europe/London")
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
    choice = ReportChoice(
        first=first,
        last=_LAST,
        parts=frozenset(ReportPart),
        record_ids=tuple(record.id for record in records),
        made_on=_LAST,
        country="GB",
    )
    report = sharing.compose(part, choice)
    moods = DayMoods.of(part.entries, first, _LAST)
    words = map(str, count())  # other words each time, since Typst remembers what it has set

    def made() -> None:
        sharing.pdf_of(sharing.compose(part, replace(choice, question=next(words))))

    def bare() -> None:
        _bare_chart(moods)
        document = summary_document(replace(report, question=next(words)))
        standards = [typeset.ACCESSIBLE, typeset.LASTING]
        typeset._compile(document, format="pdf", pdf_standards=standards)  # noqa: SLF001

    return {f"report of {_DAYS} days and {_RECORDS} records": (made, bare)}


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
