"""Asking for the quiet note about lower days: off until somebody wants it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QApplication, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.lower_days import LowerDays, lower_days
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.settings.section import tick
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.calendar_popup import CalendarPopup

_WIDTH = 704


class LowerDaysChoice(QWidget):
    """What it is, a tick, and the first of the days to compare with, which nobody chooses ahead.

    Nothing is kept before there is a day.
    """

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts.lower")
        self._context = context
        look = context.look
        self._about = labels.muted(look, "", name="charts.lower.about")
        self._wanted = tick(
            "charts.lower.wanted",
            text("Tell me quietly when days are lower than in weeks I choose"),
            False,
            self._want,
        )
        self._begin = buttons.plain(
            look, text("Choose the first day ..."), name="charts.lower.choose", drawing="calendar"
        )
        self.first = DayTimeEdit(
            look, name="charts.lower.first", title=text("First day of the weeks"), with_time=False
        )
        self._field = labels.above(look, text("First day of the eight weeks"), self.first)
        self._said = labels.small(look, "", "text_muted", name="charts.lower.said")
        self._how_opener = buttons.Opener(
            look, text("How this is worked out"), name="charts.lower.how", flush=True
        )
        self._how = labels.small(look, "", "text_muted", name="charts.lower.how.words")
        self._calendar: CalendarPopup | None = None
        self._lay_out()
        self._begin.clicked.connect(self._open_calendar)
        self.first.when_changed.connect(self._choose)
        self._how_opener.turned.connect(self._how.setVisible)
        look.follow(self._dress)
        context.tasks.journal_changed.connect(self._journal_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is wanted now."""
        super().showEvent(event)
        self._look()

    def come_into_sight(self) -> None:
        """Be seen from the tick on."""
        bring_into_sight(self, self.rect())

    def _look(self) -> None:
        self._context.tasks.read(lower_days, self._show, owner=self, latest="charts.lower")

    def _show(self, found: LowerDays) -> None:
        from resilience_desktop.services.views.lower_days import about_the_note, how, how_it_stands

        self._about.setText(about_the_note())
        self._how.setText("\n\n".join(how()))
        reference = found.reference
        if reference is not None or not self._begin.isVisible():
            self._offer(wanted=reference is not None, chosen=reference is not None)
        if reference is None:
            return
        if not self.first.field.hasFocus():
            with QSignalBlocker(self.first):
                self.first.set_when(_noon(reference.first))
        said = how_it_stands(found)
        if said != self._said.text() and self._has_keyboard:
            announce(self, said)
        self._said.setText(said)

    @property
    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _offer(self, *, wanted: bool, chosen: bool) -> None:
        """Show the tick as it is, a way to a day where there is none yet, and the day chosen."""
        with QSignalBlocker(self._wanted):
            self._wanted.setChecked(wanted)
        self._begin.setVisible(wanted and not chosen)
        for part in (self._field, self._said):
            part.setVisible(chosen)

    def _want(self, wanted: bool) -> None:
        self._offer(wanted=wanted, chosen=False)
        if not wanted:
            self._keep(None)

    def _open_calendar(self) -> None:
        if self._calendar is None:
            from resilience_desktop.ui.widgets.calendar_popup import CalendarPopup

            self._calendar = CalendarPopup(
                self._context.look, self._begin, name="charts.lower.calendar"
            )
            self._calendar.day_chosen.connect(self._take)
        today = self.first.when().date()
        self._calendar.open(self._begin, today, today)

    def _take(self, first: dt.date) -> None:
        """Go on in the field, where the day can be typed over."""
        with QSignalBlocker(self.first):
            self.first.set_when(_noon(first))
        self._offer(wanted=True, chosen=True)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep(first)

    def _choose(self) -> None:
        self._keep(self.first.when().date())

    def _keep(self, first: dt.date | None) -> None:
        self._context.tasks.write(
            lambda journal: journal.keep_settings(replace(journal.settings(), compare_from=first)),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if (changes.settings or changes.entries) and self.isVisible():
            self._look()

    def _lay_out(self) -> None:
        look = self._context.look
        column = column_in(self, 12)
        title = text("A quiet note, if you want one")
        column.addWidget(labels.title(look, title, name="charts.lower.title"))
        column.addWidget(self._about)
        column.addWidget(self._wanted)
        for part in (self._begin, self._field):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        column.addWidget(self._how_opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._how)
        for part in (self._begin, self._field, self._said, self._how):
            part.hide()

    def _dress(self) -> None:
        for words in (self._about, self._said, self._how):
            words.setMaximumWidth(self._context.look.px(_WIDTH))


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12))
