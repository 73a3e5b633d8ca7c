"""How long somebody slept the night before, and how well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.hours_field import HoursField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.theme import LookKeeper


class SleepPart(Part):
    """Hours in a field, quality as five words of which one or none is chosen."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Sleep, the night before"))
        self._is_wrong = False
        self._hours = HoursField(look, name="journal.sleep_hours", title=text("Hours of sleep"))
        self._hours.hours_changed.connect(self._hours_changed)
        self._quality = ChipGroup(
            look, name="journal.sleep_quality", title=text("How well you slept"), single=True
        )
        self._quality.set_words(content.sleep_words().values())
        self._quality.chosen_changed.connect(self.touch)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._unit = labels.small(look, "", "text_muted", name="journal.sleep_unit")
        row.addWidget(self._hours)
        row.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.column.addSpacing(2)
        self.column.addWidget(self._quality)
        self.setFocusProxy(self._hours)

    def load(self, entry: Entry) -> None:
        """Show hours and quality."""
        self._hours.set_hours(entry.sleep_hours)
        word = content.sleep_words().get(entry.sleep_quality or 0)
        self._quality.set_chosen([word] if word else [])
        self._tell()

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with what is said here."""
        chosen = self._quality.chosen()
        quality = next((n for n, word in content.sleep_words().items() if word in chosen), None)
        return replace(entry, sleep_hours=self._hours.hours, sleep_quality=quality)

    def wrong(self) -> QWidget | None:
        """Return the field with the hours while they cannot be."""
        return self._hours if self._hours.is_wrong else None

    def say_wrong(self) -> None:
        """Say which hours there are."""
        announce(self._hours, self._unit.text())

    def _hours_changed(self) -> None:
        was_wrong = self._is_wrong
        self._tell()
        if self._is_wrong and not was_wrong:
            self.say_wrong()
        self.touch()

    def _tell(self) -> None:
        """Say it beside the field, where there is always room for it: nothing below moves."""
        wrong = self._is_wrong = self._hours.is_wrong
        self._unit.set_role("danger" if wrong else "text_muted")
        self._unit.setText(
            text("From 0 to 24 hours, such as 7, 7.5 or 7:30.") if wrong else text("hours")
        )
        self._hours.setProperty("state", "wrong" if wrong else "")
        self._hours.style().unpolish(self._hours)
        self._hours.style().polish(self._hours)
