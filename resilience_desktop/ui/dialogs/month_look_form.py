"""The form of a wider look: five signs, two sides, what matters, and a few words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.month_look import AXES, SIDES, SIGNS
from resilience_desktop.i18n import text
from resilience_desktop.services.month_look_words import axis_ends, axis_question
from resilience_desktop.ui.dialogs.asked_rating import AskedRating
from resilience_desktop.ui.dialogs.values_list import ValuesList
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QVBoxLayout

    from resilience_desktop.domain.month_look import MonthLook
    from resilience_desktop.ui.context import UiContext


class MonthLookForm(QWidget):
    """Every question can be left alone; words that call for it bring the quiet line."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        look = self._look = context.look
        self._asked = {
            axis: AskedRating(look, axis_question(axis), axis_ends(axis), name=f"month_look.{axis}")
            for axis in AXES
        }
        self.values = ValuesList(look, name="month_look.values")
        title = text("A few words, if you like")
        self.words = WordsEdit(
            look, name="month_look.words", title=title, growing=True, lines=3, most_lines=40
        )
        self._quiet = QuietLines(context, self)
        self._quiet_line = QuietLine(context, name="month_look.quiet")
        self._lay_out(title)
        for asked in self._asked.values():
            asked.rating.rating_changed.connect(self.changed)
        self.values.changed.connect(self.changed)
        self.words.words_changed.connect(self._typed)
        self._quiet.rested.connect(self._look_for_words)

    def put(self, look: MonthLook) -> None:
        """Show a look."""
        for axis, asked in self._asked.items():
            asked.rating.set_rating(look.rating(axis))
        self.values.set_values(look.values)
        self.words.set_words(look.words)
        self._quiet.begin(look.id)
        self._quiet_line.show_if(self._quiet.now is not None)

    def changed_in(self, look: MonthLook) -> MonthLook:
        """Return a look with what stands here; a number of an axis that is not asked stays."""
        others = tuple(rated for rated in look.ratings if rated[0] not in self._asked)
        here = ((axis, asked.rating.rating) for axis, asked in self._asked.items())
        rated = tuple((axis, number) for axis, number in here if number is not None)
        return replace(
            look,
            ratings=(*rated, *others),
            values=self.values.values(),
            words=self.words.words(),
        )

    def start(self) -> None:
        """Put the keyboard on the first question."""
        self._asked[SIGNS[0]].rating.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._quiet.typed()
        self.changed.emit()

    def _look_for_words(self) -> None:
        found = self._quiet.are_in(self.words.words())
        self._quiet_line.show_if(self._quiet.after(words_found=found) is not None)

    def _lay_out(self, words: str) -> None:
        look = self._look
        column = column_in(self, 32)
        signs = self._part(column, text("Five signs"))
        self._add(signs, SIGNS)
        sides = self._part(column, text("Inner side and outer side"))
        self._add(sides, SIDES)
        matters = self._part(column, text("What matters to you"))
        hint = text("Name a few things, and say how much each matters and how far you lived it.")
        matters.addWidget(labels.small(look, hint, "text_muted"))
        matters.addWidget(self.values)
        said = self._part(column, words)
        said.addWidget(self.words)
        said.addWidget(self._quiet_line)

    def _part(self, column: QVBoxLayout, title: str) -> QVBoxLayout:
        part = QWidget()
        rows = column_in(part, 16)
        rows.addWidget(labels.label(self._look, title))
        column.addWidget(part)
        return rows

    def _add(self, rows: QVBoxLayout, axes: Iterable[str]) -> None:
        for axis in axes:
            rows.addWidget(self._asked[axis])
