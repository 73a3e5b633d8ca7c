"""Taking a note to the whole screen, and a page that is written freely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.free_writing import FreeWriting
    from resilience_desktop.ui.journal.writing.note import NoteArea
    from resilience_desktop.ui.widgets.saved_state import SavedState


class WholeScreen(QObject):
    """Shows the note alone when that is asked for, or an empty page."""

    def __init__(
        self,
        context: UiContext,
        note: NoteArea,
        state: SavedState,
        save: QAbstractButton,
        *,
        heading: Callable[[], str],
    ) -> None:
        """Take the note of a form; ``heading`` returns what stands above it, or nothing."""
        super().__init__(note)
        self._context, self._note, self._state, self._save = context, note, state, save
        self._heading = heading
        self._free: FreeWriting | None = None
        note.whole_screen_requested.connect(self.show_note)
        note.free_writing_requested.connect(self.write_freely)

    def show_note(self) -> None:
        """Show the field of the note, and nothing else."""
        from resilience_desktop.ui.journal.writing.focus import FocusPage

        page = FocusPage(
            self._context,
            self._note.editor,
            self._state,
            heading=self._heading(),
            below=(self._note.pictures_strip,),
        )
        keep = buttons.primary(self._context.look, self._save.text(), name="writing.keep")
        page.add_action(keep)
        page.press_on_ctrl_enter(keep)
        keep.clicked.connect(self._keep)
        page.left.connect(self._leave)
        page.given_back.connect(self._show_again)
        self._context.navigator.alone_requested.emit(page)

    def write_freely(self) -> None:
        """Show a page of its own, with what was written on it and not closed yet."""
        if self._free is None:
            from resilience_desktop.ui.journal.writing.free_writing import FreeWriting

            self._free = FreeWriting(self._context, self._note)
        self._free.begin()

    def save_now(self) -> None:
        """Keep what is being written freely."""
        if self._free is not None:
            self._free.save_now()

    def _leave(self) -> None:
        self._context.navigator.alone_requested.emit(None)

    def _show_again(self) -> None:
        """Have the words in sight where they were: the page has had another size meanwhile."""
        show_in_pane(self._note.editor)

    def _keep(self) -> None:
        self._leave()
        self._save.click()
