"""Worries in a list: those that wait, or those that were looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.worry import Outcome
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty, widgets_of
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.worry import Worry
    from resilience_desktop.ui.theme import LookKeeper


class WorryRows(QWidget):
    """The line, what became of it, and the ways to bring it back or to remove it."""

    removed = Signal(object)
    """The ``Worry`` that is to go."""
    wanted_back = Signal(object)
    """The ``Worry`` that is to wait again."""

    def __init__(self, look: LookKeeper, *, name: str, is_waiting: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look, self._is_waiting = look, is_waiting
        self._worries: list[Worry] | None = None
        self._rows = column_in(self, 12)

    def show_worries(self, worries: Sequence[Worry]) -> None:
        """List these."""
        if list(worries) == self._worries:
            return  # the keyboard may be on one of them
        self._worries = list(worries)
        empty(self._rows)
        for number, worry in enumerate(worries, 1):
            self._rows.addWidget(self._row(worry, number))

    def holds(self, id_: str) -> bool:
        """Return whether the worry with this id is in the list."""
        return any(one.id == id_ for one in self._worries or ())

    def go_to(self, id_: str) -> None:
        """Put the keyboard on the worry with this id, and bring it into sight."""
        number = [one.id for one in self._worries or ()].index(id_)
        row = widgets_of(self._rows)[number]
        row.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        show_in_pane(row)

    def _row(self, worry: Worry, number: int) -> QWidget:
        look, name = self._look, f"{self.objectName()}.{number}"
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labels.own_words(look, worry.words, name=f"{name}.words"))
        if worry.step.strip():
            words.addWidget(labels.own_words(look, worry.step, name=f"{name}.its_step"))
        words.addWidget(labels.small(look, became(worry), "text_muted", name=f"{name}.said"))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addLayout(words, 1)
        top = Qt.AlignmentFlag.AlignTop
        if not self._is_waiting:
            back = buttons.link(look, text("Let it wait again"), name=f"{name}.back")
            back.setAccessibleName(text("Let worry {n} wait again").format(n=number))
            back.clicked.connect(partial(self.wanted_back.emit, worry))
            across.addWidget(back, 0, top)
        waits, looked_at = text("Remove waiting worry {n}"), text("Remove worry {n}")
        spoken = waits if self._is_waiting else looked_at
        away = buttons.IconButton(look, "trash", spoken.format(n=number), name=f"{name}.remove")
        away.clicked.connect(partial(self.removed.emit, worry))
        across.addWidget(away, 0, top)
        return row


def became(worry: Worry) -> str:
    """Return what became of a worry, as it was said."""
    if worry.outcome is Outcome.WAITS or worry.looked_at is None:
        return text("Noted on {day}").format(day=i18n.day(worry.noted))
    words = {
        Outcome.GONE: text("{day}: it no longer mattered"),
        Outcome.ACTED: text("{day}: one step"),
        Outcome.STANDS: text("{day}: let stand"),
    }
    return words[worry.outcome].format(day=i18n.day(worry.looked_at))
