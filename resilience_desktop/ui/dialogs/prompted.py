"""Writing to prompts, each of which can be left empty: after a setback, and one's own story."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.insight import PROMPTS, InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.ui.context import UiContext

Answers = tuple[tuple[str, str], ...]


def prompt_name(kind: InsightKind, prompt: str) -> str:
    """Return what a prompt is called."""
    return {
        InsightKind.SEEN: {},
        InsightKind.SETBACK: {
            "happened": text("What happened"),
            "learned": text("What you learned"),
            "next_step": text("The next tiny step"),
        },
        InsightKind.STORY: {
            "hard": text("What has been hard"),
            "helped": text("What helped"),
            "found": text("What you found you can do"),
            "matters": text("What matters to you now"),
        },
    }[kind][prompt]


def _hint(kind: InsightKind, prompt: str) -> str:
    return {
        InsightKind.SEEN: {},
        InsightKind.SETBACK: {
            "happened": text("As plainly as you can. What came before it, and what did you do?"),
            "learned": text("Was anything different from other times? What would help sooner?"),
            "next_step": text("Something so small that you could do it today or tomorrow."),
        },
        InsightKind.STORY: {
            "hard": text("Only as much as you like. It can stay one sentence."),
            "helped": text("People, places, things you did, things you told yourself."),
            "found": text("What you did even though it was hard. Small things belong here too."),
            "matters": text("People, things or ways of living you want more of."),
        },
    }[kind][prompt]


def words_for_looking_back(*, with_step: bool) -> dict[str, tuple[str, str]]:
    """Return how a note about some days asks: prompt -> its name and a hint.

    Nobody called those days a setback, and of days long ago no step is left to be taken.
    """
    asked = {
        "happened": (
            text("What went on around you"),
            text("In single words or as a story. Only what you want to have written down."),
        ),
        "learned": (
            text("What helped, even a little"),
            text("People, places, rest, something you did, or time going by."),
        ),
    }
    if with_step:
        asked["next_step"] = (
            text("A small next step, if you want one"),
            text("Something so small that you could do it today or tomorrow."),
        )
    return asked


class Prompted(QWidget):
    """The prompts of one kind, a field below each; words that call for it bring the quiet line."""

    changed = Signal()

    def __init__(self, context: UiContext, kind: InsightKind, *, name: str, lines: int = 2) -> None:
        super().__init__()
        self.setObjectName(name)
        self.kind = kind
        self.last = PROMPTS[kind][0]
        """The prompt that somebody wrote to last."""
        look = context.look
        self._quiet = QuietLines(context, self)
        self._quiet_line = QuietLine(context, name=f"{name}.quiet")
        self._quiet.rested.connect(self._look_for_words)
        self.fields: dict[str, WordsEdit] = {}
        self._parts: dict[str, tuple[QWidget, labels.Label, labels.Label]] = {}
        column = column_in(self, 16)
        for prompt in PROMPTS[kind]:
            title = prompt_name(kind, prompt)
            field = WordsEdit(
                look,
                name=f"{name}.{prompt}",
                title=title,
                growing=True,
                lines=lines,
                most_lines=40,
            )
            hint = labels.small(look, _hint(kind, prompt), "text_muted")
            field.setAccessibleDescription(hint.text())
            field.words_changed.connect(partial(self._typed, prompt))
            self.fields[prompt] = field
            part = QWidget()
            rows = column_in(part, 4)
            label = labels.label(look, title)
            label.setBuddy(field)
            for row in (label, hint, field):
                rows.addWidget(row)
            column.addWidget(part)
            self._parts[prompt] = part, label, hint
        column.addWidget(self._quiet_line)

    def ask(self, words: Mapping[str, tuple[str, str]] | None = None) -> None:
        """Ask in these words, prompt -> its name and a hint, or as it is asked as a rule.

        What is not asked for has no field, unless somebody wrote there before.
        """
        usual = {p: (prompt_name(self.kind, p), _hint(self.kind, p)) for p in self.fields}
        asked = usual if words is None else words
        for prompt, (part, label, hint) in self._parts.items():
            field = self.fields[prompt]
            title, more = asked.get(prompt, usual[prompt])
            label.setText(title)
            hint.setText(more)
            field.setAccessibleName(title)
            field.setAccessibleDescription(more)
            part.setVisible(prompt in asked or bool(field.words().strip()))

    def put(self, note: Insight | None) -> None:
        """Fill the fields."""
        for prompt, field in self.fields.items():
            field.set_words(note.answer(prompt) if note else "")
        self._quiet.begin(note.id if note else "")
        self._quiet_line.show_if(self._quiet.now is not None)

    def answers(self) -> Answers:
        """Return what is written, without what was left empty."""
        written = ((prompt, field.words()) for prompt, field in self.fields.items())
        return tuple((prompt, words) for prompt, words in written if words.strip())

    def typed(self) -> str:
        """Return all that is written, each part below its name."""
        named = ((self._parts[prompt][1].text(), words) for prompt, words in self.answers())
        return "\n\n".join(f"{name}\n{words}" for name, words in named)

    def start(self) -> None:
        """Put the keyboard where the first words go."""
        self.fields[PROMPTS[self.kind][0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, prompt: str, words: str) -> None:
        """Write words below what stands there, so that the keys can take them back."""
        field = self.fields[prompt]
        cursor = field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(f"\n{words}" if field.words().strip() else words)
        field.setTextCursor(cursor)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, prompt: str) -> None:
        self.last = prompt
        self._quiet.typed()
        self.changed.emit()

    def _look_for_words(self) -> None:
        found = any(self._quiet.are_in(field.words()) for field in self.fields.values())
        self._quiet_line.show_if(self._quiet.after(words_found=found) is not None)
