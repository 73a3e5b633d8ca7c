"""How strong some words are: a slider and a number for each, below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.clear_button import ClearButton
from resilience_desktop.ui.widgets.rating import Rating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

Rated = tuple[str, int | None]
"""A word and how strong it is, 0 to 100 or not said."""


class Strengths(QWidget):
    """A row for each word: word, slider, number, clear."""

    strength_changed = Signal(str, object)

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 4)
        self._column.setSpacing(4)
        look.look_changed.connect(self._align)

    def set_rated(self, rated: Sequence[Rated]) -> None:
        """Show a row for each of these; rows that are there already stay."""
        before = {row.words: row for row in self._rows}
        self._rows = [before.get(word) or self._row(word) for word, _ in rated]
        for gone in (row for row in before.values() if row not in self._rows):
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, (row, (_, strength)) in enumerate(zip(self._rows, rated, strict=True)):
            self._column.insertWidget(number, row)
            row.set_place(number + 1)
            row.rating.set_rating(strength)
            row.rating.show_words(shown=row is self._rows[-1])
        self._align()

    def _row(self, word: str) -> _Row:
        row = _Row(self._look, self.objectName(), word)
        row.strength_changed.connect(self.strength_changed)
        return row

    def _align(self) -> None:
        """Give all words one width, so that the sliders start under each other."""
        widest = max((row.label.sizeHint().width() for row in self._rows), default=0)
        for row in self._rows:
            row.label.setFixedWidth(min(widest, self._look.px(150)))
            row.label.setMinimumHeight(self._look.px(32))


class _Row(QWidget):
    """One word and how strong it is."""

    strength_changed = Signal(str, object)

    def __init__(self, look: LookKeeper, name: str, words: str) -> None:
        super().__init__()
        self.words = words
        self._name = name
        self.label = labels.Label(look, words)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.rating = Rating(
            look,
            content.rating_anchors("emotion"),
            name=name,
            title=text("How strong: {feeling}").format(feeling=words),
        )
        self.rating.rating_changed.connect(self._rated)
        self._clear = ClearButton(look, self.rating, words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.rating, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)

    def set_place(self, number: int) -> None:
        self.rating.set_name(f"{self._name}.rating{number}")
        self._clear.setObjectName(f"{self._name}.clear{number}")

    def _rated(self, strength: int | None) -> None:
        self.strength_changed.emit(self.words, strength)
