"""The toolkit in its order: each skill can be moved by keys or pointer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.toolkit import MOST
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import IconButton
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.theme import LookKeeper

_ROW = 36
"""Text units of a row, as high as its buttons."""
_UP, _DOWN = "up", "down"
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SkillOrder(QWidget):
    """Alt+Up and Alt+Down move the skill on whose row the keyboard is."""

    moved = Signal(str, int)
    """The id of a skill, and by how many places down."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("toolkit.order")
        self._look = look
        self._ids: list[str] = []
        holder = QWidget()
        self._rows = column_in(holder, 0)
        column = column_in(self, 0)
        column.addWidget(holder)
        column.addStretch()
        look.follow(self._keep_room)

    def show_skills(self, skills: Iterable[Skill]) -> None:
        """Show these skills; the keyboard stays with the one it is on."""
        found = list(skills)
        if [one.id for one in found] == self._ids:
            return
        here = self.focusWidget()
        focus = here.objectName() if here is not None and here.hasFocus() else ""
        self._ids = [one.id for one in found]
        empty(self._rows)
        for place, skill in enumerate(found):
            self._rows.addWidget(self._row(place, skill))
        for place in range(len(found), MOST):
            self._rows.addWidget(self._free(place))
        if focus:
            self._give_keyboard(focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the skill whose row has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._ask(str(watched.property("skill")), _WAYS[key])
                return True
        return super().eventFilter(watched, event)

    def _keep_room(self) -> None:
        """Take the height of all rows from the start: nothing below moves when one comes."""
        self.setMinimumHeight(MOST * self._look.px(_ROW))

    def _free(self, place: int) -> QWidget:
        """Return a place that is still free."""
        free = labels.muted(self._look, str(place + 1))
        free.setMinimumHeight(self._look.px(_ROW))
        return free

    def _row(self, place: int, skill: Skill) -> QWidget:
        row = QWidget()
        row.setMinimumHeight(self._look.px(_ROW))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        words = text("{n}  {part}").format(n=place + 1, part=skill.name)
        across.addWidget(labels.body(self._look, words), 1)
        for way, by, drawing, said in (
            (_UP, -1, "chevron-up", text("Move number {n} up")),
            (_DOWN, 1, "chevron-down", text("Move number {n} down")),
        ):
            name = f"toolkit.order.{skill.id}.{way}"
            spoken = said.format(n=place + 1)
            button = IconButton(self._look, drawing, spoken, "inner", name=name)
            button.setEnabled(0 <= place + by < len(self._ids))
            button.setProperty("skill", skill.id)
            button.installEventFilter(self)
            button.clicked.connect(partial(self._ask, skill.id, by))
            across.addWidget(button)
        return row

    def _ask(self, skill: str, by: int) -> None:
        if 0 <= self._ids.index(skill) + by < len(self._ids):
            self.moved.emit(skill, by)

    def _give_keyboard(self, name: str) -> None:
        """Put the keyboard where it was, or on the other button of that row at an end."""
        row, way = name.rsplit(".", 1)
        for wanted in (way, _DOWN if way == _UP else _UP):
            found = self.findChildren(IconButton, f"{row}.{wanted}")
            if found and found[-1].isEnabled():  # those before are on their way out
                found[-1].setFocus(Qt.FocusReason.TabFocusReason)
                return
