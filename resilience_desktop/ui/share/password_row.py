"""The password a PDF may be given, how to tell it to somebody, and what it cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services import passphrases
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.reveal_field import RevealField

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class PasswordRow(QWidget):
    """A field, five words offered for it, and its strength as a word; hidden at first."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.field = RevealField(look, name="share.password", title=text("Password"))
        suggest = buttons.quiet(look, text("Suggest five words"), name="share.suggest", flush=True)
        suggest.clicked.connect(self._suggest)
        self._copy = buttons.quiet(
            look, text("Copy"), name="share.copy_password", drawing="copy", flush=True
        )
        self._copy.setAccessibleName(text("Copy the password"))
        self._copy.clicked.connect(self._copy_words)
        self._copy.hide()
        self._strength = labels.small(look, "", "text_muted", name="share.strength")
        self._strength.hide()
        self.field.textChanged.connect(self._tell_strength)
        ways = QWidget()
        row = FlowLayout(ways, 16)
        row.addWidget(suggest)
        row.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._strength)
        column.addWidget(ways)
        for words in (
            text("Tell it in person or by telephone, not in the message with the file."),
            text(
                "It does not help against somebody who has the file and the password, a copy "
                "they make, or pages on paper."
            ),
            text("Without it nobody can open the file. You can always make another one here."),
        ):
            column.addWidget(labels.small(look, words, "text_muted"))
        self.hide()

    def _suggest(self) -> None:
        self.field.set_revealed(revealed=True)
        self.field.setText(passphrases.suggest())
        self.field.setCursorPosition(0)

    def _copy_words(self) -> None:
        """Copy the password, marked as private as whatever is copied here."""
        QGuiApplication.clipboard().setText(self.field.text())
        said = text("Copied. The copy is gone after a minute.")
        self._say(said)
        announce(self._strength, said)

    def _tell_strength(self, words: str) -> None:
        said = {
            passphrases.Strength.SHORT: text("Short; others could guess it"),
            passphrases.Strength.FAIR: text("Fair"),
            passphrases.Strength.STRONG: text("Strong"),
        }[passphrases.strength(words)]
        self._say(said if words else "")
        self._copy.setVisible(bool(words))

    def _say(self, words: str) -> None:
        self._strength.setText(words)
        self._strength.setVisible(bool(words))
