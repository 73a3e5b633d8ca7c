"""One person to call: a name, a number, a note, and their place in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resilience_desktop.domain.contact import LONGEST, Contact
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper

_BESIDE = 400
"""Text units from which name and number stand beside each other."""


class ContactRow(QWidget):
    """Fields for one person, and buttons that move or remove them."""

    changed = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, look: LookKeeper, words: tuple[str, str, str]) -> None:
        super().__init__()
        self._look = look
        self.name, self.phone, self.note = (self._field(part) for part in words)
        self.phone.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._needed = labels.small(look, text("A name or a number is needed."), "danger")
        self._needed.hide()
        self._up = buttons.IconButton(look, "chevron-up", "")
        self._down = buttons.IconButton(look, "chevron-down", "")
        self._away = buttons.IconButton(look, "trash", "")
        self._rule = Rule()
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(12)
        self._first.addLayout(self._labelled(text("Name"), self.name), 1)
        self._first.addLayout(self._labelled(text("Phone number"), self.phone), 1)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addLayout(self._labelled(text("Note"), self.note), 1)
        for tool in (self._up, self._down, self._away):
            second.addWidget(tool, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rule)
        column.addLayout(self._first)
        column.addWidget(self._needed)
        column.addLayout(second)
        self._up.clicked.connect(partial(self.moved.emit, -1))
        self._down.clicked.connect(partial(self.moved.emit, 1))
        self._away.clicked.connect(self.removed)

    def words(self) -> tuple[str, str, str]:
        """Return what stands in the three fields."""
        name, phone, note = (f.text().strip() for f in (self.name, self.phone, self.note))
        return name, phone, note

    def contact(self) -> Contact | None:
        """Return the person, or None without a name and a number."""
        name, phone, note = self.words()
        return Contact(name, phone, note) if name or phone else None

    def say_what_is_needed(self) -> None:
        """Say below the name what is missing, if only a note is there."""
        missing = self.contact() is None and any(self.words())
        self._needed.setVisible(missing)
        self.name.setAccessibleDescription(self._needed.text() if missing else "")
        self.name.setProperty("state", "wrong" if missing else "")
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)

    def stand_at(self, place: int, count: int) -> None:
        """Say which of the people this is."""
        n = place + 1
        self._rule.setVisible(place > 0)
        for part, name, said in (
            (self.name, "name", text("Name, person {n}")),
            (self.phone, "phone", text("Phone number, person {n}")),
            (self.note, "note", text("Note, person {n}")),
        ):
            part.setObjectName(f"contacts.{n}.{name}")
            part.setAccessibleName(said.format(n=n))
        for button, name, said in (
            (self._up, "up", text("Move person {n} up")),
            (self._down, "down", text("Move person {n} down")),
            (self._away, "remove", text("Remove person {n}")),
        ):
            button.setObjectName(f"contacts.{n}.{name}")
            button.set_words(said.format(n=n))
        self._up.setEnabled(place > 0)
        self._down.setEnabled(n < count)
        for button in (self._up, self._down):
            button.setVisible(count > 1)

    def keep_keyboard(self, hand: QWidget | None) -> None:
        """Leave the keyboard where it was; at an end, on the button that leads back."""
        if hand is not None and self.isAncestorOf(hand):
            fellow = self._down if hand is self._up else self._up
            (hand if hand.isEnabled() else fellow).setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in the order of reading."""
        return [self.name, self.phone, self.note, self._up, self._down, self._away]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow from anywhere in the row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the number beside the name where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= self._look.px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._first.setDirection(way)

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit(words)
        field.setMaxLength(LONGEST)
        field.textEdited.connect(self.changed)
        return field

    def _labelled(self, words: str, field: QLineEdit) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(labels.label(self._look, words))
        column.addWidget(field)
        return column
