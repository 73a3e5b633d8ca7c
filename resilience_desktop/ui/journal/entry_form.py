"""The fields of one entry: a number, some feelings, a few words, and what else is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.journal_settings import ENERGY, FEELINGS, JournalSettings
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.quiet_line import Trigger
from resilience_desktop.i18n import text
from resilience_desktop.services.journal import local_zone
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.when_field import WhenField
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.mood_scale import VALUES, MoodScale
from resilience_desktop.ui.widgets.readout import QuestionLine, Readout
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.buttons import Button

_STILL_NOW = dt.timedelta(hours=2)


class EntryForm(QWidget):
    """Shows an entry and gives it back with the person's changes; it keeps nothing."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._showing = False
        self._entry = Entry(at=now())
        self._before: Entry | None = None
        look = context.look
        self.when = WhenField(look, name="journal.when")
        self._question = labels.title(look, "")
        said = [content.mood_word(value) for value in VALUES]
        self._mood_word = Readout(look, said, name="journal.mood_word")
        self.mood = MoodScale.for_mood(look, name="journal.mood")
        self.energy = MoodScale.for_energy(look, name="journal.energy")
        self.feelings = FeelingsPicker(look, name="journal.feelings")
        self.note = WordsEdit(look, name="journal.note", title=text("In your own words"), lines=4)
        self._settings = JournalSettings()
        self._asked: set[str] = set()
        """Parts that were asked for with their button, for this entry."""
        self._parts = {ENERGY: self._energy_part(), FEELINGS: self._feelings_part()}
        self.adders = {
            ENERGY: self._adder(ENERGY, text("Energy"), self.energy),
            FEELINGS: self._adder(FEELINGS, text("Feelings"), self.feelings),
        }
        """Buttons that show a part, for the row below the form."""
        self._quiet = QuietLines(context, self)
        self._lines = {
            trigger: QuietLine(context, name=f"journal.quiet_{trigger}") for trigger in Trigger
        }
        self._lay_out()
        self._connect()
        self._read_settings()

    def entry(self) -> Entry:
        """Return the entry as it stands in the form."""
        return replace(
            self._entry,
            at=self.when.moment(),
            mood=self.mood.mood,
            energy=self.energy.mood,
            feelings=self.feelings.feelings(),
            note=self.note.words(),
        )

    def show_entry(self, entry: Entry, before: Entry | None, *, leave_line: bool = False) -> None:
        """Show an entry; ``before`` is how it was kept last, None for a new one.

        With ``leave_line`` the quiet line, if it is there, stays until the next change: whoever
        keeps an entry quickly should still see it.
        """
        self._showing = True
        self._entry, self._before = entry, before
        self.when.set_moment(entry.at if before else None)
        self.mood.set_mood(entry.mood)
        self.energy.set_mood(entry.energy)
        self.feelings.set_feelings(entry.feelings)
        self.note.set_words(entry.note)
        self._asked.clear()
        self._show_parts()
        self._tell()
        self._quiet.begin(entry.id)
        if not leave_line:
            self._show_line(self._quiet.now)
        self._showing = False

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.mood, *self._parts.values(), self.note]

    def look_at_words(self) -> None:
        """Look at the words now, before the entry goes."""
        self._quiet.rest_now()

    def _changed(self) -> None:
        if self._showing:
            return
        self.when.pin()
        self._tell()
        self._call_for_line()
        self.changed.emit()

    def _tell(self) -> None:
        """Ask about now, or about then, and say the mood in words."""
        self._mood_word.setText(self.mood.in_words())
        ago = abs(now().utc - self.when.moment().utc)
        then = self._before is not None or ago > _STILL_NOW
        self._question.setText(
            text("How was your mood?") if then else text("How is your mood right now?")
        )

    # The quiet line

    def _look_at_words(self) -> None:
        is_new = self._before is None
        self._call_for_line(words_found=is_new and self._quiet.are_in(self.note.words()))

    def _call_for_line(self, *, words_found: bool = False) -> None:
        """Show the line for what was chosen now, not for what an old entry holds."""
        mood, feelings, before = self.mood.mood, self.feelings.feelings(), self._before
        if before is not None:
            mood = None if mood == before.mood else mood
            feelings = tuple(f for f in feelings if f not in before.feelings)
        ratings = [feeling.intensity for feeling in feelings]
        self._show_line(self._quiet.after(mood=mood, ratings=ratings, words_found=words_found))

    def _show_line(self, called_for_by: Trigger | None) -> None:
        for trigger, line in self._lines.items():
            line.show_if(trigger is called_for_by)

    # What is asked

    def _read_settings(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.settings(), self._take_settings, owner=self
        )

    def _take_settings(self, settings: JournalSettings) -> None:
        self._settings = settings
        self._show_parts()

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read_settings()

    def _show_parts(self) -> None:
        """Show what is wanted, was asked for, or holds a value; the others have a button."""
        entry = self.entry()
        filled = {ENERGY: entry.energy is not None, FEELINGS: bool(entry.feelings)}
        for part, widget in self._parts.items():
            shown = self._settings.asks_for(part) or part in self._asked or filled[part]
            widget.setVisible(shown)
            self.adders[part].setVisible(not shown)

    def _adder(self, part: str, words: str, control: QWidget) -> Button:
        button = buttons.quiet(
            self._context.look, words, name=f"journal.add_{part}", flush=True, drawing="plus"
        )

        def ask() -> None:
            self._asked.add(part)
            self._show_parts()
            control.setFocus(Qt.FocusReason.OtherFocusReason)

        button.clicked.connect(ask)
        return button

    # Building

    def _energy_part(self) -> QWidget:
        part = QWidget()
        part.setFocusProxy(self.energy)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addWidget(labels.label(self._context.look, text("Energy")))
        column.addWidget(self.energy)
        return part

    def _feelings_part(self) -> QWidget:
        part = QWidget()
        part.setFocusProxy(self.feelings)
        head = QHBoxLayout()
        head.addWidget(labels.label(self._context.look, text("Feelings")), 1)
        head.addWidget(self.feelings.how_strong)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.feelings)
        return part

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.when)
        column.addLayout(QuestionLine(self._context.look, self._question, self._mood_word))
        column.addSpacing(8)
        column.addWidget(self.mood)
        column.addWidget(self._lines[Trigger.MOOD])
        column.addWidget(self._parts[ENERGY])
        column.addWidget(self._parts[FEELINGS])
        column.addWidget(self._lines[Trigger.RATING])
        column.addSpacing(24)
        column.addWidget(labels.label(self._context.look, text("In your own words")))
        column.addSpacing(8)
        column.addWidget(self.note, 1)
        column.addWidget(self._lines[Trigger.WORDS])

    def _connect(self) -> None:
        self.when.when_changed.connect(self._changed)
        self.mood.mood_chosen.connect(self._changed)
        self.energy.mood_chosen.connect(self._changed)
        self.feelings.feelings_changed.connect(self._changed)
        self.note.words_changed.connect(self._changed)
        self.note.words_changed.connect(self._quiet.typed)
        self._quiet.rested.connect(self._look_at_words)
        self._context.tasks.journal_changed.connect(self._journal_changed)


def now() -> Moment:
    """Return this moment."""
    return Moment.now(local_zone())
