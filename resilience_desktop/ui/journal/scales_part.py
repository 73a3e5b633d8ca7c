"""A number on each of the person's own scales."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.part import Part
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.clear_button import ClearButton
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.span import Span

if TYPE_CHECKING:
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.ui.theme import LookKeeper


class ScalesPart(Part):
    """A slider for each scale that is asked, and for each on which the entry has a number."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, text("Your own scales"))
        self._scales: tuple[OwnScale, ...] = ()
        self._noted: tuple[ScaleValue, ...] = ()
        self._rows: dict[str, _Row] = {}
        self._shown: list[OwnScale] = []
        holder = QWidget()
        self._list = column_in(holder, 12)
        self.column.addWidget(holder)

    def load(self, entry: Entry) -> None:
        """Show the numbers."""
        self._noted = entry.scales
        self._show({value.scale: value.value for value in entry.scales})

    def changed_in(self, entry: Entry) -> Entry:
        """Return the entry with these numbers; one of an unknown scale stays."""
        now = self._values()
        noted = {value.scale: value.value for value in self._noted}
        unknown = {key: value for key, value in noted.items() if key not in self._rows}
        kept = unknown | now
        order = dict.fromkeys((*noted, *now))
        values = tuple(ScaleValue(key, kept[key]) for key in order if key in kept)
        return replace(entry, scales=values)

    def follow(self, settings: JournalSettings) -> None:
        """Ask for these; a number that was chosen stays."""
        noted = {value.scale: value.value for value in self._noted}
        values = self._values() if self._touched else noted
        self._scales = settings.scales
        self._show(values)

    def _values(self) -> dict[str, int]:
        ratings = {key: row.rating.rating for key, row in self._rows.items()}
        return {key: value for key, value in ratings.items() if value is not None}

    def _show(self, values: dict[str, int]) -> None:
        held = [ScaleValue(key, value) for key, value in values.items()]
        noted = {value.scale for value in (*self._noted, *held)}
        wanted = [s.widened_to(held) for s in self._scales if s.asked or s.id in noted]
        if wanted != self._shown:
            self._shown = wanted
            self._build()
        for key, row in self._rows.items():
            row.rating.set_rating(values.get(key))

    def _build(self) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for place, scale in enumerate(self._shown):
            row = self._rows[scale.id] = _Row(self.look, f"journal.scale{place + 1}", scale)
            row.rating.rating_changed.connect(self.touch)
            self._list.addWidget(row)
        for row in list(self._rows.values())[:1]:
            self.setFocusProxy(row.rating)


class _Row(QWidget):
    """The name of a scale, its slider, and a button to clear it."""

    def __init__(self, look: LookKeeper, name: str, scale: OwnScale) -> None:
        super().__init__()
        low = scale.low_words or str(scale.low)
        high = scale.high_words or str(scale.high)
        self.rating = Rating(
            look,
            {scale.low: low, scale.high: high},
            name=name,
            title=scale.name,
            span=Span(scale.low, scale.high),
        )
        clear = ClearButton(look, self.rating, scale.name, name=f"{name}.clear")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.rating, 1)
        row.addWidget(clear, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(labels.body(look, scale.name))
        column.addLayout(row)
