"""A thought record that can be ticked to go into the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from resilience_desktop import i18n
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.thought_record import ThoughtRecord

_ENOUGH = 80  # letters of a record that are ever shown


class RecordTick(QCheckBox):
    """A record's day and a few of its words, shortened to the room there is."""

    def __init__(self, record: ThoughtRecord) -> None:
        super().__init__()
        thought = record.hot_thought
        words = " ".join((thought.text if thought else record.situation).split())
        if record.share is Share.SUMMARY:
            words = text("what is counted only")
        self._words = f"{i18n.short_day(record.at.day)}   {words[:_ENOUGH]}"
        # They must not make the pane wider than it is.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as fit."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - (self.sizeHint().width() - self._words_width(self.text()))
        fits = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        # Qt takes a single & for the letter of a shortcut.
        self.setText(fits.replace("&", "&&"))

    def _words_width(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words.replace("&&", "&"))
