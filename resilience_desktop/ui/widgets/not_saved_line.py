"""That one line of typing is not saved: said in one line, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.later import Later
from resilience_desktop.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class NotSavedLine(Later):
    """What ``SavedState`` is, for a place with little room: nothing is there while all is well."""

    copy_wanted = Signal()
    elsewhere_wanted = Signal()

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        """Speak of a line called ``title``: several of these can be there at once."""
        super().__init__()
        self.setObjectName(name)
        self._look, self._title = look, title
        self._why = ""
        self.hide()

    def make(self) -> None:
        """Make the line."""
        look, name, title = self._look, self.objectName(), self._title
        self._words = labels.small(look, "", "danger", name=f"{name}.words")
        self._below = labels.small(look, "", "text_muted", name=f"{name}.below")
        copy = buttons.quiet(look, text("Copy"), name=f"{name}.copy", flush=True)
        elsewhere = buttons.quiet(
            look, text("Save elsewhere ..."), name=f"{name}.elsewhere", flush=True
        )
        copy.clicked.connect(self.copy_wanted)
        elsewhere.clicked.connect(self.elsewhere_wanted)
        copy.setAccessibleName(text("Copy: {line}").format(line=title))
        elsewhere.setAccessibleName(text("Save elsewhere: {line}").format(line=title))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(Picture(look, "warning", "danger", 16))
        first.addWidget(self._words, 1)
        ways = FlowLayout(gap=16)
        ways.addWidget(copy)
        ways.addWidget(elsewhere)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._below)
        column.addLayout(ways)

    def words(self) -> str:
        """Return what is said at present."""
        return self._words.text() if self._why else ""

    def say_nothing(self) -> None:
        """Be away: everything is saved."""
        self._why = ""
        self.hide()

    def say_saved(self) -> None:
        """Be away; somebody who was told otherwise hears that it worked after all."""
        if self._why:
            announce(self, text("Saved"))
        self.say_nothing()

    def say_not_saved(self, why: str) -> None:
        """Say what keeps the line from being saved, once for each reason."""
        if why == self._why:
            return
        self._why = why
        self.be_made()
        self._words.setText(text("Not saved. {why}").format(why=why))
        self._below.hide()
        self.show()
        announce(self, self.words())

    def say_below(self, sentence: str) -> None:
        """Say something else below the reason, as the answer to what was pressed."""
        self.be_made()
        self._below.setText(sentence)
        self._below.show()
        announce(self, sentence)
