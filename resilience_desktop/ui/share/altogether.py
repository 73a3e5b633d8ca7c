"""What goes in altogether, and what is said once of the entries that are never shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class Altogether(QWidget):
    """Two quiet sentences below the ticks."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._never = labels.small(look, "", "text_muted", name="share.never_shared")
        self._total = labels.small(look, "", "text_muted", name="share.total")
        column = column_in(self, 4)
        column.addWidget(self._never)
        column.addWidget(self._total)
        self.tell_never(0)

    def tell(self, *, records: int, entries: int, cards: int, pages: int) -> None:
        """Say how much goes in; pages are those of the preview, and may change by a line."""
        found = (
            i18n.plural("{n} record", "{n} records", records) if records else "",
            i18n.plural("{n} entry", "{n} entries", entries) if entries else "",
            i18n.plural("{n} card", "{n} cards", cards) if cards else "",
            i18n.plural("about {n} page", "about {n} pages", pages),
        )
        self._total.setText(text("Goes in: {things}").format(things=", ".join(filter(None, found))))

    def tell_never(self, entries: int) -> None:
        """Say what of the entries that are never shared is still counted; nothing for none."""
        self._never.setVisible(bool(entries))
        self._never.setText(
            i18n.plural(
                "{n} entry of these days is never shared. Its mood and sleep still count, in the "
                "chart, the low spells and the averages. None of its words, feelings and tags "
                "go in, and better and worse days are counted without it.",
                "{n} entries of these days are never shared. Their mood and sleep still count, in "
                "the chart, the low spells and the averages. None of their words, feelings and "
                "tags go in, and better and worse days are counted without them.",
                entries,
            )
        )
