"""What set it off: typed, or taken from what was noted before, with a kind if wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets.triggers_picker import TriggersPicker

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers
    from resilience_desktop.ui.theme import LookKeeper


class TriggersPart(Part):
    """Any number of triggers."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("What set it off"))
        self.picker = TriggersPicker(look, name="journal.triggers", title=self.title)
        self.picker.changed.connect(self.touch)
        self.put_beside_title(self.picker.what_kind)
        self.column.addWidget(self.picker)
        self.setFocusProxy(self.picker)

    def load(self, entry: Entry) -> None:
        """Show what set it off."""
        self.picker.set_triggers(entry.triggers)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these triggers."""
        return replace(entry, triggers=self.picker.triggers())

    def offer(self, offers: Offers) -> None:
        """Offer those used most."""
        self.picker.know(offers.triggers)

    def finish(self) -> None:
        """Take over what was typed and not yet added."""
        self.picker.take_typed()
