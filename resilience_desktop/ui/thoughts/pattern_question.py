"""Asking whether a thought could be of some pattern, because of words in it; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.services.patterns import FEELING, hints_about
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Collection

    from resilience_desktop.domain.pattern_hints import Hint
    from resilience_desktop.ui.theme import LookKeeper


class PatternQuestion(Banner):
    """A question and two answers. Nothing is chosen by itself.

    Once it was asked it stays where it is with what was answered, so that nothing below moves.
    """

    accepted = Signal(str)
    """The id of the pattern."""
    declined = Signal(str)
    undone = Signal(str)
    """The answer about a pattern is taken back."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, "offer", "", name="thoughts.hint_question", drawing="question")
        self._thought = ""
        self._found: tuple[Hint, ...] = ()
        self._hint: Hint | None = None
        self._answered = ""
        """The pattern that was asked about last, and answered."""
        name = "thoughts.hint_question"
        self._yes = buttons.quiet(look, text("Yes, add it"), name=f"{name}.yes", flush=True)
        self._no = buttons.quiet(look, text("No"), name=f"{name}.no", flush=True)
        self._answer = labels.small(look, "", "text_muted", name=f"{name}.answer")
        self._undo = buttons.quiet(look, text("Undo"), name=f"{name}.undo", flush=True)
        self._yes.clicked.connect(self._accept)
        self._no.clicked.connect(self._decline)
        self._undo.clicked.connect(self._take_back)
        for button in (self._yes, self._no):
            button.installEventFilter(self)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self._answer)
        said.addWidget(self._undo)
        self.put_below(self._yes, self._no, self._said)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the thought that brought up the question in view."""
        return self._hint.words if self._hint is not None else ()

    def begin(self) -> None:
        """Turn to a record that is opened: nothing was answered in view yet."""
        self._hint, self._answered = None, ""
        self.setMinimumHeight(0)
        self.hide()

    def ask_about(
        self,
        thought: str,
        *,
        chosen: Collection[str],
        turned_down: Collection[str] = (),
        archived: Collection[str] = (),
    ) -> None:
        """Ask about a thought what is not answered yet; an empty one asks nothing.

        What answers a question, also by choosing the pattern, makes no room for a further one.
        """
        if thought != self._thought:
            self._thought = thought
            self._found = hints_about(thought) if thought else ()
        done, before = {*chosen, *turned_down}, self._hint
        away = {*done, *archived}
        self._hint = next((hint for hint in self._found if hint.pattern not in away), None)
        if before is not None and before.pattern in done:
            self._answered = before.pattern
        elif self._answered not in done:
            self._answered = ""
        self._show(is_added=self._answered in chosen)

    def enter(self) -> None:
        """Keep the keyboard here, at the answers or at what takes the last one back."""
        button = self._undo if self._hint is None else self._yes
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the second half of a double click go: it was not meant for the next question."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def _show(self, *, is_added: bool) -> None:
        if not self._thought or (self._hint is None and not self._answered):
            self.hide()
            return
        if self._answered:
            self.setMinimumHeight(self.height())
        self._say_answer(is_added=is_added)
        for button in (self._yes, self._no):
            button.setVisible(self._hint is not None)
        if self._hint is not None:
            self._put_question(self._hint)
        self.show()

    def _put_question(self, hint: Hint) -> None:
        name = content.pattern_name(hint.pattern)
        if hint.pattern == FEELING:
            self.set_words(text("Could this be a feeling rather than a thought?"))
        else:
            question = text("Could this be {pattern}?").format(pattern=name[:1].lower() + name[1:])
            words = ", ".join(f"“{one}”" for one in hint.words)
            self.set_words(question, text("Because of: {words}").format(words=words))
        for button in (self._yes, self._no):
            button.setAccessibleName(f"{button.text()}: {name}")

    def _say_answer(self, *, is_added: bool) -> None:
        """Say what became of the question before, or nothing."""
        name = content.pattern_name(self._answered)
        said = text("{pattern}: added.") if is_added else text("{pattern}: not added.")
        answer = said.format(pattern=name) if self._answered else ""
        if answer and answer != self._answer.text():
            announce(self, answer)
        self._answer.setText(answer)
        self._said.setVisible(bool(answer))
        self._undo.setAccessibleName(f"{self._undo.text()}: {name}")

    def _accept(self) -> None:
        if self._hint is not None:
            self.accepted.emit(self._hint.pattern)

    def _decline(self) -> None:
        if self._hint is not None:
            self.declined.emit(self._hint.pattern)

    def _take_back(self) -> None:
        self.undone.emit(self._answered)
