"""A page that is written freely, and then sealed or kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.journal.writing.editor import MarkdownEdit
from resilience_desktop.ui.journal.writing.focus import FocusPage
from resilience_desktop.ui.journal.writing.spelling import SpellCheck
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.sealing import what_sealing_does
from resilience_desktop.ui.slots import FREE
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class FreeWriting(QWidget):
    """Holds an empty page that is a draft of its own until it is sealed or kept.

    Out of sight itself: the page on the whole screen borrows the field. So words that could not be
    saved are still here when something else takes that page away.
    """

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context = context
        self._entry = Entry(at=_now())
        look = context.look
        self._editor = MarkdownEdit(look, name="writing.free", title=text("Free writing"), lines=5)
        SpellCheck(context, self._editor)
        self._state = SavedState(look, name="writing.state")
        self._saving = Saving(
            context,
            self,
            self._state,
            work=self._draft,
            words=self._editor.words,
            is_kept_silently=lambda: self._written().is_empty,
        )
        self._quiet = QuietLines(context, self)
        self._line = QuietLine(context, name="writing.quiet_words")
        column = column_in(self, 0)
        for part in (self._editor, self._state, self._state.banner, self._line):
            column.addWidget(part)
        self._editor.words_changed.connect(self._saving.touch)
        self._editor.words_changed.connect(self._quiet.typed)
        self._quiet.rested.connect(self._look_at_words)

    def begin(self) -> None:
        """Show the page, with what was written on it and not closed yet."""
        if self._saving.keep_now():
            self._context.tasks.read(
                lambda journal: journal.drafts.get(FREE), self._show, owner=self
            )
        else:
            self._show_page()  # nothing in the journal is as new as what stands here

    def save_now(self) -> None:
        """Keep what has been typed."""
        self._saving.flush()

    def _show(self, draft: Entry | None) -> None:
        self._entry = draft or Entry(at=_now())
        if draft is None:
            self._state.say_nothing()
        else:
            self._state.say_saved()
        self._quiet.begin(self._entry.id)
        self._line.show_if(False)
        self._editor.set_words(self._entry.note)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._show_page()

    def _show_page(self) -> None:
        look = self._context.look
        self._keep = buttons.quiet(look, text("Keep without a seal"), name="writing.keep")
        self._seal = buttons.primary(
            look, text("Close and seal"), name="writing.seal", drawing="lock"
        )
        page = FocusPage(
            self._context,
            self._editor,
            self._state,
            below=(self._line,),
            sentence=what_sealing_does(),
        )
        self._keep.clicked.connect(self._close_unsealed)
        self._seal.clicked.connect(self._close_sealed)
        page.add_action(self._keep)
        page.add_action(self._seal)
        page.press_on_ctrl_enter(self._seal)
        page.left.connect(self._leave)
        page.given_back.connect(self._look_what_waits)
        self._context.navigator.alone_requested.emit(page)

    def _written(self) -> Entry:
        return replace(self._entry, note=self._editor.words())

    def _draft(self) -> Work:
        entry = self._written()
        draft = None if entry.is_empty else entry
        return lambda journal: journal.drafts.keep(FREE, draft)

    def _look_at_words(self) -> None:
        found = self._quiet.are_in(self._editor.words())
        self._line.show_if(self._quiet.after(words_found=found) is not None)

    def _look_what_waits(self) -> None:
        """Save before anybody looks, whatever took the page away."""
        self._saving.flush()
        self._context.navigator.waiting_changed.emit()

    # Going back

    def _leave(self) -> None:
        """Go back; the page stays a draft."""
        self._saving.then(self._left)

    def _left(self) -> None:
        waits = not self._written().is_empty
        self._go_back()
        if waits:
            self._context.notices.show(
                text("Your page waits as it is. “Open it” in the journal leads back to it.")
            )

    def _go_back(self) -> None:
        self._context.navigator.alone_requested.emit(None)
        home = self.parentWidget()
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_sealed(self) -> None:
        said = text("The page is sealed. It is among the sealed pages.")
        self._close(self._seal, said, sealed=True)

    def _close_unsealed(self) -> None:
        self._close(self._keep, text("The page is kept as an entry"), sealed=False)

    def _close(self, pressed: buttons.Button, said: str, *, sealed: bool) -> None:
        entry = replace(self._written(), sealed=sealed)
        if entry.is_empty:
            self._leave()
            return

        def gone() -> None:
            self._go_back()
            self._context.notices.show(said)

        def kept(_changes: Changes) -> None:
            self._saving.then(gone)

        self._saving.forget()
        self._saving.write(
            lambda journal: journal.keep_entry(entry, slot=FREE), kept, finish=pressed.text()
        )


def _now() -> Moment:
    return Moment.now(local_zone())
