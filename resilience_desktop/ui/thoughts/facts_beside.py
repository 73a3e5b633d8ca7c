"""The facts that were written down, in sight while a fairer thought is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.think_with import is_accurate
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.theme import LookKeeper

_MOST_LINES = 3
"""Of one fact; all of it is in its own step."""


def facts_for() -> str:
    """Return what the facts for a thought are called."""
    return text("Facts that speak for it")


def facts_against(*, accurate: bool = False) -> str:
    """Return what the other facts are called, also of a thought that may be accurate."""
    return text("Other facts") if accurate else text("Facts that speak against it")


class FactsBeside(QWidget):
    """All facts where there is room for them, else folded away below a button."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.balanced_facts")
        self._look = look
        self._shown: tuple[str, tuple[str, ...], tuple[str, ...], bool] | None = None
        self._open = Opener(
            look, text("The facts you wrote"), name="thoughts.balanced_facts.open", flush=True
        )
        self._inside = QWidget()
        self._facts = column_in(self._inside, 4)
        column = column_in(self, 4)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._open.turned.connect(self._inside.setVisible)
        self.fold(is_folded=False)

    def put(self, record: ThoughtRecord) -> None:
        """Show the facts of a record; there is nothing to see where there are none."""
        first, other = _written(record.evidence_for), _written(record.evidence_against)
        shown = record.id, first, other, is_accurate(record)
        self.setVisible(bool(first or other))
        if shown == self._shown:
            return
        if self._shown is None or self._shown[0] != record.id:
            self._open.set_open(is_open=False)
        self._shown = shown
        empty(self._facts)
        self._list(facts_for(), first)
        self._list(facts_against(accurate=is_accurate(record)), other)

    def fold(self, *, is_folded: bool) -> None:
        """Show only a button that opens them, or all."""
        self._open.setVisible(is_folded)
        self._inside.setVisible(not is_folded or self._open.is_open)

    def _list(self, title: str, facts: tuple[str, ...]) -> None:
        if not facts:
            return
        if self._facts.count():
            self._facts.addSpacing(8)
        self._facts.addWidget(labels.small(self._look, title, "text_muted"))
        for fact in facts:
            self._facts.addWidget(labels.own_words(self._look, fact, most_lines=_MOST_LINES))


def _written(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(fact.strip() for fact in facts if fact.strip())
