"""The worksheet: one step at a time, all of them open, everything saved as it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from resilience_desktop import content
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.own_pattern import with_new_name
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.dialogs.parts_in_words import in_words
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.thoughts.worksheet_panes import WorksheetPanes
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton

    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class Worksheet(QWidget):
    """Fills in one thought record."""

    left = Signal()
    """Someone went back to the list."""
    finished = Signal(object)
    """The record as it was finished."""
    version_restored = Signal(str)
    """The id of a record of which an earlier version is the present one now."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.worksheet")
        self._context = context
        self._record = ThoughtRecord(at=Moment.now(local_zone()))
        self._known = False
        self._panes = WorksheetPanes(context, before_versions=self.when_kept)
        self._stack, self._foot = self._panes.stack, self._panes.foot
        column_in(self, 0).addWidget(self._panes)
        self.state = self._foot.state
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._draft,
            words=lambda: in_words(self._record),
        )
        press_on_ctrl_enter(self, self._foot.next)
        self._connect()

    def open_record(self, record: ThoughtRecord, *, known: bool) -> None:
        """Show a record where it was left; ``known`` says that it is in the journal already."""
        if record.finished or record.step not in record.all_steps:
            record = replace(record, step=record.all_steps[0])
        self._record, self._known = record, known
        self._foot.say("")
        self.state.say_nothing()
        self._panes.head.star.follow(record.id if known else "")
        self._context.tasks.read(
            lambda journal: (journal.used_before.feelings(), journal.settings()),
            self._offer,
            owner=self,
            latest="thoughts.offer",
        )
        self._show_step()
        self._panes.head.versions.follow(record.id if known else "")

    def say_more(self, what: Form | Step) -> None:
        """Give the record that is open another form, or ask one part more."""
        if isinstance(what, Step):
            self._ask_too(what)
        else:
            self._ask_more(what)

    def record(self) -> ThoughtRecord:
        """Return the record as it stands."""
        return self._record

    @property
    def is_known(self) -> bool:
        """Whether the record is in the journal yet."""
        return self._known

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through: the steps, and what stands in the one in view."""
        return [self._panes.side.list, self._stack.page(self._record.step).first_field()]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Be ready to type in the step in view."""
        self._stack.first_field(self._record.step).setFocus(reason)

    def rename_pattern(self, old: str, new: str) -> None:
        """Take the new name of a pattern of one's own: saving must not bring the old one back."""
        record = with_new_name(self._record, old, new)
        if record != self._record:
            self._record = record
            self._stack.page(self._record.step).show_record(self._record)
            self._tell()

    def save_now(self) -> None:
        """Keep what has been typed at once."""
        self._saving.flush()

    def when_kept(self, work: Callable[[], object]) -> None:
        """Do something that takes this record away, once it is saved; else it stays in view."""
        self._saving.then(work)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the offer to settle with Escape, wherever on the worksheet the keyboard is."""
        if not self._stack.take_escape(event):
            super().keyPressEvent(event)

    # Moving

    def _show_step(self) -> None:
        self._panes.show_step(self._record)
        self._tell()
        self.setFocus()

    def _go_to(self, step: Step) -> None:
        self._take()
        self._record = replace(self._record, step=step)
        if not self._record.is_empty:
            self._saving.touch()
            self._saving.try_now()
        self._show_step()

    def _go_back(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        """Go to the next step or the one before; past the ends there is none."""
        self._take()
        steps = self._record.open_steps
        place = steps.index(self._record.step) + by
        if 0 <= place < len(steps):
            self._go_to(steps[place])

    def _go_on(self) -> None:
        self._take()
        steps = self._record.open_steps
        place = steps.index(self._record.step)
        if place + 1 < len(steps):
            self._go_to(steps[place + 1])
        else:
            self._finish(self._foot.next)

    def _change_form(self, form: Form) -> None:
        """Ask what another form asks, and stay; what is written stays, whatever that is."""
        self._take()
        self._record = self._record.asking(form)
        self._go_to(self._record.step)

    def _ask_more(self, form: Form) -> None:
        """Ask what a form with more parts asks, and go to the first of them."""
        self._take()
        was = self._record.all_steps
        self._record = self._record.asking(form)
        new = next((step for step in self._record.all_steps if step not in was), None)
        self._go_to(new or self._record.first_empty or self._record.step)

    def _ask_too(self, part: Step) -> None:
        """Ask one part more, and go there."""
        self._take()
        self._record = self._record.asking_too(part)
        self._go_to(part)

    def _keep_short(self) -> None:
        """Ask no more than the short form, besides what is written already."""
        self._take()
        self._record = self._record.asking(content.usual_form())
        empty = self._record.first_empty
        if empty is None:
            self._finish(self._foot.next)
        else:
            self._go_to(empty)

    def leave(self, to: Callable[[], object]) -> None:
        """Go elsewhere once all is saved; what all was taken out of goes to the bin."""
        self._take()
        record = self._record
        if self._known and record.is_empty and not record.finished:  # all of it was taken out
            self._saving.forget()
            self._known = False
            move_to_bin(self._context, record.id, Kind.THOUGHT_RECORD, owner=self)
        self.when_kept(to)

    def _leave(self) -> None:
        self.leave(self.left.emit)

    def _keep_unready(self) -> None:
        self._finish(self._foot.not_ready, not_ready=True)

    def _finish_here(self) -> None:
        self._finish(self._foot.finish)

    def _finish(self, by: QAbstractButton, *, not_ready: bool = False) -> None:
        self._take()
        if self._record.is_empty:
            self._foot.say(text("Nothing is written yet, so there is nothing to keep."))
            return
        self._saving.forget()
        not_ready = not_ready or (self._record.not_ready and not self._record.has(Step.BALANCED))
        record = replace(self._record, finished=True, not_ready=not_ready)

        def kept(_changes: object) -> None:
            self._record = record
            self.finished.emit(record)
            announce(self, text("Thought record kept"))

        self._saving.write(
            lambda journal: journal.keep_thought_record(record), kept, finish=by.text()
        )

    # Keeping

    def _changed(self) -> None:
        self._take()
        self._tell()
        self._saving.touch()

    def _take(self) -> None:
        before = self._record
        self._record = self._stack.applied_to(before)
        if before.not_ready and self._record.is_answered_anew_since(before):
            self._record = replace(self._record, not_ready=False)
            self._foot.say(text("This is no longer kept as left on purpose."))

    def _draft(self) -> Work | None:
        record = self._record
        if record.is_empty and not self._known:
            return None
        self._known = True
        return lambda journal: journal.keep_thought_record(record)

    def _offer_star(self) -> None:
        """Offer the star as soon as the record is in the journal."""
        if self._known and not self._saving.is_failing:
            self._panes.head.star.follow(self._record.id)

    def _tell(self) -> None:
        self._panes.tell(self._record)

    def _offer(self, found: tuple[list[str], JournalSettings]) -> None:
        feelings, settings = found
        self._stack.offer_feelings(feelings)
        self._panes.take_settings(settings)
        self._tell()

    def _connect(self) -> None:
        panes = self._panes
        panes.step_chosen.connect(self._go_to)
        panes.back_requested.connect(self._leave)
        panes.finish_requested.connect(self._finish_here)
        panes.head.versions.brought_back.connect(self.version_restored)
        self._foot.previous.clicked.connect(self._go_back)
        self._foot.next.clicked.connect(self._go_on)
        self._foot.skip.clicked.connect(self._go_on)
        self._foot.not_ready.clicked.connect(self._keep_unready)
        panes.more.form_chosen.connect(self._ask_more)
        panes.forms.form_chosen.connect(self._change_form)
        for menu in (panes.more, panes.forms):
            menu.part_chosen.connect(self._ask_too)
        for keys, turn in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn, turn))
        self._stack.changed.connect(self._changed)
        self._context.navigator.pattern_renamed.connect(self.rename_pattern)
        self._stack.settled.connect(self._changed)
        self._stack.settling_turned.connect(self._tell)
        self._stack.short_requested.connect(self._keep_short)
        self._stack.keep_requested.connect(self._keep_unready)
        self._saving.settled.connect(self._offer_star)
