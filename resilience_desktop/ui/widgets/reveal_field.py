"""A field for a passphrase that can be shown while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import is_turned, turned
from resilience_desktop.ui.widgets.buttons import IconButton
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper


class RevealField(LineField):
    """Hides what is typed until the eye is pressed, and notices Caps Lock."""

    caps_lock_noticed = Signal(bool)
    """Whether Caps Lock seems to be on, told by the letters that arrive."""

    def __init__(
        self, look: LookKeeper, *, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._look = look
        self._caps_lock = False
        self._eye = IconButton(look, "eye", "", "inner", name=f"{name}.eye", parent=self)
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(self._turn)
        self.set_revealed(revealed=False)
        look.look_changed.connect(self._place_eye)

    @property
    def is_revealed(self) -> bool:
        """Whether what is typed can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def set_revealed(self, *, revealed: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.set_drawing("eye-off" if revealed else "eye")
        words = text("Hide what I type") if revealed else text("Show what I type")
        self._eye.set_words(words)
        self._eye.setAccessibleName(f"{words}: {self.accessibleName()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and notice Caps Lock."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._notice_caps_lock(on=not self._caps_lock)
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._notice_caps_lock(on=letter.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget about Caps Lock."""
        super().focusOutEvent(event)
        self._notice_caps_lock(on=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the right."""
        super().resizeEvent(event)
        self._place_eye()

    def _turn(self) -> None:
        self.set_revealed(revealed=not self.is_revealed)

    def _notice_caps_lock(self, *, on: bool) -> None:
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_noticed.emit(on)

    def _place_eye(self) -> None:
        side = self._look.px(32)
        place = QRectF(self.width() - side - 2, (self.height() - side) // 2, side, side)
        self._eye.setGeometry(turned(self, place).toRect())
        room = side - 8
        self.setTextMargins(room if is_turned() else 0, 0, 0 if is_turned() else room, 0)
