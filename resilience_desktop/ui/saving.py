"""Saving what somebody types in one place of the window: once, again, or somewhere else.

Used wherever a person's typed words go into the journal by themselves, so that all of these
places do and say the same when that does not work.
"""

from __future__ import annotations

import concurrent.futures
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.ui.clipboard import copy_unsaved, let_go_of_unsaved
from resilience_desktop.ui.widgets.autosave import Autosave

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine
    from resilience_desktop.ui.widgets.saved_state import SavedState

    Work = Callable[[Journal], Changes]

SHORT_WAIT_S = 0.3
LONGEST_WAIT_S = 5
"""How long somebody who leaves waits for a disk that does not answer."""


class Saving(QObject):
    """Writes what stands in a form, says how that went, and tries again when it did not work."""

    settled = Signal()
    """Something was written, or could not be."""

    def __init__(
        self,
        context: UiContext,
        form: QWidget,
        state: SavedState | NotSavedLine,
        *,
        work: Callable[[], Work | None],
        words: Callable[[], str],
        is_kept_silently: Callable[[], bool] = lambda: False,
    ) -> None:
        """Look after a form.

        ``work`` returns what would write it as it stands, or None when there is nothing to write;
        ``words`` returns all that was typed, to be read elsewhere; ``is_kept_silently`` says
        whether there is nothing to tell about what was just written.
        """
        super().__init__(form)
        self._context, self._form, self._state = context, form, state
        self._work, self._words, self._silently = work, words, is_kept_silently
        self._autosave = Autosave(self)
        self._autosave.save_due.connect(self._save)
        self._under_way = 0
        self._last: Future[Changes] | None = None
        self._is_failing = False
        self._finish = ""
        self._next: Callable[[], object] | None = None
        state.copy_wanted.connect(self._copy)
        state.elsewhere_wanted.connect(self._save_elsewhere)
        app = QApplication.instance()
        if isinstance(app, QApplication):  # also when the window comes to the front
            app.focusChanged.connect(self.try_now)

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that is not being written yet."""
        return self._autosave.is_pending

    @property
    def is_failing(self) -> bool:
        """Whether saving did not work the last time."""
        return self._is_failing

    @property
    def is_under_way(self) -> bool:
        """Whether something is being written."""
        return self._under_way > 0

    def words(self) -> str:
        """Return all that was typed here, to be read elsewhere."""
        return self._words()

    def touch(self) -> None:
        """Note that something was typed."""
        self._autosave.touch()

    def flush(self) -> None:
        """Save now, if anything was typed."""
        self._autosave.flush()

    def forget(self) -> None:
        """Let what was typed be: it was given up, or something else writes it."""
        self._autosave.forget()

    def try_now(self, *_: object) -> None:
        """Do not wait any longer with what could not be saved before."""
        if self._is_failing and not self._under_way and shiboken6.isValid(self._form):
            self.flush()

    def keep_now(self) -> bool:
        """Save now and wait for it; return whether all that was typed is in the journal."""
        self.flush()
        return not self.why()

    def why(self, longest_s: float = LONGEST_WAIT_S) -> str:
        """Wait for what is being written; return why it is not saved, or nothing when it is."""
        if self._last is None:
            return ""
        try:
            error = self._last.exception(longest_s)
        except (TimeoutError, concurrent.futures.CancelledError):
            return text("It could not be saved yet.")
        return _in_words(error) if error is not None else ""

    def then(self, work: Callable[[], object]) -> None:
        """Do something that takes the form away from what was typed, once that is saved.

        When it cannot be saved, everything stays as it is, and that is said. Saving takes so
        little time that this waits for it: the next keys belong to what comes then.
        """
        self.flush()
        if not self.why(SHORT_WAIT_S):
            self._next = None
            work()
        elif self._under_way:
            self._next = work

    def write(
        self, work: Work, done: Callable[[Changes], None] | None = None, *, finish: str = ""
    ) -> None:
        """Write what is in the form in a way of its own.

        ``finish`` are the words of the button that does this; it is not pressed again by itself
        when writing fails, which is said. What was typed is then saved as at other times.
        """
        self._under_way += 1
        self._last = self._context.tasks.write(
            work,
            partial(self._written, done),
            owner=self,
            failed=partial(self._not_written, finish),
        )

    # How it went

    def _save(self) -> None:
        work = self._work()
        if work is not None:
            self.write(work)
        else:  # there is nothing left to save
            self._last = None
            self._works_again()

    def _written(self, done: Callable[[Changes], None] | None, changes: Changes) -> None:
        self._under_way -= 1
        finish, self._finish = self._finish, ""
        self._works_again()
        if done is not None:
            done(changes)
        elif finish:
            sentence = text("What you typed is saved now. To finish, press {button} again.")
            self._context.notices.show(sentence.format(button=finish))
        if self._next is not None:
            self._go_on()
        elif done is None and not self.is_pending:
            self._tell()
        self.settled.emit()

    def _tell(self) -> None:
        if self._silently():
            self._state.say_nothing()
        else:
            self._state.say_saved()

    def _go_on(self) -> None:
        """Do what waited, unless something was typed meanwhile that has to be saved first."""
        self.flush()
        if not self._under_way and self._next is not None:
            work, self._next = self._next, None
            work()

    def _not_written(self, finish: str, error: BaseException) -> None:
        self._under_way -= 1
        self._finish = finish or self._finish
        first, self._is_failing = not self._is_failing, True
        if first and not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)
        self._state.say_not_saved(_in_words(error))
        if finish:
            sentence = text("It stays here. When it is saved, press {button} once more.")
            self._state.say_below(sentence.format(button=finish))
        elif self._next is not None:
            self._state.say_below(text("It stays open until it is saved, so that nothing is lost."))
        self._next = None
        self._autosave.try_again()
        self.settled.emit()

    def _works_again(self) -> None:
        self._autosave.note_success()
        if not self._is_failing:
            return
        self._is_failing = False
        self._state.say_nothing()
        others = self._form.window().findChildren(Saving)
        if not any(other.is_failing for other in others):
            let_go_of_unsaved(QApplication.clipboard())

    # Somewhere else

    def _copy(self) -> None:
        copy_unsaved(QApplication.clipboard(), self._words())
        self._state.say_below(
            text("Copied. The copy is kept until this is saved here, or something else is copied.")
        )

    def _save_elsewhere(self) -> None:
        save_elsewhere(self._context, self._form, self._words(), self._state.say_below)


def save_elsewhere(
    context: UiContext, asking: QWidget, words: str, say: Callable[[str], object]
) -> None:
    """Ask where, write these words into a file there, and say how that went."""
    from resilience_desktop.ui import files

    path = files.ask_where_to_save(
        asking, text("Save what you typed"), _neutral_name(), text("Text (*.txt)")
    )
    if path is None:
        return

    def written(_none: None) -> None:
        say(text("Saved in that file, which is not encrypted: anyone who has it can read it."))

    def failed(error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            say(str(error))
        else:
            context.tasks.work_failed.emit(error)

    context.tasks.compute(partial(_write, path, words), written, owner=asking, failed=failed)


def _in_words(error: BaseException) -> str:
    """Return why something is not saved; of a mistake of ours nothing more is known."""
    if isinstance(error, ResilienceError):
        return str(error)
    return text("Something went wrong, so this could not be saved.")


def _write(path: Path, words: str) -> None:
    from resilience_desktop.services.sharing import write_file

    write_file(path, f"{words}\n".encode())


def _neutral_name() -> str:
    return f"resilience-{dt.datetime.now().astimezone().date().isoformat()}.txt"
