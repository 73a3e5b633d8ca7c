"""The password a PDF may be given, and how to tell it to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services import passphrases
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class PasswordRow(QWidget):
    """A field, five words offered for it, and its strength as a word; hidden at first."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.field = RevealField(look, name="share.password", title=text("Password"))
        suggest = buttons.quiet(look, text("Suggest five words"), name="share.suggest")
        suggest.clicked.connect(self._suggest)
        self._strength = labels.small(look, "", "text_muted", name="share.strength")
        self.field.textChanged.connect(self._tell_strength)
        below = QHBoxLayout()
        below.addWidget(self._strength, 1)
        below.addWidget(suggest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(below)
        how = text(
            "Tell it in person or by telephone, not in the message with the file. "
            "Whoever has the file and the password can read it and pass it on."
        )
        column.addWidget(labels.small(look, how, "text_muted"))
        self.hide()

    def _suggest(self) -> None:
        self.field.set_revealed(revealed=True)
        self.field.setText(passphrases.suggest())
        self.field.setCursorPosition(0)

    def _tell_strength(self, words: str) -> None:
        said = {
            passphrases.Strength.SHORT: text("Short; others could guess it"),
            passphrases.Strength.FAIR: text("Fair"),
            passphrases.Strength.STRONG: text("Strong"),
        }[passphrases.strength(words)]
        self._strength.setText(said if words else "")
