"""Parts of a thought record in an order: added, moved and taken out by keys or pointer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.step_names import step_name
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import IconButton
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.ui.theme import LookKeeper

_UP, _DOWN, _OUT = "up", "down", "out"
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartsOrder(QWidget):
    """A row for each part that is asked, in its order, and a chip for each that is not.

    Alt+Up and Alt+Down move the part on whose row the keyboard is.
    """

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._steps: list[Step] = []
        rows, others = QWidget(), QWidget()
        self._rows = column_in(rows, 0)
        self._chips = ChipGroup(look, name=f"{name}.add", title=text("Add a part"))
        self._chips.chosen_changed.connect(self._add)
        self._others = others
        below = column_in(others, 6)
        below.addWidget(labels.label(look, text("Add a part")))
        below.addWidget(self._chips)
        column = column_in(self, 12)
        column.addWidget(rows)
        column.addWidget(others)
        self.setFocusProxy(self._chips)

    def steps(self) -> tuple[Step, ...]:
        """Return the parts in their order."""
        return tuple(self._steps)

    def set_steps(self, steps: Iterable[Step]) -> None:
        """Show these parts."""
        self._steps = list(steps)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the part whose row has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(Step(watched.property("part")), _WAYS[key])
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        empty(self._rows)
        for place, step in enumerate(self._steps):
            self._rows.addWidget(self._row(place, step))
        self._names = {step_name(step): step for step in Step if step not in self._steps}
        self._chips.set_chosen(())
        self._chips.set_words(self._names)
        self._others.setVisible(bool(self._names))

    def _row(self, place: int, step: Step) -> QWidget:
        name = step_name(step)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        words = text("{n}  {part}").format(n=place + 1, part=name)
        across.addWidget(labels.body(self._look, words), 1)
        up, down, out = (
            self._button(step, _UP, "chevron-up", text("Move {part} up").format(part=name)),
            self._button(step, _DOWN, "chevron-down", text("Move {part} down").format(part=name)),
            self._button(step, _OUT, "close", text("Take out {part}").format(part=name)),
        )
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self._steps) - 1)
        up.clicked.connect(partial(self._move, step, -1))
        down.clicked.connect(partial(self._move, step, 1))
        out.clicked.connect(partial(self._take_out, step))
        for button in (up, down, out):
            across.addWidget(button)
        return row

    def _button(self, step: Step, way: str, drawing: str, words: str) -> IconButton:
        name = f"{self.objectName()}.{step}.{way}"
        button = IconButton(self._look, drawing, words, "inner", name=name)
        button.setProperty("part", str(step))
        button.installEventFilter(self)
        return button

    def _add(self) -> None:
        """Put the part of the chip last; the keyboard stays among the chips."""
        added = [self._names[word] for word in self._chips.chosen()]
        had_keyboard = self._chips.isAncestorOf(self.focusWidget() or self)
        self._steps += added
        self._show()
        if had_keyboard and not self._chips.enter():
            self._give_keyboard(self._steps[-1], _OUT)
        announce(self, text("Added"))
        self.changed.emit()

    def _move(self, step: Step, by: int) -> None:
        place = self._steps.index(step) + by
        if not 0 <= place < len(self._steps):
            return
        self._steps.remove(step)
        self._steps.insert(place, step)
        self._show()
        self._give_keyboard(step, _UP if by < 0 else _DOWN, _DOWN if by < 0 else _UP)
        announce(self, text("Place {n}").format(n=place + 1))
        self.changed.emit()

    def _take_out(self, step: Step) -> None:
        place = self._steps.index(step)
        self._steps.remove(step)
        self._show()
        if self._steps:
            self._give_keyboard(self._steps[min(place, len(self._steps) - 1)], _OUT)
        else:
            self._chips.enter()
        announce(self, text("Taken out"))
        self.changed.emit()

    def _give_keyboard(self, step: Step, *ways: str) -> None:
        """Put the keyboard on the first of these buttons that can be pressed."""
        for way in ways:
            found = self.findChildren(IconButton, f"{self.objectName()}.{step}.{way}")
            if found and found[-1].isEnabled():  # those before are on their way out
                found[-1].setFocus(Qt.FocusReason.TabFocusReason)
                return
