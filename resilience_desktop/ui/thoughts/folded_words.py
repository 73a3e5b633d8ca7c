"""Words for which there is room on request: a plain button, and a field below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.ui.thoughts.think_with import ThinkWith
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class FoldedWords(QWidget):
    """A field that is folded away as long as nobody wants it and nothing is in it."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        quiet: QuietWords,
        *,
        name: str,
        opener: str,
        questions: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        look = context.look
        self._open = Opener(look, opener, name=f"{name}.open", flush=True)
        self._inside = QWidget()
        self._words = WordsEdit(look, name=name, title=opener, growing=True, lines=2)
        inside = column_in(self._inside, 4)
        if questions:
            think = ThinkWith(look, name=f"{name}.think_with", about=opener)
            think.set_questions(questions)
            inside.addWidget(think)
        inside.addWidget(self._words)
        inside.addWidget(quiet.below(self._words, name=f"{name}.quiet"))
        self._inside.hide()
        column = column_in(self, 4)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._open.turned.connect(self._turn)
        self._words.words_changed.connect(self.changed)

    def words(self) -> str:
        """Return what is written."""
        return self._words.words()

    def put(self, words: str) -> None:
        """Show these words, or the button alone when there are none."""
        self._words.set_words(words)
        self._open.set_open(is_open=bool(words.strip()))

    def _turn(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        if is_open and self._open.hasFocus():
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
