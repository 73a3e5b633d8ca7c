"""Charts: mood over months, in a picture, in a sentence and as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.period import first_day_of_last_months
from resilience_desktop.i18n import text
from resilience_desktop.ui import files
from resilience_desktop.ui.charts.day_table import DayTable
from resilience_desktop.ui.charts.mood_chart import MoodChart
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import number
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.charts.picture import Picture
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.sharing import MoodView
    from resilience_desktop.themes import Theme
    from resilience_desktop.ui.context import UiContext

_MONTHS = {"1": 1, "3": 3, "6": 6, "12": 12}
_ALL = "all"


class ChartsPage(QWidget):
    """One panel a chart; the range above belongs to all of them."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts")
        self._context = context
        self._view: MoodView | None = None
        look = context.look
        self.range = RangeSwitch(
            look,
            (
                ("1", text("1 month")),
                ("3", text("3 months")),
                ("6", text("6 months")),
                ("12", text("1 year")),
                (_ALL, text("All")),
            ),
            name="charts.range",
            title=text("How far back"),
            chosen="6",
        )
        self._period = labels.muted(look, "", name="charts.period")
        self._period.setWordWrap(False)
        self.as_table = buttons.Opener(
            look,
            text("Show as table"),
            text("Hide the table"),
            name="charts.as_table",
            drawing="table",
        )
        self._save = buttons.quiet(
            look, text("Save picture"), name="charts.save", drawing="picture"
        )
        self.summary = labels.muted(look, "", name="charts.summary")
        self.chart = MoodChart(look)
        self._day = labels.small(look, "", "text_muted", name="charts.day")
        self.table = DayTable()
        self.table.hide()
        self._nothing = EmptyState(
            look,
            text("Months at a glance"),
            text(
                "When there are entries with a mood, each day becomes one mark here, and a line "
                "shows the middle of seven days. Days without entries stay empty."
            ),
            name="charts.empty",
        )
        self._lay_out()
        self.range.range_chosen.connect(self.reload)
        self.as_table.turned.connect(self._show_table)
        self._save.clicked.connect(self._save_picture)
        self.chart.picture_wanted.connect(self._draw)
        self.chart.day_chosen.connect(self._tell_day)
        self.chart.day_opened.connect(context.navigator.day_requested)
        self.table.day_opened.connect(context.navigator.day_requested)
        context.tasks.journal_changed.connect(self._journal_changed)
        self.reload()

    def reload(self, *_: object) -> None:
        """Read the entries of the range again."""
        key = self.range.chosen

        def read(journal: Journal) -> tuple[Sequence[Entry], dt.date, dt.date, bool]:
            span, last = journal.looking.span(), journal.today()
            if key == _ALL:
                first = span[0] if span else last
                last = max(span[1], first) if span else last
            else:
                first = first_day_of_last_months(last, _MONTHS[key])
                if span and span[0] <= last:
                    first = max(first, span[0])  # nobody wrote before they began
            return journal.entries_between(first, last), first, last, span is not None

        self._context.tasks.read(read, self._compute, owner=self, latest="charts.entries")

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.range, self.chart, self.table]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins of the page."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while another page was shown."""
        super().showEvent(event)
        self._draw()

    def _compute(self, found: tuple[Sequence[Entry], dt.date, dt.date, bool]) -> None:
        entries, first, last, any_entries = found
        self._panel.setVisible(any_entries)
        self._nothing.setVisible(not any_entries)
        self._period.setText(i18n.period(first, last))
        if any_entries:
            self._context.tasks.compute(
                partial(_mood_view, entries, first, last),
                self._show,
                owner=self,
                latest="charts.view",
            )

    def _show(self, view: MoodView) -> None:
        self._view = view
        sentence = view.sentence
        if not view.series.means and self.range.chosen != _ALL:
            sentence = f"{sentence} {text('All shows everything there is.')}"
        self.summary.setText(sentence)
        self.chart.setAccessibleDescription(sentence)
        self.table.show_view(view)
        for part in (self.chart, self._day, self.as_table, self._save):
            part.setVisible(bool(view.series.means))
        self._show_table()
        self._tell_day(None)
        self._draw()

    def _draw(self) -> None:
        if self._view is None or not self.chart.isVisible():
            return
        look = self._context.look
        family = QFontInfo(look.font("small")).family()
        work = partial(
            _picture,
            self._view,
            look.current.theme,
            family,
            look.current.scale,
            (self.chart.width(), self.chart.height(), self.devicePixelRatioF()),
        )
        self._context.tasks.compute(
            work, self.chart.show_picture, owner=self, latest="charts.picture"
        )

    def _show_table(self, *_: object) -> None:
        rows = min(14, self.table.model().rowCount())
        self.table.setVisible(self.as_table.is_open and rows > 0)
        head, row = self.table.horizontalHeader().sizeHint().height(), self._context.look.px(36)
        self.table.verticalHeader().setDefaultSectionSize(row)
        self.table.setFixedHeight(head + rows * row + 4)

    def _tell_day(self, day: dt.date | None) -> None:
        if day is None or self._view is None or day not in self._view.series.means:
            self._day.setText(
                text("A click on a day, or arrows and Enter, opens it in the journal.")
            )
            self.chart.setAccessibleDescription(self.summary.text())
            return
        mean, name = self._view.series.means[day], i18n.day(day, weekday=True)
        self._day.setText(
            text("{day}: {mood}").format(day=name, mood=number(i18n.signed(mean, decimals=1)))
        )
        said = text("{day}, {mood}").format(day=name, mood=i18n.spoken(mean))
        self.chart.setAccessibleDescription(said)
        if self.chart.hasFocus():
            announce(self.chart, said)

    def _save_picture(self) -> None:
        path = files.ask_where_to_save(
            self, text("Save the picture"), "mood-chart.png", "PNG (*.png)"
        )
        if path is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.chart.image().save(buffer, "PNG")  # type: ignore[call-overload]
        content = bytes(buffer.data().data())
        notices = self._context.notices
        self._context.tasks.compute(
            partial(_write, path, content),
            lambda _none: notices.show(text("Picture saved")),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries:
            self.reload()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.as_table)
        tools.addWidget(self._save)
        tools.addStretch()
        left = QHBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.range)
        left.addWidget(self._period)
        left.addStretch()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(left, 1)
        self._top.addLayout(tools)
        self._panel = QWidget()
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(0)
        panel.addLayout(self._top)
        panel.addSpacing(24)
        panel.addWidget(labels.title(self._context.look, text("Mood")))
        panel.addSpacing(4)
        panel.addWidget(self.summary)
        panel.addSpacing(16)
        panel.addWidget(self.chart)
        panel.addSpacing(4)
        panel.addWidget(self._day)
        panel.addSpacing(16)
        panel.addWidget(self.table)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._panel)
        self._column.addWidget(self._nothing)
        self._column.addStretch()
        scroll = ScrollPane("charts.scroll", inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self._context.look.look_changed.connect(self._arrange)
        self._panel.hide()
        self._nothing.hide()

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        self._column.setContentsMargins(margin, margin, margin, margin)
        narrow = self._top.sizeHint().width() > self.width() - 2 * margin or is_narrow(self, look)
        self._top.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self.summary.setMaximumWidth(look.px(704))
        self._nothing.setContentsMargins(0, look.px(56), 0, 0)


def _mood_view(entries: Sequence[Entry], first: dt.date, last: dt.date) -> MoodView:
    from resilience_desktop.services import sharing

    return sharing.mood_view(entries, first, last)


def _picture(
    view: MoodView,
    theme: Theme,
    family: str,
    scale: float,
    size: tuple[int, int, float],
) -> Picture:
    from resilience_desktop.charts.mood import draw_mood
    from resilience_desktop.charts.picture import render_rgba
    from resilience_desktop.charts.style import screen_style

    width, height, ratio = size
    style = screen_style(theme, family, scale)
    return render_rgba(partial(draw_mood, series=view.series, style=style), width, height, ratio)


def _write(path: Path, content: bytes) -> None:
    from resilience_desktop.services import sharing

    sharing.write_file(path, content)
