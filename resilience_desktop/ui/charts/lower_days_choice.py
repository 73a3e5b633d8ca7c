"""Asking for the quiet note about lower days: off until somebody wants it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services.lower_days import LowerDays, lower_days
from resilience_desktop.ui.settings.section import Setting, tick
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.insights.shift_note import Reference
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_WEEKS = dt.timedelta(weeks=8)
"""The weeks that are offered first are the last ones."""
_WIDTH = 704


class LowerDaysChoice(QWidget):
    """A tick, and the first of the days to compare with.

    How often the note comes by chance, and how it is worked out, is said in the panel above.
    """

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("charts.lower")
        self._context = context
        look = context.look
        self._wanted = tick(
            "charts.lower.wanted",
            text("Tell me quietly when days are lower than in a time I choose"),
            False,
            self._want,
        )
        self.first = DayTimeEdit(
            look, name="charts.lower.first", title=text("First day of that time"), with_time=False
        )
        self._field = labels.above(look, text("First day of that time"), self.first)
        self._said = labels.small(look, "", "text_muted", name="charts.lower.said")
        column = column_in(self, 12)
        hint = text(
            "It is a line on this page and in the journal, for you alone. The time is eight weeks "
            "long, and 42 of its days need a mood."
        )
        column.addWidget(Setting(look, "", self._wanted, hint=hint))
        column.addWidget(self._field, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        for part in (self._field, self._said):
            part.hide()
        self.first.when_changed.connect(self._choose)
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
        reference = found.reference
        with QSignalBlocker(self._wanted):
            self._wanted.setChecked(reference is not None)
        for part in (self._field, self._said):
            part.setVisible(reference is not None)
        if reference is None:
            return
        if not self.first.field.hasFocus():
            with QSignalBlocker(self.first):
                self.first.set_when(_noon(reference.first))
        self._said.setText(_compared_with(reference))

    def _want(self, wanted: bool) -> None:
        def change(journal: Journal) -> Changes:
            first = journal.today() - _WEEKS if wanted else None
            return journal.keep_settings(replace(journal.settings(), compare_from=first))

        self._context.tasks.write(change, owner=self)

    def _choose(self) -> None:
        first = self.first.when().date()
        self._context.tasks.write(
            lambda journal: journal.keep_settings(replace(journal.settings(), compare_from=first)),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if (changes.settings or changes.entries) and self.isVisible():
            self._look()

    def _dress(self) -> None:
        self._said.setMaximumWidth(self._context.look.px(_WIDTH))


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12))


def _compared_with(reference: Reference) -> str:
    """Return which weeks are compared with, and what they lack."""
    weeks = i18n.period(reference.first, reference.last)
    if reference.enough:
        return text("Compared with {weeks}.").format(weeks=weeks)
    words = text(
        "From {weeks}, {n} days have a mood, and it takes {least}. You can choose another time, or "
        "wait while these weeks fill up."
    )
    return words.format(weeks=weeks, n=reference.enough.days, least=reference.enough.least)
