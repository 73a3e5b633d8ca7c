"""Everything that can be looked for at once; it stands beside the timeline, or in its place."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop import content, i18n
from resilience_desktop.domain.period import first_day_of_last_months
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.tag import PEOPLE
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.rows import kind_name
from resilience_desktop.ui.sides import number, set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.mood_scale import VALUES
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.spoken import Group
from resilience_desktop.ui.widgets.word_picker import WordPicker

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_MANY = 200  # words that are offered of each sort
_REST_MS = 350
_ROOM_FOR_BOTH = 560  # units from which the ends of the mood stand beside each other
_ANY, _MONTH, _QUARTER, _YEAR, _CHOSEN = "any", "month", "quarter", "year", "chosen"

Known = tuple[list[str], list[str], list[str], list[str], list[str]]


class FilterPanel(QWidget):
    """A form; what is chosen in it is used at once."""

    filter_changed = Signal(object)
    closed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.filters")
        self._context = context
        look = context.look
        self.words = LineField()
        self.words.setObjectName("journal.filter.words")
        self.words.setAccessibleName(text("Words"))
        self.days = self._box("days", text("Days"))
        for key, said in (
            (_ANY, text("Any day")),
            (_MONTH, text("The last month")),
            (_QUARTER, text("The last 3 months")),
            (_YEAR, text("The last year")),
            (_CHOSEN, text("From one day to another")),
        ):
            self.days.addItem(said, key)
        self.first, self.last = self._day("first", text("From")), self._day("last", text("Until"))
        self.lowest = self._mood_box("lowest", text("Mood from"))
        self.highest = self._mood_box("highest", text("Mood to"))
        self._moods = QWidget()
        self._ends = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._moods)
        self._ends.setContentsMargins(0, 0, 0, 0)
        self._ends.setSpacing(8)
        for words, mood_box in ((text("from"), self.lowest), (text("to"), self.highest)):
            end = Group()
            end.setAccessibleName(mood_box.accessibleName())  # of the box only its choice is told
            row = QHBoxLayout(end)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(label := labels.small(look, words, "text_muted"))
            label.setWordWrap(False)
            row.addWidget(mood_box, 1)
            self._ends.addWidget(end, 1)
        self.kind = self._box("kind", text("Kind"))
        self.kind.addItem(text("Everything"), None)
        for kind in (Kind.ENTRY, Kind.THOUGHT_RECORD, Kind.PRACTICE):
            self.kind.addItem(kind_name(kind), kind)
        self.starred = self._tick("starred", text("For my next session"))
        self.with_picture = self._tick("picture", text("With a picture"))
        self.went_well = self._tick("went_well", text("Something that went all right"))
        self.feelings = self._picker("feelings", text("Feelings"))
        self.tags = self._picker("tags", text("Tags"))
        self.people = self._picker("people", text("People"))
        self.sensations = self._picker("sensations", text("Body"))
        self.triggers = self._picker("triggers", text("What set it off"))
        self._people: set[str] = set()
        self._whole = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell)
        self._beside = False
        self._count = 0
        self._show = buttons.primary(look, "", name="journal.filter.show")
        self._form = QFormLayout()
        self._lay_out()
        self._connect()
        self.say_count(0)

    def open(self, chosen: TimelineFilter) -> None:
        """Show a filter, and offer the words that were used in the journal."""
        self.show_filter(chosen)
        self._context.tasks.read(
            _known_words, self._know, owner=self, latest="journal.filter_words"
        )
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filter(self, chosen: TimelineFilter) -> None:
        """Show a filter."""
        fields = (self.days, self.first, self.last, self.lowest, self.highest, self.kind)
        blockers = [QSignalBlocker(field) for field in (*fields, *self._ticks())]
        if self.words.text().strip() != chosen.words.strip():
            self.words.setText(chosen.words)
        today = now().day
        for field, day in ((self.first, chosen.first), (self.last, chosen.last)):
            field.set_when(dt.datetime.combine(day or today, dt.time()))
        key = next((k for k, first in _presets(today).items() if first == chosen.first), _CHOSEN)
        if chosen.last is not None:
            key = _CHOSEN
        self.days.setCurrentIndex(self.days.findData(key))
        self.lowest.setCurrentIndex(self.lowest.findData(chosen.lowest_mood))
        self.highest.setCurrentIndex(self.highest.findData(chosen.highest_mood))
        self.kind.setCurrentIndex(self.kind.findData(chosen.kind))
        for tick, on in zip(
            self._ticks(), (chosen.starred, chosen.with_picture, chosen.went_well), strict=True
        ):
            tick.setChecked(on)
        for picker, words in (
            (self.feelings, chosen.feelings),
            (self.tags, tuple(tag for tag in chosen.tags if tag not in self._people)),
            (self.people, tuple(tag for tag in chosen.tags if tag in self._people)),
            (self.sensations, chosen.sensations),
            (self.triggers, chosen.triggers),
        ):
            if picker.words() != words:
                picker.set_words(words)
        del blockers
        self._show_days()

    def filter(self) -> TimelineFilter:
        """Return the filter as it stands."""
        first, last = self._stretch()
        low, high = self.lowest.currentData(), self.highest.currentData()
        kind = self.kind.currentData()
        if low is not None and high is not None:
            low, high = min(low, high), max(low, high)
        return TimelineFilter(
            words=self.words.text(),
            first=first,
            last=last,
            lowest_mood=low,
            highest_mood=high,
            feelings=self.feelings.words(),
            tags=tuple(dict.fromkeys((*self.tags.words(), *self.people.words()))),
            sensations=self.sensations.words(),
            triggers=self.triggers.words(),
            kind=Kind(kind) if kind else None,  # Qt gives back a plain word
            starred=self.starred.isChecked(),
            with_picture=self.with_picture.isChecked(),
            went_well=self.went_well.isChecked(),
        )

    def grow(self, *, whole: bool) -> None:
        """Be as high as what is in it where the page scrolls, or scroll by itself."""
        self._whole = whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as is needed at this width."""
        super().resizeEvent(event)
        self._fit()

    def stand(self, *, beside: bool) -> None:
        """Stand beside the list that it filters, or in its place."""
        self._beside = beside
        self.say_count(self._count)

    def say_count(self, count: int) -> None:
        """Say how much would be shown, where that is not seen."""
        self._count = count
        show = plural("Show {n}", "Show {n}", count)
        self._show.setText(text("Close") if self._beside else show)
        self._foot.activate()  # at once, or its words are cut for a moment

    def _stretch(self) -> tuple[dt.date | None, dt.date | None]:
        key = self.days.currentData()
        if key == _CHOSEN:
            days = self.first.when().date(), self.last.when().date()
            return min(days), max(days)
        return _presets(now().day)[key], None

    def _fit(self) -> None:
        self._form.invalidate()  # it remembers how high words were that broke at another place
        beside = self.width() >= self._context.look.px(_ROOM_FOR_BOTH)
        way = QBoxLayout.Direction
        self._ends.setDirection(way.LeftToRight if beside else way.TopToBottom)
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if self._whole else policy.ScrollBarAsNeeded
        )
        height = self._column.totalHeightForWidth(max(1, self.width())) if self._whole else 0
        self._scroll.setMinimumHeight(height)

    def _tell(self) -> None:
        self._rest.stop()
        self.filter_changed.emit(self.filter())

    def _close(self) -> None:
        if self._rest.isActive():
            self._tell()
        self.closed.emit()

    def _choose_days(self) -> None:
        self._show_days()
        self._tell()

    def _show_days(self) -> None:
        for field in (self.first, self.last):
            self._form.setRowVisible(field, self.days.currentData() == _CHOSEN)
        self._fit()

    def _know(self, known: Known) -> None:
        chosen = self.filter()
        feelings, tags, people, sensations, triggers = known
        self._people = set(people)
        for picker, words in (
            (self.feelings, feelings),
            (self.tags, tags),
            (self.people, people),
            (self.sensations, sensations),
            (self.triggers, triggers),
        ):
            picker.know(words)
            self._form.setRowVisible(picker, bool(words))
        self.show_filter(chosen)
        self._fit()

    # Building

    def _ticks(self) -> tuple[QCheckBox, QCheckBox, QCheckBox]:
        return self.starred, self.with_picture, self.went_well

    def _box(self, part: str, spoken: str) -> ChoiceBox:
        box = ChoiceBox(shrinks=True)
        box.setObjectName(f"journal.filter.{part}")
        box.setAccessibleName(spoken)
        return box

    def _mood_box(self, part: str, spoken: str) -> ChoiceBox:
        box = self._box(part, spoken)
        box.addItem(text("any"), None)
        for value in reversed(VALUES):
            word = content.mood_word(value)
            box.addItem(f"{number(i18n.signed(value))}  {word}", value)
        return box

    def _day(self, part: str, spoken: str) -> DayTimeEdit:
        name = f"journal.filter.{part}"
        field = DayTimeEdit(self._context.look, name=name, title=spoken, with_time=False)
        field.when_changed.connect(self._tell)
        return field

    def _tick(self, part: str, words: str) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setObjectName(f"journal.filter.{part}")
        tick.toggled.connect(self._tell)
        return tick

    def _picker(self, part: str, title: str) -> WordPicker:
        return WordPicker(self._context.look, name=f"journal.filter.{part}", title=title)

    def _connect(self) -> None:
        self.words.textEdited.connect(lambda: self._rest.start())
        for picker in (self.feelings, self.tags, self.people, self.sensations, self.triggers):
            picker.words_changed.connect(lambda: self._rest.start())
        for box in (self.lowest, self.highest, self.kind):
            box.currentIndexChanged.connect(self._tell)
        self.days.currentIndexChanged.connect(self._choose_days)
        self._show.clicked.connect(self._close)

    def _lay_out(self) -> None:
        look, form = self._context.look, self._form
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (text("Words"), self.words),
            (text("Days"), self.days),
            (text("From"), self.first),
            (text("Until"), self.last),
            (text("Mood"), self._moods),
            (text("Feelings"), self.feelings),
            (text("Tags"), self.tags),
            (text("People"), self.people),
            (text("Body"), self.sensations),
            (text("What set it off"), self.triggers),
            (text("Kind"), self.kind),
        ):
            label = labels.label(look, words)
            label.setBuddy(self._typed_into(field))
            form.addRow(label, field)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        set_margins(column, 8, 4, 12, 8)
        column.setSpacing(6)
        column.addLayout(form)
        column.addSpacing(6)
        for tick in self._ticks():
            column.addWidget(tick)
        column.addStretch()
        foot = self._foot = QHBoxLayout()
        set_margins(foot, 8, 8, 24, 16)
        foot.addStretch()
        foot.addWidget(self._show)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll = ScrollPane("journal.filter.scroll", inside)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)

    def _typed_into(self, field: QWidget) -> QWidget:
        if field is self._moods:
            return self.lowest
        return field.field if isinstance(field, WordPicker) else field


def _presets(today: dt.date) -> dict[str, dt.date | None]:
    return {
        _ANY: None,
        _MONTH: first_day_of_last_months(today, 1),
        _QUARTER: first_day_of_last_months(today, 3),
        _YEAR: first_day_of_last_months(today, 12),
    }


def _known_words(journal: Journal) -> Known:
    tags = journal.tags.all()
    return (
        journal.used_before.feelings(_MANY),
        [tag.word for tag in tags if tag.group != PEOPLE],
        [tag.word for tag in tags if tag.group == PEOPLE],
        list(dict.fromkeys(word for word, _ in journal.used_before.sensations(_MANY))),
        list(dict.fromkeys(word for word, _ in journal.used_before.triggers(_MANY))),
    )
