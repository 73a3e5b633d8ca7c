"""Two lines for the day: one small thing to do, and something that went all right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.small_goal import SmallGoal
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

_WENT_WELL = "line:went_well"
"""The slot of the line that is being written."""
_LONGEST = 200
_WHOLE_LINE = 10_000  # pixels, more than there are


class Today(QWidget):
    """What stands above the timeline. Nothing here is counted, and nothing is ever late."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self.goal = GoalLine(context)
        self.went_well = WentWellLine(context)
        self._lines = FlowLayout(self, gap=4)
        self._lines.addWidget(self.goal)
        self._lines.addWidget(self.went_well)
        self.leave_room(0)
        self.setFocusProxy(self.goal)

    def leave_room(self, side: int) -> None:
        """Keep away from the edge that reading ends at, by so many pixels."""
        set_margins(self._lines, 1, 0, side, 0)  # a drawing in a button begins 7 further in

    def save_now(self) -> None:
        """Keep what is being typed."""
        self.goal.save_now()
        self.went_well.save_now()


class _Line(QWidget):
    """A quiet button that turns into a field; Enter ends the typing, Escape takes it back."""

    def __init__(self, context: UiContext, name: str, words: str, title: str) -> None:
        super().__init__()
        self._context, self._name = context, name
        self.begin = buttons.quiet(
            context.look, words, name=f"today.{name}_begin", flush=True, drawing="plus"
        )
        self.field = LineField()
        self.field.setObjectName(f"today.{name}")
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(title)
        self.field.setMaxLength(_LONGEST)
        self.field.hide()
        self.field.installEventFilter(self)
        self.state = NotSavedLine(context.look, name=f"today.{name}.state", title=title)
        self._saving = Saving(
            context, self, self.state, work=self._draft, words=lambda: f"{title}\n{self._typed()}"
        )
        self.begin.clicked.connect(self.write)
        self.field.textEdited.connect(self._saving.touch)
        self.field.returnPressed.connect(self._end)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.begin)
        self.row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.row)
        column.addWidget(self.state)

    def sizeHint(self) -> QSize:
        """Return the size of the button; the field has a line of its own."""
        hint = super().sizeHint()
        return QSize(_WHOLE_LINE, hint.height()) if self.field.isVisibleTo(self) else hint

    def write(self) -> None:
        """Show the field, ready to type."""
        self._show_field(shown=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> None:
        """Keep what is being typed."""
        self._saving.flush()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Take Escape, and keep what was typed when the keyboard leaves."""
        if event.type() == QEvent.Type.FocusOut:
            self._saving.flush()
            self._left()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # before the page has it
            return True
        if is_escape and event.type() == QEvent.Type.KeyPress:
            self._give_up()
            return True
        return False

    def _show_field(self, *, shown: bool) -> None:
        had_focus = self.field.hasFocus()
        self.field.setVisible(shown)
        self.begin.setVisible(not shown)
        self.setFocusProxy(self.field if shown else self.begin)
        self.updateGeometry()
        if had_focus and not shown:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> str:
        return self.field.text().strip()

    def _draft(self) -> Work | None:
        """Return what keeps the line as it stands."""
        raise NotImplementedError

    def _end(self) -> None:
        raise NotImplementedError

    def _give_up(self) -> None:
        raise NotImplementedError

    def _left(self) -> None:
        """Do what is due when the keyboard leaves the field."""

    def _write(self, work: Work, done: Callable[[], object], key: str) -> None:
        """Write what ends the typing; until that has worked the field stays as it is."""

        def written(_changes: Changes) -> None:
            done()

        self._saving.write(work, written, finish=key)


class _Tick(QCheckBox):
    """A box alone; what is around it answers to the pointer too."""

    def hitButton(self, place: QPoint) -> bool:
        """Return whether pressing there ticks it."""
        return self.rect().contains(place)


class GoalLine(_Line):
    """One small thing. Until it is done it stands here, today or on a later day."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(
            context, "goal", text("One small thing for today"), text("One small thing")
        )
        self._goal: SmallGoal | None = None
        self._before: SmallGoal | None = None
        self.tick = _Tick()
        self.tick.setObjectName("today.goal_done")
        self.tick.setMinimumWidth(context.look.px(32))
        self.change = buttons.IconButton(
            context.look, "pencil", text("Change the small thing"), name="today.goal_change"
        )
        self._words = labels.body(context.look, "", name="today.goal_words")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.row.insertWidget(0, self.tick)
        self.row.insertWidget(1, self._words)
        self.row.addWidget(self.change)
        self.row.addStretch()
        self.state.raise_()  # a screen reader comes to it last
        self.row.setSpacing(0)  # box and pencil have room of their own around them
        self.tick.toggled.connect(self._done)
        self.change.clicked.connect(self.write)
        context.tasks.journal_changed.connect(self._journal_changed)
        self._show(None)
        self.reload()

    def reload(self) -> None:
        """Read what stands here today."""
        self._context.tasks.read(
            lambda journal: journal.goals.of(journal.today()),
            self._show,
            owner=self,
            latest="today.goal",
        )

    def write(self) -> None:
        """Ask for something small; a suggestion stands there, and typing takes its place."""
        self._before = self._goal
        is_open = self._goal is not None and self._goal.done is None
        self.field.setText(
            self._goal.words if self._goal and is_open else content.small_thing(now().day)
        )
        for part in (self.tick, self._words, self.change):
            part.hide()
        super().write()
        self.field.selectAll()

    def _draft(self) -> Work | None:
        words, goal = self._typed(), self._goal
        if not words:
            return None
        if goal is None or goal.done is not None:
            goal = SmallGoal(words, now().day)
        self._goal = goal = replace(goal, words=words)
        return lambda journal: journal.goals.keep(goal)

    def _end(self) -> None:
        self._saving.forget()
        keep, goal = self._draft(), self._goal
        if keep is not None:
            self._write(keep, lambda: self._show(self._goal), text("Enter"))
        elif goal is not None:
            self._write(
                lambda journal: journal.goals.let_go(goal), lambda: self._gone(goal), text("Enter")
            )
        else:
            self._show(None)

    def _gone(self, goal: SmallGoal) -> None:
        self._show(None)
        self._context.notices.show(
            text("The small thing is gone"),
            lambda: self._context.tasks.write(lambda journal: journal.goals.keep(goal), owner=self),
        )

    def _give_up(self) -> None:
        self._saving.forget()
        now_there, before = self._goal, self._before
        show = partial(self._show, before)
        if before is not None and now_there != before:
            self._write(lambda journal: journal.goals.keep(before), show, text("Esc"))
        elif before is None and now_there is not None:
            self._write(lambda journal: journal.goals.let_go(now_there), show, text("Esc"))
        else:
            show()

    def _left(self) -> None:
        if self.field.isVisible() and self._goal == self._before:
            self._show(self._goal)  # nothing was typed

    def _done(self, on: bool) -> None:
        goal = self._goal
        if goal is None:
            return
        day = now().day if on else None
        self._goal = replace(goal, done=day)

        def not_kept(error: BaseException) -> None:
            self._show(goal)  # nothing is ticked that is not so
            self._context.tasks.work_failed.emit(error)

        self._context.tasks.write(
            lambda journal: journal.goals.finish(goal, day), owner=self, failed=not_kept
        )
        if on:
            announce(self, text("Done"))

    def _journal_changed(self, changes: Changes) -> None:
        if changes.goals and not self.field.isVisible():
            self.reload()

    def _show(self, goal: SmallGoal | None) -> None:
        self._goal = goal
        had_focus = self.field.hasFocus()
        self._show_field(shown=False)
        self.tick.setVisible(goal is not None)
        set_margins(self.row, 7 if goal else 0, 0, 0, 0)
        self._words.setVisible(goal is not None)
        self._words.setText(goal.words if goal else "")
        self._words.set_role("text_muted" if goal and goal.done else "text")
        self.change.setVisible(goal is not None and goal.done is None)
        is_done = goal is not None and goal.done is not None
        self.begin.setVisible(goal is None or is_done)
        self.begin.setText(text("Another") if is_done else text("One small thing for today"))
        if goal is not None:
            self.setFocusProxy(self.tick)
            if had_focus:
                self.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        with QSignalBlocker(self.tick):
            self.tick.setAccessibleName(goal.words if goal else "")
            self.tick.setChecked(is_done)


