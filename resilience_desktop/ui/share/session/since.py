"""The days since the last session in a few sentences, and the pages with a star."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services.since_last import title
from resilience_desktop.ui.share.session.own_lines import OwnLine
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.since_last import SinceLast, Starred
    from resilience_desktop.ui.context import UiContext

_SHOWN = 5
"""Pages with a star that are shown at once."""


class Since(QWidget):
    """Facts with the ways to where they are from; nothing in it asks for anything."""

    put_wanted = Signal(object)
    """An ``OwnLine`` somebody wants among what to talk about."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("session.since")
        self._context = context
        self._starred: list[Starred] = []
        self._shown: list[Starred] = []
        self._all = False
        look = context.look
        self._title = labels.heading(look, "", name="session.since.title")
        self._days = labels.small(look, "", name="session.since.days")
        self._said = labels.body(look, "", name="session.since.said")
        self._ways = QWidget()
        ways = FlowLayout(self._ways, 16)
        navigator = context.navigator
        self._journal = buttons.link(look, text("Journal"), name="session.since.journal")
        self._records = buttons.link(look, text("Thought records"), name="session.since.records")
        self._charts = buttons.link(look, text("Charts"), name="session.since.charts")
        self._journal.clicked.connect(self._to_journal)
        self._records.clicked.connect(lambda: navigator.page_requested.emit("thoughts"))
        self._charts.clicked.connect(lambda: navigator.page_requested.emit("charts"))
        for way in (self._journal, self._records, self._charts):
            ways.addWidget(way)
        self._stars = labels.label(look, text("With a star"))
        self._holder = QWidget()
        self._rows = column_in(self._holder, 8)
        self._more = buttons.link(look, "", name="session.since.more")
        self._more.clicked.connect(self._show_all)
        column = column_in(self, 8)
        column.addWidget(self._title)
        column.addWidget(self._days)
        column.addWidget(self._said)
        column.addWidget(self._ways)
        column.addSpacing(4)
        column.addWidget(self._stars)
        column.addWidget(self._holder)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._since: SinceLast | None = None

    def days(self) -> SinceLast | None:
        """Return the days that are shown."""
        return self._since

    def show_days(self, since: SinceLast, sentences: tuple[str, ...]) -> None:
        """Say what there is in these days."""
        self._since = since
        self._title.setText(title(since))
        self._days.setText(i18n.period(since.first, since.last))
        self._said.setText("\n".join(sentences))
        self._journal.setVisible(bool(since.days_written))
        self._records.setVisible(bool(since.records))
        self._charts.setVisible(since.middle is not None or bool(since.spells))

    def show_starred(self, starred: Sequence[Starred], links: frozenset[str]) -> None:
        """Offer the pages with a star that are not among what to talk about."""
        self._starred = [one for one in starred if one.id not in links]
        shown = self._starred if self._all else self._starred[:_SHOWN]
        if shown != self._shown:  # or else the keyboard may be on one of them
            self._shown = shown
            empty(self._rows)
            for place, one in enumerate(shown, 1):
                self._rows.addWidget(self._row(place, one))
        for part in (self._stars, self._holder):
            part.setVisible(bool(shown))
        rest = len(self._starred) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(i18n.plural("Show {n} more", "Show {n} more", rest))

    def offered(self) -> tuple[OwnLine, ...]:
        """Return all pages with a star as lines to talk about."""
        return tuple(map(_line, self._starred))

    def _row(self, place: int, one: Starred) -> QWidget:
        look = self._context.look
        row = QWidget()
        column = column_in(row, 0)
        kind = text("Thought record, {day}") if one.is_record else text("Entry, {day}")
        page = kind.format(day=i18n.day(one.day))
        name = f"session.since.{place}"
        go = buttons.link(look, text("Open"), name=f"{name}.open")
        go.setAccessibleName(text("Open {page}").format(page=page))
        go.clicked.connect(partial(self._go_to, one))
        put = buttons.link(look, text("Talk about it"), name=f"{name}.put")
        put.setAccessibleName(text("Talk about it: {page}").format(page=page))
        put.clicked.connect(lambda: self.put_wanted.emit(_line(one)))
        ways = FlowLayout(gap=12)
        for part in (go, put):
            ways.addWidget(part)
        column.addWidget(labels.own_words(look, one.words, most_lines=2))
        column.addWidget(labels.small(look, page, "text_muted"))
        column.addLayout(ways)
        return row

    def _go_to(self, one: Starred) -> None:
        navigator = self._context.navigator
        wanted = navigator.thought_record_requested if one.is_record else navigator.entry_requested
        wanted.emit(one.id)

    def _show_all(self) -> None:
        self._all = True
        self.show_starred(self._starred, frozenset())
        self._journal.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone

    def _to_journal(self) -> None:
        if self._since is not None:
            self._context.navigator.day_requested.emit(self._since.last)


def _line(one: Starred) -> OwnLine:
    return OwnLine(one.words, link=one.id)
