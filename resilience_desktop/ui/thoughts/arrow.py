"""The downward arrow: what a thought would mean if it were true, and what that would mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.thought_record import MOST_ARROWS
from resilience_desktop.i18n import text
from resilience_desktop.ui.quiet_line import heavy_ratings
from resilience_desktop.ui.thoughts.settle_first import A_LOT
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class Arrow(QWidget):
    """At most five steps down, one at a time, and each of them can be the last.

    It is folded away. It is not offered while it is a lot, which a line says, nor before it is
    known how much it is, when there is nothing to see here. Whoever only notices a thought is not
    asked about it.
    """

    changed = Signal()

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__()
        self.setObjectName("thoughts.arrow")
        self._context, self._quiet = context, quiet
        self._is_offered = False
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
        floor = text("You can stop at any step. What lies at the bottom is a belief, not a fact.")
        self._floor = labels.small(context.look, floor, "text_muted", name="thoughts.arrow.floor")
        self._waits = labels.small(context.look, "", "text_muted", name="thoughts.arrow.waits")
        self._settle = QWidget()
        column = column_in(self, 8)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._floor)
        column.addWidget(self._inside)
        column.addWidget(self._deeper, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._waits)
        column.addWidget(self._settle)
        self._open.turned.connect(self._turn)
        self._deeper.clicked.connect(self._go_further)
        self._deeper.hide()

    def steps(self) -> tuple[str, ...]:
        """Return the steps that have words."""
        return tuple(f.field.words() for f in self._fields if f.field.words().strip())

    def put(self, record: ThoughtRecord) -> None:
        """Show the steps of a record; with none, offer to begin, or say what it waits for."""
        waits = "" if record.is_noticing else _waits_for(record)
        self._is_offered = not waits and not record.is_noticing and _is_rated(record)
        self._waits.setText(waits)
        if record.arrow != self.steps():
            while self._fields:
                self._drop()
            for words in record.arrow:
                self._append(words)
        self._open.set_open(is_open=bool(record.arrow))
        self._arrange()

    def put_offer(self, offer: QWidget) -> None:
        """Take the way to settle: it stands below the steps for as long as they are in view."""
        column_in(self._settle, 0).addWidget(offer)

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
        is_there = self._is_offered or bool(written)
        for part in (self._open, self._floor):
            part.setVisible(is_there)
        self._settle.setVisible(is_there and self._open.is_open)
        self._waits.setVisible(bool(self._waits.text()))
        self.setVisible(is_there or bool(self._waits.text()))
        self._deeper.setVisible(
            self._is_offered
            and self._open.is_open
            and len(written) == len(self._fields)
            and 0 < len(written) < MOST_ARROWS
        )


def _ratings(record: ThoughtRecord) -> list[tuple[str, int | None]]:
    return [(f.word, rating) for f in record.feelings for rating in (f.before, f.after)]


def _is_rated(record: ThoughtRecord) -> bool:
    """Whether it is known how much it is."""
    return any(rating is not None for _, rating in _ratings(record))


def _waits_for(record: ThoughtRecord) -> str:
    """Return why it is not the time to look under a thought, or nothing."""
    if any((rating or 0) >= A_LOT for rating in heavy_ratings(_ratings(record))):
        return text(
            "Looking under the thought is left out while a feeling here is at {n} or more, as it "
            "can stir up more. It comes back once they are all lower."
        ).format(n=A_LOT)
    return ""


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
