"""What is chosen, in words at the end of the line of its question."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from resilience_desktop.ui.widgets.item_layout import ItemLayout
from resilience_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.ui.theme import LookKeeper

_QUESTION, _STYLE = "title", "heading"
_BETWEEN = 24  # pixels between the question and the readout
_BELOW = 8  # pixels below, which a second line of a readout beside the question may use
_MOST_LINES = 2


class Readout(Label):
    """Says one of a few things and takes the same room for each, so that nothing below it moves."""

    def __init__(self, look: LookKeeper, choices: Sequence[str], *, name: str) -> None:
        self._choices = choices
        self._most: dict[tuple[int, str], int] = {}
        super().__init__(look, "", _STYLE, name=name)

    def most_lines(self, width: int) -> int:
        """Return in how many lines the longest of them stands; layouts ask again and again."""
        asked = (width, self.font().key())
        if asked not in self._most:
            self._most[asked] = max(self._lines(words, width)[1] for words in self._choices)
        return self._most[asked]

    def heightForWidth(self, width: int) -> int:
        """Answer Qt how high the longest of them is at this width."""
        return self.most_lines(width) * self._look.line_height(_STYLE)

    def sizeHint(self) -> QSize:
        """Return the size of the longest of them in one line."""
        measure = QFontMetricsF(self.font())
        width = max(map(measure.horizontalAdvance, self._choices))
        return QSize(math.ceil(width) + 1, self._look.line_height(_STYLE))


class QuestionLine(ItemLayout):
    """A question with its readout at the end of the line, or below it where there is no room."""

    def __init__(
        self,
        look: LookKeeper,
        question: Label,
        readout: Readout,
        *,
        questions: Iterable[str] = (),
    ) -> None:
        """Lay out a question that may turn into others: the readout has one place for all."""
        super().__init__()
        self._look, self._question, self._readout = look, question, readout
        self._questions = tuple(questions)
        self.addWidget(question)
        self.addWidget(readout)

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width, the same for whatever is chosen."""
        question, readout = self._places(width)
        beside = readout.left() > 0
        return max(question.bottom() + 1 + _BELOW, readout.bottom() + 1 + (0 if beside else _BELOW))

    def sizeHint(self) -> QSize:
        """Return the size of both in one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + _BETWEEN
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Return how narrow both may become, below each other."""
        least = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in least), default=0), sum(size.height() for size in least)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put both in their place."""
        super().setGeometry(rect)
        places = self._places(rect.width())
        beside = places[1].left() > 0
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._readout.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        moved = (place.translated(rect.topLeft()) for place in places)
        self.put(rect, zip(self._items, moved, strict=True))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Return where the question and the readout stand in this width."""
        measure = QFontMetricsF(self._look.font(_QUESTION))
        longest = max(map(measure.horizontalAdvance, self._questions), default=0)
        asked = self._question.sizeHint().expandedTo(QSize(math.ceil(longest) + 1, 0))
        room = width - asked.width() - _BETWEEN
        if room > 0 and self._readout.most_lines(room) <= _MOST_LINES:
            top = self._baseline(_QUESTION) - self._baseline(_STYLE)
            height = self._readout.heightForWidth(room)
            return QRect(0, 0, *asked.toTuple()), QRect(width - room, top, room, height)
        height = self._question.heightForWidth(width)
        below = QRect(0, height, width, self._readout.heightForWidth(width))
        return QRect(0, 0, width, height), below

    def _baseline(self, style: str) -> int:
        metrics = QFontMetricsF(self._look.font(style))
        return round((self._look.line_height(style) + metrics.ascent() - metrics.descent()) / 2)
