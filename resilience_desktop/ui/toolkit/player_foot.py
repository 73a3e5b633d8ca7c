"""What is always in view of an exercise: its buttons, its time, how it is shown, the caution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.bell_tick import BellTick
from resilience_desktop.ui.toolkit.exercise_keys import EarlyClicks
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Button, Opener
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import centred, column_in
from resilience_desktop.ui.widgets.stop_button import StopButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper

_MEASURE = 640
"""Text units that the lines of the caution are long at most."""


class PlayerFoot(QWidget):
    """Shows what there is to press before, meanwhile and after; the ``Player`` says which."""

    def __init__(self, context: UiContext, *, clock: Callable[[], float]) -> None:
        super().__init__()
        look = self._look = context.look
        self.start = _button(look, text("Start"), "start", kind="primary", drawing="play")
        self.pause = _button(look, text("Pause"), "pause", drawing="pause")
        self.stop = StopButton(look, name="toolkit.stop")
        self.again = _button(look, text("Once more"), "again")
        self.close_ = _button(look, text("Close"), "close")
        self.readout = labels.muted(look, "", name="toolkit.readout")
        self.words_only = QCheckBox(text("Words and numbers only"))
        self.words_only.setObjectName("toolkit.words_only")
        self.words_only.setChecked(context.preferences.settings.words_only)
        self.words_only.toggled.connect(lambda on: context.preferences.change(words_only=on))
        self.bell = BellTick(context.preferences, name="toolkit.bell")
        self._can_pause = False
        self.choices = Opener(look, text("Choices"), name="toolkit.choices", flush=True)
        self.ticks = QWidget()
        self.caution = labels.small(look, "", "text_muted", name="toolkit.caution")
        self.heed = QWidget()
        """The caution in the middle of a line."""
        self._early = EarlyClicks(self, (self.pause, self.stop), clock)
        self._lay_out()

    def show_before(self) -> None:
        """Offer to start."""
        self._show(self.start)

    def tell_hindrance(self, hindrance: str) -> None:
        """Let it start, or say to who cannot see it why it cannot."""
        if hindrance == self.start.accessibleDescription():
            return
        self.start.setEnabled(not hindrance)
        self.start.setAccessibleDescription(hindrance)
        self.start.set_kind("plain" if hindrance else "primary")  # whose drawing can be grey

    def show_meanwhile(self, *, can_pause: bool, has_choices: bool) -> None:
        """Offer to stop, and to pause what leads in time."""
        self._early.begin()
        self._can_pause = can_pause
        self._show(*([self.pause] if can_pause else []), self.stop)
        self.stop.set_pausing(pausing=can_pause)
        self.bell.setVisible(can_pause)
        self.choices.setVisible(has_choices)
        self.ticks.setVisible(can_pause or has_choices)
        self.readout.setVisible(can_pause)
        if can_pause:
            self.bell.look()

    def show_after(self) -> None:
        """Offer to do it once more, or to go on."""
        self._show(self.again, self.close_)

    def hold_heed(self) -> None:
        """Have the caution below everything else, and not in a pane."""
        self._column.addWidget(self.heed)

    def stand(self, *, low: bool) -> None:
        """Take little height: the time beside the buttons, and ``ticks`` are left to the pane."""
        if low:
            self._row.addWidget(self.readout)
        else:
            self._column.insertWidget(1, self.readout)
            self._column.insertWidget(2, self.ticks)
            for part in (self.readout, self.ticks):
                part.stackUnder(self.heed)  # for a screen reader too

    def tell(self, time: str, *, is_running: bool, waits: bool) -> None:
        """Show how much of the time is over, and whether it is passing; nothing while it waits."""
        for part in (self.pause, self.readout):
            part.setVisible(self._can_pause and not waits)
        self.readout.setText(time)
        self.pause.setText(text("Pause") if is_running else text("Go on"))
        self.pause.set_drawing("pause" if is_running else "play")

    def _show(self, *shown: Button) -> None:
        for button in self._buttons:
            button.setVisible(button in shown)
        self.readout.hide()
        self.ticks.hide()

    def _lay_out(self) -> None:
        self._buttons = (self.start, self.pause, self.stop, self.again, self.close_)
        row = QWidget()
        self._row = FlowLayout(row, gap=12, centred=True)
        for button in self._buttons:
            self._row.addWidget(button)
        ticks = FlowLayout(self.ticks, gap=24, centred=True)
        for part in (self.words_only, self.bell, self.choices):
            ticks.addWidget(part)
        self._column = column_in(self, 12)
        self._column.addWidget(row)
        self._column.addWidget(self.readout)
        self._column.addWidget(self.ticks)
        column_in(self.heed, 0).addLayout(centred(self.caution))
        self.hold_heed()
        for label in (self.readout, self.caution):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.stand(low=False)
        self._look.follow(self._dress)

    def _dress(self) -> None:
        self.caution.setMaximumWidth(self._look.px(_MEASURE))


def _button(
    look: LookKeeper, words: str, name: str, *, kind: str = "plain", drawing: str = ""
) -> Button:
    return Button(look, words, kind, name=f"toolkit.{name}", drawing=drawing, large=True)
