"""A menu whose choices say in a second line what they are for."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QWidgetAction

from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets.text_block import draw_block, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_WIDTH = 400
_SIDE, _ABOVE, _GAP = 15, 8, 16
_MARK = 3
_AROUND = 40  # pixels of the screen beside a menu


class DescribedMenu(QMenu):
    """Offers choices of two lines, and plain ones; the keys are those of every menu."""

    def __init__(self, look: LookKeeper, parent: QWidget, *, name: str, title: str = "") -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self._look = look

    def add_described(
        self, name: str, words: str, about: str, aside: str, work: Callable[[], object]
    ) -> QAction:
        """Add a choice: its words, what it is for below them, and a few words at the end."""
        action = QWidgetAction(self)
        action.setObjectName(f"{self.objectName()}.{name}")
        choice = _Choice(self._look, self, action, words, about, aside)
        choice.clicked.connect(lambda: self._choose(work))
        action.setDefaultWidget(choice)
        action.triggered.connect(work)
        self.addAction(action)
        return action

    def add_plain(self, name: str, words: str, work: Callable[[], object]) -> QAction:
        """Add a choice of one line."""
        action = self.addAction(words.replace("&", "&&"))
        action.setObjectName(f"{self.objectName()}.{name}")
        action.triggered.connect(work)
        return action

    def open_below(self, button: QWidget) -> None:
        """Open at a button, above it where there is no room below; the first choice is ready."""
        size, there = self.sizeHint(), button.mapToGlobal(QPoint(0, 0))
        x = there.x() + (button.width() - size.width() if is_turned() else 0)
        y = there.y() + button.height()
        if y + size.height() > button.screen().availableGeometry().bottom():
            y = there.y() - size.height()
        self.popup(QPoint(x, y))
        self.setActiveAction(self.actions()[0])

    def _choose(self, work: Callable[[], object]) -> None:
        """Close, then do what was chosen: it may open a dialog, and the menu is gone by then."""
        below: QWidget | None = self
        while isinstance(below, QMenu):  # a menu in a menu goes with the one it is in
            below.close()
            below = below.parentWidget()
        QTimer.singleShot(0, below or self, work)


class _Choice(QPushButton):
    """Two lines in a menu. The menu leads the keyboard; Enter and Space choose."""

    def __init__(
        self,
        look: LookKeeper,
        menu: QMenu,
        action: QAction,
        words: str,
        about: str,
        aside: str,
    ) -> None:
        super().__init__(menu)
        self.setObjectName(action.objectName())
        self.setProperty("kind", "step")
        self.setAccessibleName(f"{words}, {aside}" if aside else words)
        self.setAccessibleDescription(about)
        self._look, self._menu, self._action = look, menu, action
        self._words, self._about, self._aside = words, about, aside

    def sizeHint(self) -> QSize:
        """Return as much room as the lines need, up to a width at which they break."""
        room = self.screen().availableGeometry().width() - _AROUND
        width = min(self._look.px(_WIDTH), room)
        _, height = self._paint(None, width)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a menu cannot be made smaller."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, marked as a menu marks where the keyboard is."""
        painter = QPainter(self)
        if self._is_here():
            painter.fillRect(self.rect(), self._look.color("accent_soft"))
            mark = turned(self, QRectF(0, 0, _MARK, self.height()))
            painter.fillRect(mark, self._look.color("accent"))
        self._paint(painter, self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or leave the keys to the menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Be the one that is marked."""
        super().enterEvent(event)
        self._menu.setActiveAction(self._action)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be marked."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Paint again when the look changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        return super().event(event)

    def _is_here(self) -> bool:
        return self.hasFocus() or self._menu.activeAction() is self._action

    def _paint(self, painter: QPainter | None, width: int) -> tuple[int, int]:
        """Paint, unless only the size is wanted; return the size."""
        look, inside = self._look, width - 2 * _SIDE
        here = painter is not None and self._is_here()
        strong = look.color("on_accent_soft" if here else "text")
        soft = look.color("on_accent_soft" if here else "text_muted")
        aside = ceil(QFontMetricsF(look.font("small")).horizontalAdvance(self._aside)) + 2
        room = inside - (aside + _GAP if self._aside else 0)
        y = _ABOVE
        name = lay_out(look, self._words, "body", room, most_lines=2, weight=500)
        left = turned(self, QRectF(_SIDE, 0, room, 1)).x()
        if painter is not None and self._aside:
            lower = (look.line_height("body") - look.line_height("small")) // 2 + 1
            end = turned(self, QRectF(width - _SIDE - aside, 0, aside, 1)).x()
            block = lay_out(look, self._aside, "small", aside, most_lines=1)
            draw_block(painter, block, end, y + lower, soft)
        y += draw_block(painter, name, left, y, strong)
        about = lay_out(look, self._about, "small", inside, most_lines=2)
        y += draw_block(painter, about, _SIDE, y, soft)
        return width, y + _ABOVE
