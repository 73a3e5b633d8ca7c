"""What the numbers at the foot of a chart stand for: a day, and how its note begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.services.views.view import Flag
    from resilience_desktop.ui.theme import LookKeeper

_NUMBER = 24


class FlagList(QWidget):
    """A line for each number; its day opens in the journal."""

    day_opened = Signal(object)

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._column = column_in(self, 2)
        self._column.setContentsMargins(0, 12, 0, 4)
        self._flags: tuple[Flag, ...] = ()
        self._numbers: list[QWidget] = []
        look.look_changed.connect(self._fit)
        self.hide()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show other notes."""
        self.setVisible(bool(flags))
        if tuple(flags) == self._flags:
            return
        self._flags = tuple(flags)
        empty(self._column)
        self._numbers = []
        if flags:
            title = text("Notes for your next session")
            self._column.addWidget(labels.label(self._look, title))
        for flag in flags:
            self._column.addWidget(self._line(flag))
        self._fit()

    def _line(self, flag: Flag) -> QWidget:
        look, name = self._look, f"{self.objectName()}.{flag.number}"
        number = labels.small(look, str(flag.number), "text_muted")
        number.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        number.setWordWrap(False)
        day = buttons.link(look, i18n.day(flag.day, year=False), name=name, small=True)
        day.setAccessibleName(
            text("{number}: open {day}").format(number=flag.number, day=i18n.day(flag.day))
        )
        day.clicked.connect(partial(self.day_opened.emit, flag.day))
        words = labels.own_words(look, flag.words, most_lines=1)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(number)
        row.addWidget(day)
        row.addWidget(words, 1)
        self._numbers.append(number)
        return line

    def _fit(self) -> None:
        for number in self._numbers:
            number.setFixedWidth(self._look.px(_NUMBER))
