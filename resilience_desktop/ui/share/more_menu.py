"""The ways out of the Share page beside paper and the PDF, each with what it is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.described_menu import DescribedMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.ui.share.ways_out import WaysOut
    from resilience_desktop.ui.theme import LookKeeper


class MoreMenu(Button):
    """Opens a menu; where a password was added, it says that only the PDF has it."""

    def __init__(
        self, look: LookKeeper, ways: WaysOut, has_password: Callable[[], bool], *, name: str
    ) -> None:
        super().__init__(look, text("More"), "quiet", name=name, drawing="chevron-down")
        self._ways, self._has_password = ways, has_password
        self._folded = False
        self._in_words = 0
        self.setAccessibleName(text("More"))
        self.setAccessibleDescription(text("Opens a menu"))
        self.clicked.connect(self._open)

    def width_in_words(self) -> int:
        """Return how wide it is, or was when it had words on it."""
        if not self._folded:
            self._in_words = self.sizeHint().width()
        return self._in_words

    def fold(self, *, folded: bool) -> None:
        """Be a drawing only, and offer printing too."""
        if folded == self._folded:
            return
        self.width_in_words()
        self._folded = folded
        self.setText("" if folded else text("More"))
        self.setToolTip(text("More") if folded else "")
        self.set_drawing("more" if folded else "chevron-down")
        self.set_kind("icon" if folded else "quiet")

    def _open(self) -> None:
        menu = DescribedMenu(self._look, self, name=f"{self.objectName()}.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        ways = self._ways
        if self._folded:
            menu.add_described(
                "print", text("Print ..."), text("The same pages on paper"), "", ways.print_out
            )
        for name, words, about, work in (
            (
                "pictures",
                text("Save as pictures ..."),
                text("One for each page, to show on a phone or put into a message"),
                ways.save_pictures,
            ),
            (
                "copy",
                text("Copy as text"),
                text("The same words and numbers without the chart, to paste into a message"),
                ways.copy_text,
            ),
            (
                "text",
                text("Save as text ..."),
                text("The same in a file that every program can open"),
                ways.save_text,
            ),
            (
                "table",
                text("Save as a table ..."),
                text("The days and entries that are chosen, for a spreadsheet (CSV)"),
                ways.save_table,
            ),
        ):
            aside = text("no password") if self._has_password() else ""
            menu.add_described(name, words, about, aside, work)
        self.rest_after(menu)
        menu.open_below(self)
