"""Looking at a record again on a later day: what was thought then, and how it turned out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.own_pattern import with_new_name
from resilience_desktop.domain.thought_record import ThoughtKind, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.dialogs.parts_in_words import in_words
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.belief import belief_anchors, belief_asked_alone
from resilience_desktop.ui.thoughts.prediction_fields import WhatHappened
from resilience_desktop.ui.thoughts.quiet_words import QuietWords
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.day_choice import WEEK, near_day
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.words_edit import WordsEdit
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_COLUMN = 720
"""Text units it is wide at most."""
_BAR = 12
"""Pixels of its margin that the scroll bar may take."""


class FollowUp(QWidget):
    """Everything in it can be left empty; it is saved as it is typed."""

    done = Signal(object)
    """The record as it is now."""
    put_off = Signal()
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("follow_up")
        self._context = context
        self._record = ThoughtRecord(at=now())
        self._showing = False
        look = context.look
        self._back = buttons.muted(
            look,
            text("All thought records"),
            name="follow_up.back",
            flush=True,
            drawing="arrow-left",
        )
        self._when = labels.small(look, "", "text_muted", name="follow_up.when")
        self._then = QWidget()
        self._shown = column_in(self._then, 16)
        self.turned_out = WordsEdit(
            look,
            name="follow_up.turned_out",
            title=text("How did it turn out?"),
            growing=True,
            lines=4,
        )
        self._happened = WhatHappened(look, name="follow_up.prediction")
        kind = ThoughtKind.WORDS
        title = belief_asked_alone(kind)
        self._belief = Rating(look, belief_anchors(kind), name="follow_up.belief", title=title)
        self._belief_part = QWidget()
        self._belief_asked = labels.label(look, title)
        belief = column_in(self._belief_part, 6)
        belief.addWidget(self._belief_asked)
        belief.addWidget(self._belief)
        self.state = SavedState(look, name="follow_up.state")
        self._saving = Saving(
            context, self, self.state, work=self._draft, words=lambda: in_words(self.record())
        )
        self._quiet = QuietWords(context, self)
        self._not_today = buttons.quiet(look, text("Not today"), name="follow_up.not_today")
        self._not_today.setMenu(self._ways_out())
        self._keep = buttons.primary(look, text("Keep it"), name="follow_up.keep")
        press_on_ctrl_enter(self, self._keep)
        self._lay_out()
        self._back.clicked.connect(lambda: self.when_kept(self.left.emit))
        self._keep.clicked.connect(self._finish)
        self.turned_out.words_changed.connect(self._touch)
        self._happened.changed.connect(self._touch)
        self._belief.rating_changed.connect(self._touch)
        look.look_changed.connect(self._arrange)

    def show_record(self, record: ThoughtRecord) -> None:
        """Ask about a record."""
        self._record = record
        self._showing = True
        self._show_then()
        self.turned_out.set_words(record.turned_out)
        self._happened.put(record.prediction)
        asks_about_prediction = bool(record.prediction)
        self._happened.setVisible(asks_about_prediction)
        # One place for how it turned out: the other one is there only for words it has.
        self._asked.setVisible(not asks_about_prediction or bool(record.turned_out.strip()))
        self._belief.set_rating(None)
        self._belief_part.setVisible(record.hot_thought is not None)
        if record.hot_thought is not None:
            self._ask_belief(record.hot_thought.kind)
        self._quiet.begin(record)
        self.state.say_nothing()
        self._showing = False
        self._arrange()

    def start(self) -> None:
        """Take the keyboard, ready to type."""
        first = self._happened.happened if self._asked.isHidden() else self.turned_out
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_belief(self, kind: ThoughtKind) -> None:
        """Ask how far a thought is believed, or how real a picture or a memory feels."""
        self._belief_asked.setText(belief_asked_alone(kind))
        self._belief.setAccessibleName(belief_asked_alone(kind))
        self._belief.set_words(belief_anchors(kind))

    def record(self) -> ThoughtRecord:
        """Return the record with what stands here."""
        record, hot, belief = self._record, self._record.hot_thought, self._belief.rating
        thoughts = tuple(
            replace(thought, belief_after=belief)
            if thought is hot and belief is not None
            else thought
            for thought in record.thoughts
        )
        return replace(
            record,
            thoughts=thoughts,
            prediction=self._happened.applied_to(record.prediction),
            turned_out=self.turned_out.words(),
        )

    def rename_pattern(self, old: str, new: str) -> None:
        """Take the new name of a pattern of one's own."""
        self._record = with_new_name(self._record, old, new)

    def save_now(self) -> None:
        """Keep what has been typed at once."""
        self._saving.flush()

    def when_kept(self, work: Callable[[], object]) -> None:
        """Do something that takes this away, once it is saved."""
        self._saving.then(work)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    # What was thought then

    def _show_then(self) -> None:
        record, look = self._record, self._context.look
        when = text("Written about {day}").format(day=i18n.day(record.at.day, weekday=True))
        self._when.setText(when)
        empty(self._shown)
        thought = record.hot_thought
        for name, title, words in (
            ("situation", text("What happened"), record.situation if thought is None else ""),
            ("thought", text("The automatic thought"), thought.text if thought else ""),
            ("balanced", text("A fairer way to put it"), record.balanced_thought),
        ):
            if words.strip():
                name = f"follow_up.{name}"
                self._shown.addWidget(KeptInView(look, title, words, name=name, most_lines=6))
        for title, words in (
            (text("Next step"), record.next_step),
            (text("What you expected"), record.prediction.expected),
        ):
            if words.strip():
                part = QWidget()
                column = column_in(part, 4)
                column.addWidget(labels.label(look, title))
                column.addWidget(labels.own_words(look, words, "reading", selectable=True))
                self._shown.addWidget(part)

    # Keeping

    def _touch(self, *_: object) -> None:
        if not self._showing:
            self._saving.touch()

    def _draft(self) -> Work:
        record = self.record()
        return lambda journal: journal.keep_thought_record(record)

    def _finish(self) -> None:
        record = replace(self.record(), revisited=True)

        def kept(_changes: Changes) -> None:
            announce(self, text("Thought record kept"))
            self.done.emit(record)

        self._saving.forget()
        self._saving.write(
            lambda journal: journal.keep_thought_record(record), kept, finish=self._keep.text()
        )

    def _ask_on(self, day: dt.date | None, said: str) -> None:
        before = self._record
        record = replace(self.record(), revisit_on=day)

        def undo() -> None:
            again = replace(record, revisit_on=before.revisit_on)
            self._context.tasks.write(
                lambda journal: journal.keep_thought_record(again), owner=self
            )

        def moved(_changes: Changes) -> None:
            self._context.notices.show(said, undo)
            self.put_off.emit()

        self._saving.forget()
        self._saving.write(
            lambda journal: journal.keep_thought_record(record),
            moved,
            finish=self._not_today.text(),
        )

    def _ways_out(self) -> QMenu:
        menu = QMenu(self._not_today)
        menu.setObjectName("follow_up.ways_out")
        week = menu.addAction(text("Ask again in a week"))
        week.setObjectName("follow_up.in_a_week")
        week.triggered.connect(
            lambda: self._ask_on(near_day(WEEK), text("You will be asked again in a week"))
        )
        never = menu.addAction(text("Let it go"))
        never.setObjectName("follow_up.let_go")
        never.triggered.connect(
            lambda: self._ask_on(None, text("You will not be asked about this again"))
        )
        return menu

    # Building

    def _lay_out(self) -> None:
        look = self._context.look
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(16)
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._when)
        self._column.addWidget(labels.title(look, text("Looking at it again")))
        self._column.addWidget(self._then)
        self._column.addSpacing(8)
        self._asked = labels.above(look, self.turned_out.accessibleName(), self.turned_out)
        self._column.addWidget(self._asked)
        self._column.addWidget(self._quiet.below(self.turned_out, name="follow_up.quiet"))
        self._column.addWidget(self._happened)
        for field in (self._happened.happened, self._happened.learned):
            name = f"{field.objectName()}_quiet"
            self._column.addWidget(self._quiet.below(field, name=name))
        self._column.addWidget(self._belief_part)
        self._column.addWidget(self.state.banner)
        self._column.addStretch()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(16)
        self._foot.addWidget(self._not_today)
        self._foot.addStretch()
        self._foot.addWidget(self.state)
        self._foot.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollPane("follow_up.scroll", inside), 1)
        column.addLayout(self._foot)

    def _arrange(self) -> None:
        margin = page_margin(self, self._context.look)
        side = max(margin, (self.width() - self._context.look.px(_COLUMN)) // 2)
        set_margins(self._column, side, margin, side - _BAR, margin)
        set_margins(self._foot, side, 8, side, 20)
