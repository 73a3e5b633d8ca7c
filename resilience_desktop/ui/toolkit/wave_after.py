"""What there is to see of an urge, and to write, once it was ridden out or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.services import wave_in_words
from resilience_desktop.ui.toolkit.wave_view import WaveView
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Rating
    from resilience_desktop.ui.theme import LookKeeper


class WaveAfter(QWidget):
    """The whole wave with its peak and its time to half, and what happened."""

    changed = Signal()

    def __init__(self, look: LookKeeper, *, instead: str, fact: str) -> None:
        super().__init__()
        self._summary = labels.body(look, "", name="wave.summary")
        self._view = WaveView(look, name="wave.after", below=fact)
        self.instead = WordsEdit(look, name="wave.instead", title=instead, growing=True, lines=2)
        self.instead.words_changed.connect(self.changed)
        column = column_in(self, 16)
        for part in (self._summary, self._view):
            column.addWidget(part)
        column.addWidget(labels.above(look, instead, self.instead))
        self.show_wave(())

    def show_wave(self, wave: Sequence[Rating]) -> None:
        """Show these ratings; without any there is nothing to see."""
        self._summary.setText(wave_in_words.summary(wave))
        self._view.show_wave(wave)
        for part in (self._summary, self._view):
            part.setVisible(bool(wave))
