"""A thought record to read: every part that has something, in the order of the worksheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content, i18n
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import Settled
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.parts_in_words import (
    check_in_words,
    part_in_words,
    part_name,
    settled_in_words,
    thought_kind,
)
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.first_and_later import FirstAndLater, Legend, RatedTwice
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.halves import Halves
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.quote import KeptInView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from resilience_desktop.domain.thought_record import AutomaticThought, ThoughtRecord
    from resilience_desktop.ui.theme import LookKeeper

_BETWEEN = 24
"""Pixels between two parts."""


class RecordReading(QWidget):
    """One column. What was left empty takes no room."""

    def __init__(self, look: LookKeeper, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.parts")
        self._look, self._name = look, name
        self._column = column_in(self, _BETWEEN)

    def show_record(self, record: ThoughtRecord) -> None:
        """Show a record."""
        empty(self._column)
        self._situation(record)
        felt_first = _comes_first(Step.FEELINGS, Step.THOUGHT, record.all_steps)
        if felt_first:
            self._settled(record, Step.FEELINGS)
        self._thoughts(record)
        self._settled(record, Step.THOUGHT)
        if not felt_first:
            self._settled(record, Step.FEELINGS)
        for part in ("label", "did", "chose"):
            self._own(part_name(part), getattr(record, part))
        self._settled(record, Step.PATTERNS)
        if record.patterns:
            self._plain(part_name("patterns"), _patterns(record))
        self._settled(record, Step.EVIDENCE, None)
        self._evidence(record)
        self._own(part_name("friend"), record.friend)
        self._own(part_name("distance"), record.distance)
        self._settled(record, Step.BALANCED)
        self._balanced(record)
        self._own(part_name("kindness"), record.kindness)
        self._numbers(record)
        if record.helpful is not None:
            self._plain(part_name("helpful"), part_in_words("helpful", record.helpful))
        self._prediction(record)
        self._next_step(record)

    # The parts

    def _situation(self, record: ThoughtRecord) -> None:
        when = f"{i18n.day(record.at.day, weekday=True)}, {i18n.clock(record.at.wall)}"
        self._column.addWidget(labels.small(self._look, when, "text_muted"))
        self._own(part_name("situation"), record.situation)
        facts = {
            "triggers": record.triggers,
            "tags": record.tags,
            "feelings": record.felt,
            "sensations": record.sensations,
        }
        self._facts({part: value for part, value in facts.items() if value})

    def _thoughts(self, record: ThoughtRecord) -> None:
        thoughts = worded(record)
        for number, thought in enumerate(thoughts, 1):
            title = thought_title(number)
            kind = thought_kind(thought.kind)
            words = labels.own_words(self._look, thought.text, "quote", selectable=True)
            words.set_role("text_muted")
            self._part(f"{title} · {kind}" if kind else title, words)
        self._list(part_name("arrow"), record.arrow)

    def _settled(self, record: ThoughtRecord, *places: Step | None) -> None:
        """Say how somebody settled, if it was here; going straight on needs no words."""
        settled = record.settled
        if settled is None or settled.choice is Settled.DECLINED or settled.at not in places:
            return
        self._plain(part_name("settled"), settled_in_words(settled))

    def _evidence(self, record: ThoughtRecord) -> None:
        sides = [
            self._listed(part_name(part), lines)
            for part in ("evidence_for", "evidence_against")
            if (lines := _some(getattr(record, part)))
        ]
        self._beside(sides)

    def _balanced(self, record: ThoughtRecord) -> None:
        if record.balanced_thought.strip():
            belief = record.balanced_belief
            said = [] if belief is None else [text("Believed {n} %").format(n=belief)]
            said += map(check_in_words, record.checks)
            self._column.addWidget(
                KeptInView(
                    self._look,
                    part_name("balanced_thought"),
                    record.balanced_thought,
                    name=f"{self._name}.balanced",
                    below="\n".join(said),
                )
            )
        elif record.not_ready:
            said_so = text("You left this thought as it is for now. That is a whole record too.")
            self._column.addWidget(labels.muted(self._look, said_so))

    def _numbers(self, record: ThoughtRecord) -> None:
        rows = rated(record)
        if not rows:
            return
        look = self._look
        holder = QWidget()
        column = column_in(holder, 8)
        again = record.is_rated_again
        title = text("First and later") if again else text("How strong it was")
        column.addWidget(labels.heading(look, title))
        if again:
            legend = Legend(look, text("first"), text("later"))
            column.addWidget(legend, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(FirstAndLater(look, rows, name=f"{self._name}.ratings"))
        new = [f.word for f in record.feelings if f.before is None and f.after is not None]
        unrated = [f.word for f in record.felt if f.before is None]
        for remark, words in (
            (text("New the second time: {feelings}."), new),
            (text("Not rated: {feelings}."), unrated),
        ):
            if words:
                said = remark.format(feelings=", ".join(words))
                column.addWidget(labels.small(look, said, "text_muted"))
        if again and _unchanged(record):
            remark = text("Some thoughts need more than one look.")
            column.addWidget(labels.small(look, remark, "text_muted"))
        self._column.addWidget(holder)

    def _prediction(self, record: ThoughtRecord) -> None:
        prediction = record.prediction
        if not prediction:
            return
        first, later = QWidget(), QWidget()
        columns = column_in(first, 4), column_in(later, 4)
        self._say(columns[0], text("What you expected"), prediction.expected)
        if prediction.likely is not None:
            said = text("It seemed {n} of 100 likely.").format(n=prediction.likely)
            columns[0].addWidget(labels.small(self._look, said, "text_muted"))
        self._say(columns[1], text("What happened"), prediction.happened)
        self._say(columns[1], text("What you learned from it"), prediction.learned)
        for column in columns:
            column.addStretch()
        self._beside(
            [half for half, c in zip((first, later), columns, strict=True) if c.count() > 1]
        )

    def _next_step(self, record: ThoughtRecord) -> None:
        self._own(part_name("next_step"), record.next_step)
        if record.next_step_on is not None:
            day = i18n.day(record.next_step_on, weekday=True)
            self._plain(part_name("next_step_on"), day)
        self._own(part_name("turned_out"), record.turned_out)

    # How a part looks

    def _own(self, title: str, words: str) -> None:
        if words.strip():
            own = labels.own_words(self._look, words, "reading", selectable=True)
            self._part(title, own)

    def _plain(self, title: str, words: str) -> None:
        self._part(title, labels.body(self._look, words))

    def _facts(self, parts: Mapping[str, object]) -> None:
        """Put short parts beside each other, as many as there is room for."""
        if not parts:
            return
        holder = QWidget()
        flow = FlowLayout(holder, _BETWEEN)
        for part, value in parts.items():
            one = QWidget()
            column = column_in(one, 4)
            column.addWidget(labels.label(self._look, part_name(part)))
            column.addWidget(labels.body(self._look, _fact(part, value)))
            flow.addWidget(one)
        self._column.addWidget(holder)

    def _list(self, title: str, lines: Iterable[str]) -> None:
        if found := _some(lines):
            self._column.addWidget(self._listed(title, found))

    def _part(self, title: str, *words: QWidget) -> None:
        holder = QWidget()
        column = column_in(holder, 4)
        column.addWidget(labels.label(self._look, title))
        for one in words:
            column.addWidget(one)
        self._column.addWidget(holder)

    def _say(self, column: QVBoxLayout, title: str, words: str) -> None:
        if words.strip():
            if column.count():
                column.addSpacing(12)
            column.addWidget(labels.label(self._look, title))
            column.addWidget(labels.own_words(self._look, words, "reading", selectable=True))

    def _listed(self, title: str, lines: Iterable[str]) -> QWidget:
        """Return lines below a title, each with a dash beside it."""
        holder = QWidget()
        column = column_in(holder, 4)
        column.addWidget(labels.label(self._look, title))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            dash = labels.Label(self._look, "\N{EN DASH}", "reading", "text_muted", wraps=False)
            dash.setAccessibleName(" ")
            row.addWidget(dash, 0, Qt.AlignmentFlag.AlignTop)
            own = labels.own_words(self._look, line, "reading", selectable=True)
            row.addWidget(own, 1)
            column.addLayout(row)
        column.addStretch()
        return holder

    def _beside(self, parts: list[QWidget]) -> None:
        if len(parts) == 2:
            self._column.addWidget(Halves(self._look, *parts))
        elif parts:
            self._column.addWidget(parts[0])


def _comes_first(step: Step, other: Step, steps: Sequence[Step]) -> bool:
    """Whether one step is before the other; also if one of them is missing."""
    return step not in steps or other not in steps[: steps.index(step)]


def worded(record: ThoughtRecord) -> list[AutomaticThought]:
    """Return the thoughts that have words, the hot one first."""
    found = [thought for thought in record.thoughts if thought.text.strip()]
    return sorted(found, key=lambda thought: not thought.hot)


def thought_title(number: int) -> str:
    """Return what the first thought is called, or another one."""
    if number == 1:
        return text("The automatic thought")
    return text("Automatic thought {n}").format(n=number)


def rated(record: ThoughtRecord) -> list[RatedTwice]:
    """Return everything that was rated, the belief in each thought first."""
    rows = [
        RatedTwice(
            text("belief in thought")
            if number == 1
            else text("belief in thought {n}").format(n=number),
            thought.belief_before,
            thought.belief_after,
        )
        for number, thought in enumerate(worded(record), 1)
    ]
    rows += [RatedTwice(f.word, f.before, f.after) for f in record.feelings]
    return [row for row in rows if row.first is not None or row.later is not None]


def _fact(part: str, value: Any) -> str:  # noqa: ANN401  (the triggers of a record, or others)
    """Return a short part in words; of what set it off the words say enough."""
    if part == "triggers":
        return "\n".join(trigger.word for trigger in value)
    if part == "feelings":
        return ", ".join(feeling.in_short for feeling in value)
    return part_in_words(part, value)


def _some(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def _patterns(record: ThoughtRecord) -> str:
    """Return the patterns in words; which is the main one is only said of several."""
    names = []
    for chosen in record.patterns:
        name = content.pattern_name(chosen.pattern)
        main = chosen.main and len(record.patterns) > 1
        names.append(text("{pattern} (main)").format(pattern=name) if main else name)
    return ", ".join(names)


def _unchanged(record: ThoughtRecord) -> bool:
    """Whether nothing that was rated twice is lower than before."""
    twice = [(f.before, f.after) for f in record.feelings]
    twice += [(t.belief_before, t.belief_after) for t in record.thoughts]
    both = [(first, later) for first, later in twice if first is not None and later is not None]
    return bool(both) and all(later >= first for first, later in both)
