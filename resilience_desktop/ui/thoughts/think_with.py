"""Questions to think with: one or two, and the others on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.theme import LookKeeper

ACCURATE = "not_a_distortion"
"""The choice that a thought may be accurate: then nothing is to be argued with."""
_AT_ONCE = 2


def is_accurate(record: ThoughtRecord) -> bool:
    """Whether somebody said that the thought may be accurate."""
    return any(chosen.pattern == ACCURATE for chosen in record.patterns)


def matched_questions(
    record: ThoughtRecord, patterns: Mapping[str, ThinkingPattern]
) -> tuple[str, ...]:
    """Return the questions of the chosen patterns, those of the main one first.

    Of a thought that may be accurate only its next steps are asked about.
    """
    chosen = [c.pattern for c in sorted(record.patterns, key=lambda c: not c.main)]
    if ACCURATE in chosen:
        chosen = [ACCURATE]
    found = (q for one in chosen if one in patterns for q in patterns[one].questions)
    return tuple(dict.fromkeys(found))


class ThinkWith(QWidget):
    """Shows the first questions; the others are folded away."""

    def __init__(self, look: LookKeeper, *, name: str, about: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._questions: tuple[str, ...] = ()
        self._at_once = _AT_ONCE
        first, rest = QWidget(), QWidget()
        self._first, self._rest = column_in(first, 4), column_in(rest, 4)
        self._more = Opener(look, text("More questions"), name=f"{name}.more", flush=True)
        if about:  # there are other questions in view
            self._more.setAccessibleName(f"{self._more.text()}: {about}")
        self._more.turned.connect(rest.setVisible)
        rest.hide()
        column = column_in(self, 4)
        column.addWidget(first)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rest)

    def questions(self) -> tuple[str, ...]:
        """Return all of them, folded away or not."""
        return self._questions

    def set_questions(self, questions: Sequence[str], at_once: int = _AT_ONCE) -> None:
        """Ask these, the first ones at once."""
        if (tuple(questions), at_once) == (self._questions, self._at_once):
            return
        self._questions, self._at_once = tuple(questions), at_once
        self._more.set_open(is_open=False)
        self._more.setVisible(len(questions) > at_once)
        for layout, asked in (
            (self._first, questions[:at_once]),
            (self._rest, questions[at_once:]),
        ):
            self._ask(layout, asked)

    def _ask(self, layout: QVBoxLayout, questions: Sequence[str]) -> None:
        empty(layout)
        for question in questions:
            layout.addWidget(labels.muted(self._look, question))
