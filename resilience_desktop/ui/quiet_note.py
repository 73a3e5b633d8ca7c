"""A quiet line that somebody asked for: a sentence, what there is to look at, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext

_WIDTH = 704


class QuietNote(QWidget):
    """Hidden until there is something to say; it looks again whenever the day may be another one.

    What it looks at, and what putting it away means, is said by those it is the base of.
    """

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context = context
        look = context.look
        self._words = labels.muted(look, "", name=f"{name}.words")
        self._cards = buttons.quiet(
            look, text("See my coping cards"), name=f"{name}.cards", flush=True
        )
        self._help = buttons.Button(
            look, text("Help now"), "help_quiet", name=f"{name}.help", flush=True
        )
        self._away = buttons.quiet(look, text("Not now"), name=f"{name}.away", flush=True)
        self._cards.clicked.connect(lambda: context.navigator.cards_requested.emit(""))
        self._help.clicked.connect(context.navigator.help_requested)
        self._away.clicked.connect(lambda: self.put_away())
        ways = QWidget()
        row = FlowLayout(ways, gap=16)
        for way in (self._cards, self._help, self._away):
            row.addWidget(way)
        column = QVBoxLayout(self)
        set_margins(column, 0, 4, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(ways)
        self.hide()
        look.follow(self._dress)
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def look(self) -> None:
        """Look whether there is something to say."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Say no more of it for this time."""
        raise NotImplementedError

    def say(self, words: str, *, cards: bool, help_now: bool, aloud: str = "") -> None:
        """Say it, or be gone; a screen reader is told once, when it is free.

        ``aloud`` is what it is told where there are words of the person in it.
        """
        is_new = bool(words) and self.isHidden()
        self._words.setText(words)
        self._cards.setVisible(cards)
        self._help.setVisible(help_now)
        self.setVisible(bool(words))
        if is_new and self.isVisible():
            announce(self, aloud or words)

    def _dress(self) -> None:
        self._words.setMaximumWidth(self.context.look.px(_WIDTH))
