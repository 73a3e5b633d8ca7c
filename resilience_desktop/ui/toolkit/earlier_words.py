"""What somebody wrote another time, such as a calm place and its word, to be taken again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty, keep_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.ui.theme import LookKeeper

_MOST = 3


class EarlierWords(QWidget):
    """The last few, each once, the latest first. Nothing is to be seen where there are none.

    Where there are some, their room is kept, so that nothing moves when they come and go.
    """

    taken = Signal(object)
    """What was written, by the name of the field."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("toolkit.earlier")
        self._look = look
        self._has_any = False
        holder = QWidget()
        self._rows = column_in(holder, 4)
        column = column_in(self, 8)
        column.addWidget(labels.label(look, text("From other times")))
        column.addWidget(holder)
        self.hide()

    def show_of(self, practices: Iterable[Practice], fields: Sequence[str]) -> None:
        """Show what was written into these fields."""
        found = [
            tuple((name, words) for name, words in one.answers if name in fields and words.strip())
            for one in practices
        ]
        lately = list(dict.fromkeys(one for one in reversed(found) if one))[:_MOST]
        empty(self._rows)
        for number, answers in enumerate(lately, 1):
            self._rows.addWidget(self._row(number, dict(answers)))
        self._has_any = bool(lately)
        keep_place(self, kept=self._has_any)

    def show_if(self, *, wanted: bool) -> None:
        """Be seen where they are of use."""
        self.setVisible(wanted and self._has_any)

    def _row(self, number: int, answers: Mapping[str, str]) -> QWidget:
        name = f"toolkit.earlier{number}"
        words = labels.own_words(
            self._look, "\n".join(answers.values()), most_lines=3, name=f"{name}.words"
        )
        take = buttons.link(self._look, text("Take it again"), name=f"{name}.take")
        take.setAccessibleName(text("Take it again: number {n}").format(n=number))
        take.clicked.connect(partial(self.taken.emit, answers))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(words, 1)
        across.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        return row
