"""Taking a note to the whole screen, and a page that is written freely and then sealed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import local_zone
from resilience_desktop.ui.journal.writing.editor import MarkdownEdit
from resilience_desktop.ui.journal.writing.focus import FocusPage
from resilience_desktop.ui.journal.writing.spelling import SpellCheck
from resilience_desktop.ui.sealing import what_sealing_does
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.autosave import Autosave
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.note import NoteArea

FREE = "entry:free"
"""The slot of the page that is written freely; it is found by no search."""


class WholeScreen(QObject):
    """Shows the note alone when that is asked for."""

    def __init__(
        self, context: UiContext, note: NoteArea, state: QWidget, save: QAbstractButton
    ) -> None:
        super().__init__(note)
        self._context, self._note, self._state, self._save = context, note, state, save
        self._free = FreeWriting(context, note)
        note.whole_screen_requested.connect(self.show_note)
        note.free_writing_requested.connect(self._free.begin)

    def show_note(self) -> None:
        """Show the field of the note, and nothing else."""
        page = FocusPage(self._context, self._note.editor, self._state)
        keep = buttons.primary(self._context.look, self._save.text(), name="writing.keep")
        page.add_action(keep)
        page.press_on_ctrl_enter(keep)
        keep.clicked.connect(self._keep)
        page.left.connect(self._leave)
        self._context.navigator.alone_requested.emit(page)

    def save_now(self) -> None:
        """Keep what is being written freely."""
        self._free.save_now()

    def _leave(self) -> None:
        self._context.navigator.alone_requested.emit(None)

    def _keep(self) -> None:
        self._leave()
        self._save.click()


class FreeWriting(QObject):
    """An empty page that is a draft of its own until it is sealed or kept."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._entry = Entry(at=_now())
        self._editor: MarkdownEdit | None = None
        self._state: SavedState | None = None
        self._autosave = Autosave(self)
        self._autosave.save_due.connect(self._save)

    def begin(self) -> None:
        """Show the page, with what was written on it and not closed yet."""
        self._context.tasks.read(lambda journal: journal.draft(FREE), self._show, owner=self)

    def save_now(self) -> None:
        """Keep what has been typed."""
        self._autosave.flush()

    def _show(self, draft: Entry | None) -> None:
        look = self._context.look
        self._entry = draft or Entry(at=_now())
        self._editor = editor = MarkdownEdit(
            look, name="writing.free", title=text("Free writing"), lines=5
        )
        SpellCheck(self._context, editor)
        editor.set_words(self._entry.note)
        editor.words_changed.connect(self._autosave.touch)
        self._state = SavedState(look, name="writing.state")
        keep = buttons.quiet(look, text("Keep without a seal"), name="writing.keep")
        seal = buttons.primary(look, text("Close and seal"), name="writing.seal", drawing="lock")
        keep.clicked.connect(self._keep)
        seal.clicked.connect(self._seal)
        page = FocusPage(self._context, editor, self._state, sentence=what_sealing_does())
        page.add_action(keep)
        page.add_action(seal)
        page.press_on_ctrl_enter(seal)
        page.left.connect(self._leave)
        self._context.navigator.alone_requested.emit(page)

    def _written(self) -> Entry:
        """Return the page as it stands; what was read last once it is gone from the screen."""
        if self._editor is not None and shiboken6.isValid(self._editor):
            self._entry = replace(self._entry, note=self._editor.words())
        return self._entry

    def _leave(self) -> None:
        """Go back; the page stays a draft."""
        entry = self._written()
        self._autosave.flush()
        self._context.navigator.alone_requested.emit(None)
        if not entry.is_empty:
            self._context.notices.show(
                text("Your page waits as it is. “Free write” in the menu opens it again.")
            )

    def _seal(self) -> None:
        self._close(sealed=True, said=text("The page is sealed. It is among the sealed pages."))

    def _keep(self) -> None:
        self._close(sealed=False, said=text("The page is kept as an entry"))

    def _close(self, *, sealed: bool, said: str) -> None:
        entry = replace(self._written(), sealed=sealed)
        if entry.is_empty:
            self._leave()
            return
        self._autosave.forget()

        def kept(_changes: Changes) -> None:
            self._context.navigator.alone_requested.emit(None)
            self._context.notices.show(said)

        self._context.tasks.write(
            lambda journal: journal.keep_entry(entry, slot=FREE),
            kept,
            owner=self,
            failed=self._not_saved,
        )

    def _save(self) -> None:
        entry = self._written()
        self._context.tasks.write(
            lambda journal: journal.keep_draft(FREE, None if entry.is_empty else entry),
            lambda _changes: self._say_saved(),
            owner=self,
            failed=self._not_saved,
        )

    def _say_saved(self) -> None:
        if self._is_there() and self._state is not None and not self._autosave.is_pending:
            self._state.say_saved()

    def _not_saved(self, error: BaseException) -> None:
        is_known = isinstance(error, ResilienceError)
        if self._is_there() and self._state is not None:
            self._state.say_not_saved(str(error) if is_known else text("Something went wrong."))
        if is_known:
            self._autosave.touch()  # and so it is tried again
        else:
            self._context.tasks.work_failed.emit(error)

    def _is_there(self) -> bool:
        return self._state is not None and shiboken6.isValid(self._state)


def _now() -> Moment:
    return Moment.now(local_zone())
