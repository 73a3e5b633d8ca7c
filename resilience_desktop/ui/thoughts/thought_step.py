"""Step three: what went through the mind, how far it was believed, and which thought stings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class ThoughtStep(StepPage):
    """One or more automatic thoughts."""

    step = Step.THOUGHT
    keeps_thought_in_view = False

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "thoughts")
        self._fields: list[_Thought] = []
        self._hot = QButtonGroup(self)
        self._quiet = quiet
        holder = QWidget()
        self._list = column_in(holder, 16)
        self.column.addWidget(holder)
        self._add = buttons.quiet(
            context.look,
            text("Add another thought"),
            name="thoughts.add_thought",
            flush=True,
            drawing="plus",
        )
        self._add.clicked.connect(self._add_empty)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def put(self, record: ThoughtRecord) -> None:
        """Show the thoughts, or one empty field."""
        wanted = record.thoughts or (AutomaticThought(""),)
        while len(self._fields) > len(wanted):
            self._drop(self._fields[-1])
        while len(self._fields) < len(wanted):
            self._append()
        for field, thought in zip(self._fields, wanted, strict=True):
            field.put(thought)
        self._arrange()
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these thoughts; empty fields are no thoughts."""
        return replace(
            record, thoughts=tuple(f.thought() for f in self._fields if not f.is_empty())
        )

    def first_field(self) -> QWidget:
        """Return the first thought."""
        return self._fields[0].words

    def _append(self) -> _Thought:
        field = _Thought(self._context, self._quiet, len(self._fields) + 1)
        field.changed.connect(self._field_changed)
        field.remove_requested.connect(self._remove)
        self._hot.addButton(field.hot)
        self._fields.append(field)
        self._list.addWidget(field)
        return field

    def _add_empty(self) -> None:
        field = self._append()
        field.put(AutomaticThought(""))
        self._arrange()
        field.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, field: _Thought) -> None:
        self._drop(field)
        if not self._fields:
            self._append().put(AutomaticThought(""))
        self._arrange()
        self._fields[-1].words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell()

    def _drop(self, field: _Thought) -> None:
        self._hot.removeButton(field.hot)
        self._quiet.forget(field.words)
        self._fields.remove(field)
        self._list.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _field_changed(self) -> None:
        self._arrange()
        self.tell()

    def _arrange(self) -> None:
        """Which thought is the hot one is only asked when there are several."""
        several = len(self._fields) > 1
        for number, field in enumerate(self._fields, 1):
            field.number(number, several=several)
        if several and self._hot.checkedButton() is None:
            self._fields[0].hot.setChecked(True)


class _Thought(QWidget):
    """One thought: its words, how far it was believed, and whether it is the hot one."""

    changed = Signal()
    remove_requested = Signal(object)

    def __init__(self, context: UiContext, quiet: QuietWords, number: int) -> None:
        super().__init__()
        look, name = context.look, f"thoughts.thought{number}"
        self._name = name
        self._later: int | None = None
        self._putting = False
        self.words = WordsEdit(
            look, name=f"{name}.words", title=text("Automatic thought"), growing=True, lines=2
        )
        self._asked = labels.label(look, text("How far did you believe it then?"))
        self._belief = Rating(
            look,
            content.rating_anchors("belief"),
            name=f"{name}.belief",
            title=text("How far did you believe it then?"),
        )
        self.hot = QRadioButton(text("This one stings most"))
        self.hot.setObjectName(f"{name}.hot")
        self._remove = buttons.quiet(look, text("Remove"), name=f"{name}.remove")
        self._rule = Rule()
        tools = QHBoxLayout()
        tools.addWidget(self.hot)
        tools.addStretch()
        tools.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rule)
        column.addWidget(self.words)
        column.addWidget(quiet.below(self.words, name=f"{name}.quiet"))
        column.addWidget(self._asked)
        column.addWidget(self._belief)
        column.addLayout(tools)
        self.words.words_changed.connect(self._tell)
        self._belief.rating_changed.connect(self._tell)
        self.hot.toggled.connect(self._tell)
        self._remove.clicked.connect(self._ask_removal)

    def put(self, thought: AutomaticThought) -> None:
        """Show a thought."""
        self._putting = True
        self.words.set_words(thought.text)
        self._belief.set_rating(thought.belief_before)
        self._later = thought.belief_after
        if thought.hot:
            self.hot.setChecked(True)
        self._putting = False

    def thought(self) -> AutomaticThought:
        """Return the thought as it stands."""
        hot = self.hot.isChecked() and self.hot.isVisibleTo(self)
        return AutomaticThought(self.words.words(), self._belief.rating, self._later, hot)

    def is_empty(self) -> bool:
        """Whether there are no words."""
        return not self.words.words().strip()

    def number(self, number: int, *, several: bool) -> None:
        """Say which of several thoughts this is."""
        self._take_name(f"thoughts.thought{number}")
        title = text("Automatic thought {n}").format(n=number)
        self.words.setAccessibleName(title if several else text("Automatic thought"))
        for part, words in (
            (self._belief, self._asked.text()),
            (self.hot, self.hot.text()),
            (self._remove, self._remove.text()),
        ):
            part.setAccessibleName(f"{words} {title}" if several else words)
        self._rule.setVisible(number > 1)
        self.hot.setVisible(several)
        self._remove.setVisible(several)

    def _take_name(self, name: str) -> None:
        """Name all parts anew, since one that was above may be gone."""
        for part in self.findChildren(QWidget):
            if part.objectName().startswith(f"{self._name}."):
                part.setObjectName(name + part.objectName().removeprefix(self._name))
        self._name = name

    def _tell(self, *_: object) -> None:
        if not self._putting:
            self.changed.emit()

    def _ask_removal(self) -> None:
        self.remove_requested.emit(self)
