"""What is felt in the body, where, and how strong it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets.body_picker import BodyPicker

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers
    from resilience_desktop.ui.theme import LookKeeper


class BodyPart(Part):
    """Sensations as chips; More leads to all of them by the parts of the body."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Body"))
        self.picker = BodyPicker(look, name="journal.body")
        self.picker.words_changed.connect(self.touch)
        self.put_beside_title(self.picker.how_strong)
        self.column.addWidget(self.picker)
        self.setFocusProxy(self.picker)

    def load(self, entry: Entry) -> None:
        """Show what is felt."""
        self.picker.set_sensations(entry.sensations)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these sensations."""
        return replace(entry, sensations=self.picker.sensations())

    def offer(self, offers: Offers) -> None:
        """Offer what was felt most."""
        self.picker.offer(offers.sensations)
