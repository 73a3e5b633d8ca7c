"""Steps in words, one at a time; nothing to type and no time to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import keep_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper


class TextSteps(QWidget):
    """Shows one of a few sentences, and which of how many it is.

    It is as high as the longest of them, so that what is below stays where it is.

    Sentences of one's ``own`` look like a person's words and are not read out by the app; the
    keyboard can go to them.
    """

    def __init__(
        self, look: LookKeeper, steps: Sequence[str], *, name: str, own: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._steps, self._own = steps, own
        self._place = 0
        self._count = labels.small(look, "", "text_muted", name=f"{name}.count")
        sentence = f"{name}.sentence"
        self._sentence = (
            labels.own_words(look, "", "quote", selectable=True, name=sentence)
            if own
            else labels.title(look, "", name=sentence)
        )
        room = QGridLayout()
        for step in steps:
            room.addWidget(self._unseen(look, step), 0, 0)
        room.addWidget(self._sentence, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch()
        for label in (self._count, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._count)
        column.addLayout(room)
        column.addStretch()
        self.show_step(0)

    @property
    def place(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._place

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self._place == len(self._steps) - 1

    def show_step(self, place: int) -> None:
        """Show one step, and have a screen reader say it: the focus stays on its button."""
        self._place = place
        count = text("Step {n} of {all}").format(n=place + 1, all=len(self._steps))
        self._show(count, self._steps[place])

    def show_end(self, sentence: str) -> None:
        """Show a sentence after the last step."""
        self._show("", sentence)

    def _unseen(self, look: LookKeeper, step: str) -> QWidget:
        """Return what takes the room of a step and is never shown."""
        label = labels.own_words(look, step, "quote") if self._own else labels.title(look, step)
        keep_place(label)
        label.hide()
        return label

    def _show(self, count: str, sentence: str) -> None:
        self._count.setText(count)
        self._sentence.setText(sentence)
        if self.isVisible():
            announce(self, count if self._own and count else sentence)
