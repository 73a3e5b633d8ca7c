"""How often something is in the records: names with a thin bar, each a way to those records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import direction_of, turned
from resilience_desktop.ui.thoughts.seen_in_words import counted_aloud, names_of, of_records
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.spoken import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.insights.records import Found
    from resilience_desktop.ui.theme import LookKeeper

_FIRST = 6
"""What is shown at once; more is one press away."""
_GAP, _BAR = 16, 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CountRow(QAbstractButton):
    """One name and its number. The bar is as long as its part of all records."""

    def __init__(self, look: LookKeeper, found: Found, records: int, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(counted_aloud(found))
        self.setAccessibleDescription(text("Shows these records"))
        self.setToolTip(names_of(found))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.found = found
        self._look, self._share = look, found.number / max(records, 1)
        self._words, self._number = names_of(found), of_records(found.number, records)
        look.look_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the words and the number."""
        words = QFontMetricsF(self._look.font("label")).horizontalAdvance(self._words)
        width = words + self._number_width() + _GAP
        return QSize(round(width + 1), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        """Long words of one's own are shortened."""
        room = self._look.px(96) + self._number_width() + _GAP
        return QSize(round(min(room, self.sizeHint().width())), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, number and bar."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inside = QRectF(self.rect())
        bottom = self.height() - _BAR - 1
        painter.setBrush(look.color("rule_strong"))  # thinner, so that it needs no colour
        painter.drawRect(QRectF(0, bottom + (_BAR - 1) / 2, inside.width(), 1))
        painter.setBrush(look.color("accent"))
        part = QRectF(0, bottom, max(_BAR, inside.width() * self._share), _BAR)
        painter.drawRoundedRect(turned(self, part), _BAR / 2, _BAR / 2)
        width = self._number_width()
        above = inside.adjusted(0, 0, 0, -2 * _BAR)
        number = QRectF(above.right() - width, above.top(), width + 1, above.height())
        words = above.adjusted(0, 0, -width - _GAP, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("small", tabular=True))
        painter.setPen(look.color("text_muted"))
        painter.drawText(turned(self, number), middle, self._number)
        font = look.font("label")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.setLayoutDirection(direction_of(self._words))
        shown = QFontMetricsF(font).elidedText(
            self._words, Qt.TextElideMode.ElideRight, words.width()
        )
        at_start = (
            Qt.AlignmentFlag.AlignLeft
            if self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            else Qt.AlignmentFlag.AlignRight
        )
        absolute = at_start | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(turned(self, words), middle | absolute, shown)

    def enterEvent(self, event: QEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer is gone."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _number_width(self) -> float:
        font = self._look.font("small", tabular=True)
        return QFontMetricsF(font).horizontalAdvance(self._number)


class CountList(Group):
    """One stop of the keyboard: Tab enters, up and down move, Enter opens the records."""

    opened = Signal(object)
    """A ``Found`` whose records somebody wants to see."""

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._look = look
        self._found: Sequence[Found] = ()
        self._records = 0
        self._rows: list[CountRow] = []
        holder = QWidget()
        self._column = column_in(holder, 2)
        column = column_in(self, 2)
        column.addWidget(holder)
        self._more = buttons.Opener(
            look, text("Show more"), text("Show fewer"), name=f"{name}.more", flush=True
        )
        self._more.turned.connect(self._fill)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_found(self, found: Sequence[Found], records: int) -> None:
        """Show what was counted, out of so many records."""
        self._found, self._records = found, records
        self._more.setVisible(len(found) > len(self._first()))
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between the rows."""
        if event.type() == QEvent.Type.FocusIn and watched in self._rows:
            self._stand_at(self._rows.index(watched))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step and watched in self._rows:
                here = self._rows.index(watched)
                there = max(0, min(len(self._rows) - 1, here + step))
                self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, *_: object) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._found if self._more.is_open else self._first()
        self._rows = []
        for number, found in enumerate(shown):
            row = CountRow(self._look, found, self._records, f"{self.objectName()}.{number + 1}")
            row.clicked.connect(partial(self.opened.emit, found))
            row.installEventFilter(self)
            self._column.addWidget(row)
            row.show()  # at once: the layout would do it later
            self._rows.append(row)
        self._stand_at(0)

    def _first(self) -> Sequence[Found]:
        """Return what is shown at once: what is in one record only says little, and can wait."""
        return [one for one in self._found if one.number > 1][:_FIRST] or self._found[:_FIRST]

    def _stand_at(self, here: int) -> None:
        """Make one row the one that Tab reaches."""
        for number, row in enumerate(self._rows):
            row.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if number == here else Qt.FocusPolicy.ClickFocus
            )
