"""Settling before the hard part: an offer inside a step, and the exercise in the step's place."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import Settled, Settling
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.quiet_line import heavy_ratings
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.banner import Banner
from resilience_desktop.ui.widgets.exercise import BREATHING, GROUNDING, Exercise
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.step import StepPage
    from resilience_desktop.ui.widgets.buttons import Button

A_LOT = 80
"""From so strong a feeling on it is offered to settle first."""
_LOOKING = (Step.EVIDENCE, Step.PATTERNS, Step.BALANCED)
"""Steps that look at a thought, the hardest first: it is offered before one of them."""
_HARD = (Step.PATTERNS, Step.EVIDENCE)
"""Steps that may make hard words weigh more: there the ways out come first."""
_REST_MS = 700
"""Milliseconds without a change after which somebody is done rating."""
_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
_KINDS = {Settled.BREATHING: BREATHING, Settled.GROUNDING: GROUNDING}


def is_a_lot(record: ThoughtRecord) -> bool:
    """Whether a feeling that may be heavy was very strong in the moment."""
    ratings = heavy_ratings((f.word, f.before) for f in record.feelings)
    return any((rating or 0) >= A_LOT for rating in ratings)


def settles_before(step: Step, record: ThoughtRecord) -> bool:
    """Whether a step is where a record looks at a thought: the evidence, if it has that.

    On the feelings it is offered as soon as one is strong; below a thought it can be asked for
    by somebody who looks for what lies under it.
    """
    if step in (Step.FEELINGS, Step.THOUGHT):
        return True
    looking = [one for one in record.all_steps if one in _LOOKING]
    return step is (Step.EVIDENCE if Step.EVIDENCE in looking else next(iter(looking), None))


class SettleFirst(QWidget):
    """Offers to settle when a feeling is strong, and otherwise waits to be asked.

    It is asked once for each record. While the exercise lasts, the page of the step is hidden and
    keeps all it has.
    """

    answered = Signal()
    """Somebody chose something, or an exercise ended: what ``applied_to`` says is new."""
    short_requested = Signal()
    """The record is to ask no more than the short form does."""
    keep_requested = Signal()
    """The record is to be kept as it is."""
    turned = Signal()
    """The exercise began or ended."""

    def __init__(
        self,
        context: UiContext,
        step: Step,
        page: StepPage,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self._name = f"thoughts.settle_{step}"
        self.setObjectName(self._name)
        self._context, self._step, self._clock = context, step, clock
        self._page = page
        self._came_from: QWidget | None = None
        self._exercise: Exercise | None = None
        self._settled: Settling | None = None
        """What the record says, and what came of it since; not of the exercise that is there."""
        self._chosen = Settled.BREATHING
        self._other: Button | None = None
        self._aside: list[QWidget] = []
        """What is hidden while the exercise lasts."""
        self._shown = QWidget()
        self._is_place = self._is_strong = self._is_answered = self._is_long = False
        self._is_wanted, self._is_asked_for = True, False
        self.is_hard = False
        """Whether the words of the record are such that the ways out come before the step."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._bring_offer)
        self._offer = self._make_offer()
        self._ask = buttons.quiet(
            context.look,
            text("Settle first"),
            name=f"{self._name}.ask",
            flush=True,
            drawing="wind",
        )
        self._ask.clicked.connect(self._open_offer)
        self._keep = buttons.quiet(
            context.look, text("Keep it as it is"), name=f"{self._name}.keep"
        )
        self._keep.clicked.connect(self.keep_requested)
        way_out = text("You do not have to look into this now. What you wrote is saved.")
        self._way_out = labels.muted(context.look, way_out, name=f"{self._name}.way_out")
        self._way_out.setContentsMargins(0, 0, 0, 8)  # above the ring of the button below
        ways = QWidget()
        flow = FlowLayout(ways, gap=16)
        flow.addWidget(self._ask)
        flow.addWidget(self._keep)
        self._column = column_in(self, 0)
        self._column.addWidget(self._way_out)
        self._column.addWidget(self._offer)
        self._column.addWidget(ways)
        self._show()

    # What the record says

    def begin(self, record: ThoughtRecord, *, is_hard: bool = False) -> None:
        """Turn to a record, or come back to it."""
        self._leave_exercise()
        self.is_hard = is_hard and self._step in _HARD
        self._is_asked_for = self._is_answered = False
        self._settled = record.settled
        self.follow(record)
        if not self._offer.isHidden() and not self._page.isAncestorOf(self):
            QTimer.singleShot(0, self, partial(show_in_pane, self._offer))

    def follow(self, record: ThoughtRecord) -> None:
        """Look at what the record says now."""
        was_away = self._offer.isHidden()
        self._is_place = settles_before(self._step, record)
        self._is_answered = self._is_answered or record.settled is not None
        self._is_strong = is_a_lot(record)
        self._is_long = any(step in _LOOKING for step in record.steps)
        self._show()
        if self._offer.isHidden():
            self._rest.stop()
        elif was_away or self._rest.isActive():
            self._rest.start()  # what is being rated stays in place until it is rated

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with what came of the offer, and of the exercise so far."""
        return replace(record, settled=self._settled_so_far())

    def want(self, *, wanted: bool) -> None:
        """Offer it by itself, or only when asked."""
        self._is_wanted = wanted
        self._show()

    @property
    def is_settling(self) -> bool:
        """Whether the exercise is there in place of the step."""
        return self._exercise is not None

    def take_escape(self) -> bool:
        """Go on without the exercise, or from it; whether there was anything to leave."""
        if self.is_settling:
            self._come_back()
        elif self._offer.isHidden():
            return False
        elif self._is_offer_seen():
            self._go_on()
        else:  # nobody says no to what they have not seen
            show_in_pane(self._offer)
        return True

    def first_way(self) -> QWidget:
        """Return the first of the ways out: to settle."""
        return self._ask if self._offer.isHidden() else self._first

    def _is_offer_seen(self) -> bool:
        """Whether what is asked is in sight."""
        heading = self._offer.findChild(QLabel, f"{self._offer.objectName()}.heading")
        return heading is None or heading.visibleRegion().boundingRect() == heading.rect()

    def _bring_offer(self) -> None:
        """Bring an offer that came while somebody rated into sight, once they let go."""
        if QApplication.mouseButtons():
            self._rest.start()
        elif not self._offer.isHidden():
            show_in_pane(self._offer)

    def _show(self) -> None:
        """Show the offer, the button that brings it, or neither while the exercise lasts."""
        is_open = self._is_strong and not self._is_answered and self._step is not Step.THOUGHT
        by_itself = self._is_wanted and is_open
        offering = not self.is_settling and (by_itself or self._is_asked_for)
        is_new = by_itself and self._offer.isHidden()
        heading = text("This is a lot right now. Two minutes to settle first?")
        leaving = text("What you wrote is saved and waits for you. Esc goes on without it.")
        if self._is_asked_for:
            heading = text("Which of the two? Each takes about two minutes.")
            leaving = text("What you wrote is saved and waits for you. Esc goes back to it.")
        self._offer.set_words(heading, leaving)
        self._decline_button.setText(text("Not now") if self._is_asked_for else text("Go on"))
        self._offer.setVisible(offering)
        self._short.setVisible(by_itself and self._is_long and not self.is_hard)
        self._ask.setVisible(not offering and not self.is_settling)
        self._keep_now.setVisible(self.is_hard)
        for part in (self._way_out, self._keep):
            part.setVisible(self.is_hard and not offering and not self.is_settling)
        self.setVisible(self._is_place or self.is_hard)
        if is_new and self.isVisible():
            announce(self, heading)

    # The answers

    def _open_offer(self) -> None:
        self._is_asked_for = True
        self._show()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        show_in_pane(self._offer)

    def _go_on(self) -> None:
        """Go on without an exercise."""
        focused = QApplication.focusWidget()
        if focused is not None and self._offer.isAncestorOf(focused):
            self._page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._decline()

    def _decline(self) -> None:
        by_itself = not self._is_asked_for and not self._is_answered
        self._is_answered, self._is_asked_for = True, False
        self._show()
        if by_itself:
            self._settled = self._settled or Settling(Settled.DECLINED, at=self._step)
            self.answered.emit()

    def _keep_short(self) -> None:
        self._decline()
        self.short_requested.emit()

    # The exercise

    def _start(self, kind: Settled) -> None:
        context, focused = self._context, QApplication.focusWidget()
        inside = focused is not None and self._page.isAncestorOf(focused)
        self._came_from = focused if inside else None
        self._is_answered, self._is_asked_for, self._chosen = True, False, kind
        exercise = Exercise(
            context.look, name=self._name, closing=text("Back to the record"), clock=self._clock
        )
        exercise.want_less_motion(less=context.preferences.settings.less_motion)
        exercise.choose(_KINDS[kind])
        exercise.stopped.connect(self._come_back)
        exercise.closed.connect(self._come_back)
        self._exercise = exercise
        self._shown = QWidget()
        column = column_in(self._shown, 8)
        column.addWidget(exercise)
        column.addWidget(exercise.buttons)
        column.addWidget(exercise.caution)
        self._other = buttons.quiet(context.look, "", name=f"{self._name}.other")
        self._other.clicked.connect(self._turn)
        ways = QHBoxLayout()
        ways.addStretch()
        ways.addWidget(self._other)
        ways.addSpacing(16)
        ways.addWidget(exercise.words_only)
        ways.addStretch()
        column.addLayout(ways)
        self._say_other()
        self._column.insertWidget(0, self._shown)
        self._set_page_aside()
        self._show()
        self.turned.emit()
        exercise.begin()
        self._show_exercise(exercise)
        self.answered.emit()

    def _show_exercise(self, exercise: Exercise) -> None:
        exercise.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        show_in_pane(exercise)
        show_in_pane(exercise.buttons)
        if exercise.is_breathing:  # both, however low the window is
            show_in_pane(exercise.pacer)

    def _turn(self) -> None:
        """Go to the other exercise, or back to the first one where it was left."""
        if self._exercise is not None:
            self._exercise.turn_to(GROUNDING if self._exercise.is_breathing else BREATHING)
            self._say_other()
            self._show_exercise(self._exercise)

    def _say_other(self) -> None:
        if self._exercise is None or self._other is None:
            return
        if self._exercise.is_breathing:
            self._other.setText(text("Take the 5-4-3-2-1 steps"))
        elif self._exercise.has_begun(BREATHING):
            self._other.setText(text("Back to breathing"))
        else:
            self._other.setText(text("Take slow breathing"))

    def _settled_so_far(self) -> Settling | None:
        """Return what came of it, with the time in each exercise that is there."""
        settled, exercise = self._settled, self._exercise
        if exercise is None:
            return settled
        for choice, kind in _KINDS.items():
            seconds = exercise.seconds(kind)
            if seconds or choice is self._chosen:
                later = Settling(choice, seconds, self._step)
                settled = later if settled is None else settled.then(later)
        return settled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pause or go on with Space, if it was of no use where the keyboard is."""
        if self._exercise is None or not self._exercise.take_space(event):
            super().keyPressEvent(event)

    def _come_back(self) -> None:
        """Show the step again, as it was, with the keyboard where it was."""
        back = self._came_from or self._page.first_field()
        self._settled = self._settled_so_far()
        self._leave_exercise()
        self._show()
        self.answered.emit()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_page_aside(self) -> None:
        """Hide the page of the step, or what is around the offer where that is inside."""
        parts: Iterable[QWidget] = [self._page]
        if self._page.isAncestorOf(self):
            parts = _around(self, self._page)
        self._aside = [part for part in parts if not part.isHidden()]
        for part in self._aside:
            part.hide()

    def _leave_exercise(self) -> None:
        if self._exercise is None:
            return
        self._exercise.pacer.pause()
        self._exercise = self._came_from = self._other = None
        for part in self._aside:
            part.show()
        self._aside.clear()
        self._column.removeWidget(self._shown)
        self._shown.hide()
        self._shown.deleteLater()
        self.turned.emit()

    def _make_offer(self) -> Banner:
        look = self._context.look
        offer = Banner(look, "offer", "", drawing="wind", name=f"{self._name}.offer")
        grounding = content.skill(GROUNDING).name
        self._first = buttons.plain(look, text("Breathing"), name=f"{self._name}.breathing")
        self._first.clicked.connect(self._breathe)
        ground = buttons.plain(look, grounding, name=f"{self._name}.grounding")
        ground.clicked.connect(self._ground)
        self._decline_button = decline = buttons.quiet(look, "", name=f"{self._name}.go_on")
        decline.clicked.connect(self._go_on)
        self._short = buttons.quiet(look, text("Keep it short today"), name=f"{self._name}.short")
        self._short.setToolTip(text("What you wrote is kept. You can say more later."))
        self._short.clicked.connect(self._keep_short)
        self._keep_now = buttons.quiet(
            look, text("Keep it as it is"), name=f"{self._name}.keep_now"
        )
        self._keep_now.clicked.connect(self.keep_requested)
        offer.put_below(self._first, ground, decline, self._short, self._keep_now, space=10)
        return offer

    def _breathe(self) -> None:
        self._start(Settled.BREATHING)

    def _ground(self) -> None:
        self._start(Settled.GROUNDING)


def _around(inside: QWidget, page: QWidget) -> Iterator[QWidget]:
    """Yield what is beside a widget, and beside whatever holds it, up to a page."""
    while inside is not page and (holder := inside.parentWidget()) is not None:
        for widget in holder.findChildren(QWidget, options=_DIRECTLY):
            if widget is not inside:
                yield widget
        inside = holder
