"""The last ninety days as dots: full where a skill was used, and a quiet ring where none was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from resilience_desktop.services.practised import Practised
    from resilience_desktop.ui.theme import LookKeeper

_WEEK = 7
_STEP, _DOT = 22, 6
"""Text units from one dot to the next, and from its middle to its edge."""
_GAP = 4
_STEPS = {
    Qt.Key.Key_Left: -_WEEK,
    Qt.Key.Key_Right: _WEEK,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class PractisedPicture(Graphic):
    """A column is seven days, the last one ends today; arrows go through the days."""

    day_shown = Signal(str)
    """What there is of the day that the pointer or the keyboard is on; empty for none."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("toolkit.practised.days")
        self.setAccessibleName(text("Days with a skill"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        # As everywhere, time grows to the right in every writing.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._look = look
        self._practised: Practised | None = None
        self._days: list[dt.date] = []
        self._here: int | None = None
        look.look_changed.connect(self.updateGeometry)

    def show_practised(self, practised: Practised) -> None:
        """Show these days."""
        self._practised = practised
        long = (practised.today - practised.first).days + 1
        self._days = [practised.first + dt.timedelta(days=n) for n in range(long)]
        self._stand_on(None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for all dots, and for the words below them."""
        step, line = self._look.px(_STEP), self._look.line_height("small")
        return QSize(self._columns() * step, _WEEK * step + _GAP + line)

    def minimumSizeHint(self) -> QSize:
        """Return the same: no day is left out."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day: up and down by one, left and right by a week."""
        last = len(self._days) - 1
        here = last if self._here is None else self._here
        key = Qt.Key(event.key())
        if key in _STEPS and self._days:
            there = here + _STEPS[key]
            self._stand_on(there if 0 <= there <= last else here)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._days:
            self._stand_on(0 if key == Qt.Key.Key_Home else last)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with today."""
        super().focusInEvent(event)
        self._stand_on(len(self._days) - 1 if self._days else None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand on no day."""
        super().focusOutEvent(event)
        self._stand_on(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what there is of the day under the pointer."""
        step = self._look.px(_STEP)
        column, row = (int(side // step) for side in (event.position().x(), event.position().y()))
        place = column * _WEEK + row - self._blank()
        is_there = 0 <= row < _WEEK and 0 <= place < len(self._days)
        self._stand_on(place if is_there else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Stand on no day, or where the keyboard is."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._stand_on(None)

    def words(self) -> str:
        """Return what there is of the day one stands on."""
        if self._here is None or self._practised is None:
            return ""
        day = self._days[self._here]
        named = i18n.day(day, year=False, weekday=True)
        if names := self._practised.days.get(day):
            return text("{day}: {names}").format(day=named, names=", ".join(names))
        return text("{day}: no skill").format(day=named)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dot for each day, and the two ends of the time below."""
        if self._practised is None:
            return
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = look.px(_DOT)
        for place, day in enumerate(self._days):
            middle = self._middle(place)
            if day in self._practised.days:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent"))
                painter.drawEllipse(middle, dot, dot)
            else:
                painter.setPen(QPen(look.color("stroke"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, dot - 0.5, dot - 0.5)
            if place == self._here:
                painter.setPen(QPen(look.color("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, dot + 3, dot + 3)
        self._paint_ends(painter, self._practised)

    def _paint_ends(self, painter: QPainter, practised: Practised) -> None:
        look = self._look
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text_faint"))
        line = look.line_height("small")
        below = QRectF(0, self.height() - line, self.width(), line)
        middle = Qt.AlignmentFlag.AlignVCenter
        began, now = i18n.day(practised.first, year=False), text("today")
        measure = QFontMetricsF(painter.font()).horizontalAdvance
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | middle, now)
        if measure(began) + measure(now) < below.width():
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | middle, began)

    def _stand_on(self, place: int | None) -> None:
        self._here = place
        words = self.words()
        said = self._practised.said if self._practised else ""
        self.setAccessibleDescription(words or said)  # a reader is told of each change
        self.day_shown.emit(words)
        self.update()

    def _columns(self) -> int:
        return -(-len(self._days) // _WEEK) or 1

    def _blank(self) -> int:
        """Return how many places of the first column stay empty, so that today is the last."""
        return -len(self._days) % _WEEK

    def _middle(self, place: int) -> QPointF:
        column, row = divmod(place + self._blank(), _WEEK)
        step = self._look.px(_STEP)
        return QPointF((column + 0.5) * step, (row + 0.5) * step)
