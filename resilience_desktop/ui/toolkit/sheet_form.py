"""A worksheet as one form: its parts in order, all open; words may bring the quiet line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.toolkit.sheet_part import SheetPartPane
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Skill
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.ui.context import UiContext

_BETWEEN = 32


class SheetForm(QWidget):
    """Shows a sheet, and gives it back as somebody changed it."""

    changed = Signal()

    def __init__(self, context: UiContext, skill: Skill) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self.parts = [SheetPartPane(context.look, part, name="sheet_pane") for part in skill.sheet]
        self._quiet = QuietLines(context, self)
        self._quiet_line = QuietLine(context, name="sheet_pane.quiet")
        column = column_in(self, _BETWEEN)
        for pane in self.parts:
            if pane.part.is_later:
                column.addWidget(Rule())
            column.addWidget(pane)
            pane.changed.connect(self._changed)
        column.addWidget(self._quiet_line)
        self._quiet.rested.connect(self._look_for_words)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet."""
        self._sheet = sheet
        for pane in self.parts:
            pane.show_sheet(sheet)
        self._quiet.begin(sheet.id)
        self._quiet_line.show_if(self._quiet.now is not None)
        self._tell()

    def sheet(self) -> Sheet:
        """Return the sheet as it stands in the fields; what no field is for stays as it was."""
        assert self._sheet is not None  # noqa: S101
        sheet = self._sheet
        edits = {id_: edit for pane in self.parts for id_, edit in pane.words.items()}
        others = tuple(answer for answer in sheet.answers if answer[0] not in edits)
        here = tuple((id_, edit.words()) for id_, edit in edits.items() if edit.words().strip())
        for pane in self.parts:
            if pane.rows is not None:
                sheet = replace(sheet, rows=pane.rows.values())
            if pane.when is not None:
                sheet = replace(sheet, when=pane.when.day())
            if pane.done is not None:
                sheet = replace(sheet, done=pane.done.isChecked())
        return replace(sheet, answers=(*here, *others))

    def words(self) -> str:
        """Return all that was typed, to be read elsewhere."""
        return self.sheet().words if self._sheet else ""

    def later(self) -> SheetPartPane | None:
        """Return the part that is for afterwards."""
        return next((pane for pane in self.parts if pane.part.is_later), None)

    def take_keyboard(self) -> None:
        """Put the keyboard where the sheet begins, or where its day has come."""
        later = self.later()
        waits = self._sheet is not None and self.sheet().waits_on(clock.now().day)
        (later if later is not None and waits else self.parts[0]).take_keyboard()

    def _changed(self) -> None:
        self._quiet.typed()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        for pane, following in pairwise(self.parts):
            if pane.rows is not None:
                following.show_chosen(pane.rows.chosen())
        later = self.later()
        if later is not None:
            later.show_due(self._due())

    def _due(self) -> str:
        """Return that the day of the sheet has come, or nothing."""
        sheet = self.sheet()
        if sheet.when is None or not sheet.waits_on(clock.now().day):
            return ""
        said = text("The day was {day}. However it went, it is worth a look.")
        return said.format(day=i18n.day(sheet.when))

    def _look_for_words(self) -> None:
        found = self._quiet.are_in(self.words())
        self._quiet_line.show_if(self._quiet.after(words_found=found) is not None)
