"""A question with a rating from 0 to 10 below it, and a way to take the number back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.month_look import LEAST, MOST
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.clear_button import ClearButton
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper


class AskedRating(QWidget):
    """What is asked, the slider with its number, and Clear while there is a number."""

    def __init__(
        self,
        look: LookKeeper,
        question: str,
        ends: Mapping[int, str],
        *,
        name: str,
        about: str = "",
    ) -> None:
        """Ask something; ``about`` tells several with the same question apart by ear."""
        super().__init__()
        spoken = f"{about}, {question}" if about else question
        self.rating = Rating(look, ends, name=name, title=spoken, span=Span(LEAST, MOST))
        self.clear = ClearButton(look, self.rating, spoken, name=f"{name}.clear")
        self._question = question
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.rating, 1)
        row.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column = column_in(self, 4)
        column.addWidget(labels.body(look, question))
        column.addLayout(row)
        self.setFocusProxy(self.rating)

    def be_about(self, about: str, name: str) -> None:
        """Be one of several with the same question, at a place among them."""
        spoken = f"{about}, {self._question}"
        self.rating.setAccessibleName(spoken)
        self.rating.set_name(name)
        self.clear.setObjectName(f"{name}.clear")
        self.clear.set_what(spoken)
