"""A field that finds a time zone by the name of a city."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.keys import takes_escape
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_ROWS = 8


@cache
def zones() -> dict[str, str]:
    """Return the name of each zone as it is shown, and the IANA name it stands for."""
    places = (zone for zone in zoneinfo.available_timezones() if "/" in zone)
    found = {zone_words(z): z for z in sorted(places) if not z.startswith("Etc/")}
    return {**found, "UTC": "UTC"}


def zone_words(zone: str) -> str:
    """Return a zone with the city first: ``New York, America``."""
    return ", ".join(reversed(zone.removeprefix("Etc/").replace("_", " ").split("/")))


class ZoneField(LineField):
    """Offers zones whose name holds what is typed; anything else is taken back."""

    zone_chosen = Signal(str)
    left = Signal()
    """Escape was pressed; the zone is as it was."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(text("Time zone, by city"))
        self._zone = ""
        self._finder = QCompleter(self)
        self._finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self._finder.setMaxVisibleItems(_ROWS)
        self._finder.activated.connect(self._take)
        self.setCompleter(self._finder)
        self.editingFinished.connect(lambda: self._take(self.text()))

    def set_zone(self, zone: str) -> None:
        """Show a zone."""
        self._zone = zone
        self.setText(zone_words(zone))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the names ready; there are hundreds, and most people never need them."""
        if self._finder.model() is None or not self._finder.model().rowCount():
            self._finder.setModel(QStringListModel(list(zones()), self._finder))
        super().focusInEvent(event)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Have Escape for this field, and not for the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the zone as it was with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.set_zone(self._zone)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, words: str) -> None:
        typed = " ".join(words.split()).casefold()
        if typed == zone_words(self._zone).casefold():
            return  # some zones have two names, and one of them is shown
        found = next((z for said, z in zones().items() if said.casefold() == typed), "")
        zone = found or self._first_with(typed)
        if not zone or zone == self._zone:
            self.set_zone(self._zone)
            return
        self.set_zone(zone)
        self.zone_chosen.emit(zone)

    def _first_with(self, typed: str) -> str:
        """Return the only zone whose city begins so, if there is just one."""
        fits = [z for said, z in zones().items() if typed and said.casefold().startswith(typed)]
        return fits[0] if len(fits) == 1 else ""
