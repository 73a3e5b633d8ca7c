"""The downward arrow: what a thought would mean if it were true, and what that would mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.thought_record import MOST_ARROWS
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class Arrow(QWidget):
    """At most five steps down, one at a time; folded away, and not offered when it is a lot."""

    changed = Signal()

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__()
        self.setObjectName("thoughts.arrow")
        self._context, self._quiet = context, quiet
        self._is_offered = True
        self._fields: list[_Below] = []
        self._open = buttons.Opener(
            context.look,
            text("What would it mean, if it were true?"),
            name="thoughts.arrow.open",
            flush=True,
        )
        self._inside = QWidget()
        self._list = column_in(self._inside, 12)
        self._inside.hide()
        self._deeper = buttons.quiet(
            context.look,
            text("One step further"),
            name="thoughts.arrow.further",
            flush=True,
            drawing="plus",
        )
        column = column_in(self, 4)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        column.addWidget(self._deeper, 0, Qt.AlignmentFlag.AlignLeft)
        self._open.turned.connect(self._turn)
        self._deeper.clicked.connect(self._go_further)
        self._deeper.hide()

    def steps(self) -> tuple[str, ...]:
        """Return the steps that have words."""
        return tuple(f.field.words() for f in self._fields if f.field.words().strip())

    def put(self, steps: Sequence[str], *, is_offered: bool) -> None:
        """Show these steps; with none, offer to begin unless it is a lot right now."""
        self._is_offered = is_offered
        if tuple(steps) != self.steps():
            while self._fields:
                self._drop()
            for words in steps:
                self._append(words)
        self._open.set_open(is_open=bool(steps))
        self._arrange()

    def _append(self, words: str = "") -> _Below:
        below = _Below(self._context, self._quiet, len(self._fields) + 1)
        below.field.set_words(words)
        below.field.words_changed.connect(self._typed)
        self._fields.append(below)
        self._list.addWidget(below)
        return below

    def _drop(self) -> None:
        below = self._fields.pop()
        self._quiet.forget(below.field)
        self._list.removeWidget(below)
        below.hide()
        below.deleteLater()

    def _typed(self) -> None:
        self._arrange()
        self.changed.emit()

    def _turn(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        if is_open and not self._fields:
            self._append()
        self._arrange()
        if is_open and self._open.hasFocus():
            self._fields[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_further(self) -> None:
        below = self._append()
        self._arrange()
        below.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        written = self.steps()
        self.setVisible(self._is_offered or bool(written))
        self._deeper.setVisible(
            self._is_offered
            and self._open.is_open
            and len(written) == len(self._fields)
            and 0 < len(written) < MOST_ARROWS
        )


class _Below(QWidget):
    """One step down."""

    def __init__(self, context: UiContext, quiet: QuietWords, number: int) -> None:
        super().__init__()
        name = f"thoughts.arrow.{number}"
        asked = text("If that were true, what would it mean?")
        if number == 1:
            asked = text("If the thought were true, what would it mean?")
        self.field = WordsEdit(
            context.look,
            name=name,
            title=text("{question} Step {n}").format(question=asked, n=number),
            growing=True,
            lines=1,
        )
        column = column_in(self, 4)
        column.addWidget(labels.muted(context.look, asked))
        column.addWidget(self.field)
        column.addWidget(quiet.below(self.field, name=f"{name}.quiet"))
