"""Steps in words, one at a time; nothing to type and no time to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.theme import LookKeeper


class TextSteps(QWidget):
    """Shows one of a few sentences, and which of how many it is.

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch()
        for label in (self._count, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
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

    def _show(self, count: str, sentence: str) -> None:
        self._count.setText(count)
        self._sentence.setText(sentence)
        if self.isVisible():
            announce(self, count if self._own and count else sentence)
