"""Settling now: some minutes of slow breathing, or a few steps in words. It needs no journal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.exercise import BREATHING, GROUNDING, MINUTES, Exercise
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.theme import LookKeeper

_MINUTES = (1, MINUTES, 5)
_SIDE, _GAP = 32, 12


class SettleDialog(Dialog):
    """Begins by itself as soon as it is shown: there is nothing to decide first.

    Stop has the focus and is always in view. Space pauses; Escape and Enter stop.
    """

    def __init__(
        self,
        look: LookKeeper,
        preferences: Preferences,
        parent: QWidget,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settle")
        self.setWindowTitle(text("Settle"))
        self._look, self._preferences = look, preferences
        self._exercise = Exercise(look, name="settle", closing=text("Close"), clock=clock)
        self.pacer, self.words_only = self._exercise.pacer, self._exercise.words_only
        self._kind = RangeSwitch(
            look,
            [(BREATHING, text("Breathing")), (GROUNDING, content.skill(GROUNDING).name)],
            name="settle.kind",
            title=text("What to do"),
        )
        self._length = RangeSwitch(
            look,
            [(str(n), text("{n} min").format(n=n)) for n in _MINUTES],
            name="settle.length",
            title=text("How long"),
            chosen=str(MINUTES),
        )
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(_GAP)
        self._lay_out()
        self._connect()
        self._show_motion()
        resize_within_window(self, look.px(560), look.px(720))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin, unless the window only comes back from being minimised."""
        super().showEvent(event)
        if not event.spontaneous():
            self._exercise.begin()
            self._exercise.stop.setFocus()
            self._scroll.ensureWidgetVisible(self.pacer, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pause or go on with Space, if it was of no use where the focus is."""
        if not self._exercise.take_space(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _change_kind(self) -> None:
        self._exercise.choose(self._kind.chosen)
        self._length.setVisible(self._exercise.is_breathing)
        self._exercise.begin()

    def _change_length(self) -> None:
        self._exercise.last(60 * int(self._length.chosen))

    def _show_motion(self) -> None:
        self._exercise.want_less_motion(less=self._preferences.settings.less_motion)

    def _arrange(self) -> None:
        wanted = self._kind.sizeHint().width() + _GAP + self._length.sizeHint().width()
        fits = wanted + 2 * _SIDE + _GAP <= self.width()
        way = QBoxLayout.Direction
        self._choices.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _connect(self) -> None:
        self._kind.range_chosen.connect(self._change_kind)
        self._length.range_chosen.connect(self._change_length)
        self._preferences.changed.connect(self._show_motion)
        self._look.look_changed.connect(self._arrange)
        self._exercise.stopped.connect(self.reject)
        self._exercise.closed.connect(self.accept)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._exercise, 1)
        column.addSpacing(20)
        for switch in (self._kind, self._length):
            self._choices.addWidget(switch, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_centred(self._choices))
        column.addSpacing(4)
        column.addLayout(_centred(self.words_only))
        self._scroll = ScrollPane("settle.scroll", inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(_SIDE, 28, _SIDE, 24)
        around.setSpacing(16)
        around.addWidget(self._scroll, 1)
        around.addWidget(Rule())
        around.addWidget(self._exercise.buttons)
        around.addWidget(self._exercise.caution)


def _centred(part: QWidget | QBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    if isinstance(part, QBoxLayout):
        row.addLayout(part)
    else:
        row.addWidget(part)
    row.addStretch()
    return row
