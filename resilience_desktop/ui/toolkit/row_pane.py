"""One of several in a worksheet: an idea with its good and bad, a part of life with two numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.sheet import SheetRow
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.clear_button import ClearButton
from resilience_desktop.ui.widgets.enter_edit import EnterEdit
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.growing_list import GrowingRow
from resilience_desktop.ui.widgets.halves import Halves
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.span import Span
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Field, Rows
    from resilience_desktop.ui.theme import LookKeeper

LEAST, MOST = 0, 10
_INSET, _LEVEL = 16, 4


class RowPane(GrowingRow[SheetRow]):
    """Its words, what belongs to them, and the ways to choose it and to take it away."""

    chosen = Signal()
    """This one was chosen, so that no other is."""

    def __init__(self, look: LookKeeper, rows: Rows, row: SheetRow | None) -> None:
        super().__init__(look)
        self._look, self._rows = look, rows
        words = row.words if row else ""
        self._is_offered = words in rows.offered
        self._name = words
        self.field: EnterEdit = EnterEdit(look, name="", title=rows.name, growing=True, lines=1)
        self.field.set_words("" if self._is_offered else words)
        self._label = labels.label(look, words if self._is_offered else "")
        self.choose = QCheckBox(rows.choose)
        self.choose.setChecked(row is not None and row.chosen)
        self._more = {
            field.id: WordsEdit(look, name="", title=field.name, growing=True, lines=2)
            for field in rows.fields
        }
        self._ratings = {field.id: _Rated(look, field) for field in rows.ratings}
        self._look_closer = buttons.Opener(look, text("Look closer"), name="", flush=True)
        self._parts = QWidget()
        self._lay_out()
        self._fill(row)
        self._connect()
        self._tell()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing of somebody's in it."""
        row = self.value()
        return row is None or (row == SheetRow(row.words) and self._is_offered)

    def value(self) -> SheetRow | None:
        """Return it as it stands; None while there is nothing in it."""
        more = tuple((id_, one.words()) for id_, one in self._more.items() if one.words().strip())
        rated = ((id_, one.rating.rating) for id_, one in self._ratings.items())
        ratings = tuple((id_, number) for id_, number in rated if number is not None)
        words = self._name if self._is_offered else self.field.words()
        if not words.strip():
            if not (more or ratings):
                return None
            words = self._rows.name  # what was written below it stays
        return SheetRow(words, more, ratings, self.choose.isChecked())

    def let_go(self) -> None:
        """Be chosen no more: another one is."""
        with QSignalBlocker(self.choose):
            self.choose.setChecked(False)

    def take_keyboard(self) -> None:
        """Put the keyboard on it."""
        first = self._first_rating() if self._is_offered else self.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_at(self, spoken: str, name: str) -> None:
        """Take a place among the others."""
        spoken = self._name if self._is_offered else spoken
        super().stand_at(spoken, name)
        self.choose.setObjectName(f"{name}.choose")
        self.choose.setAccessibleName(_of(spoken, self.choose.text()))
        self._look_closer.setObjectName(f"{name}.closer")
        self._look_closer.setAccessibleName(_of(spoken, text("Look closer")))
        for field in self._rows.fields:
            self._more[field.id].setObjectName(f"{name}.{field.id}")
            self._more[field.id].setAccessibleName(_of(spoken, field.name))
        for field in self._rows.ratings:
            self._ratings[field.id].be_about(_of(spoken, field.name), f"{name}.{field.id}")

    def dress(self) -> None:
        """Take fonts anew: Qt takes them when there is a parent."""
        for one in (self.field, *self._more.values()):
            one.dress()

    def _first_rating(self) -> QWidget:
        return next((one.rating for one in self._ratings.values()), self.remove)

    def _fill(self, row: SheetRow | None) -> None:
        for id_, words in row.more if row else ():
            if id_ in self._more:
                self._more[id_].set_words(words)
        for id_, number in row.ratings if row else ():
            if id_ in self._ratings:
                self._ratings[id_].rating.set_rating(number)
        self._look_closer.set_open(is_open=bool(row and row.more))

    def _connect(self) -> None:
        for edit in (self.field, *self._more.values()):
            edit.words_changed.connect(self._changed)
        self.field.next_wanted.connect(self.next_wanted)
        for rated in self._ratings.values():
            rated.rating.rating_changed.connect(self._changed)
        self.choose.toggled.connect(self._choose)
        self._look_closer.turned.connect(self._tell)

    def _choose(self, on: bool) -> None:
        if on:
            self.chosen.emit()
        self.changed.emit()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Show only what makes sense by now: an empty row is nothing but a field."""
        has_words = self._is_offered or bool(self.field.words().strip())
        has_more = not self.is_blank
        self.field.setVisible(not self._is_offered)
        self._label.setVisible(self._is_offered)
        self.choose.setVisible(has_more or self.choose.isChecked())
        self._look_closer.setVisible(bool(self._more) and (has_words or has_more))
        is_open = self._look_closer.is_open if self._more else True
        self._parts.setVisible((has_words or has_more) and is_open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label, 1)
        head.addWidget(self.field, 1)
        if not self._more:
            head.addWidget(self.choose)
        level = QVBoxLayout()  # with the first line of the words
        level.setContentsMargins(0, 0 if self._is_offered else _LEVEL, 0, 0)
        level.addWidget(self.remove)
        level.addStretch()
        head.addLayout(level)
        parts = column_in(self._parts, 12)
        set_margins(parts, _INSET, 0, 0, 4)
        boxes: list[QWidget] = [
            labels.above(self._look, field.name, self._more[field.id])
            for field in self._rows.fields
        ]
        boxes += self._ratings.values()
        for first, second in zip(boxes[::2], boxes[1::2], strict=False):
            parts.addWidget(Halves(self._look, first, second))
        if len(boxes) % 2:
            parts.addWidget(boxes[-1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        if self._more:
            ways = FlowLayout(gap=24, level=True)
            set_margins(ways, _INSET, 0, 0, 0)
            ways.addWidget(self.choose)
            ways.addWidget(self._look_closer)
            column.addLayout(ways)
        else:
            self._look_closer.setParent(self)
        column.addWidget(self._parts)


class _Rated(QWidget):
    """What is rated, the slider with its number, and Clear while there is a number."""

    def __init__(self, look: LookKeeper, field: Field) -> None:
        super().__init__()
        ends = {LEAST: text("not at all"), MOST: text("very much")}
        self.rating = Rating(look, ends, name="", title=field.name, span=Span(LEAST, MOST))
        self.rating.show_words(shown=False)
        self.clear = ClearButton(look, self.rating, field.name)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = labels.small(look, field.name, "text_muted")
        head.addWidget(name, 1)
        head.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        column = column_in(self, 2)
        column.addLayout(head)
        column.addWidget(self.rating)
        self.setFocusProxy(self.rating)

    def be_about(self, spoken: str, name: str) -> None:
        """Be one of several with the same question."""
        self.rating.setAccessibleName(spoken)
        self.rating.set_name(name)
        self.clear.setObjectName(f"{name}.clear")
        self.clear.set_what(spoken)


def _of(spoken: str, what: str) -> str:
    return text("{what}: {of}").format(what=what, of=spoken)
