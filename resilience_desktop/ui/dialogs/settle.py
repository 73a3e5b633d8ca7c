"""Settling now: some minutes of slow breathing, or a few steps in words. It needs no journal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.pacer import Pacer
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widgets.text_steps import TextSteps

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.theme import LookKeeper

BREATHING, GROUNDING = "slow_breathing", "grounding_54321"
_MINUTES = (1, 2, 5)
_USUAL_MINUTES = 2
_SIDE, _GAP = 32, 12


class SettleDialog(Dialog):
    """Begins by itself as soon as it is shown: there is nothing to decide first.

    Stop has the focus and is always in view. Space pauses wherever it has no other use, also on
    Stop, so that a hand resting on the keyboard does not end the exercise; Escape and Enter stop.
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
        self._skills = {key: content.skill(key) for key in (BREATHING, GROUNDING)}
        self._is_over = False
        self.pacer = Pacer(
            look, self._skills[BREATHING].patterns[0], name="settle.pacer", clock=clock
        )
        self._steps = TextSteps(look, self._skills[GROUNDING].steps, name="settle.steps")
        self._title = labels.title(look, "", name="settle.title")
        self._lead = labels.muted(look, "", name="settle.lead")
        self._readout = labels.muted(look, "", name="settle.readout")
        self._caution = labels.small(look, "", "text_muted", name="settle.caution")
        self._kind = RangeSwitch(
            look,
            [(BREATHING, text("Breathing")), (GROUNDING, self._skills[GROUNDING].name)],
            name="settle.kind",
            title=text("What to do"),
        )
        self._length = RangeSwitch(
            look,
            [(str(n), text("{n} min").format(n=n)) for n in _MINUTES],
            name="settle.length",
            title=text("How long"),
            chosen=str(_USUAL_MINUTES),
        )
        self.words_only = QCheckBox(text("Words and numbers only"))
        self.words_only.setObjectName("settle.words_only")
        self._pause = self._button(text("Pause"), "pause", drawing="pause")
        self._back = self._button(text("Back"), "back", kind="muted")
        self._next = self._button(text("Next"), "next", kind="primary")
        self._stop = self._button(text("Stop"), "stop", drawing="stop")
        self._again = self._button(text("Once more"), "again")
        self._close = self._button(text("Close"), "close")
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(_GAP)
        self._lay_out()
        self._connect()
        self._show_kind()
        self._show_buttons()
        resize_within_window(self, look.px(560), look.px(720))

    # Beginning and ending

    def showEvent(self, event: QShowEvent) -> None:
        """Begin, unless the window only comes back from being minimised."""
        super().showEvent(event)
        if not event.spontaneous():
            self._begin_again()
            self._scroll.ensureWidgetVisible(self.pacer, 0, 0)

    def _begin(self) -> None:
        self._is_over = False
        if self._is_breathing:
            self.pacer.start(self._seconds)
        else:
            self._steps.show_step(0)
        self._show_buttons()

    def _begin_again(self) -> None:
        self._begin()
        self._stop.setFocus()

    def _finish(self) -> None:
        self._is_over = True
        sentence = text("Go on when you like.")
        self._show_buttons()
        if self._is_breathing:
            self._readout.setText(sentence)
            announce(self, sentence)
        else:
            self._steps.show_end(sentence)
        self._close.setFocus()

    # What can be chosen

    @property
    def _is_breathing(self) -> bool:
        return self._kind.chosen == BREATHING

    @property
    def _seconds(self) -> int:
        return 60 * int(self._length.chosen)

    def _show_kind(self) -> None:
        skill = self._skills[self._kind.chosen]
        self._title.setText(skill.name)
        self._lead.setText(skill.lead)
        self._caution.setText(" ".join(skill.cautions))
        self._steps.setVisible(not self._is_breathing)
        for widget in (self.pacer, self._readout, self._length):
            widget.setVisible(self._is_breathing)
        self._stop.setToolTip(
            text("Space pauses, Esc stops") if self._is_breathing else text("Esc stops")
        )
        self._show_motion()

    def _change_kind(self) -> None:
        self._show_kind()
        self._begin()

    def _change_length(self) -> None:
        if not self._is_over:
            self.pacer.set_total(self._seconds)

    def _show_motion(self) -> None:
        """Keep still if that is wanted here, by the settings or by the system."""
        less = self._look.reduced_motion or self._preferences.settings.less_motion
        self.words_only.setVisible(self._is_breathing and not less)
        self.pacer.set_still(still=less or self.words_only.isChecked())

    # While it lasts

    def _tell(self) -> None:
        """Show how much of the time is over, and whether it is passing."""
        running = self.pacer.is_running
        self._pause.setText(text("Pause") if running else text("Go on"))
        self._pause.set_drawing("pause" if running else "play")
        over, whole = _clock(self.pacer.elapsed), _clock(self.pacer.total)
        self._readout.setText(text("{time} of {whole}").format(time=over, whole=whole))

    def _turn_pause(self) -> None:
        if self.pacer.is_running:
            self.pacer.pause()
        else:
            self.pacer.go_on()

    def _step_on(self) -> None:
        if self._steps.is_last:
            self._finish()
        else:
            self._steps.show_step(self._steps.place + 1)
            self._show_buttons()

    def _step_back(self) -> None:
        self._steps.show_step(self._steps.place - 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        going = not self._is_over
        self._pause.setVisible(going and self._is_breathing)
        self._back.setVisible(going and not self._is_breathing)
        self._back.setEnabled(self._steps.place > 0)
        self._next.setVisible(going and not self._is_breathing)
        self._stop.setVisible(going)
        self._again.setVisible(not going)
        self._close.setVisible(not going)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pause or go on with Space, if it was of no use where the focus is."""
        if event.key() == Qt.Key.Key_Space and self._is_breathing and not self._is_over:
            if not event.isAutoRepeat():
                self._turn_pause()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter press Stop, and Space on Stop pause."""
        pressed = event.type() == QEvent.Type.KeyPress and watched is self._stop
        if pressed and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._stop.click()
                return True
            if event.key() == Qt.Key.Key_Space and self._is_breathing:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    # The parts

    def _button(self, words: str, name: str, *, kind: str = "plain", drawing: str = "") -> Button:
        return Button(self._look, words, kind, name=f"settle.{name}", drawing=drawing, large=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = self._kind.sizeHint().width() + _GAP + self._length.sizeHint().width()
        fits = wanted + 2 * _SIDE + _GAP <= self.width()
        way = QBoxLayout.Direction
        self._choices.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _connect(self) -> None:
        self.pacer.told.connect(self._tell)
        self.pacer.finished.connect(self._finish)
        self._kind.range_chosen.connect(self._change_kind)
        self._length.range_chosen.connect(self._change_length)
        self.words_only.toggled.connect(self._show_motion)
        self._preferences.changed.connect(self._show_motion)
        self._look.look_changed.connect(self._show_motion)
        self._look.look_changed.connect(self._arrange)
        self._pause.clicked.connect(self._turn_pause)
        self._back.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)
        self._again.clicked.connect(self._begin_again)
        self._stop.clicked.connect(self.reject)
        self._close.clicked.connect(self.accept)
        self._stop.installEventFilter(self)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._title, self._lead, self._readout, self._caution):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._lead)
        column.addSpacing(16)
        column.addWidget(self.pacer, 1)
        column.addWidget(self._steps, 1)
        column.addSpacing(12)
        column.addWidget(self._readout)
        column.addSpacing(20)
        centred = Qt.AlignmentFlag.AlignHCenter
        for switch in (self._kind, self._length):
            self._choices.addWidget(switch, 0, centred)
        column.addLayout(_centred(self._choices))
        column.addSpacing(4)
        column.addLayout(_centred(self.words_only))
        self._scroll = ScrollPane("settle.scroll", inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(_SIDE, 28, _SIDE, 24)
        around.setSpacing(16)
        around.addWidget(self._scroll, 1)
        around.addWidget(Rule())
        around.addLayout(
            _centred(self._pause, self._back, self._next, self._stop, self._again, self._close)
        )
        around.addWidget(self._caution)


def _centred(*parts: QWidget | QBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    row.addStretch()
    for part in parts:
        if isinstance(part, QBoxLayout):
            row.addLayout(part)
        else:
            row.addWidget(part)
    row.addStretch()
    return row


def _clock(seconds: float) -> str:
    """Return a length of time as ``2:05``."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
