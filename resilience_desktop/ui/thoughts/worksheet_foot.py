"""What stands below a step of the worksheet: the ways on and back, and whether it is saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.step_names import step_name
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.thoughts.more_parts import MoreParts

_STATE = 140
"""Text units that the words about saving take at most."""
_UNREADY = (Step.PATTERNS, Step.EVIDENCE, Step.BALANCED)
"""Steps on which it is said that a thought need not be put in a fairer way today."""


class WorksheetFoot(QWidget):
    """Back, skip and on; at the end, to say more or to finish."""

    def __init__(self, look: LookKeeper, more: MoreParts) -> None:
        super().__init__()
        self._look = look
        self.state = SavedState(look, name="thoughts.state")
        self.previous = buttons.muted(look, text("Back"), name="thoughts.previous", flush=True)
        self.skip = buttons.quiet(look, text("Skip for now"), name="thoughts.skip")
        self.next = buttons.primary(look, text("Next"), name="thoughts.next")
        self.finish = buttons.muted(look, text("Finish here"), name="thoughts.finish_here")
        self.finish.setMinimumWidth(1)  # it goes where there is no room: no window is kept wide
        self.finish.hide()
        for button, keys in ((self.next, "Ctrl+Enter"), (self.previous, "Ctrl+PgUp")):
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(native)
        self._say_more = buttons.quiet(
            look, text("Say more"), name="thoughts.say_more", drawing="plus"
        )
        self._say_more.setAccessibleDescription(text("Opens a menu"))
        self._say_more.clicked.connect(partial(more.open_below, self._say_more))
        self.not_ready = buttons.quiet(
            look,
            text("Not ready for this: keep it as it is"),
            name="thoughts.not_ready",
            flush=True,
        )
        goes_on = text("Ctrl+Enter goes on")
        self._keys = labels.Label(
            look, goes_on, "small", "text_faint", name="thoughts.keys", wraps=False
        )
        self._is_first = True
        self._hint = labels.small(look, "", "text_muted", name="thoughts.hint")
        above = QWidget()
        self._above = column_in(above, 0)
        self._above.addWidget(self.not_ready, 0, Qt.AlignmentFlag.AlignLeft)
        self.column = column_in(self, 0)
        self.column.addWidget(above)
        self.column.addWidget(self._hint)
        self.column.addSpacing(8)
        self.column.addWidget(Rule())
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._ways.addWidget(self.previous)
        self._ways.addWidget(self._keys)
        self._ways.addStretch()
        for part in (self.state, self.finish, self._say_more, self.skip, self.next):
            self._ways.addWidget(part)
        self.column.addLayout(self._ways)
        self.say("")

    def say(self, hint: str) -> None:
        """Say something about the record, or nothing any more."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        if hint:
            announce(self._hint, hint)

    def fold(self, *, is_slim: bool, is_low: bool, end: QVBoxLayout) -> None:
        """Take less room: what is more than one line goes to the end of what is filled in."""
        self._keys.setVisible(self._is_first and not is_slim)
        self._ways.setContentsMargins(0, 8 if is_low else 16, 0, 0)
        place = end if is_low else self._above
        if place.indexOf(self.not_ready) < 0:
            place.addWidget(self.not_ready, 0, Qt.AlignmentFlag.AlignLeft)
        self.state.put_banner_in(place)

    def room_for_all(self) -> int:
        """Return the width that all ways need beside each other, and what is said of saving."""
        ways = (self.previous, self.finish, self.skip, self.next)
        gaps = self._ways.spacing() * (len(ways) + 1)
        return sum(way.sizeHint().width() for way in ways) + self._look.px(_STATE) + gaps

    def show_step(self, steps: Sequence[Step], step: Step) -> None:
        """Say what comes after a step."""
        place = steps.index(step)
        self._is_first = place == 0
        self.previous.setVisible(not self._is_first)
        self.not_ready.setVisible(step in _UNREADY)
        if place == len(steps) - 1:
            self.next.setText(text("Finish"))
        else:
            name = step_name(steps[place + 1])
            self.next.setText(text("Next: {step}").format(step=name[:1].lower() + name[1:]))

    def offer(self, *, skip: bool, more: bool) -> None:
        """Offer to leave a step empty, or to say more at the end."""
        self.skip.setVisible(skip)
        self._say_more.setVisible(more)
