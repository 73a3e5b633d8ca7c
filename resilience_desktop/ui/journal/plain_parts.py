"""Parts of an entry that are one control each: energy, feelings, something that went all right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.mood_scale import MoodScale

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.journal.part import Offers
    from resilience_desktop.ui.theme import LookKeeper


class EnergyPart(Part):
    """How much energy there is, on a scale like that of the mood."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Energy"), space=16)
        self.column.setSpacing(0)
        self.scale = MoodScale.for_energy(look, name="journal.energy")
        self.scale.mood_chosen.connect(self.touch)
        self.column.addWidget(self.scale)
        self.setFocusProxy(self.scale)

    def load(self, entry: Entry) -> None:
        """Show the energy."""
        self.scale.set_mood(entry.energy)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with this energy."""
        return replace(entry, energy=self.scale.mood)


class FeelingsPart(Part):
    """The feelings, each with how strong it is if wanted."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Feelings"))
        self.picker = FeelingsPicker(look, name="journal.feelings")
        self.picker.feelings_changed.connect(self.touch)
        self.put_beside_title(self.picker.how_strong)
        self.column.addWidget(self.picker)
        self.setFocusProxy(self.picker)

    def load(self, entry: Entry) -> None:
        """Show the feelings."""
        self.picker.set_feelings(entry.feelings)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these feelings."""
        return replace(entry, feelings=self.picker.feelings())

    def offer(self, offers: Offers) -> None:
        """Offer the words used most."""
        self.picker.set_recent(offers.feelings)

    def stand_closer(self, *, closer: bool) -> None:
        """Leave little room above, and offer fewer."""
        super().stand_closer(closer=closer)
        self.picker.offer_fewer(fewer=closer)


class WentWellPart(Part):
    """One line for something that went all right."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("What went all right"))
        self.line = _Line()
        self.line.setObjectName("journal.went_well")
        self.line.setAccessibleName(self.title)
        self.line.setAccessibleDescription(text("One line is enough. Small things count."))
        self.line.textEdited.connect(self.touch)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def load(self, entry: Entry) -> None:
        """Show the line."""
        self.line.setText(entry.went_well)

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with this line."""
        return replace(entry, went_well=self.line.text())


class _Line(LineField):
    """Goes on with Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.window().focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)
