"""Activities and people: the tags of an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets.tags_picker import TagsPicker

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers
    from resilience_desktop.ui.theme import LookKeeper


class TagsPart(Part):
    """What somebody did, and who was there."""

    person_named = Signal(str)
    """Somebody who is not among the people yet."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Activities"))
        self.picker = TagsPicker(look, page="journal", title=self.title)
        self.picker.person_named.connect(self.person_named)
        self.picker.changed.connect(self.touch)
        self.column.addWidget(self.picker)
        self.setFocusProxy(self.picker)

    def load(self, entry: Entry) -> None:
        """Show the tags."""
        self.picker.set_tags(entry.tags)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these tags."""
        return replace(entry, tags=self.picker.tags())

    def offer(self, offers: Offers) -> None:
        """Offer the tags that are not put away, those used most first."""
        self.picker.know(offers.tags)

    def finish(self) -> None:
        """Take over what was typed and not yet added."""
        self.picker.take_typed()
