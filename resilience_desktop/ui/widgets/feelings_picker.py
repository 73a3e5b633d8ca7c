"""Feelings: a few suggestions, More for all of them, and how strong each one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop import content
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.rated_words import RatedWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.feelings_dialog import FeelingsDialog


class FeelingsPicker(RatedWords):
    """Chooses any number of feelings, each with a strength from 0 to 100 if wanted."""

    feelings_changed = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str = "",
        asks_strength: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            name=name,
            title=title or text("Feelings"),
            asks_strength=asks_strength,
            parent=parent,
        )
        self.words_changed.connect(self.feelings_changed)

    def feelings(self) -> tuple[Feeling, ...]:
        """Return the chosen feelings, in the order they were chosen."""
        return tuple(Feeling(word, strength) for word, strength in self.rated())

    def set_feelings(self, feelings: Iterable[Feeling]) -> None:
        """Show these feelings as chosen."""
        self.set_rated((feeling.word, feeling.intensity) for feeling in feelings)

    def usual(self) -> Sequence[str]:
        """Return a few common feelings."""
        return content.suggested_feelings()

    def dialog(self, chosen: Sequence[str], own: Sequence[str]) -> FeelingsDialog:
        """Return the dialog with all feelings by family."""
        from resilience_desktop.ui.widgets.feelings_dialog import FeelingsDialog

        return FeelingsDialog(
            self._look, chosen, own=own, without=self._left_out, parent=self.window()
        )
