"""Urges that were ridden out before, to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.wave import peak
from resilience_desktop.i18n import text
from resilience_desktop.services import wave_in_words
from resilience_desktop.ui.toolkit.few_rows import FewRows
from resilience_desktop.ui.toolkit.wave_view import WaveView
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import at_the_start, column_in
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.ui.theme import LookKeeper


class EarlierWaves(QWidget):
    """A list, latest first, that is closed until somebody opens it; there is none without waves."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._waves: list[Practice] = []
        self._opener = Opener(look, text("Earlier waves"), name="wave.earlier", flush=True)
        self._list = FewRows(
            look,
            (text("Day"), text("Strongest"), text("Halved after")),
            name="wave.earlier.list",
            spoken_name=text("Earlier waves"),
        )
        self._view = WaveView(look, name="wave.earlier")
        self._words = labels.own_words(look, "", name="wave.earlier.words")
        column = column_in(self, 12)
        column.addWidget(at_the_start(self._opener))
        for part in (self._list, self._view, self._words):
            column.addWidget(part)
            part.hide()
        self._opener.turned.connect(self._turn)
        self._list.row_chosen.connect(self._show)
        self.hide()

    def show_practices(self, practices: Sequence[Practice]) -> None:
        """List those that have a wave, of practices that come oldest first."""
        waves = [one for one in reversed(practices) if one.wave]
        self.setVisible(bool(waves))
        if waves != self._waves:
            self._list.clearSelection()
            self._waves = waves
            self._list.show_rows([_row(one) for one in waves])

    def _turn(self, is_open: bool) -> None:
        self._list.setVisible(is_open)
        if not is_open:
            self._list.clearSelection()

    def _show(self, row: int) -> None:
        one = self._waves[row] if 0 <= row < len(self._waves) else None
        words = one.words if one else ""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._view.setVisible(one is not None)
        if one is not None:
            self._view.show_wave(one.wave)
            show_in_pane(self._view)


def _row(practice: Practice) -> tuple[str, str, str]:
    highest = peak(practice.wave)
    strongest = str(highest.strength) if highest else ""
    return i18n.day(practice.at.day), strongest, wave_in_words.half(practice.wave)
