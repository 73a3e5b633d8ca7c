"""Two days to type: a stretch of one's own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.period import Period
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class StretchFields(QWidget):
    """Typed in either order."""

    typed = Signal()

    def __init__(
        self, look: LookKeeper, *, names: tuple[str, str], titles: tuple[str, str]
    ) -> None:
        super().__init__()
        fields = [
            DayTimeEdit(look, name=name, title=title, with_time=False)
            for name, title in zip(names, titles, strict=True)
        ]
        self.first, self.last = fields
        row = FlowLayout(self, gap=16)
        for title, field in zip(titles, fields, strict=True):
            row.addWidget(labels.above(look, title, field))
            field.when_changed.connect(self.typed)

    @property
    def period(self) -> Period:
        """The days as they stand."""
        return Period(*sorted(field.when().date() for field in (self.first, self.last)))

    def show_period(self, period: Period) -> None:
        """Show other days, but not while somebody is typing: half a date is another date."""
        fields = ((self.first, period.first), (self.last, period.last))
        if any(field.field.hasFocus() for field, _ in fields):
            return
        for field, day in fields:
            with QSignalBlocker(field):
                field.set_when(dt.datetime.combine(day, dt.time()))
