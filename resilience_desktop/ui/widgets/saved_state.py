"""The truth about what has been saved, in a few words."""

from __future__ import annotations

import datetime as dt
import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.banner import Banner
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from resilience_desktop.ui.theme import LookKeeper


_GAP = 8
_SPARE = 4  # pixels, since other figures than 0 may be a little wider
_TOLD_AGAIN_S = 120
"""Drafts are saved every few seconds; a screen reader says so once in a while."""


class SavedState(QWidget):
    """A check mark and the time; or that it is not saved, and then ``banner`` says why.

    Whoever shows this puts the banner where there is room for it.
    """

    copy_wanted = Signal()
    elsewhere_wanted = Signal()

    def __init__(
        self, look: LookKeeper, *, name: str, saved: str = "", keeps_room: bool = False
    ) -> None:
        """Say ``saved``, with ``{time}`` in it, for what is saved.

        With ``keeps_room`` it is as wide while it says nothing, so that what is beside it stays.
        """
        super().__init__()
        self.setObjectName(name)
        self._saved = saved or text("Saved {time}")
        self._look = look
        self._told_at = -math.inf
        self._why = ""
        self._room = 0
        self._mark = QLabel()
        self._words = labels.small(look, "", "text_muted", name=f"{name}.words")
        self._words.setWordWrap(False)
        self.banner = Banner(
            look, "notice", "", name=f"{name}.banner", drawing="warning", parent=self
        )
        self.banner.hide()
        copy = buttons.quiet(look, text("Copy"), name=f"{name}.copy", flush=True)
        copy.clicked.connect(self.copy_wanted)
        elsewhere = buttons.quiet(
            look, text("Save elsewhere ..."), name=f"{name}.elsewhere", flush=True
        )
        elsewhere.clicked.connect(self.elsewhere_wanted)
        self.banner.put_below(copy, elsewhere)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.say_nothing()
        if keeps_room:
            look.follow(self._keep_room)

    def sizeHint(self) -> QSize:
        """Return the room for what is said now, or for all that it can say."""
        return super().sizeHint().expandedTo(QSize(self._room, 0))

    def words(self) -> str:
        """Return what is said at present."""
        return text("Not saved. {why}").format(why=self._why) if self._why else self._words.text()

    def say_nothing(self) -> None:
        """Say nothing: there is nothing to save."""
        self._say("", "check", "text_muted")

    def say_saved(self) -> None:
        """Say that everything is saved, and since when."""
        now = i18n.clock(dt.datetime.now().astimezone())
        self._say(self._saved.format(time=now), "check", "text_muted")
        if time.monotonic() - self._told_at >= _TOLD_AGAIN_S:
            self._told_at = time.monotonic()
            announce(self, self.words())

    def say_not_saved(self, why: str) -> None:
        """Say what keeps the words from being saved; they stay on the screen.

        Once for each reason, however often it is tried again.
        """
        if why == self._why:
            return
        self._say(text("Not saved"), "warning", "danger", why)
        self._told_at = -math.inf  # that it worked after all is worth knowing at once
        announce(self, self.words())

    def say_below(self, sentence: str) -> None:
        """Say something else below the reason, as the answer to what was pressed.

        That saving goes on is said with it: it is what matters most to whoever typed.
        """
        words = text("{sentence} Saving is tried again by itself.").format(sentence=sentence)
        self.banner.set_words(self._why, words)
        announce(self.banner, words)

    def put_banner_in(self, column: QVBoxLayout) -> None:
        """Put the banner in another place of a page that changes its shape."""
        if column.indexOf(self.banner) < 0:
            column.addWidget(self.banner)
            for label in self.banner.findChildren(labels.Label):
                label.dress()  # Qt takes their fonts when they get a new parent

    def _say(self, words: str, drawing: str, role: str, why: str = "") -> None:
        self._words.setText(words)
        self._words.set_role(role)
        side = self._look.px(16)
        self._mark.setPixmap(icon(drawing, self._look, role).pixmap(side, side))
        self._mark.setVisible(bool(words))
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        before, self._why = self._why, why
        if why:
            self.banner.set_words(why, _what_now())
            self.banner.show()
        else:
            self.banner.hide()
        if why and not before:
            QTimer.singleShot(0, self.banner, self._show_banner)

    def _keep_room(self) -> None:
        measure = QFontMetricsF(self._look.font("small"))
        said = self._saved.format(time=i18n.clock(dt.time())), text("Not saved")
        longest = max(map(measure.horizontalAdvance, said))
        self._room = math.ceil(longest) + self._look.px(16) + _GAP + _SPARE
        self.updateGeometry()

    def _show_banner(self) -> None:
        """Let the banner be seen where its page scrolls, as soon as it has its place."""
        if self._why:
            bring_into_sight(self.banner, self.banner.rect())


def _what_now() -> str:
    return text(
        "It stays here, and saving is tried again by itself. You can also copy it, or save it in "
        "a file elsewhere; that file is not encrypted."
    )
