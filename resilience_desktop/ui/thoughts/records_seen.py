"""The page "What my records show": counts, changes, and what goes together, with ways to each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.period import first_day_of_last_months
from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.i18n import text
from resilience_desktop.insights.records import LEAST_FOR_MEAN, Share
from resilience_desktop.services import seen_in_words as words
from resilience_desktop.services.clock import now
from resilience_desktop.ui.thoughts.before_and_after import BeforeAndAfter
from resilience_desktop.ui.thoughts.count_list import CountList
from resilience_desktop.ui.thoughts.month_list import MonthList
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QLabel

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.insights.records import Found
    from resilience_desktop.insights.records_seen import RecordsSeen
    from resilience_desktop.ui.context import UiContext

_MONTHS = {"1": 1, "3": 3, "12": 12}
_ALL = "all"
_WIDE = 760
"""Units from which two columns have room."""
_PARTS = {"pattern": "patterns", "trigger": "triggers", "feeling": "feelings", "tag": "tags"}


class RecordsSeenPage(QWidget):
    """Sections below each other; one with nothing in it is not there."""

    left = Signal()
    records_requested = Signal(object)
    """A ``RecordFilter``: show just these records in the list."""
    record_opened = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.seen_page")
        self._context = context
        look = context.look
        self._old = True
        """Whether what is shown may not be true any more."""
        self.back = buttons.muted(
            look,
            text("All thought records"),
            name="thoughts.seen.back",
            flush=True,
            drawing="arrow-left",
        )
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.back)
        self.range = RangeSwitch(
            look,
            (
                ("1", text("1 month")),
                ("3", text("3 months")),
                ("12", text("1 year")),
                (_ALL, text("All")),
            ),
            name="thoughts.seen.range",
            title=text("How far back"),
            chosen=_ALL,
        )
        self.range.range_chosen.connect(self.reload)
        self._counted = labels.muted(look, "", name="thoughts.seen.counted")
        self._nothing = labels.body(look, "", name="thoughts.seen.nothing")
        self._few = labels.muted(look, "", name="thoughts.seen.few")
        self._few.setContentsMargins(0, 24, 0, 0)
        self.ratings = BeforeAndAfter(look)
        self.ratings.record_opened.connect(self.record_opened)
        self._lists: dict[str, tuple[QWidget, CountList]] = {}
        self._months: dict[str, tuple[QWidget, QLabel, MonthList]] = {}
        self._lay_out()
        context.tasks.journal_changed.connect(self._journal_changed)
        look.look_changed.connect(self._arrange)

    def reload(self, *_: object) -> None:
        """Count again."""
        self._old = False
        first = self._first()
        self._context.tasks.read(
            lambda journal: journal.records.seen(first),
            self._show,
            owner=self,
            latest="thoughts.seen",
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Count what changed while something else was shown."""
        super().showEvent(event)
        if self._old:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the counts beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _first(self) -> dt.date | None:
        months = _MONTHS.get(self.range.chosen)
        return first_day_of_last_months(now().day, months) if months else None

    def _show(self, seen: RecordsSeen) -> None:
        self._counted.setText(words.what_is_counted(seen))
        self._counted.setVisible(bool(seen.records))
        self._nothing.setVisible(not seen.records)
        self._nothing.setText(self._why_nothing())
        few = 0 < seen.records < LEAST_FOR_MEAN
        self.ratings.setVisible(bool(seen.rated_twice if few else seen.records))
        self.ratings.show_seen(seen)
        self._few.setVisible(few)
        self._few.setText(words.too_few() if few else "")
        for key, found in (
            ("together", seen.together),
            ("patterns", seen.patterns),
            ("in_place", seen.in_place_of_patterns),
            ("triggers", seen.triggers),
            ("feelings", seen.feelings),
        ):
            section, counts = self._lists[key]
            section.setVisible(bool(found) and not few)
            counts.show_found(found, seen.records)
        responses, kind = ({}, {}) if few else (seen.responses, seen.kind_words)
        self._show_months("responses", responses, words.responses_in_all)
        self._show_months("kind_words", kind, words.kindness_in_all)
        # At once, level by level: until then rows that came now have no height to scroll to.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _show_months(
        self, key: str, shares: Mapping[dt.date, Share], in_all: Callable[[Share], str]
    ) -> None:
        """Say it of all, and below of each month in which there are enough records."""
        section, sentence, months = self._months[key]
        every = Share.all_of(shares.values())
        section.setVisible(bool(every.having))
        sentence.setText(in_all(every))
        enough = {month: words.of_month(one) for month, one in shares.items() if not one.missing}
        months.show_months(enough)
        months.setVisible(bool(enough))

    def _why_nothing(self) -> str:
        if self.range.chosen == _ALL:
            return text(
                "When there are finished thought records, this page counts what they have in "
                "common. Nothing is missing here, and there is no number to reach."
            )
        return text("There is no finished record in these days. All shows everything there is.")

    def _open(self, found: Found) -> None:
        """Ask for the records in which this was counted, and no others."""
        chosen = RecordFilter(first=self._first(), state=RecordState.FINISHED)
        for mark in found.marks:
            part = _PARTS[mark.axis]
            chosen = replace(chosen, **{part: (*getattr(chosen, part), mark.word)})  # type: ignore[arg-type]
        self.records_requested.emit(chosen)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.thought_records or changes.patterns:
            self._old = True
            if self.isVisible():
                self.reload()

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        starts, ends = QVBoxLayout(), QVBoxLayout()
        for column in (starts, ends):
            column.setSpacing(0)
            self._halves.addLayout(column, 1)
        self._halves.setSpacing(48)
        starts.addWidget(self._counts("patterns", text("Thinking patterns")))
        starts.addWidget(self._counts("in_place", text("Chosen in place of a pattern")))
        starts.addStretch()
        ends.addWidget(self._counts("triggers", text("Triggers")))
        ends.addWidget(self._counts("feelings", text("Feelings in the moment")))
        ends.addStretch()
        together = self._counts(
            "together",
            text("Seen together"),
            text("Two things that are in the same three records or more. It may be chance."),
        )
        responses = self._by_month("responses", text("What you chose instead"))
        kind = self._by_month("kind_words", text("Kind words"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addSpacing(8)
        self._column.addWidget(labels.title(look, text("What my records show")))
        self._column.addSpacing(16)
        self._column.addWidget(self.range, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addSpacing(12)
        self._column.addWidget(self._counted)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.ratings)
        self._column.addWidget(self._few)
        self._column.addWidget(together)
        self._column.addLayout(self._halves)
        self._column.addWidget(responses)
        self._column.addWidget(kind)
        self._column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrollPane("thoughts.seen.scroll", inside))

    def _counts(self, key: str, title: str, about: str = "") -> QWidget:
        counts = CountList(self._context.look, name=f"thoughts.seen.{key}", title=title)
        counts.opened.connect(self._open)
        section = self._section(title, about, counts)
        self._lists[key] = section, counts
        return section

    def _by_month(self, key: str, title: str) -> QWidget:
        look = self._context.look
        months = MonthList(look, name=f"thoughts.seen.{key}", title=title)
        sentence = labels.body(look, "", name=f"thoughts.seen.{key}_in_all")
        section = self._section(title, "", sentence, months)
        self._months[key] = section, sentence, months
        return section

    def _section(self, title: str, about: str, *inside: QWidget) -> QWidget:
        look = self._context.look
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 32, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.heading(look, title))
        if about:
            column.addWidget(labels.muted(look, about))
        column.addSpacing(4)
        for part in inside:
            column.addWidget(part)
        section.hide()
        return section

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        side = max(margin, (self.width() - look.px(880)) // 2)
        self._column.setContentsMargins(side, margin, side, margin)
        wide = self.width() - 2 * side >= look.px(_WIDE)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._halves.setSpacing(48 if wide else 0)
