"""One time of change: what it is, from which day, perhaps until when, and whether it is hard."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.tag import tidy
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.keeping_dialog import KeepingDialog
from resilience_desktop.ui.settings.section import Setting, tick
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext

_LONGEST = 60


class ChangeDialog(KeepingDialog):
    """Makes a time of change, or changes one; it closes once the journal has it."""

    def __init__(self, context: UiContext, parent: QWidget, change: TimeOfChange | None) -> None:
        title = text("A time of change") if change is None else text("Change a time of change")
        super().__init__(context.look, parent, "charts.change", title)
        self._context, self._change = context, change
        self._name = LineField(change.name if change else "")
        self._name.setObjectName("charts.change.name")
        self._name.setAccessibleName(text("What it is"))
        self._name.setMaxLength(_LONGEST)
        self._day = self._day_field("charts.change.day", text("First day"))
        self._last = self._day_field("charts.change.last", text("Last day"))
        if change is not None:
            self._day.set_when(_noon(change.day))
            self._last.set_when(_noon(change.last or change.day))
        self._ends = tick(
            "charts.change.ends",
            text("It has a last day"),
            change is not None and change.last is not None,
            self._show_last,
        )
        self._hard = tick(
            "charts.change.hard",
            text("A hard time I know of"),
            change is not None and change.is_hard,
            lambda _on: None,
        )
        self._lay_out()
        self._show_last(self._ends.isChecked())
        self._name.setFocus()

    def finish(self) -> None:
        """Keep it, unless its name or its days are wrong."""
        name, day = tidy(self._name.text()), self._day.when().date()
        last = self._last.when().date() if self._ends.isChecked() else None
        if not name:
            self.say_wrong(
                text("A few words are needed, such as new job or moved house."), self._name
            )
            return
        if self._day.stay_if_wrong() or (last is not None and self._last.stay_if_wrong()):
            return
        if last is not None and last < day:
            self.say_wrong(text("The last day comes before the first one."), self._last)
            return
        made = self._change or TimeOfChange(name, day)
        made = replace(made, name=name, day=day, last=last, is_hard=self._hard.isChecked())
        self._context.tasks.write(
            lambda journal: journal.times_of_change.keep(made),
            lambda _changes: self.accept(),
            owner=self,
            failed=self._not_kept,
        )

    def _not_kept(self, error: BaseException) -> None:
        """Stay with what was typed, and say why it is not kept, as it is said everywhere."""
        self._context.tasks.work_failed.emit(error)

    def _show_last(self, has_end: bool) -> None:
        self._last_above.setVisible(has_end)
        if self.isVisible():
            self.fit()

    def _day_field(self, name: str, title: str) -> DayTimeEdit:
        return DayTimeEdit(self.look, name=name, title=title, with_time=False)

    def _lay_out(self) -> None:
        look = self.look
        self.column.addWidget(self.above(text("What it is"), self._name))
        self.column.addWidget(self.above(text("First day"), self._day))
        open_end = text("Leave this out while it goes on.")
        self.column.addWidget(Setting(look, "", self._ends, hint=open_end))
        self._last_above = self.above(text("Last day"), self._last)
        self.column.addWidget(self._last_above)
        hint = text("The quiet note about lower days leaves these days out.")
        self.column.addWidget(Setting(look, "", self._hard, hint=hint))
        self.add_ways_out(text("Keep it"))


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12))
