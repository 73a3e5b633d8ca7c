"""A window with short notes of one's own: a list, and the one that is chosen, ready to change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import Notices
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choosing_list import ChoosingList
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.words_edit import WordsEdit
from resilience_desktop.ui.widgets.written_rows import Row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work
    from resilience_desktop.ui.widgets.buttons import Button
    from resilience_desktop.ui.widgets.empty_state import EmptyState

Note = TypeVar("Note", CopingCard, Insight)
_NONE, _SOME = 1, 0
"""The places of the stack: no note at all, and notes."""


class Book(Protocol[Note]):
    """The notes of one kind in a journal."""

    def all(self) -> list[Note]:
        """Return every note, the newest first."""

    def keep(self, note: Note, /) -> Changes:
        """Keep a note, new or changed."""

    def drop(self, note: Note, /) -> Changes:
        """Forget a note."""


class KeptNotes(Dialog, Generic[Note]):
    """What is typed is saved by itself; deleting can be undone while the window is open.

    Who inherits says which notes these are, and may put more below the words.
    """

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        *,
        name: str,
        title: str,
        what: str,
        field: str,
        add: str,
        chosen: str = "",
    ) -> None:
        """Show ``title`` and ``what`` the notes are; ``chosen`` is open first."""
        super().__init__(parent)
        self.setObjectName(name)
        self._context, self._wanted = context, chosen
        self._is_begun = False
        """Whether somebody asked for a new note, so that there is something to show."""
        self._notes: list[Note] = []
        self._open: Note | None = None
        look = context.look
        self._undo = Notices(self, look)
        self.list = ChoosingList(
            look,
            name=f"{name}.list",
            spoken_name=title,
            when_samples=[i18n.short_day(day) for day in _some_days()],
        )
        self.words = WordsEdit(look, name=f"{name}.words", title=field, growing=True, lines=4)
        self.state = SavedState(look, name=f"{name}.state")
        self._saving = Saving(context, self, self.state, work=self._work, words=self.typed)
        self.add = buttons.plain(look, add, name=f"{name}.add", drawing="plus")
        self.delete = buttons.quiet(look, text("Delete"), name=f"{name}.delete", drawing="trash")
        self._close = buttons.plain(look, text("Close"), name=f"{name}.close")
        self._lay_out(title, what, field)
        self.add.clicked.connect(self.begin)
        self.delete.clicked.connect(self._drop_open)
        self._close.clicked.connect(self.accept)
        self.words.words_changed.connect(self.touch)
        self.list.row_chosen.connect(self._choose)
        self.list.row_opened.connect(lambda _row: self.start_writing())
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo.undo_last)
        context.tasks.journal_changed.connect(self._journal_changed)
        resize_within_window(self, look.px(900), look.px(640))
        self._reload()

    # What the notes are

    def empty_state(self, name: str, start: Button) -> EmptyState:
        """Return what is shown while there is no note."""
        raise NotImplementedError

    def book(self, journal: Journal) -> Book[Note]:
        """Return where the journal has such notes."""
        raise NotImplementedError

    def fresh(self, words: str) -> Note:
        """Return a new note."""
        raise NotImplementedError

    def dropped(self) -> str:
        """Return what is said when a note is gone."""
        raise NotImplementedError

    def touches(self, changes: Changes) -> bool:
        """Whether these changes are of such notes."""
        raise NotImplementedError

    def show_more(self, note: Note | None) -> None:
        """Show what else belongs to the note that is open; None is one that is to be written."""

    def wanted(self, _notes: list[Note]) -> str:
        """Return the id of a note to go on with; empty for the one that is open."""
        return ""

    def show_ways(self, *, some: bool) -> None:
        """Show the ways to a new note at the foot; where there are none, the page has them."""
        self.add.setVisible(some)

    def typed(self) -> str:
        """Return all that stands in the fields, to be read elsewhere."""
        return self.words.words()

    def put(self, note: Note | None) -> None:
        """Fill the fields with a note; None is one that is to be written."""
        self.words.set_words(note.words if note else "")

    def written(self, before: Note | None) -> Note | None:
        """Return the note as it stands in the fields, or None while there is none.

        One whose words were taken out stays as it was before.
        """
        words = self.words.words()
        if not words.strip():
            return before
        return self.fresh(words) if before is None else replace(before, words=words)

    # Choosing

    def begin(self) -> None:
        """Begin a new note."""
        self._saving.then(self._begin)

    def open_note(self) -> Note | None:
        """Return the note that is open."""
        return self._open

    def change(self, note: Note) -> None:
        """Keep the open note with something else about it."""
        self._open = note
        self._saving.touch()
        self._saving.flush()

    def _begin(self) -> None:
        self._is_begun = True
        self._open = None
        self.list.setCurrentIndex(QModelIndex())
        self._show_open()
        self._stack.setCurrentIndex(_SOME)
        self.start_writing()

    def start_writing(self) -> None:
        """Put the keyboard where the first words go."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        row = self.list.chosen()
        if row is not None and (self._open is None or row.id != self._open.id):
            self._saving.then(partial(self._open_note, row.id))

    def _open_note(self, id_: str) -> None:
        found = next((note for note in self._notes if note.id == id_), None)
        if found is not None:
            self._open = found
            self._show_open()

    def _show_open(self) -> None:
        note = self._open
        self.put(note)
        self.state.say_nothing()
        self.delete.setVisible(note is not None)
        self.show_more(note)

    # Keeping

    def touch(self) -> None:
        """Note that something was typed."""
        self._is_begun = True
        self._saving.touch()

    def _work(self) -> Work | None:
        """Return what keeps the note that is open."""
        is_new = self._open is None
        note = self.written(self._open)
        if note is None:
            return None
        self._open = note
        if is_new:
            self.delete.show()
            self.show_more(note)
        return lambda journal: self.book(journal).keep(note)

    def _drop_open(self) -> None:
        note = self._open
        if note is None:
            return
        self._saving.forget()
        self._open = None
        self._is_begun = False

        def gone(_changes: Changes) -> None:
            self._undo.show(self.dropped(), partial(self._bring_back, note))

        self._context.tasks.write(lambda journal: self.book(journal).drop(note), gone, owner=self)

    def _bring_back(self, note: Note) -> None:
        self._wanted = note.id
        self._context.tasks.write(lambda journal: self.book(journal).keep(note), owner=self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed before it is out of sight."""
        self._saving.flush()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)

    # Showing

    def _journal_changed(self, changes: Changes) -> None:
        if self.touches(changes):
            self._reload()

    def _reload(self) -> None:
        self._context.tasks.read(
            lambda journal: self.book(journal).all(),
            self._show,
            owner=self,
            latest=f"{self.objectName()}.all",
        )

    def _show(self, notes: list[Note]) -> None:
        first_time = not self._notes and self._open is None and not self._is_begun
        self._notes = notes
        self.list.rows.show_rows([_row(note) for note in notes], more=False)
        self._stack.setCurrentIndex(_SOME if notes or self._is_begun else _NONE)
        here = self._wanted or self.wanted(notes) or (self._open.id if self._open else "")
        self._wanted = ""
        if here in {note.id for note in notes}:
            self.list.setCurrentIndex(self.list.rows.index_of(here))
        elif not self._is_begun and notes:
            self.list.choose_first()
        elif not self._is_begun:
            self._open = None
            self._show_open()
        if first_time:
            place = self.list if notes else self._start
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _lay_out(self, title: str, what: str, field: str) -> None:
        look, name = self._context.look, self.objectName()
        inside = QWidget()
        self.page = QVBoxLayout(inside)
        self.page.setContentsMargins(8, 8, 16, 8)
        self.page.setSpacing(8)
        self.asked = labels.above(look, field, self.words)
        self.page.addWidget(self.asked)
        self.page.addWidget(self.state)
        self.page.addWidget(self.state.banner)
        both = QWidget()
        panes = QHBoxLayout(both)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(20)
        panes.addWidget(self.list, 2)
        panes.addWidget(ScrollPane(f"{name}.pane", inside), 3)
        self._start = buttons.plain(look, self.add.text(), name=f"{name}.start", drawing="plus")
        self._start.clicked.connect(self.begin)
        empty_state = self.empty_state(f"{name}.empty", self._start)
        empty_state.setContentsMargins(8, look.px(24), 8, 8)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(ScrollPane(f"{name}.empty.scroll", empty_state))
        self._stack.currentChanged.connect(lambda place: self.show_ways(some=place == _SOME))
        self.below = QHBoxLayout()
        self.below.setSpacing(12)
        for part in (self.add, self.delete):
            self.below.addWidget(part)
        self.below.addStretch()
        self.below.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addLayout(self.head_with_help(look, title))
        column.addWidget(labels.muted(look, what, name=f"{name}.what"))
        column.addWidget(self._stack, 1)
        column.addLayout(self.below)


def _row(note: CopingCard | Insight) -> Row:
    day = i18n.short_day(note.made)
    what = ""
    if isinstance(note, Insight) and note.kind is InsightKind.SETBACK:
        what = text("After a setback") if note.days is None else text("Looking back")
    return Row(
        id=note.id,
        kind="",
        when=day,
        drawing="bookmark",
        label=what,
        words=((note.gist, False),),
        aloud=", ".join(part for part in (day, what) if part),
    )


def _some_days() -> list[dt.date]:
    return [dt.date(2000, month, 28) for month in range(1, 13)]
