"""On which of the last days skills were used, calmly: days that came together, and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.practised import Practised, UseInWords, practised
from resilience_desktop.ui.toolkit.practised_picture import PractisedPicture
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext


_ABOVE = 8


class PractisedPanel(QWidget):
    """A picture, a sentence, a line for each skill; nothing to keep up and nothing to lose."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("toolkit.practised")
        self._context = context
        look = self._look = context.look
        self._said = labels.body(look, "", name="toolkit.practised.said")
        self.picture = PractisedPicture(look)
        self._day = labels.small(look, "", "text_muted", name="toolkit.practised.day")
        self.picture.day_shown.connect(self._day.setText)
        uses = QWidget()
        self._uses = column_in(uses, 12)
        self._tends = labels.small(look, "", "text_muted", name="toolkit.practised.tends")
        self._swap = labels.muted(look, "", name="toolkit.practised.swap")
        column = column_in(self, 8)
        column.addWidget(labels.heading(look, text("Days with a skill")))
        column.addWidget(self._said)
        column.addSpacing(4)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._day)
        column.addSpacing(4)
        column.addWidget(uses)
        self._tends.setContentsMargins(0, _ABOVE, 0, 0)
        column.addWidget(self._tends)
        self._swap.setContentsMargins(0, _ABOVE, 0, 0)
        column.addWidget(self._swap)
        self._holder = uses
        for part in (self.picture, self._day, uses, self._tends, self._swap):
            part.hide()
        context.tasks.journal_changed.connect(self._journal_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is now."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        self._context.tasks.read(
            practised, self.show_practised, owner=self, latest="toolkit.practised"
        )

    def show_practised(self, found: Practised) -> None:
        """Show these days."""
        self._said.setText(found.said)
        self.picture.show_practised(found)
        for part in (self.picture, self._day):
            part.setVisible(found.has_picture)
        empty(self._uses)
        for number, use in enumerate(found.uses, 1):
            row = self._row(number, use)
            self._uses.addWidget(row)
            row.show()
        self._holder.setVisible(bool(found.uses))
        for part, words in ((self._tends, found.tends), (self._swap, found.swap)):
            part.setText(words)
            part.setVisible(bool(words))

    def _row(self, number: int, use: UseInWords) -> QWidget:
        row, look = QWidget(), self._look
        column = column_in(row, 2)
        name = f"toolkit.practised.{number}"
        column.addWidget(labels.label(look, use.name, name=f"{name}.name"))
        said = " \N{MIDDLE DOT} ".join(filter(None, (use.how_often, use.change)))
        column.addWidget(labels.small(look, said, "text_muted", name=f"{name}.said"))
        return row

    def _journal_changed(self, changes: Changes) -> None:
        if (changes.practices or changes.toolkit) and self.isVisible():
            self._read()
