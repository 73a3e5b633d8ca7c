"""Writing an entry: a number, some feelings, a few words, or any of these."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.entry import LOWEST, Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import local_zone
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.when_field import WhenField
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.autosave import Autosave
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.mood_scale import MoodScale
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_NEW = "entry:new"
_STILL_NOW = dt.timedelta(hours=2)


class Composer(QWidget):
    """The form of one entry, new or opened again. What is typed is kept as a draft."""

    editing_changed = Signal(str)
    """The id of the entry that is being changed, or nothing for a new one."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # form and footer are shown where the page puts them
        self._context = context
        self._showing = False
        self._slot = _NEW
        self._before: Entry | None = None
        self._base = Entry(at=_now())
        look = context.look
        self.when = WhenField(look, name="journal.when")
        self._title = labels.title(look, "")
        self._mood_word = labels.heading(look, "", name="journal.mood_word")
        self._mood_word.setWordWrap(False)
        self.mood = MoodScale.for_mood(look, name="journal.mood")
        self._people = _PeopleAreThere(context)
        self.energy = MoodScale.for_energy(look, name="journal.energy")
        self._energy_label = labels.label(look, text("Energy"))
        self._add_energy = buttons.quiet(
            look, text("Energy"), name="journal.add_energy", flush=True, drawing="plus"
        )
        self.feelings = FeelingsPicker(look, name="journal.feelings")
        self.note = WordsEdit(look, name="journal.note", title=text("In your own words"))
        self.state = SavedState(look, name="journal.state")
        self.cancel = buttons.quiet(look, text("Cancel"), name="journal.cancel")
        self.save = buttons.primary(look, text("Keep entry"), name="journal.save")
        self.form = self._lay_out_form()
        self.footer = self._lay_out_footer()
        self._autosave = Autosave(self)
        self._autosave.save_due.connect(self._save_draft)
        self._connect()
        self._show(self._base, None)

    # What other parts of the page ask for

    def start(self) -> None:
        """Go on where someone left: with an entry being changed, or a new one."""
        self._context.tasks.read(_unfinished, self._go_on, owner=self)
        self.offer_feelings()

    def offer_feelings(self) -> None:
        """Offer the feelings used last."""
        self._context.tasks.read(
            lambda journal: journal.feelings_to_offer(),
            self.feelings.set_recent,
            owner=self,
            latest="journal.feelings",
        )

    def open_entry(self, id_: str) -> None:
        """Open an entry to read or change; what was being written stays as a draft."""
        self._autosave.flush()

        def both(journal: Journal) -> tuple[Entry, Entry | None]:
            return journal.entry(id_), journal.draft(f"entry:{id_}")

        def show(found: tuple[Entry, Entry | None]) -> None:
            entry, draft = found
            self._slot = f"entry:{id_}"
            self._show(draft or entry, entry)
            self.mood.setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.tasks.read(both, show, owner=self, latest="journal.open")

    def new_entry(self) -> None:
        """Go back to the new entry, with whatever had been written of it."""
        self._autosave.flush()
        self._context.tasks.read(
            lambda journal: journal.draft(_NEW), self._go_on_new, owner=self, latest="journal.open"
        )

    def save_now(self) -> None:
        """Keep the draft at once: the focus leaves, or the app quits."""
        self._autosave.flush()

    @property
    def is_changing(self) -> bool:
        """Whether an entry that was kept before is open."""
        return self._before is not None

    @property
    def open_id(self) -> str:
        """The id of the entry that is being changed, or nothing for a new one."""
        return self._before.id if self._before is not None else ""

    def entry(self) -> Entry:
        """Return the entry as it stands in the form."""
        return replace(
            self._base,
            at=self.when.moment(),
            mood=self.mood.mood,
            energy=self.energy.mood,
            feelings=self.feelings.feelings(),
            note=self.note.words(),
        )

    # Keeping

    def keep(self) -> None:
        """Keep the entry; the form is emptied only when that has worked."""
        entry = self.entry()
        if entry.is_empty:
            self._context.notices.show(
                text("There is nothing to keep yet. A number is enough, and so is one word.")
            )
            return
        self._autosave.forget()
        self.save.setEnabled(False)
        slot = self._slot

        def kept(_changes: Changes) -> None:
            self.save.setEnabled(True)
            announce(self.form, text("Entry kept"))
            self.offer_feelings()
            self.new_entry()

        self._context.tasks.write(
            lambda journal: journal.keep_entry(entry, slot=slot),
            kept,
            owner=self,
            failed=self._not_saved,
        )

    def leave(self) -> None:
        """Give up the changes to an entry and go back to the new one."""
        self._autosave.forget()
        slot = self._slot
        self._context.tasks.write(lambda journal: journal.keep_draft(slot, None), owner=self)
        self.new_entry()

    def _save_draft(self) -> None:
        entry, slot = self.entry(), self._slot
        unchanged = entry == self._before if self._before else entry.is_empty
        self._context.tasks.write(
            lambda journal: journal.keep_draft(slot, None if unchanged else entry),
            lambda _changes: self._say_saved(empty=unchanged),
            owner=self,
            failed=self._not_saved,
        )

    def _say_saved(self, *, empty: bool) -> None:
        if not self._autosave.is_pending:
            if empty:
                self.state.say_nothing()
            else:
                self.state.say_saved()

    def _not_saved(self, error: BaseException) -> None:
        self.save.setEnabled(True)
        if not isinstance(error, ResilienceError):
            self.state.say_not_saved(text("Something went wrong."))
            self._context.tasks.work_failed.emit(error)
            return
        self.state.say_not_saved(str(error))
        self._autosave.touch()  # and so it is tried again

    def _journal_changed(self, changes: Changes) -> None:
        """Let go of an entry that went to the bin: what is kept there is not seen again."""
        if self._before is None or not changes.entries:
            return
        id_ = self._before.id

        def let_go(binned: bool) -> None:
            if binned and self._before is not None and self._before.id == id_:
                self.new_entry()

        self._context.tasks.read(
            lambda journal: journal.is_in_bin(id_), let_go, owner=self, latest="journal.in_bin"
        )

    # Showing

    def _go_on(self, found: tuple[str, Entry | None, Entry | None]) -> None:
        slot, draft, before = found
        if not self.entry().is_empty:
            return  # someone began to type before the answer came
        self._slot = slot
        self._show(draft or Entry(at=_now()), before)
        if draft is not None:
            self.when.set_moment(draft.at)
            self.state.say_saved()

    def _go_on_new(self, draft: Entry | None) -> None:
        self._slot = _NEW
        self._show(draft or Entry(at=_now()), None)
        self.when.set_moment(draft.at if draft else None)

    def _show(self, entry: Entry, before: Entry | None) -> None:
        self._showing = True
        self._base, self._before = entry, before
        self.when.set_moment(entry.at if before else None)
        self.mood.set_mood(entry.mood)
        self.energy.set_mood(entry.energy)
        self.feelings.set_feelings(entry.feelings)
        self.note.set_words(entry.note)
        self._show_energy(shown=entry.energy is not None)
        editing = before is not None
        self.save.setText(text("Keep changes") if editing else text("Keep entry"))
        self.cancel.setVisible(editing)
        self.state.say_nothing()
        self._tell_mood()
        self._ask()
        self._showing = False
        self.editing_changed.emit(before.id if before else "")

    def _changed(self) -> None:
        if self._showing:
            return
        self.when.pin()
        self._tell_mood()
        self._ask()
        self._autosave.touch()

    def _ask(self) -> None:
        """Ask about now, or about then."""
        ago = abs(_now().utc - self.when.moment().utc)
        then = self._before is not None or ago > _STILL_NOW
        self._title.setText(
            text("How was your mood?") if then else text("How is your mood right now?")
        )

    def _tell_mood(self) -> None:
        self._mood_word.setText(self.mood.in_words())
        self._people.setVisible(self.mood.mood == LOWEST)

    def _show_energy(self, *, shown: bool) -> None:
        self._energy_label.setVisible(shown)
        self.energy.setVisible(shown)
        self._add_energy.setVisible(not shown)

    def _ask_energy(self) -> None:
        self._show_energy(shown=True)
        self.energy.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _lay_out_form(self) -> QWidget:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        when = QHBoxLayout()
        when.addWidget(self.when, 1)
        when.addWidget(self._mood_word)
        column.addLayout(when)
        column.addWidget(self._title)
        column.addSpacing(16)
        column.addWidget(self.mood)
        column.addWidget(self._people)
        column.addWidget(self._energy_label)
        column.addWidget(self.energy)
        column.addSpacing(24)
        feelings = QHBoxLayout()
        feelings.addWidget(labels.label(self._context.look, text("Feelings")), 1)
        feelings.addWidget(self.feelings.how_strong)
        column.addLayout(feelings)
        column.addSpacing(4)
        column.addWidget(self.feelings)
        column.addSpacing(24)
        column.addWidget(labels.label(self._context.look, text("In your own words")))
        column.addSpacing(8)
        column.addWidget(self.note, 1)
        return form

    def _lay_out_footer(self) -> QWidget:
        footer = QWidget(self)
        row = QHBoxLayout(footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._add_energy)
        row.addStretch()
        row.addWidget(self.state)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        return footer

    def _connect(self) -> None:
        self.when.when_changed.connect(self._changed)
        self.mood.mood_chosen.connect(self._changed)
        self.energy.mood_chosen.connect(self._changed)
        self.feelings.feelings_changed.connect(self._changed)
        self.note.words_changed.connect(self._changed)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.leave)
        self._add_energy.clicked.connect(self._ask_energy)
        self._context.tasks.journal_changed.connect(self._journal_changed)


class _PeopleAreThere(QWidget):
    """One quiet line, when it is as bad as it gets."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.people")
        words = text("If it feels like too much to hold alone, people are there.")
        show = buttons.link(context.look, text("Help now"), name="journal.people.help")
        show.clicked.connect(context.navigator.help_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(labels.body(context.look, words), 1)
        row.addWidget(show)
        self.hide()


def _now() -> Moment:
    return Moment.now(local_zone())


def _unfinished(journal: Journal) -> tuple[str, Entry | None, Entry | None]:
    """Return the slot to go on with, its draft, and the entry it would change."""
    for slot, draft in journal.drafts().items():
        if slot != _NEW and not journal.is_in_bin(draft.id):
            return slot, draft, journal.entry(draft.id)
    return _NEW, journal.draft(_NEW), None
