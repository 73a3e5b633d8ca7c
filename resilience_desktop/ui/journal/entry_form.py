"""The fields of one entry: a number, some feelings, a few words, and what else is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.journal_settings import (
    FEELINGS,
    PARTS,
    SCALES,
    TAGS,
    JournalSettings,
)
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.quiet_line import Trigger
from resilience_desktop.domain.tag import PEOPLE, Tag
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.journal.adders import Adders
from resilience_desktop.ui.journal.part import Offers
from resilience_desktop.ui.journal.parts import Parts
from resilience_desktop.ui.journal.writing.note import NoteArea
from resilience_desktop.ui.part_names import part_names
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines, heavy_ratings
from resilience_desktop.ui.when_field import WhenField
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.mood_scale import VALUES, MoodScale
from resilience_desktop.ui.widgets.readout import QuestionLine, Readout
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.part import Part
    from resilience_desktop.ui.journal.plain_parts import FeelingsPart
    from resilience_desktop.ui.journal.tags_part import TagsPart
    from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker

_STILL_NOW = dt.timedelta(hours=2)
_GAP, _CLOSE_GAP = 24, 8  # pixels above what is asked next
_SMALL_GAP = 8


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
        self.frame = RangeSwitch(
            look,
            ((Frame.NOW, text("this moment")), (Frame.TODAY, text("the whole day"))),
            name="journal.frame",
            title=text("What this entry is about"),
            quiet=True,
        )
        self._question = labels.title(look, "")
        said = [content.mood_word(value) for value in VALUES]
        self._mood_word = Readout(look, said, name="journal.mood_word")
        self.mood = MoodScale.for_mood(look, name="journal.mood")
        self._settings = JournalSettings()
        self._asked: set[str] = set()
        """Parts that were asked for with their button, for this entry."""
        self._parts = Parts(look, self._put_part, self._entry)
        self.read_offers()  # early, since it takes long: it is read while the rest is made
        self.adders = Adders(look, part_names())
        """Stands where the page puts it."""
        self.note = NoteArea(context)
        self._quiet = QuietLines(context, self)
        self._lines = {
            trigger: QuietLine(context, name=f"journal.quiet_{trigger}") for trigger in Trigger
        }
        self._lay_out()
        self._connect()
        self._read_settings()

    def entry(self) -> Entry:
        """Return the entry as it stands in the form."""
        entry = replace(
            self._entry,
            at=self.when.moment(),
            frame=Frame(self.frame.chosen),
            mood=self.mood.mood,
            note=self.note.words(),
            pictures=self.note.pictures(),
        )
        return self._parts.put_into(entry)

    @property
    def feelings(self) -> FeelingsPicker:
        """The feelings."""
        return cast("FeelingsPart", self._parts.get(FEELINGS)).picker

    def scale_names(self) -> dict[str, str]:
        """Return the names of somebody's own scales by their ids."""
        return {scale.id: scale.name for scale in self._settings.scales}

    def show_entry(self, entry: Entry, before: Entry | None, *, leave_line: bool = False) -> None:
        """Show an entry; ``before`` is how it was kept last, None for a new one.

        With ``leave_line`` the quiet line, if it is there, stays until the next change: whoever
        keeps an entry quickly should still see it.
        """
        self._showing = True
        self._entry, self._before = entry, before
        self.when.set_moment(entry.at if before else None)
        if not (before or entry.is_empty):
            self.when.begin(entry.at)
        self.frame.set_chosen(entry.frame)
        self.mood.set_mood(entry.mood)
        self._parts.show_entry(entry)
        self.note.set_words(entry.note, to_read=before is not None)
        self.note.set_pictures(entry.pictures)
        self._asked.clear()
        self._show_parts()
        self._tell()
        self._quiet.begin(entry.id)
        if not leave_line:
            self._show_line(self._quiet.now)
        self._showing = False

    def put_below(self, widget: QWidget) -> None:
        """Let something else stand at the end of the form, and scroll with it."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.mood, *self._parts, self.note]

    def stand_closer(self, *, closer: bool) -> None:
        """Leave less room between what is asked, so that the note has enough in a low window."""
        self._parts.stand_closer(closer=closer)
        self._gap.changeSize(0, _CLOSE_GAP if closer else _GAP)
        for gap, least in zip(self._small_gaps, (0, 4), strict=True):
            gap.changeSize(0, least if closer else _SMALL_GAP)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()

    def look_at_words(self) -> None:
        """Look at the words now, before the entry goes; take over what was not yet added."""
        for part in self._parts:
            part.finish()
        self._quiet.rest_now()

    def stay_at_what_is_wrong(self) -> bool:
        """Go to the first field that cannot be kept as it is; return whether there is one."""
        if self.when.stay_if_wrong():
            return True
        for part in self._parts:
            field = part.wrong()
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                show_in_pane(part)
                part.say_wrong()
                return True
        return False

    def read_offers(self) -> None:
        """Offer what was used most of late."""
        offer = self._parts.offer
        self._context.tasks.read(Offers.of, offer, owner=self, latest="journal.offers")

    def _changed(self) -> None:
        if self._showing:
            return
        if self._before is None:
            self._follow_clock()
        self._tell()
        self._call_for_line()
        self.changed.emit()

    def _follow_clock(self) -> None:
        """Give a new entry the moment its first thing is put in; an empty one is of now."""
        if self.entry().is_empty:
            self.when.begin_anew()
        else:
            self.when.begin()

    def _tell(self) -> None:
        """Ask about now, or about then, and say the mood in words."""
        whole_day = self.frame.chosen == Frame.TODAY
        self.when.show_whole_day(whole=whole_day)
        self._mood_word.setText(self.mood.in_words())
        ago = abs(now().utc - self.when.moment().utc)
        then = self._before is not None or ago > _STILL_NOW
        about = "day" if whole_day else "then" if then else "now"
        self._question.setText(_questions()[about])

    # The quiet line

    def _look_at_words(self) -> None:
        is_new = self._before is None
        self._call_for_line(words_found=is_new and self._quiet.are_in(self.note.words()))

    def _call_for_line(self, *, words_found: bool = False) -> None:
        """Show the line for what was chosen now, not for what an old entry holds."""
        entry, before = self.entry(), self._before
        mood, feelings = entry.mood, entry.feelings
        if before is not None:
            mood = None if mood == before.mood else mood
            feelings = tuple(f for f in feelings if f not in before.feelings)
        ratings = heavy_ratings((feeling.word, feeling.intensity) for feeling in feelings)
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
        self._parts.follow(settings)
        self._show_parts()

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._context.tasks.read(
                lambda journal: journal.settings(), self._follow_settings, owner=self
            )
            self.read_offers()

    def _follow_settings(self, settings: JournalSettings) -> None:
        """Ask for a scale that was just made, at once."""
        known = {scale.id for scale in self._settings.scales}
        is_made = any(scale.id not in known for scale in settings.scales)
        if is_made:
            self._asked.add(SCALES)
        self._take_settings(settings)
        if is_made:
            show_in_pane(self._parts.get(SCALES))

    def _show_parts(self) -> None:
        """Show what is wanted, was asked for, or holds a value; the others have a button."""
        entry, left, parts = self.entry(), set(), self._parts
        for key in PARTS:
            wanted = self._settings.asks_for(key) or key in self._asked
            shown = parts.is_filled(key, entry) or (wanted and parts.can_ask(key))
            parts.show(key, shown=shown)
            if not shown and parts.can_ask(key):
                left.add(key)
        self.adders.offer(left)

    def _ask_for(self, key: str) -> None:
        self._asked.add(key)
        self._show_parts()
        part = self._parts.get(key)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        show_in_pane(part)

    def _keep_person(self, word: str) -> None:
        """Remember that a tag is a person; the entry itself may be kept later."""
        person = Tag(word, PEOPLE)
        self._context.tasks.write(
            lambda journal: journal.tags.keep(person), owner=self._context.tasks
        )

    # Building

    def _put_part(self, key: str, part: Part) -> None:
        """Put a part that was just made among the others, where it is read out in its order."""
        place = len(self._parts.before(key))
        if PARTS.index(key) > PARTS.index(FEELINGS):
            place += 1  # the quiet line below the feelings
        self._column_of_parts.insertWidget(place, part)
        following = self._column_of_parts.itemAt(place + 1)
        below = following.widget() if following is not None else None
        part.stackUnder(below or self._own_words)
        part.changed.connect(self._changed)
        if key == TAGS:
            cast("TagsPart", part).person_named.connect(self._keep_person)

    def _lay_out(self) -> None:
        look = self._context.look
        top = QWidget()
        first_line = FlowLayout(top, 4)
        first_line.addWidget(self.when)
        first_line.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        line = QuestionLine(look, self._question, self._mood_word, questions=_questions().values())
        column.addLayout(line)
        self._small_gaps = QSpacerItem(0, _SMALL_GAP), QSpacerItem(0, _SMALL_GAP)
        column.addItem(self._small_gaps[0])
        column.addWidget(self.mood)
        column.addWidget(self._lines[Trigger.MOOD])
        self._column_of_parts = QVBoxLayout()
        self._column_of_parts.setSpacing(0)
        self._column_of_parts.addWidget(self._lines[Trigger.RATING])
        column.addLayout(self._column_of_parts)
        self._gap = QSpacerItem(0, _GAP)
        column.addItem(self._gap)
        self._own_words = labels.label(look, text("In your own words"))
        column.addWidget(self._own_words)
        column.addItem(self._small_gaps[1])
        column.addWidget(self.note, 1)
        column.addWidget(self._lines[Trigger.WORDS])

    def _connect(self) -> None:
        self.when.when_changed.connect(self._changed)
        self.frame.range_chosen.connect(self._changed)
        self.mood.mood_chosen.connect(self._changed)
        self.mood.words_typed.connect(self.note.go_on_with)
        self.note.words_changed.connect(self._changed)
        self.note.words_changed.connect(self._quiet.typed)
        self.note.pictures_changed.connect(self._changed)
        self.adders.part_wanted.connect(self._ask_for)
        self.adders.choice_wanted.connect(self._context.navigator.settings_requested)
        self._quiet.rested.connect(self._look_at_words)
        self._context.tasks.journal_changed.connect(self._journal_changed)


def _questions() -> dict[str, str]:
    return {
        "now": text("How is your mood right now?"),
        "then": text("How was your mood?"),
        "day": text("How was the whole day?"),
    }


def now() -> Moment:
    """Return this moment."""
    return Moment.now(local_zone())
