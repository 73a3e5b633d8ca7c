"""The worksheet: one step at a time, all of them open, everything saved as it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.journal_settings import JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.dialogs.parts_in_words import in_words
from resilience_desktop.ui.dialogs.versions_button import VersionsButton
from resilience_desktop.ui.form_words import form_of
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.star_button import StarButton
from resilience_desktop.ui.step_names import step_name, step_title
from resilience_desktop.ui.thoughts.digests import digests
from resilience_desktop.ui.thoughts.more_parts import MoreParts
from resilience_desktop.ui.thoughts.quiet_words import QuietWords
from resilience_desktop.ui.thoughts.step_side import StepSide
from resilience_desktop.ui.thoughts.step_stack import StepStack
from resilience_desktop.ui.thoughts.stepper import StepLine
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.domain.thought_record import Settled
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_UNREADY = (Step.PATTERNS, Step.EVIDENCE, Step.BALANCED)
"""Steps on which it is said that a thought need not be put in a fairer way today."""
_CONTENT = 880  # text units a step is wide at most


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
        look = context.look
        self._quiet = QuietWords(context, self)
        self._settings = JournalSettings()
        self._stack = StepStack(context, self._quiet)
        self._more = MoreParts(look, self, name="thoughts.more_parts")
        self._side, self._line = StepSide(look, self._more), StepLine(look)
        self._list = self._side.list
        self._place = labels.small(look, "", "text_muted")
        self._title = labels.title(look, "", name="thoughts.step_title")
        self._thought = KeptInView(
            look, text("The automatic thought"), name="thoughts.kept", most_lines=3
        )
        self.state = SavedState(look, name="thoughts.state")
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._draft,
            words=lambda: in_words(self._record),
        )
        self._star = StarButton(context, name="thoughts.star")
        keeps_room = self._star.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._star.setSizePolicy(keeps_room)
        self._versions = VersionsButton(
            context, ThoughtRecord, name="thoughts.versions", before=self.when_kept
        )
        self._previous = buttons.muted(look, text("Back"), name="thoughts.previous", flush=True)
        self._skip = buttons.quiet(look, text("Skip for now"), name="thoughts.skip")
        self._next = buttons.primary(look, text("Next"), name="thoughts.next")
        self._say_more = buttons.quiet(
            look, text("Say more"), name="thoughts.say_more", drawing="plus"
        )
        self._say_more.setAccessibleDescription(text("Opens a menu"))
        self._say_more.clicked.connect(partial(self._more.open_below, self._say_more))
        self._not_ready = buttons.quiet(
            look,
            text("Not ready for this: keep it as it is"),
            name="thoughts.not_ready",
            flush=True,
        )
        self._hint = labels.small(look, "", "text_muted", name="thoughts.hint")
        press_on_ctrl_enter(self, self._next)
        self._lay_out()
        self._connect()
        self._arrange()

    def open_record(self, record: ThoughtRecord, *, known: bool) -> None:
        """Show a record where it was left; ``known`` says that it is in the journal already."""
        if record.finished or record.step not in record.all_steps:
            record = replace(record, step=record.all_steps[0])
        self._record, self._known = record, known
        self._hint.setText("")
        self.state.say_nothing()
        self._star.follow(record.id if known else "")
        self._context.tasks.read(
            lambda journal: (journal.used_before.feelings(), journal.settings()),
            self._offer,
            owner=self,
            latest="thoughts.offer",
        )
        self._show_step(record.step)
        self._versions.follow(record.id if known else "")

    def say_more(self, what: Form | Step) -> None:
        """Give the record that is open another form, or ask one part more."""
        if isinstance(what, Step):
            self._ask_too(what)
        else:
            self._change_form(what)

    def record(self) -> ThoughtRecord:
        """Return the record as it stands."""
        return self._record

    @property
    def is_known(self) -> bool:
        """Whether the record is in the journal yet."""
        return self._known

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through: the steps, and what stands in the one in view."""
        return [self._list, self._stack.page(self._record.step).first_field()]

    def rename_pattern(self, old: str, new: str) -> None:
        """Take the new name of a pattern of one's own: saving must not bring the old one back."""
        patterns = tuple(
            replace(chosen, pattern=new) if chosen.pattern == old else chosen
            for chosen in self._record.patterns
        )
        if patterns != self._record.patterns:
            self._record = replace(self._record, patterns=patterns)
            self._stack.page(self._record.step).show_record(self._record)
            self._tell()

    def save_now(self) -> None:
        """Keep what has been typed at once."""
        self._saving.flush()

    def when_kept(self, work: Callable[[], object]) -> None:
        """Do something that takes this record away, once it is saved; else it stays in view."""
        self._saving.then(work)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps at the side or on one line."""
        super().resizeEvent(event)
        self._arrange()

    # Moving

    def _show_step(self, step: Step) -> None:
        steps = self._record.all_steps
        page = self._stack.show_step(step, self._record)
        place = steps.index(step)
        self._title.setText(step_title(step))
        self._previous.setVisible(place > 0)
        last = place == len(steps) - 1
        name = "" if last else step_name(steps[place + 1])
        self._not_ready.setVisible(step in _UNREADY and not self._record.finished)
        self._next.setText(
            text("Finish")
            if last
            else text("Next: {step}").format(step=name[:1].lower() + name[1:])
        )
        self._hint.setText("")
        self._put_banner()
        self._tell()
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._list, self._list.bring_into_sight)

    def _go_to(self, step: Step) -> None:
        self._take()
        self._record = replace(self._record, step=step)
        if not self._record.is_empty:
            self._saving.touch()
            self._saving.try_now()
        self._show_step(step)

    def _go_back(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        """Go to the next step or the one before; past the ends there is none."""
        steps = self._record.all_steps
        place = steps.index(self._record.step) + by
        if 0 <= place < len(steps):
            self._go_to(steps[place])

    def _go_on(self) -> None:
        self._take()
        steps = self._record.all_steps
        place = steps.index(self._record.step)
        if place + 1 < len(steps):
            self._go_to(steps[place + 1])
        else:
            self._finish()

    def _change_form(self, form: Form) -> None:
        """Ask what another form asks; what is written stays, whatever that is."""
        self._take()
        was = self._record.all_steps
        self._record = self._record.asking(form)
        steps = self._record.all_steps
        new = next((step for step in steps if step not in was), None)
        self._go_to(new or self._record.first_empty or steps[0])

    def _ask_too(self, part: Step) -> None:
        """Ask one part more, and go there."""
        self._take()
        self._record = self._record.asking_too(part)
        self._go_to(part)

    def _note_settled(self, chosen: Settled) -> None:
        self._record = replace(self._record, settled=chosen)
        self._changed()

    def _keep_short(self) -> None:
        """Ask no more than the short form, besides what is written already."""
        self._take()
        self._record = self._record.asking(content.usual_form())
        empty = self._record.first_empty
        if empty is None:
            self._finish()
        else:
            self._go_to(empty)

    def _leave(self) -> None:
        self._take()
        record = self._record
        if self._known and record.is_empty and not record.finished:  # all of it was taken out
            self._saving.forget()
            self._known = False
            move_to_bin(self._context, record.id, Kind.THOUGHT_RECORD, owner=self)
        self.when_kept(self.left.emit)

    def _keep_unready(self) -> None:
        self._finish(not_ready=True)

    def _finish(self, *, not_ready: bool = False) -> None:
        self._take()
        if self._record.is_empty:
            self._hint.setText(text("Nothing is written yet, so there is nothing to keep."))
            announce(self._hint, self._hint.text())
            return
        self._saving.forget()
        not_ready = not_ready or (self._record.not_ready and not self._record.has(Step.BALANCED))
        record = replace(self._record, finished=True, not_ready=not_ready)

        def kept(_changes: object) -> None:
            self._record = record
            self.finished.emit(record)
            announce(self, text("Thought record kept"))

        self._saving.write(
            lambda journal: journal.keep_thought_record(record), kept, finish=self._next.text()
        )

    # Keeping

    def _changed(self) -> None:
        self._take()
        self._tell()
        self._saving.touch()

    def _take(self) -> None:
        self._record = self._stack.page(self._record.step).applied_to(self._record)

    def _draft(self) -> Work | None:
        record = self._record
        if record.is_empty and not self._known:
            return None
        self._known = True
        return lambda journal: journal.keep_thought_record(record)

    def _offer_star(self) -> None:
        """Offer the star as soon as the record is in the journal."""
        if self._known and not self._saving.is_failing:
            self._star.follow(self._record.id)

    # Showing

    def _tell(self) -> None:
        """Show what is filled in; numbers are set aside while they are given again."""
        record, step = self._record, self._record.step
        again = step is Step.LOOK_AGAIN
        found = digests(record, numbers=not again)
        steps = record.all_steps
        last = step is steps[-1]
        self._say_where()
        self._more.offer(record, self._settings)
        self._say_more.setVisible(last and len(steps) < len(Step))
        self._list.show_steps(steps, step, found)
        self._line.show_steps(steps, step, self._more)
        self._skip.setVisible(not found.get(step) and not again and not last)
        self._title.setVisible(not self._stack.is_settling)
        thought = record.hot_thought
        self._thought.setVisible(
            thought is not None
            and self._stack.page(step).keeps_thought_in_view
            and not self._stack.is_settling
        )
        if thought is not None:
            self._thought.words.set_pieces(self._stack.page(step).marked(thought.text))
            believed = text("believed {n} %").format(n=thought.belief_before)
            shown = thought.belief_before is not None and not again
            self._thought.set_aside(believed if shown else "")

    def _say_where(self) -> None:
        """Say which form this is and, unless it is said elsewhere, the place of the step."""
        form = form_of(self._record.form, self._settings)
        name = "" if form is None else form.name
        if self._is_slim():
            self._place.setText(name)
            return
        steps = self._record.all_steps
        words = text("{form}, step {n} of {all}") if name else text("Step {n} of {all}")
        number = steps.index(self._record.step) + 1
        self._place.setText(words.format(form=name, n=number, all=len(steps)))

    def _offer(self, found: tuple[list[str], JournalSettings]) -> None:
        feelings, self._settings = found
        self._stack.offer_feelings(feelings)
        self._stack.take_settings(self._settings)
        self._tell()

    # Building

    def _lay_out(self) -> None:
        footer = QHBoxLayout()
        footer.setSpacing(8)
        footer.addWidget(self._previous)
        footer.addStretch()
        footer.addWidget(self.state)
        footer.addWidget(self._say_more)
        footer.addWidget(self._skip)
        footer.addWidget(self._next)
        rule = Rule()
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        marks = QWidget()
        ways = QHBoxLayout(marks)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(16)
        ways.addStretch()
        ways.addWidget(self._versions)
        ways.addWidget(self._star)
        look = self._context.look
        top = BesideOrBelow(self._place, marks, 16, least=lambda: look.px(80))
        self._main.addLayout(top)
        self._main.addWidget(self._title)
        self._main.addSpacing(16)
        self._main.addWidget(self._thought)
        self._main.addSpacing(16)
        self._main.addWidget(self._stack, 1)
        self._main.addWidget(self._not_ready, 0, Qt.AlignmentFlag.AlignLeft)
        self._main.addWidget(self._hint)
        end = QWidget()
        self._end = column_in(end, 0)
        self._main.addWidget(end)
        self._main.addSpacing(8)
        self._main.addWidget(rule)
        self._main.addSpacing(16)
        self._main.addLayout(footer)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._line)
        right.addLayout(self._main)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._list.step_chosen.connect(self._go_to)
        self._line.step_chosen.connect(self._go_to)
        self._line.back_requested.connect(self._leave)
        self._side.back_requested.connect(self._leave)
        self._versions.brought_back.connect(self.version_restored)
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._skip.clicked.connect(self._go_on)
        self._not_ready.clicked.connect(self._keep_unready)
        self._more.form_chosen.connect(self._change_form)
        self._more.part_chosen.connect(self._ask_too)
        for keys, turn in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn, turn))
        self._stack.changed.connect(self._changed)
        self._context.navigator.pattern_renamed.connect(self.rename_pattern)
        self._stack.settled.connect(self._note_settled)
        self._stack.settling_turned.connect(self._tell)
        self._stack.short_requested.connect(self._keep_short)
        self._saving.settled.connect(self._offer_star)
        self._context.look.look_changed.connect(self._arrange)

    def _arrange(self) -> None:
        look = self._context.look
        narrow = self._is_slim()
        margin = 24 if narrow else page_margin(self, look) + 16
        self._side.setVisible(not narrow)
        self._side.setFixedWidth(look.px(288))
        self._line.setVisible(narrow)
        self._line.setContentsMargins(margin - 10, 0, margin - 10, 0)
        room = self.width() - (0 if narrow else self._side.width())
        spare = max(margin, room - margin - look.px(_CONTENT))
        set_margins(self._main, margin, 16 if narrow else 32, spare, 24)
        self._put_banner()
        self._say_where()

    def _put_banner(self) -> None:
        """Above the footer; where there is little height, below what is being filled in."""
        self.state.put_banner_in(
            self._stack.end(self._record.step) if self._is_low() else self._end
        )

    def _is_slim(self) -> bool:
        """Whether the steps are on one line, which says the place too."""
        return is_narrow(self, self._context.look) or self._is_low()

    def _is_low(self) -> bool:
        return self.height() < self._context.look.px(520)
