"""The worry appointment: a time of day for worries, a line for each until then, and the time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.worry import Outcome
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.toolkit.worry_appointment import SKILL, WorryAppointment
from resilience_desktop.ui.toolkit.worry_line import WorryLine
from resilience_desktop.ui.toolkit.worry_rows import WorryRows
from resilience_desktop.ui.toolkit.worry_slot import WorrySlot
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane, show_in_pane
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.worry import Worry
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_SECTION, _COLUMN = 32, 720


class WorryPane(QWidget):
    """What waits and how to note it, or the appointment while it lasts."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("worry")
        self._context = context
        look = context.look
        self._worries: list[Worry] = []
        self._sought = ""
        self.line = WorryLine(context)
        self.slot = WorrySlot(context)
        self.waiting = WorryRows(look, name="worry.waiting", is_waiting=True)
        self.earlier = WorryRows(look, name="worry.earlier", is_waiting=False)
        self._nothing = labels.muted(look, text("No worry waits."), name="worry.nothing")
        self._begin = buttons.primary(
            look, text("Look at them now"), name="worry.begin", drawing="play"
        )
        self._fold = buttons.Opener(
            look, text("Worries you looked at"), name="worry.fold", flush=True
        )
        self.appointment = WorryAppointment(look)
        self._not_saved = NotSavedLine(
            look, name="worry.not_saved", title=text("Worry appointment")
        )
        self._saving = Saving(
            context,
            self,
            self._not_saved,
            work=self._as_it_stands,
            words=self.appointment.words,
        )
        self._lay_out()
        self._connect()
        self._turn()

    def save_now(self) -> None:
        """Keep what was typed and said."""
        self.line.save_now()
        self._saving.flush()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.appointment if self.appointment.is_going else self.line]

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on from."""
        if self._shows_appointment:
            self.appointment.take_keyboard()
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            show_in_pane(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.appointment.is_going:
            self.appointment.finish()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the time of what nobody can see, and keep it as far as it went."""
        super().hideEvent(event)
        self.appointment.pause()
        self._saving.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    # Showing

    def _look_again(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.worries.all(), self._take, owner=self, latest="worry"
        )

    def _take(self, worries: list[Worry]) -> None:
        self._worries = worries
        waiting, today = self._waiting(), clock.now().day
        self.waiting.show_worries(waiting)
        looked_at = [one for one in worries if not one.comes_up_on(today)]
        looked_at.sort(key=lambda one: (one.looked_at or one.noted, one.id), reverse=True)
        self.earlier.show_worries(looked_at)
        self.waiting.setVisible(bool(waiting))
        self._nothing.setVisible(not waiting)
        self._begin.setVisible(bool(waiting))
        self._fold.setVisible(bool(looked_at))
        self.earlier.setVisible(bool(looked_at) and self._fold.is_open)
        self._go_to_sought()

    def _show_worry(self, skill: str, id_: str) -> None:
        """Go to a worry, also to one that was looked at."""
        if skill == SKILL and not self._shows_appointment:
            self._sought = id_
            self._look_again()

    def _go_to_sought(self) -> None:
        sought, self._sought = self._sought, ""
        if not sought:
            return
        if self.earlier.holds(sought):
            self._fold.set_open(is_open=True)
            self.earlier.show()
        for rows in (self.waiting, self.earlier):
            if rows.holds(sought):
                rows.go_to(sought)

    def _waiting(self) -> list[Worry]:
        """Return those that come up today, but for the one that is being typed."""
        today, typed = clock.now().day, self.line.being_written
        return [one for one in self._worries if one.comes_up_on(today) and one.id != typed]

    def _turn(self) -> None:
        """Show the appointment, or what is around it."""
        for part in (self._lead, self._around):
            part.setVisible(not self._shows_appointment)
        self.appointment.setVisible(self._shows_appointment)
        self.pane.verticalScrollBar().setValue(0)

    # What can be done

    def _start(self) -> None:
        waiting = self._waiting()
        if waiting:
            self._shows_appointment = True
            self.appointment.begin(waiting, self.slot.minutes)
            self._turn()
            self.take_keyboard()

    def _close(self) -> None:
        def close() -> None:
            self._shows_appointment = False
            self._turn()
            self._look_again()
            self.take_keyboard()

        self._saving.then(close)

    def _as_it_stands(self) -> Work | None:
        practice, worries = self.appointment.practice(), self.appointment.worries()
        if practice is None:
            return None

        def keep(journal: Journal) -> Changes:
            changes = journal.practices.keep(practice)
            return changes | journal.worries.keep(*worries) if worries else changes

        return keep

    def _remove(self, worry: Worry) -> None:
        undo = partial(self._write, worry)
        self._context.tasks.write(
            lambda journal: journal.worries.drop(worry),
            lambda _: self._context.notices.show(text("The worry is removed"), undo),
            owner=self,
        )
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone

    def _let_wait(self, worry: Worry) -> None:
        self._write(replace(worry, outcome=Outcome.WAITS, looked_at=None))
        self._fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, worry: Worry) -> None:
        self._context.tasks.write(lambda journal: journal.worries.keep(worry), owner=self)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.worries and self.isVisible():
            self._look_again()

    # Building

    def _lay_out(self) -> None:
        look, skill = self._context.look, content.skill(SKILL)
        self._shows_appointment = False
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setSpacing(_SECTION)
        top = QWidget()
        head = column_in(top, 4)
        head.addWidget(labels.title(look, skill.name, name="worry.title"))
        self._lead = labels.muted(look, skill.lead, name="worry.lead")
        head.addWidget(self._lead)
        self._around = QWidget()
        around = column_in(self._around, _SECTION)
        around.addWidget(self.line)
        waiting = QWidget()
        column = column_in(waiting, 12)
        column.addWidget(labels.heading(look, text("Waiting")))
        column.addWidget(self._nothing)
        column.addWidget(self.waiting)
        column.addSpacing(4)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        around.addWidget(waiting)
        around.addWidget(self.slot)
        earlier = QWidget()
        column = column_in(earlier, 12)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.earlier)
        around.addWidget(earlier)
        for part in (top, self._around, self.appointment, self._not_saved):
            self._inside.addWidget(part)
        self._inside.addStretch()
        self.pane = ScrollPane("worry.scroll", inside)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addWidget(Rule())
        self._foot.addWidget(self.appointment.foot)
        caution = labels.small(look, "\n".join(skill.cautions), "text_muted", name="worry.caution")
        self._foot.addWidget(caution)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pane, 1)
        whole.addLayout(self._foot)

    def _connect(self) -> None:
        self._context.look.look_changed.connect(self._arrange)
        self._begin.clicked.connect(lambda: self.line.then(self._start))
        self.line.put_off.connect(self._look_again)
        self._fold.turned.connect(self.earlier.setVisible)
        for rows in (self.waiting, self.earlier):
            rows.removed.connect(self._remove)
            rows.wanted_back.connect(self._let_wait)
        self.appointment.changed.connect(self._saving.touch)
        self.appointment.closed.connect(self._close)
        self._context.navigator.sheet_requested.connect(self._show_worry)
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self.window(), look)
        rest = self.width() - 2 * margin - look.px(_COLUMN)
        set_margins(self._inside, margin, 8, margin + max(0, rest), margin)
        set_margins(self._foot, margin, 0, margin, 16)
