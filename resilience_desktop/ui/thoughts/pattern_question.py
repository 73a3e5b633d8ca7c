"""Asking whether a thought could be of some pattern, because of words in it; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.services.patterns import FEELING, hints_about
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Collection

    from resilience_desktop.domain.pattern_hints import Hint
    from resilience_desktop.ui.theme import LookKeeper


class PatternQuestion(Banner):
    """A question and two answers. Nothing is chosen by itself, and no is no for this record."""

    accepted = Signal(str)
    """The id of the pattern."""
    declined = Signal(str)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, "offer", "", name="thoughts.hint_question", drawing="question")
        self._asked: tuple[str, str] | None = None
        self._found: tuple[Hint, ...] = ()
        self._turned_down: dict[str, set[str]] = {}
        """Patterns by record; for as long as the window is open."""
        self._hint: Hint | None = None
        self._yes = buttons.quiet(
            look, text("Yes, add it"), name="thoughts.hint_question.yes", flush=True
        )
        self._no = buttons.quiet(look, text("No"), name="thoughts.hint_question.no", flush=True)
        self._yes.clicked.connect(self._accept)
        self._no.clicked.connect(self._decline)
        self.put_below(self._yes, self._no)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the thought that brought up the question in view."""
        return self._hint.words if self._hint is not None else ()

    def ask_about(
        self, record: str, thought: str, *, chosen: Collection[str], archived: Collection[str]
    ) -> None:
        """Ask about a thought of a record, unless it has been answered; an empty one asks nothing.

        What answers a question, also by choosing the pattern, makes no room for a further one.
        """
        if self._asked != (record, thought):
            self._asked = (record, thought)
            self._found = hints_about(thought, archived) if thought else ()
        away = {*chosen, *self._turned_down.setdefault(record, set())}
        self._hint = next((hint for hint in self._found if hint.pattern not in away), None)
        self._show()

    def enter(self) -> bool:
        """Take the keyboard to the answers; return whether something is asked."""
        if self._hint is not None:
            self._yes.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._hint is not None

    def _show(self) -> None:
        if self._hint is None:
            self.hide()
            return
        name = content.pattern_name(self._hint.pattern)
        if self._hint.pattern == FEELING:
            self.set_words(text("Could this be a feeling rather than a thought?"))
        else:
            question = text("Could this be {pattern}?").format(pattern=name[:1].lower() + name[1:])
            words = ", ".join(f"“{one}”" for one in self._hint.words)
            self.set_words(question, text("Because of: {words}").format(words=words))
        for button in (self._yes, self._no):
            button.setAccessibleName(f"{button.text()}: {name}")
        self.show()

    def _accept(self) -> None:
        if self._hint is not None:
            self.accepted.emit(self._hint.pattern)

    def _decline(self) -> None:
        if self._hint is not None and self._asked is not None:
            self._turned_down[self._asked[0]].add(self._hint.pattern)
            self.declined.emit(self._hint.pattern)
