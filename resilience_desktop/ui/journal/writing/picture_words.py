"""A line that asks what is to be seen in a picture that was just added; it can be passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.ui.theme import LookKeeper


class PictureWords(QWidget):
    """Asks about one picture; what is typed is told with every key, so that none is lost."""

    described = Signal(str)
    done = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("journal.pictures.asked")
        self._asked = labels.label(look, "")
        self._field = _Line()
        self._field.setObjectName("journal.pictures.words")
        self._field.setAccessibleDescription(
            text("For anyone who cannot see it, and for finding it")
        )
        self._field.textEdited.connect(self._edited)
        self._field.done.connect(self.done)
        self._done = buttons.quiet(look, "", name="journal.pictures.done")
        self._done.clicked.connect(self.done)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._asked)
        column.addLayout(row)
        self.setFocusProxy(self._field)
        self.hide()

    def ask(self, number: int, words: str) -> None:
        """Ask about the picture in this place, of which this is said so far."""
        asked = text("What is to be seen in picture {n}? (if you like)").format(n=number)
        self._asked.setText(asked)
        self._field.setAccessibleName(asked)
        if self._field.text().strip() != words:
            self._field.setText(words)
        self._name_button(words)

    def _edited(self, words: str) -> None:
        self._name_button(words)
        self.described.emit(words.strip())

    def _name_button(self, words: str) -> None:
        self._done.setText(text("Done") if words.strip() else text("Skip"))


class _Line(LineField):
    """Goes on with Enter."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.done.emit()
        else:
            super().keyPressEvent(event)
