"""A quiet line that somebody asked for: a sentence, what there is to look at, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.words_and_ways import WordsAndWays

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class QuietNote(WordsAndWays):
    """Hidden until there is something to say; it looks again whenever the day may be another one.

    What it looks at, and what putting it away means, is said by those it is the base of.
    """

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__(context.look, name=name)
        self.context = context
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def make(self) -> None:
        """Make the words and the ways."""
        super().make()
        look, name, context = self.context.look, self.objectName(), self.context
        self._cards = buttons.quiet(
            look, text("See my coping cards"), name=f"{name}.cards", flush=True
        )
        self._help = buttons.Button(
            look, text("Help now"), "help_quiet", name=f"{name}.help", flush=True
        )
        away = buttons.quiet(look, text("Not now"), name=f"{name}.away", flush=True)
        self._cards.clicked.connect(lambda: context.navigator.cards_requested.emit(""))
        self._help.clicked.connect(context.navigator.help_requested)
        away.clicked.connect(lambda: self.put_away())
        self.add_ways((self._cards, self._help, away))

    def look(self) -> None:
        """Look whether there is something to say."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Say no more of it for this time."""
        raise NotImplementedError

    def say(self, words: str, *, cards: bool, help_now: bool, aloud: str = "") -> None:
        """Say it, or be gone."""
        if words:
            self.be_made()
            self.words.setText(words)
            self._cards.setVisible(cards)
            self._help.setVisible(help_now)
        self.show_if(bool(words), aloud)
