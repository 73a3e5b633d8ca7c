"""The truth about what has been saved, in a few words."""

from __future__ import annotations

import datetime as dt
import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


_TOLD_AGAIN_S = 120
"""Drafts are saved every few seconds; a screen reader says so once in a while."""


class SavedState(QWidget):
    """A check mark and the time, or what keeps the words from being saved."""

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._told_at = -math.inf
        self._mark = QLabel()
        self._words = labels.small(look, "", "text_muted", name=f"{name}.words")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.say_nothing()

    def words(self) -> str:
        """Return what is said at present."""
        return self._words.text()

    def say_nothing(self) -> None:
        """Say nothing: there is nothing to save."""
        self._say("", "check", "text_muted")

    def say_saved(self) -> None:
        """Say that everything is saved, and since when."""
        now = i18n.clock(dt.datetime.now().astimezone())
        self._say(text("Saved {time}").format(time=now), "check", "text_muted")
        if time.monotonic() - self._told_at >= _TOLD_AGAIN_S:
            self._told_at = time.monotonic()
            announce(self, self.words())

    def say_not_saved(self, why: str) -> None:
        """Say what keeps the words from being saved; they stay on the screen."""
        self._say(text("Not saved. {why}").format(why=why), "warning", "danger")
        self._told_at = -math.inf  # that it worked after all is worth knowing at once
        announce(self, self.words())

    def _say(self, words: str, drawing: str, role: str) -> None:
        self._words.setWordWrap(role == "danger")  # a reason may be long
        self._words.setText(words)
        self._words.set_role(role)
        side = self._look.px(16)
        self._mark.setPixmap(icon(drawing, self._look, role).pixmap(side, side))
        self._mark.setVisible(bool(words))
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
