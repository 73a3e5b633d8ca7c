"""All that records can be chosen by, beside how many that would show."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from resilience_desktop import content
from resilience_desktop.domain.period import first_day_of_last_months
from resilience_desktop.domain.record_filter import RecordFilter, RecordState
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.clock import now
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.thoughts.record_filter_names import state_name
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.word_picker import WordPicker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.record_filter import RecordWords
    from resilience_desktop.ui.context import UiContext

_REST_MS = 250
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_ANY, _CHOSEN = "any", "chosen"


class RecordFilterDialog(SmallDialog):
    """A form. What is typed into the field of the list stays as it is."""

    chosen = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget, chosen: RecordFilter) -> None:
        look = context.look
        super().__init__(look, parent, "record_filter", text("Choose which records are shown"))
        self._context = context
        self._before = chosen
        self._names: dict[str, str] = {}
        """The ids of patterns by their names."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        self._state = self._box("state", text("Which"))
        self._state.addItem(text("All records"), None)
        for state in RecordState:
            self._state.addItem(state_name(state), state)
        self._state.setCurrentIndex(self._state.findData(chosen.state))
        self._days = self._box("days", text("Days"))
        for key, words in (
            (_ANY, text("Any day")),
            ("month", text("The last month")),
            ("quarter", text("The last 3 months")),
            ("year", text("The last year")),
            (_CHOSEN, text("From one day to another")),
        ):
            self._days.addItem(words, key)
        self._first = self._day("first", text("From"), chosen.first)
        self._last = self._day("last", text("Until"), chosen.last)
        self._show_days(chosen)
        self.column.addWidget(self.above(text("Which"), self._state))
        self.column.addWidget(self.above(text("Days"), self._days))
        self._ends = [
            self.above(text("From"), self._first),
            self.above(text("Until"), self._last),
        ]
        for end in self._ends:
            self.column.addWidget(end)
        self._pickers: dict[str, WordPicker] = {}
        self._around: dict[str, QWidget] = {}
        for part, title in (
            ("patterns", text("Thinking patterns")),
            ("feelings", text("Feelings")),
            ("triggers", text("Triggers")),
            ("tags", text("Tags")),
        ):
            picker = WordPicker(look, name=f"record_filter.{part}", title=title)
            picker.words_changed.connect(self._rest.start)
            self._pickers[part] = picker
            self._around[part] = self.above(title, picker)
            self.column.addWidget(self._around[part])
        self.column.addStretch()
        cancel = buttons.quiet(look, text("Cancel"), name="record_filter.cancel")
        cancel.clicked.connect(self.reject)
        self._none = buttons.quiet(look, text("Clear"), name="record_filter.clear")
        self._none.clicked.connect(self._clear)
        self._show = buttons.primary(look, text("Show"), name="record_filter.show")
        self._show.clicked.connect(self._take)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self._none)
        self.foot.addStretch()
        self.foot.addWidget(self._show)
        self._state.currentIndexChanged.connect(self._count)
        self._days.currentIndexChanged.connect(self._turn_days)
        self._turn_days()
        context.tasks.read(
            lambda journal: journal.records.words(), self._know, owner=self, latest="record_filter"
        )

    def filter(self) -> RecordFilter:
        """Return the filter as it stands."""
        first, last = self._stretch()
        words = {part: picker.words() for part, picker in self._pickers.items()}
        words["patterns"] = tuple(self._names.get(name, name) for name in words["patterns"])
        return RecordFilter(
            words=self._before.words,
            first=first,
            last=last,
            state=self._state.currentData(),
            **words,
        )

    def _know(self, known: RecordWords) -> None:
        chosen = self._before
        self._names = {
            content.pattern_name(pattern): pattern
            for pattern in (*known.patterns, *chosen.patterns)
        }
        offered: dict[str, Sequence[str]] = {
            "patterns": tuple(self._names),
            "feelings": known.feelings,
            "triggers": known.triggers,
            "tags": known.tags,
        }
        for part, picker in self._pickers.items():
            words: tuple[str, ...] = getattr(chosen, part)
            names = map(content.pattern_name, words) if part == "patterns" else words
            picker.know(offered[part])
            picker.set_words(names)
            self._around[part].setVisible(bool(offered[part]))
        self._count()
        self.fit()

    def _count(self) -> None:
        chosen = self.filter()

        def show(number: int) -> None:
            self._show.setText(plural("Show {n}", "Show {n}", number))
            self.foot.activate()  # at once, or its words are cut for a moment

        self._context.tasks.read(
            lambda journal: journal.records.number_of(chosen),
            show,
            owner=self,
            latest="record_filter.number",
        )

    def _take(self) -> None:
        self.chosen.emit(self.filter())
        self.accept()

    def _clear(self) -> None:
        self._state.setCurrentIndex(0)
        self._days.setCurrentIndex(0)
        for picker in self._pickers.values():
            picker.set_words(())
        self._count()

    # Days

    def _stretch(self) -> tuple[dt.date | None, dt.date | None]:
        key = self._days.currentData()
        if key == _CHOSEN:
            days = self._first.when().date(), self._last.when().date()
            return min(days), max(days)
        months = _MONTHS.get(key)
        return (first_day_of_last_months(now().day, months) if months else None), None

    def _show_days(self, chosen: RecordFilter) -> None:
        today = now().day
        key = _ANY
        if chosen.first is not None or chosen.last is not None:
            presets = {first_day_of_last_months(today, n): key for key, n in _MONTHS.items()}
            is_preset = chosen.first is not None and chosen.last is None
            key = presets.get(chosen.first or today, _CHOSEN) if is_preset else _CHOSEN
        self._days.setCurrentIndex(self._days.findData(key))

    def _turn_days(self) -> None:
        for end in self._ends:
            end.setVisible(self._days.currentData() == _CHOSEN)
        self._count()

    def _box(self, part: str, spoken: str) -> ChoiceBox:
        box = ChoiceBox(shrinks=True)
        box.setObjectName(f"record_filter.{part}")
        box.setAccessibleName(spoken)
        return box

    def _day(self, part: str, spoken: str, day: dt.date | None) -> DayTimeEdit:
        field = DayTimeEdit(
            self._context.look, name=f"record_filter.{part}", title=spoken, with_time=False
        )
        field.set_when(dt.datetime.combine(day or now().day, dt.time()))
        field.when_changed.connect(self._count)
        return field
