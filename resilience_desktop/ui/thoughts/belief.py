"""How far a thought is believed, or how real a picture or a memory feels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import content
from resilience_desktop.domain.thought_record import ThoughtKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rating import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.ui.theme import LookKeeper


class Belief(QWidget):
    """Asks for belief in the moment, in the words that fit what went through the mind."""

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        kind = ThoughtKind.WORDS
        self._of = ""
        self._asked = labels.label(look, belief_asked(kind))
        self._rating = Rating(look, belief_anchors(kind), name=name, title=belief_asked(kind))
        self._rating.rating_changed.connect(self.changed)
        column = column_in(self, 8)
        column.addWidget(self._asked)
        column.addWidget(self._rating)

    @property
    def rating(self) -> int | None:
        """The number, or None when it is not set."""
        return self._rating.rating

    def set_rating(self, rating: int | None) -> None:
        """Show a number, or none."""
        self._rating.set_rating(rating)

    def ask_of(self, kind: ThoughtKind) -> None:
        """Ask in the words for a thought, or for a picture or a memory."""
        self._asked.setText(belief_asked(kind))
        self._rating.set_words(belief_anchors(kind))
        self.call(self._of)

    def call(self, of: str) -> None:
        """Say, to who hears it, which of several thoughts is meant; "" for a single one."""
        self._of = of
        self._rating.setAccessibleName(f"{self._asked.text()} {of}".rstrip())


def belief_asked(kind: ThoughtKind, *, later: bool = False) -> str:
    """Return the question, about the moment or about now. A picture is not true or false."""
    if kind is ThoughtKind.WORDS:
        return (
            text("How far do you believe it now?")
            if later
            else text("How far did you believe it then?")
        )
    return text("How real does it feel now?") if later else text("How real did it feel then?")


def belief_asked_alone(kind: ThoughtKind) -> str:
    """Return the question about now where the thought is not right above it."""
    return {
        ThoughtKind.WORDS: text("How far do you believe the automatic thought now?"),
        ThoughtKind.IMAGE: text("How real does the picture feel now?"),
        ThoughtKind.MEMORY: text("How real does the memory feel now?"),
    }[kind]


def belief_anchors(kind: ThoughtKind) -> Mapping[int, str]:
    """Return what the ends and the middle of the scale mean."""
    return content.rating_anchors("belief" if kind is ThoughtKind.WORDS else "real")


def belief_in_words(kind: ThoughtKind, percent: int) -> str:
    """Return the number with what it says."""
    if kind is ThoughtKind.WORDS:
        return text("believed {n} %").format(n=percent)
    return text("felt {n} % real").format(n=percent)
