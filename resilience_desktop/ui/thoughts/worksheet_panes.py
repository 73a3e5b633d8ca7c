"""The panes of the worksheet: the steps at its side or above, and the one in view between both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.form_words import form_of
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.thoughts.digests import digests
from resilience_desktop.ui.thoughts.more_parts import MoreParts
from resilience_desktop.ui.thoughts.quiet_words import QuietWords
from resilience_desktop.ui.thoughts.step_side import StepSide
from resilience_desktop.ui.thoughts.step_stack import BAR_ROOM, StepStack
from resilience_desktop.ui.thoughts.stepper import StepLine
from resilience_desktop.ui.thoughts.worksheet_foot import WorksheetFoot
from resilience_desktop.ui.thoughts.worksheet_head import WorksheetHead
from resilience_desktop.ui.widths import is_compact, page_margin

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.step import StepPage

_CONTENT = 880  # text units a step is wide at most
_LOW = 560  # text units of height below which more than one line of anything is too much


class WorksheetPanes(QWidget):
    """Shows one record, and leaves what is done with it to the worksheet."""

    step_chosen = Signal(object)
    back_requested = Signal()
    finish_requested = Signal()
    """The record is to be finished where it is."""

    def __init__(
        self, context: UiContext, *, before_versions: Callable[[Callable[[], object]], object]
    ) -> None:
        super().__init__()
        self._context, look = context, context.look
        self._record: ThoughtRecord | None = None
        self._room = 0
        """Pixels of width for what is filled in."""
        self._settings = JournalSettings()
        self._quiet = QuietWords(context, self)
        self.stack = StepStack(context, self._quiet)
        self.more = MoreParts(look, self, name="thoughts.more_parts")
        self.forms = MoreParts(look, self, name="thoughts.forms", less=True)
        self.side, self._line = StepSide(look, self.forms), StepLine(look)
        self.head = WorksheetHead(context, before_versions=before_versions)
        self.foot = WorksheetFoot(look, self.more)
        for steps in (self.side, self._line):
            steps.step_chosen.connect(self.step_chosen)
            steps.back_requested.connect(self.back_requested)
        self._line.finish_requested.connect(self.finish_requested)
        self.foot.finish.clicked.connect(self.finish_requested)
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        self._main.addWidget(self.head)
        self._main.addWidget(self.stack, 1)
        self._main.addWidget(self.foot)
        for part in (self.head, self.foot):
            set_margins(part.column, 0, 0, BAR_ROOM, 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._line)
        right.addLayout(self._main)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        look.look_changed.connect(self._arrange)

    def show_step(self, record: ThoughtRecord) -> StepPage:
        """Bring the step at which a record is into view."""
        self._record = record
        page = self.stack.show_step(record.step, record)
        self.foot.show_step(record.open_steps, record.step)
        self.foot.say("")
        if self.stack.offers_to_keep:
            self.foot.not_ready.hide()  # it is offered above
        self.head.quiet.show_if(self._quiet.stand_aside(page, record))
        self._fold()
        return page

    def take_settings(self, settings: JournalSettings) -> None:
        """Follow what somebody wants of their journal."""
        self._settings = settings
        self.stack.take_settings(settings)

    def tell(self, record: ThoughtRecord) -> None:
        """Show what is filled in; numbers are set aside while they are given again."""
        self._record = record
        step, steps = record.step, record.open_steps
        again, is_last = step is Step.LOOK_AGAIN, step is steps[-1]
        found = digests(record, numbers=not again)
        self._say_where()
        for menu in (self.more, self.forms):
            menu.offer(record, self._settings)
        self.foot.offer(
            skip=not found.get(step) and not again and not is_last,
            more=is_last and len(steps) < len(Step),
        )
        self.side.show_steps(steps, step, found)
        self._line.show_steps(steps, step, self.forms, can_finish=self._can_finish())
        for way in (self.side, self._line):
            way.say_way_back(to_record=record.finished)
        self._offer_finish()
        self.head.show_step(record, self.stack.page(step), is_settling=self.stack.is_settling)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps at the side or on one line."""
        super().resizeEvent(event)
        self._arrange()

    def _say_where(self) -> None:
        """Say which form this is and the place of the step, unless it is said elsewhere."""
        record = self._record
        if record is None or self._is_slim():
            self.head.say_where("")
            return
        form = form_of(record.form, self._settings)
        steps = record.open_steps
        words = text("{form}, step {n} of {all}") if form else text("Step {n} of {all}")
        number, name = steps.index(record.step) + 1, form.name if form else ""
        self.head.say_where(words.format(form=name, n=number, all=len(steps)))

    def _can_finish(self) -> bool:
        """Whether there is something to finish, and another step after this one."""
        record = self._record
        if record is None or record.is_empty:
            return False
        return record.step is not record.open_steps[-1]

    def _offer_finish(self) -> None:
        """Offer to finish on any step; where there is little room the menu of the steps does."""
        has_room = self._room >= self.foot.room_for_all()
        self.foot.finish.setVisible(self._can_finish() and has_room)

    def _arrange(self) -> None:
        look, is_slim, is_low = self._context.look, self._is_slim(), self._is_low()
        self.side.setVisible(not is_slim)
        self.side.setFixedWidth(look.px(288))
        self._line.setVisible(is_slim)
        start = end = page_margin(self, look) + (4 if is_slim else 16)
        if is_slim:
            start = end = max(start, (self.width() - look.px(_CONTENT)) // 2)
        else:
            end = max(end, self.width() - self.side.width() - start - look.px(_CONTENT))
        self._room = self.width() - start - end - (0 if is_slim else self.side.width())
        self._line.set_margin(start)
        top, bottom = (4, 12) if is_low else (12, 16) if is_slim else (32, 24)
        set_margins(self._main, start, top, end - BAR_ROOM, bottom)
        self._fold()
        self._say_where()
        self._offer_finish()

    def _fold(self) -> None:
        """Leave the height to what is being filled in, where there is little."""
        is_low = self._is_low()
        self.head.fold(is_slim=self._is_slim(), is_low=is_low)
        if self._record is not None:
            end = self.stack.end(self._record.step)
            self.foot.fold(is_slim=self._is_slim(), is_low=is_low, end=end)

    def _is_slim(self) -> bool:
        """Whether the steps are on one line, which says the place too."""
        return is_compact(self, self._context.look) or self._is_low()

    def _is_low(self) -> bool:
        return self.height() < self._context.look.px(_LOW)
