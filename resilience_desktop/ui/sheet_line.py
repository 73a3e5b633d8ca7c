"""A quiet line about a worksheet whose day has come; never a count, and never a reproach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop import content
from resilience_desktop.domain.sheet import longest_waiting
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.later import Later
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_STEP = "step"
"""Name of the field for what was to be done on the day."""


class SheetLine(Later):
    """Shows the one that has waited longest, and nothing while there is none."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._sheet: Sheet | None = None
        self.hide()
        context.tasks.journal_changed.connect(self._journal_changed)
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def make(self) -> None:
        """Make the line."""
        look, name = self._context.look, self.objectName()
        title = text("You chose a day for this. However it went, it is worth a look:")
        self._words = labels.own_words(look, "", most_lines=1, name=f"{name}.words")
        go = buttons.link(look, text("Look back"), name=f"{name}.open")
        go.setAccessibleName(text("Look back at the sheet"))
        let_be = buttons.link(look, text("Let it be"), name=f"{name}.let_be")
        let_be.setAccessibleName(text("Let it be: the sheet has no day any more"))
        go.clicked.connect(self._go)
        let_be.clicked.connect(self._let_be)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        for way in (go, let_be):
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        column = column_in(self, 2)
        set_margins(column, 0, 4, 0, 12)
        column.addWidget(labels.small(look, title, "text_muted", name=f"{name}.title"))
        column.addLayout(row)

    def look(self) -> None:
        """Look whether the day of a sheet has come."""
        self._context.tasks.read(_waiting, self._show, owner=self, latest=self.objectName())

    def _show(self, sheet: Sheet | None) -> None:
        self._sheet = sheet
        self.setVisible(sheet is not None)
        if sheet is not None:
            step = " ".join(dict(sheet.answers).get(_STEP, "").split())
            self._words.setText(step or content.skill(sheet.skill).name)

    def _go(self) -> None:
        sheet, navigator = self._sheet, self._context.navigator
        if sheet is not None:
            navigator.open_skill(sheet.skill)
            navigator.sheet_requested.emit(sheet.skill, sheet.id)

    def _let_be(self) -> None:
        """Take the day from it, so that nothing asks any more."""
        sheet, tasks = self._sheet, self._context.tasks
        if sheet is None:
            return

        def undo() -> None:
            tasks.write(lambda journal: journal.sheets.keep(sheet), owner=self)

        tasks.write(
            lambda journal: journal.sheets.keep(replace(sheet, when=None)),
            lambda _: self._context.notices.show(text("It has no day any more"), undo),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.sheets:
            self.look()


def _waiting(journal: Journal) -> Sheet | None:
    known = [sheet for sheet in journal.sheets.all() if sheet.skill in content.skill_ids()]
    return longest_waiting(known, journal.today())
