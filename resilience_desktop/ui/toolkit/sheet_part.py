"""One part of a worksheet: what it asks, and the fields and rows for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from resilience_desktop.content.skills import FieldKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.sheet_rows import SheetRows
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.day_choice import TODAY, TOMORROW, WEEK, DayChoice
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from resilience_desktop.content.skills import Field, SheetPart
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.ui.theme import LookKeeper

_DAYS_BACK = 31
"""How long ago the day of a step can have been that is said only now."""


class SheetPartPane(QWidget):
    """Always open, and none of it has to be filled in."""

    changed = Signal()

    def __init__(self, look: LookKeeper, part: SheetPart, *, name: str) -> None:
        super().__init__()
        self._look, self._name = look, name
        self.part = part
        self.words: dict[str, WordsEdit] = {}
        self.when: DayChoice | None = None
        self.done: QCheckBox | None = None
        self.rows: SheetRows | None = None
        self._chosen = KeptInView(look, text("You chose"), name=f"{name}.chosen", most_lines=3)
        self._chosen.hide()
        self._due = labels.small(look, "", "text_muted", name=f"{name}.due")
        self._due.hide()
        column = column_in(self, 10)
        column.addWidget(labels.heading(look, part.ask))
        column.addWidget(self._due)
        column.addWidget(self._chosen)
        if part.rows is not None:
            self.rows = SheetRows(look, part.rows, part.then, name=f"{name}.rows")
            self.rows.changed.connect(self.changed)
            column.addWidget(self.rows)
        is_only = len(part.fields) == 1
        for field in part.fields:
            self._add(column, field, is_only=is_only)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this part of a sheet."""
        answers = dict(sheet.answers)
        for id_, edit in self.words.items():
            edit.set_words(answers.get(id_, ""))
        if self.rows is not None:
            self.rows.set_values(sheet.rows)
        if self.when is not None:
            self.when.set_day(sheet.when)
        if self.done is not None:
            with QSignalBlocker(self.done):
                self.done.setChecked(sheet.done)

    def show_chosen(self, words: str) -> None:
        """Keep in view what was chosen in the part before."""
        self._chosen.set_words(words)
        self._chosen.setVisible(bool(words.strip()))

    def show_due(self, sentence: str) -> None:
        """Say that its day has come, or nothing."""
        self._due.setText(sentence)
        self._due.setVisible(bool(sentence))

    def take_keyboard(self) -> None:
        """Put the keyboard on what comes first in it."""
        if self.rows is not None:
            self.rows.take_keyboard()
        else:
            first = self.done or next(iter(self.words.values()), self)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, column: QVBoxLayout, field: Field, *, is_only: bool) -> None:
        name = f"{self._name}.{field.id}"
        if field.kind is FieldKind.DAY:
            near = (TODAY, TOMORROW, WEEK)
            self.when = DayChoice(
                self._look, near, name=name, title=field.name, days_back=_DAYS_BACK
            )
            self.when.day_changed.connect(self.changed)
            whole = labels.above(self._look, field.name, self.when)
            column.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeft)
        elif field.kind is FieldKind.DONE:
            self.done = QCheckBox(field.name)
            self.done.setObjectName(name)
            self.done.toggled.connect(self.changed)
            column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            edit = WordsEdit(self._look, name=name, title=field.name, growing=True, lines=2)
            edit.words_changed.connect(self.changed)
            self.words[field.id] = edit
            column.addWidget(edit if is_only else labels.above(self._look, field.name, edit))
