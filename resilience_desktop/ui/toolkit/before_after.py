"""What is asked before and after an exercise. None of it has to be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.clear_button import ClearButton
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.theme import LookKeeper

_GAP = 24


class Distress(QWidget):
    """How strong distress is right now, 0 to 100, or nothing."""

    changed = Signal()

    def __init__(self, look: LookKeeper, question: str, *, name: str) -> None:
        super().__init__()
        ends = {0: text("none"), 100: text("as strong as can be")}
        self._rating = Rating(look, ends, name=name, title=question)
        clear = ClearButton(look, self._rating, question, name=f"{name}.clear")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._rating, 1)
        row.addWidget(clear, 0, Qt.AlignmentFlag.AlignTop)
        column = column_in(self, 4)
        column.addWidget(labels.label(look, question))
        column.addLayout(row)
        self.setFocusProxy(self._rating)
        self._rating.rating_changed.connect(self.changed)

    @property
    def rating(self) -> int | None:
        """What was said, if anything."""
        return self._rating.rating

    def clear(self) -> None:
        """Ask anew."""
        self._rating.set_rating(None)


class Before(QWidget):
    """What a skill is for, what can be chosen of it, and distress at the beginning."""

    def __init__(self, look: LookKeeper, skill: Skill) -> None:
        super().__init__()
        self.distress = Distress(
            look,
            text("How strong is your distress now? You can leave this out."),
            name="toolkit.before",
        )
        self._place = QWidget()
        column_in(self._place, 0)
        column = column_in(self, _GAP)
        if skill.best_for:
            words = text("For: {moments}").format(moments=", ".join(skill.best_for))
            column.addWidget(labels.muted(look, words, name="toolkit.best_for"))
        column.addWidget(self._place)
        column.addWidget(self.distress)
        self._place.hide()

    def hold(self, choices: QWidget) -> None:
        """Show what can be chosen."""
        layout = self._place.layout()
        if layout is not None:
            layout.addWidget(choices)
        self._place.show()


class After(QWidget):
    """That it is over, for how long it was done, distress now, a note, and the usual change.

    ``afterwards`` is what the guide has to show then.
    """

    changed = Signal()

    def __init__(self, look: LookKeeper, afterwards: QWidget | None = None) -> None:
        super().__init__()
        self._end = labels.heading(look, text("That is all. Take your time."), name="toolkit.end")
        self._time = labels.muted(look, "", name="toolkit.time")
        self._change = labels.muted(look, "", name="toolkit.change")
        self.distress = Distress(
            look,
            text("How strong is your distress now? You can leave this out."),
            name="toolkit.after",
        )
        title = text("A note, if you like")
        self.note = WordsEdit(look, name="toolkit.after.note", title=title, growing=True, lines=2)
        top = QWidget()
        head = column_in(top, 4)
        for label in (self._end, self._time):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            head.addWidget(label)
        column = column_in(self, _GAP)
        column.addWidget(top)
        if afterwards is not None:
            column.addWidget(afterwards)
        column.addWidget(self.distress)
        column.addWidget(self._change)
        column.addWidget(labels.above(look, title, self.note))
        self.distress.changed.connect(self.changed)
        self.note.words_changed.connect(self.changed)
        self.show_change("")

    def begin(self, time: str) -> None:
        """Ask, after so long."""
        self._time.setText(time)
        self._time.setVisible(bool(time))
        self.distress.clear()
        self.note.set_words("")
        self.show_change("")
        announce(self, self._end.text())

    def show_change(self, sentence: str) -> None:
        """Say how distress was after this skill at other times; nothing while that is too few."""
        is_new = sentence != self._change.text()
        self._change.setText(sentence)
        self._change.setVisible(bool(sentence))
        if sentence and is_new:
            announce(self, sentence)