class WentWellLine(_Line):
    """Something that went all right, in one line: an entry of its own."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(
            context, "went_well", text("Something that went all right"), text("What went all right")
        )
        self._begun: Entry | None = None
        context.tasks.read(lambda journal: journal.drafts.get(_WENT_WELL), self._go_on, owner=self)

    def _go_on(self, draft: Entry | None) -> None:
        """Show what was being written when the app was left."""
        if draft is not None and not self.field.text():
            self._begun = draft
            self.field.setText(draft.went_well)
            self._show_field(shown=True)

    def _entry(self) -> Entry:
        begun = self._begun or Entry(at=now())
        self._begun = replace(begun, went_well=self._typed())
        return self._begun

    def _draft(self) -> Work:
        entry = self._entry()
        draft = None if entry.is_empty else entry
        return lambda journal: journal.drafts.keep(_WENT_WELL, draft)

    def _end(self) -> None:
        entry = self._entry()
        if entry.is_empty:
            self._give_up()
            return

        def kept() -> None:
            self._empty()
            announce(self, text("Entry kept"))

        self._saving.forget()
        self._write(lambda journal: journal.keep_entry(entry, slot=_WENT_WELL), kept, text("Enter"))

    def _give_up(self) -> None:
        typed = self.field.text()

        def gone() -> None:
            self._empty()
            if typed.strip():
                self._context.notices.show(text("The line is gone"), lambda: self._take_back(typed))

        self._saving.forget()
        self._write(_forget, gone, text("Esc"))

    def _take_back(self, typed: str) -> None:
        self.field.setText(typed)
        self._saving.touch()
        self.write()

    def _left(self) -> None:
        if not self.field.text().strip():
            self._empty()

    def _empty(self) -> None:
        self._begun = None
        self.field.clear()
        self._show_field(shown=False)


def _forget(journal: Journal) -> Changes:
    return journal.drafts.keep(_WENT_WELL, None)
