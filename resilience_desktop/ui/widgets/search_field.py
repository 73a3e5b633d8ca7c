"""Where words are typed that one looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy

from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_SIDE, _GAP = 12, 8


class SearchField(QLineEdit):
    """A line with a glass at its start and, while it is empty, the keys that lead here."""

    left_downwards = Signal()
    left = Signal()

    def __init__(self, look: LookKeeper, *, keys: str = "", name: str = "search") -> None:
        super().__init__()
        self.setObjectName(f"{name}.field")
        self.setAccessibleName(text("Search"))
        self.setPlaceholderText(text("Search"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self._glass = QLabel(self)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._keys = Label(
            look, shown, "small", "text_faint", name=f"{name}.keys", wraps=False, parent=self
        )
        for drawn in (self._glass, self._keys):
            drawn.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._show_keys)
        look.follow(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to what was found, Escape back to where one was."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make room for words."""
        super().focusInEvent(event)
        self._show_keys()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say again how to come here."""
        super().focusOutEvent(event)
        self._show_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass and the keys at their places."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        glass, keys = self._glass.size(), self._keys.sizeHint()
        self._put(self._glass, _SIDE, glass)
        self._put(self._keys, self.width() - _SIDE - keys.width(), keys)
        self._show_keys()

    def _put(self, part: QLabel, left: int, size: QSize) -> None:
        top = (self.height() - size.height()) / 2
        place = QRectF(left, top, size.width(), size.height())
        part.setGeometry(turned(self, place).toRect())

    def _show_keys(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        used = self._glass.width() + words + self._keys.sizeHint().width() + 4 * _SIDE
        idle = not self.hasFocus() and not self.text()
        self._keys.setVisible(idle and used <= self.width())

    def _dress(self) -> None:
        side = self._look.px(18)
        self._glass.setPixmap(icon("search", self._look, "text_muted").pixmap(side, side))
        self._glass.resize(side, side)
        room = side + _GAP
        self.setTextMargins(0 if is_turned() else room, 0, room if is_turned() else 0, 0)
        self._place()
