"""A wave to look at: its picture, and its numbers on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.few_rows import FewRows
from resilience_desktop.ui.toolkit.wave_picture import WavePicture
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import at_the_start, column_in
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane
from resilience_desktop.ui.widgets.stopwatch import minutes_and_seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Rating
    from resilience_desktop.ui.theme import LookKeeper


_ALL_BUT = 1000
"""The picture takes what height there is; only when that is too much for it something is left."""


class WaveView(QWidget):
    """Shows ratings as a picture, with a sentence below, and as a table to whoever wants one."""

    def __init__(self, look: LookKeeper, *, name: str, below: str = "") -> None:
        super().__init__()
        self.picture = WavePicture(look, name=f"{name}.picture")
        self._opener = Opener(
            look,
            text("Show as table"),
            text("Hide the table"),
            name=f"{name}.as_table",
            drawing="table",
            flush=True,
        )
        self._table = FewRows(
            look,
            (text("Time"), text("How strong")),
            name=f"{name}.table",
            spoken_name=self.picture.accessibleName(),
        )
        self._way = at_the_start(self._opener)
        column = column_in(self, 8)
        column.addWidget(self.picture, _ALL_BUT)
        if below:
            column.addWidget(labels.small(look, below, "text_muted", name=f"{name}.below"))
        column.addWidget(self._way)
        column.addWidget(self._table)
        column.addStretch(1)
        self._opener.turned.connect(self._turn)
        self._table.hide()
        self.show_wave(())

    def show_wave(self, wave: Sequence[Rating], until: float = 0.0) -> None:
        """Show these ratings, with room for so many seconds at least."""
        self.picture.show_wave(wave, until)
        self._table.show_rows(
            [(minutes_and_seconds(one.seconds), str(one.strength)) for one in wave]
        )
        self._way.setVisible(bool(wave))
        self._table.setVisible(bool(wave) and self._opener.is_open)

    def _turn(self, is_open: bool) -> None:
        self._table.setVisible(is_open)
        if is_open:
            show_in_pane(self._table)
