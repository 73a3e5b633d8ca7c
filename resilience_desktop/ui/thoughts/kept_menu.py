"""The way from the thought records to what is kept of them: cards, notes, one's own story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.described_menu import DescribedMenu

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class KeptMenu(Button):
    """Opens a menu; each choice says what it is for."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__(
            context.look, text("Cards and notes"), "quiet", name=name, drawing="bookmark"
        )
        self._context = context
        self.setAccessibleDescription(text("Opens a menu"))
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Offer what there is to keep."""
        navigator = self._context.navigator
        menu = DescribedMenu(self._context.look, self, name=f"{self.objectName()}.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for name, words, about, work in (
            (
                "cards",
                text("Coping cards ..."),
                text("Words of your own to read when it gets hard"),
                lambda: navigator.cards_requested.emit(""),
            ),
            (
                "notes",
                text("Notes to keep ..."),
                text("What you see again and again, with links to pages"),
                lambda: navigator.insights_requested.emit("", ""),
            ),
            (
                "setback",
                text("After a setback ..."),
                text("What happened, what you learned, and a next tiny step"),
                lambda: navigator.setback_requested.emit(None),
            ),
            (
                "story",
                text("My story ..."),
                text("What has been hard, what helped, and what matters now"),
                navigator.story_requested.emit,
            ),
        ):
            menu.add_described(name, words, about, "", work)
        self.rest_after(menu)
        menu.open_below(self)
