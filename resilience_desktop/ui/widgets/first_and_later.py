"""Two ratings of the same thing on a line, usually from 0 to 100: hollow first, filled later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from resilience_desktop.domain.feeling import STRONGEST, WEAKEST
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.spoken import Graphic, Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper

_CLOSE = 0.08
"""Numbers closer than this part of the line step aside."""
_DOT = 6.5


@dataclass(frozen=True, slots=True)
class RatedTwice:
    """What was rated, and how, the first time and later; either may be missing."""

    words: str = field(repr=False)
    first: int | None = field(default=None, repr=False)
    later: int | None = field(default=None, repr=False)

    def in_words(self) -> str:
        """Return both ratings as a sentence a screen reader can say."""
        if self.first is not None and self.later is not None:
            return text("first {first}, later {later} of 100").format(
                first=self.first, later=self.later
            )
        if self.first is not None:
            return text("first {first} of 100, not rated again").format(first=self.first)
        if self.later is not None:
            return text("new the second time, {later} of 100").format(later=self.later)
        return text("not rated")


class FirstAndLater(Group):
    """A line for everything that was rated, with a scale below."""

    def __init__(
        self,
        look: LookKeeper,
        rows: Sequence[RatedTwice] = (),
        *,
        name: str,
        title: str = "",
        highest: int = STRONGEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title or text("First and later"))
        self._look, self._highest = look, highest
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[RatedTwice]) -> None:
        """Show these ratings."""
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for number, row in enumerate(rows):
            label = Label(self._look, row.words)
            label.setAlignment(Qt.AlignmentFlag.AlignBottom)
            line = _Line(self._look, row, self._highest)
            line.setObjectName(f"{self.objectName()}.{number + 1}")
            self._grid.addWidget(label, number, 0)
            self._put(label, number, 0)
            self._put(line, number, 1)
        self._put(_Scale(self._look, self._highest), len(rows), 1)

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(part, row, column)
        part.show()  # at once: the layout would do it later


class Legend(QWidget):
    """What a hollow and a filled dot mean."""

    def __init__(
        self, look: LookKeeper, first: str, later: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for filled, words in ((False, first), (True, later)):
            row.addWidget(_Dot(look, filled=filled))
            row.addWidget(Label(look, words, "small", "text_muted", wraps=False))
            row.addSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class _Line(Graphic):
    """One line with its dots and numbers."""

    def __init__(self, look: LookKeeper, row: RatedTwice, highest: int) -> None:
        super().__init__()
        self._look, self._row, self._highest = look, row, highest
        # As everywhere, numbers grow to the right in every writing.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(row.words)
        self.setAccessibleDescription(row.in_words())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(140), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, row = self._look, self._row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() - look.px(10) + 0.5
        painter.setPen(QPen(look.color("rule_strong"), 1))
        painter.drawLine(QLineF(0, y, self.width(), y))
        if row.first is not None and row.later is not None:
            painter.setPen(QPen(look.color("text_muted"), 3))
            painter.drawLine(QLineF(self._x(row.first), y, self._x(row.later), y))
        if row.first is not None:
            paint_dot(painter, look, QPointF(self._x(row.first), y), filled=False)
        if row.later is not None:
            paint_dot(painter, look, QPointF(self._x(row.later), y), filled=True)
        self._paint_numbers(painter, y)

    def _paint_numbers(self, painter: QPainter, y: float) -> None:
        row, aside = self._row, {True: 0.0, False: 0.0}
        close = _CLOSE * self._highest
        if row.first is not None and row.later is not None and abs(row.first - row.later) < close:
            away = self._look.px(10)
            later_is_right = row.later > row.first
            aside = {True: away if later_is_right else -away}
            aside[False] = -aside[True]
        for value, is_later in ((row.first, False), (row.later, True)):
            if value is None:
                continue
            font = self._look.font("small", weight=600 if is_later else 400, tabular=True)
            width = QFontMetricsF(font).horizontalAdvance(str(value))
            middle = self._x(value) + aside[is_later]
            left = max(0.0, min(self.width() - width, middle - width / 2))
            line = self._look.line_height("small")
            painter.setFont(font)
            painter.setPen(self._look.color("text" if is_later else "text_muted"))
            painter.drawText(
                QRectF(left - 1, y - self._look.px(9) - line, width + 3, line),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
                str(value),
            )

    def _x(self, value: int) -> float:
        reach = self._look.px(_DOT) + 1
        return reach + value / self._highest * (self.width() - 2 * reach)


class _Scale(QWidget):
    """The numbers below all lines."""

    def __init__(self, look: LookKeeper, highest: int) -> None:
        super().__init__()
        self._look, self._highest = look, highest
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(140), self._look.line_height("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())  # Qt would take the app's
        painter.setFont(self._look.font("small", tabular=True))
        painter.setPen(self._look.color("text_faint"))
        for value, place in (
            (WEAKEST, Qt.AlignmentFlag.AlignLeft),
            (self._highest // 2, Qt.AlignmentFlag.AlignHCenter),
            (self._highest, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(self.rect(), place, str(value))


class _Dot(QWidget):
    """One dot, for the legend."""

    def __init__(self, look: LookKeeper, *, filled: bool) -> None:
        super().__init__()
        self._look, self._filled = look, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = 2 * self._look.px(_DOT) + 2
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_dot(painter, self._look, middle, filled=self._filled)


def paint_dot(painter: QPainter, look: LookKeeper, middle: QPointF, *, filled: bool) -> None:
    """Paint the dot of a first rating, hollow, or of a later one."""
    radius = look.px(_DOT)
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawEllipse(middle, radius, radius)
    else:
        painter.setPen(QPen(look.color("text_muted"), 2))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(middle, radius - 1, radius - 1)
