"""A scale of one's own: its name, from where to where, and the words at both ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox

from resilience_desktop.domain.own_scale import HIGHEST, LOWEST, MOST_STEPS, OwnScale
from resilience_desktop.domain.tag import tidy
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.keeping_dialog import KeepingDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.theme import LookKeeper

_LONGEST = 60


class ScaleDialog(KeepingDialog):
    """Makes a scale, or changes one; its numbers stay as they are."""

    scale_made = Signal(object)
    removal_wanted = Signal(object)

    def __init__(
        self,
        look: LookKeeper,
        parent: QWidget,
        scale: OwnScale | None,
        *,
        removable: bool = False,
    ) -> None:
        title = text("A scale of your own") if scale is None else text("Change a scale")
        super().__init__(look, parent, "scale", title)
        self._has_numbers = scale is not None and not removable
        self._scale = scale
        shown = scale or OwnScale("?")
        self._name = self._field("scale.name", text("Name"), scale.name if scale else "")
        self._low_words = self._field(
            "scale.low_words", text("Words at the lower end"), shown.low_words
        )
        self._high_words = self._field(
            "scale.high_words", text("Words at the upper end"), shown.high_words
        )
        self._low = self._number("scale.low", text("Lowest number"), shown.low)
        self._high = self._number("scale.high", text("Highest number"), shown.high)
        self._remove = buttons.quiet(
            look, text("Remove this scale"), name="scale.remove", drawing="trash"
        )
        self._remove.setVisible(removable)
        self._remove.clicked.connect(self._ask_removal)
        self._lay_out()
        look.follow(self._dress)
        self._name.setFocus()

    def finish(self) -> None:
        """Hand the scale over, unless its name or its numbers are wrong."""
        name, low, high = tidy(self._name.text()), self._low.value(), self._high.value()
        wrong = ""
        if not name:
            wrong = text("A name is needed, such as stress or pain.")
        elif low >= high:
            wrong = text("The highest number has to be above the lowest.")
        elif high - low > MOST_STEPS:
            wrong = text("There is room for {n} steps between the two.").format(n=MOST_STEPS)
        if wrong:
            self.say_wrong(wrong, self._low if name else self._name)
            return
        words = tidy(self._low_words.text()), tidy(self._high_words.text())
        made = self._scale or OwnScale(name)
        self.scale_made.emit(
            replace(made, name=name, low=low, high=high, low_words=words[0], high_words=words[1])
        )
        self.accept()

    def _ask_removal(self) -> None:
        self.removal_wanted.emit(self._scale)
        self.accept()

    def _field(self, name: str, title: str, words: str) -> LineField:
        field = LineField(words)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setMaxLength(_LONGEST)
        return field

    def _number(self, name: str, title: str, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setRange(LOWEST, HIGHEST)
        box.setValue(value)
        return box

    def _dress(self) -> None:
        for number in (self._low, self._high):
            number.setFixedWidth(self.look.px(120))

    def _lay_out(self) -> None:
        said = text("Higher means more of it, not better.")
        if self._has_numbers:
            said = f"{said} {text('Numbers noted before stay as they are.')}"
        self.column.addWidget(labels.muted(self.look, said, name="scale.said"))
        self.column.addWidget(self.above(self._name.accessibleName(), self._name))
        for number, words in ((self._low, self._low_words), (self._high, self._high_words)):
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(self.above(number.accessibleName(), number))
            row.addWidget(self.above(words.accessibleName(), words), 1)
            self.column.addLayout(row)
        self.foot.addWidget(self._remove)
        self.add_ways_out(text("Keep scale"))
