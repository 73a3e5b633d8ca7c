"""Lines to write at the steps of an exercise, none of which has to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, keep_place
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resilience_desktop.content.skills import Field
    from resilience_desktop.ui.theme import LookKeeper

_BELOW_LABEL = 6  # pixels between a label and its field


class StepLines(QWidget):
    """A field for each step that has one, folded away until somebody wants to write.

    The last step, where it has none, shows what was written at the step before it. There is
    room for a field at each step, so that what is below stays where it is.
    """

    changed = Signal()

    def __init__(self, look: LookKeeper, fields: Sequence[Field | None]) -> None:
        super().__init__()
        self.setObjectName("toolkit.lines")
        self._look, self._order = look, fields
        self._fields: dict[str, WordsEdit] = {}
        self._parts: dict[str, QWidget] = {}
        self._place = 0
        self._said = labels.own_words(look, "", "quote", name="toolkit.lines.said")
        self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._said.hide()
        self.opener = buttons.Opener(
            look, text("Write it down"), text("Go without writing"), name="toolkit.lines.open"
        )
        self.opener.turned.connect(self._turn)
        room = self._room = QGridLayout()
        room.addWidget(self._said, 0, 0)
        for field in filter(None, fields):
            edit = WordsEdit(
                look,
                name=f"toolkit.lines.{field.id}",
                title=field.name,
                growing=True,
                lines=2,
                most_lines=8,
            )
            edit.words_changed.connect(self.changed)
            self._fields[field.id] = edit
            self._parts[field.id] = labels.above(look, field.name, edit)
            room.addWidget(self._parts[field.id], 0, 0, Qt.AlignmentFlag.AlignTop)
        whole = column_in(self, 8)
        whole.addLayout(room)
        whole.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self, self.opener):
            keep_place(part, kept=bool(self._fields))
        self.show_step(0)

    def show_step(self, place: int) -> None:
        """Show what belongs to a step."""
        self._place = place
        here = self._order[place]
        for id_, part in self._parts.items():
            part.setVisible(self.opener.is_open and here is not None and id_ == here.id)
        self._room.setRowMinimumHeight(0, self._least() if self.opener.is_open else 0)
        self.opener.setVisible(here is not None)
        before = self._order[place - 1] if place else None
        words = ""
        if here is None and before is not None and place == len(self._order) - 1:
            words = self._fields[before.id].words().strip()
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.setVisible(here is not None or bool(words))

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return what was written, by the name of the field."""
        written = ((id_, edit.words()) for id_, edit in self._fields.items())
        return tuple((id_, words) for id_, words in written if words.strip())

    def clear(self) -> None:
        """Begin with empty lines."""
        self.take(dict.fromkeys(self._fields, ""))
        self.opener.set_open(is_open=False)

    def take(self, answers: Mapping[str, str]) -> None:
        """Put words from another time into their lines."""
        for id_, words in answers.items():
            if id_ in self._fields:
                self._fields[id_].set_words(words)

    def _least(self) -> int:
        """Return how high a field is with its label while little is written in it."""
        label = self._look.line_height("label")
        fields = (edit.sizeHint().height() for edit in self._fields.values())
        return label + _BELOW_LABEL + max(fields, default=0)

    def _turn(self, is_open: bool) -> None:
        self.show_step(self._place)
        here = self._order[self._place]
        if is_open and here is not None:
            self._fields[here.id].setFocus(Qt.FocusReason.OtherFocusReason)
