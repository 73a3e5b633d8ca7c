"""A month as a grid of days, each with the mood of the day as a mark and a number."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from resilience_desktop import i18n, themes
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets.mood_mark import DIAMOND, paint_mark
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper

DayFacts = tuple[float | None, int]
"""Mean mood of a day, if any, and how much was written."""
_CELL, _HEIGHT, _HEAD, _MARK = 42, 56, 24, 24
_CLOSER, _CLOSER_CELL = 32, 53  # where the mark stands beside the number
_BESIDE = 2  # pixels between the two
_ROUND_WORDS = 5  # pixels that a mark is wider than what stands on it
_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class MonthGrid(Group):
    """Six weeks at most; the keyboard stops at one day, and the arrows go on from there."""

    day_chosen = Signal(object)
    """The ``datetime.date`` that somebody wants to see."""
    month_wanted = Signal(object)
    """A ``datetime.date`` in another month, where the keyboard goes."""

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self.today = dt.date.min
        self._month = dt.date.min.replace(day=1)
        self._standing = self._month
        self._shown: dt.date | None = None
        self._closer = False
        self._cells = [_Day(self, look, number) for number in range(31)]
        for cell in self._cells:
            cell.picked.connect(self.day_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.look_changed.connect(self._dress)

    @property
    def month(self) -> dt.date:
        """The first day of the month that is shown."""
        return self._month

    def stand_closer(self, *, closer: bool) -> None:
        """Take little height: each mark stands beside its number, not below it."""
        if closer is not self._closer:
            self._closer = closer
            for cell in self._cells:
                cell.stand_closer(closer=closer)
            self._dress()

    def show_month(self, month: dt.date, days: Mapping[dt.date, DayFacts]) -> None:
        """Show a month and what is known of its days."""
        has_focus = any(cell.hasFocus() for cell in self._cells)
        self._month = month.replace(day=1)
        self.setAccessibleName(i18n.month(month))
        length = calendar.monthrange(month.year, month.month)[1]
        for number, cell in enumerate(self._cells):
            cell.setVisible(number < length)
            if number < length:
                day = self._month.replace(day=number + 1)
                cell.show_day(day, days.get(day), today=self.today, shown=self._shown)
        if not self._is_here(self._standing):
            better = (day for day in (self._shown, self.today) if self._is_here(day))
            self._standing = next(better, None) or self._month
        self._place()
        self.stand_on(self._standing, focus=has_focus)

    def mark_shown(self, day: dt.date | None) -> None:
        """Mark the day that the timeline begins with."""
        self._shown = day
        for cell in self._cells:
            cell.mark_shown(shown=day)

    def stand_on(self, day: dt.date, *, focus: bool = True) -> None:
        """Let the keyboard stop at a day, which may be in another month."""
        self._standing = day
        if not self._is_here(day):
            self.month_wanted.emit(day)
            return
        for cell in self._cells:
            here = cell.day == day
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                self.setFocusProxy(cell)
                if focus:
                    cell.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by days, weeks and months."""
        key, day = Qt.Key(event.key()), self._standing
        try:
            if key in _STEPS:
                turn = -1 if is_turned() and key in _SIDEWAYS else 1
                there = day + dt.timedelta(days=turn * _STEPS[key])
            elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                there = month_from(day, -1 if key == Qt.Key.Key_PageUp else 1)
            elif key == Qt.Key.Key_Home:
                there = day.replace(day=1)
            elif key == Qt.Key.Key_End:
                there = day.replace(day=calendar.monthrange(day.year, day.month)[1])
            else:
                event.ignore()
                return
        except (OverflowError, ValueError):  # before the first year, or after the last
            return
        self.stand_on(there)

    def sizeHint(self) -> QSize:
        """Return seven days beside each other, and as many weeks as a month can have."""
        px = self._look.px
        width = px(_CLOSER_CELL if self._closer else _CELL)
        return QSize(width * 7, px(_HEAD) + self._week_height() * _WEEKS)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a number is not cut off."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the days in their places."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names of the weekdays."""
        painter = QPainter(self)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.color("text_muted"))
        width = self.width() / 7
        for place in range(7):
            head = QRectF(place * width, 0, width, self._look.px(_HEAD))
            words = i18n.short_weekday_name((place + self._first_weekday()) % 7)
            painter.drawText(turned(self, head), Qt.AlignmentFlag.AlignCenter, words)

    def _is_here(self, day: dt.date | None) -> bool:
        return day is not None and day.replace(day=1) == self._month

    def _first_weekday(self) -> int:
        return int(self.locale().firstDayOfWeek().value) - 1

    def _week_height(self) -> int:
        return self._look.px(_CLOSER if self._closer else _HEIGHT)

    def _place(self) -> None:
        px = self._look.px
        width, height = self.width() / 7, self._week_height()
        start = (self._month.weekday() - self._first_weekday()) % 7
        for number, cell in enumerate(self._cells, start):
            week, place = divmod(number, 7)
            rect = QRectF(place * width, px(_HEAD) + week * height, width, height)
            cell.setGeometry(turned(self, rect).toRect())

    def _dress(self) -> None:
        self.updateGeometry()
        self._place()


def month_from(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last one of a month that has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))


class _Day(QAbstractButton):
    """One day: its number, and below or beside it the mood."""

    picked = Signal(object)

    def __init__(self, grid: MonthGrid, look: LookKeeper, number: int) -> None:
        super().__init__(grid)
        self.setObjectName(f"{grid.objectName()}.{number + 1}")
        self.day = dt.date.min
        self._look = look
        self._mood: float | None = None
        self._count = 0
        self._is_today = self._is_shown = self._is_to_come = self._closer = False
        self.clicked.connect(self._pick)

    def show_day(
        self, day: dt.date, facts: DayFacts | None, *, today: dt.date, shown: dt.date | None
    ) -> None:
        self.day = day
        self._mood, self._count = facts or (None, 0)
        self._is_today, self._is_to_come = day == today, day > today
        self.mark_shown(shown=shown)

    def stand_closer(self, *, closer: bool) -> None:
        self._closer = closer
        self.update()

    def mark_shown(self, *, shown: dt.date | None) -> None:
        self._is_shown = self.day == shown
        self.setAccessibleName(self._spoken())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the grid knows the other keys

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self._is_shown or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if self._is_shown else "sunken_strong"))
            painter.drawRoundedRect(inside, 8, 8)
        head, below = self._places()
        number = str(self.day.day)
        role = "on_accent_soft" if self._is_shown else "text_faint" if self._is_to_come else "text"
        bold = self._is_today or self._is_shown
        painter.setFont(look.font("small", weight=600 if bold else 400, tabular=True))
        painter.setPen(look.color(role))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, number)
        if self._is_today:  # underlined, as a chosen tab is
            half = painter.fontMetrics().horizontalAdvance(number) / 2
            painter.setPen(QPen(look.color("accent"), 2))
            middle, y = head.center().x(), head.bottom() - 0.5
            painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))
        self._paint_mark(painter, below.center())

    def _places(self) -> tuple[QRectF, QRectF]:
        """Return where the number stands, and close to it the mark; nearer than the next day."""
        look, width, height = self._look, self.width(), self.height()
        line, mark = look.line_height("small"), look.px(_MARK) + 2
        if not self._closer:
            top = (height - line - mark) / 2
            return QRectF(0, top, width, line), QRectF(0, top + line, width, mark)
        digits = QFontMetricsF(look.font("small", weight=600, tabular=True)).horizontalAdvance("30")
        start = max(0.0, (width - digits - _BESIDE - self._side()) / 2)
        number = QRectF(start, (height - line) / 2, digits, line)
        place = QRectF(number.right() + _BESIDE, 0, self._side(), height)
        return turned(self, number), turned(self, place)

    def _side(self) -> float:
        """Return how wide the mark is: a mean between two steps needs more room."""
        look = self._look
        side = float(look.px(_MARK))
        if self._mood is None:
            return side
        metrics = QFontMetricsF(look.font("small", weight=600, tabular=True))
        return max(side, metrics.horizontalAdvance(i18n.in_tenths(self._mood)) + _ROUND_WORDS)

    def _paint_mark(self, painter: QPainter, middle: QPointF) -> None:
        look, side = self._look, self._side()
        if self._mood is not None:
            side /= 1 if themes.nearest_step(self._mood) else DIAMOND
            words = i18n.in_tenths(self._mood)
            paint_mark(painter, look, middle, side, self._mood, words=words)
        elif self._count:  # something without a mood
            painter.setPen(QPen(look.color("stroke"), 1.5))
            painter.drawLine(middle - QPointF(side / 5, 0), middle + QPointF(side / 5, 0))

    def _spoken(self) -> str:
        said = [i18n.day(self.day, weekday=True)]
        if self._is_today:
            said.append(text("today"))
        if self._mood is not None:
            said.append(text("mood {number}").format(number=i18n.spoken(self._mood)))
        if self._count:
            said.append(plural("{n} entry", "{n} entries", self._count))
        else:
            said.append(text("no entry"))
        return ", ".join(said)

    def _pick(self) -> None:
        self.picked.emit(self.day)
