"""What went through the mind, how far it was believed, and which thought stings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtKind, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.arrow import Arrow
from resilience_desktop.ui.thoughts.belief import Belief
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.removed_line import RemovedLine
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.segments import RangeSwitch
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
        self._gone = RemovedLine(context.look, name="thoughts.removed_thought")
        self._gone.undo_wanted.connect(self._put_back)
        self._removed: tuple[int, AutomaticThought] | None = None
        self._id, self._is_noticing = "", False
        self.column.addWidget(holder)
        self.column.addWidget(self._gone)
        self._add = buttons.quiet(
            context.look,
            text("Add another thought"),
            name="thoughts.add_thought",
            flush=True,
            drawing="plus",
        )
        self._add.clicked.connect(self._add_empty)
        self._arrow = Arrow(context, quiet)
        self._arrow.changed.connect(self.tell)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._arrow)
        self.column.addStretch()

    def put(self, record: ThoughtRecord) -> None:
        """Show the thoughts, or one empty field."""
        if record.id != self._id:
            self._id, self._removed = record.id, None
            self._gone.hide()
        wanted = record.thoughts or (AutomaticThought(""),)
        while len(self._fields) > len(wanted):
            self._drop(self._fields[-1])
        while len(self._fields) < len(wanted):
            self._append()
        self._choose_none()
        self._is_noticing = record.is_noticing
        for field, thought in zip(self._fields, wanted, strict=True):
            field.put(thought)
        self._arrange()
        self._arrow.put(record)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these thoughts; empty fields are no thoughts."""
        thoughts = tuple(f.thought() for f in self._fields if not f.is_empty())
        return replace(record, thoughts=thoughts, arrow=self._arrow.steps())

    def put_offer(self, offer: QWidget) -> bool:
        """Take the way to settle to what looks under the thought."""
        self._arrow.put_offer(offer)
        return True

    def first_field(self) -> QWidget:
        """Return the first thought."""
        return self._fields[0].words

    def _append(self, place: int = -1) -> _Thought:
        """Add an empty field, at the end or at a place."""
        place = len(self._fields) if place < 0 else place
        field = _Thought(self._context, self._quiet, len(self._fields) + 1)
        field.changed.connect(self._field_changed)
        field.remove_requested.connect(self._remove)
        self._hot.addButton(field.hot)
        self._fields.insert(place, field)
        self._list.insertWidget(place, field)
        return field

    def _add_empty(self) -> None:
        field = self._append()
        field.put(AutomaticThought(""))
        self._arrange()
        field.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, field: _Thought) -> None:
        """Take a thought away; one that had words can be brought back."""
        number, thought = self._fields.index(field), field.thought()
        had_words = not field.is_empty()
        self._drop(field)
        self._arrange()
        self._fields[-1].words.setFocus(Qt.FocusReason.OtherFocusReason)
        if had_words:
            self._removed = (number, thought)
            self._gone.offer()
        self.tell()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        (number, thought), self._removed = self._removed, None
        self._gone.hide()
        field = self._append(number)
        field.put(thought)
        self._arrange()
        field.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell()

    def _choose_none(self) -> None:
        """Mark no thought as the hot one, which a group of radio buttons does not do by itself."""
        self._hot.setExclusive(False)
        for field in self._fields:
            with QSignalBlocker(field.hot):
                field.hot.setChecked(False)
        self._hot.setExclusive(True)

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
            field.ask_belief(asked=not self._is_noticing)
            field.raise_()  # which is also the order of reading out
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
        self._kind = RangeSwitch(
            look,
            [
                (ThoughtKind.WORDS, text("Words")),
                (ThoughtKind.IMAGE, text("A picture")),
                (ThoughtKind.MEMORY, text("A memory")),
            ],
            name=f"{name}.kind",
            title=text("It came as"),
            quiet=True,
        )
        self._belief = Belief(look, name=f"{name}.belief")
        self.hot = QRadioButton(text("This one stings most"))
        self.hot.setObjectName(f"{name}.hot")
        self._remove = buttons.quiet(look, text("Remove"), name=f"{name}.remove")
        self._rule = Rule()
        came = QHBoxLayout()
        came.setSpacing(4)
        came.addWidget(labels.Label(look, text("It came as"), "small", "text_muted", wraps=False))
        came.addWidget(self._kind)
        came.addStretch()
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
        column.addLayout(came)
        column.addWidget(self._belief)
        column.addLayout(tools)
        self.words.words_changed.connect(self._tell)
        self._kind.range_chosen.connect(self._change_kind)
        self._belief.changed.connect(self._tell)
        self.hot.toggled.connect(self._tell)
        self._remove.clicked.connect(self._ask_removal)

    def put(self, thought: AutomaticThought) -> None:
        """Show a thought."""
        self._putting = True
        self.words.set_words(thought.text)
        self._belief.set_rating(thought.belief_before)
        self._later = thought.belief_after
        self._kind.set_chosen(thought.kind)
        self._belief.ask_of(thought.kind)
        if thought.hot:
            self.hot.setChecked(True)
        self._putting = False

    def thought(self) -> AutomaticThought:
        """Return the thought as it stands."""
        hot = self.hot.isChecked() and self.hot.isVisibleTo(self)
        return AutomaticThought(
            self.words.words(),
            self._belief.rating,
            self._later,
            hot,
            ThoughtKind(self._kind.chosen),
        )

    def is_empty(self) -> bool:
        """Whether there are no words."""
        return not self.words.words().strip()

    def number(self, number: int, *, several: bool) -> None:
        """Say which of several thoughts this is."""
        self._take_name(f"thoughts.thought{number}")
        title = text("Automatic thought {n}").format(n=number)
        self.words.setAccessibleName(title if several else text("Automatic thought"))
        for part, words in (
            (self._kind, text("It came as")),
            (self.hot, self.hot.text()),
            (self._remove, self._remove.text()),
        ):
            part.setAccessibleName(f"{words} {title}" if several else words)
        self._belief.call(title if several else "")
        self._rule.setVisible(number > 1)
        self.hot.setVisible(several)
        self._remove.setVisible(several)

    def ask_belief(self, *, asked: bool) -> None:
        """Ask how far it was believed, or not; a number that is there is kept."""
        self._belief.setVisible(asked)

    def _change_kind(self) -> None:
        self._belief.ask_of(ThoughtKind(self._kind.chosen))
        self._tell()

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
