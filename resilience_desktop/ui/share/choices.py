"""What goes into the PDF: the period, the person's words, and a tick for each part."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop import i18n
from resilience_desktop.domain.period import first_day_of_last_months
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.i18n import text
from resilience_desktop.services.sharing import ReportChoice, shared_notes
from resilience_desktop.ui.share.password_row import PasswordRow
from resilience_desktop.ui.share.record_tick import RecordTick
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.day_time_edit import DayTimeEdit
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.looking import Selection
    from resilience_desktop.ui.context import UiContext

_PARTS = ("name", "how_it_has_been", "to_talk_about", "question")


class Choices(QWidget):
    """The form on the left of the page."""

    changed = Signal()
    words_changed = Signal()
    """Something the person wrote here is to be kept."""
    record_ticked = Signal(str)
    """Id of a record that is to go in; empty when one is not to any more."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("share.choices")
        self._context = context
        look = context.look
        self._span: tuple[dt.date, dt.date] | None = None
        self.first = self._date("from", text("From"))
        self.last = self._date("until", text("Until"))
        self.everything = buttons.link(look, text("All days"), name="share.everything")
        self.name = LineField()
        self.name.setObjectName("share.name")
        self.how_it_has_been = self._words("how_it_has_been", text("How it has been"))
        self.to_talk_about = self._words("to_talk_about", text("To talk about"))
        self.question = self._words("question", text("A question for them"))
        self.my_words = self._tick("my_words", text("My words"), on=True)
        self.mood_chart = self._tick("mood_chart", text("Mood chart"), on=True)
        self.days_logged = self._tick("days_logged", text("How many days were logged"), on=True)
        self.entries = self._tick("entries", text("Journal entries in full"))
        self.story = self._tick("story", text("My story"))
        self._entry_count = labels.small(look, "", "text_muted", name="share.entry_count")
        self._records_title = labels.label(look, text("Thought records in full"))
        self._records_holder = QWidget()
        self._records = column_in(self._records_holder, 0)
        self._entries_only: frozenset[str] | None = None
        """The entries that were chosen one by one; None for all of the period."""
        self._only_words = labels.body(look, "", name="share.only")
        self._all_entries = buttons.link(
            look, text("All entries of these days"), name="share.all_entries"
        )
        self._only_row = QWidget()
        self._record_ticks: dict[str, QCheckBox] = {}
        self._is_chosen_by_hand = False
        """Whether somebody came with records they chose, and wants no others."""
        self._chosen: set[str] = set()
        """Records that were ticked, also those outside the period for now."""
        self._shares: dict[str, Share] = {}
        """How much of each record a report may hold, as it was when it was last offered."""
        self._insights: tuple[str, ...] = ()
        self._chapters: tuple[tuple[str, str], ...] = ()
        self.paper = ChoiceBox()
        self.paper.setObjectName("share.paper")
        self.paper.addItem(text("A4"), "a4")
        self.paper.addItem(text("Letter"), "us-letter")
        self._password_row = PasswordRow(look)
        self.password = self._password_row.field
        self._rest = QTimer(self, singleShot=True, interval=350)
        self._rest.timeout.connect(self.changed)
        self._lay_out()
        self._connect()

    def start(self, span: tuple[dt.date, dt.date], words: Mapping[str, str]) -> None:
        """Begin with the last half year, and the words that were written here before."""
        self._span = span
        first, last = span
        self._show_period(max(first, first_day_of_last_months(last, 6)), last)
        for part in _PARTS:
            field = getattr(self, part)
            with QSignalBlocker(field):
                if isinstance(field, QLineEdit):
                    field.setText(words.get(part, ""))
                else:
                    field.set_words(words.get(part, ""))

    def choose(self, selection: Selection) -> None:
        """Choose these entries and records; which of the records are offered comes later."""
        self._show_period(selection.first, selection.last)
        self._only(selection.entries)
        for tick in self._record_ticks.values():
            with QSignalBlocker(tick):
                tick.setChecked(False)
        self._chosen = set(selection.records)
        self._is_chosen_by_hand = True
        self._record_ticks = {}

    def show_span(self, span: tuple[dt.date, dt.date]) -> None:
        """Remember how far the journal goes."""
        self._span = span

    def show_insights(self, insights: Sequence[Insight], stories: Sequence[Insight]) -> None:
        """Take the notes to keep that may be in reports, and the story as it is now."""
        self._insights = shared_notes(insights)
        self._chapters = stories[0].answers if stories else ()
        self.story.setVisible(bool(self._chapters))

    def show_records(self, records: Sequence[ThoughtRecord]) -> None:
        """Offer each record of the period by its own tick; those ticked before stay so.

        One that a report may hold is ticked from the start.
        """
        first, last = self.period()
        offered = [r for r in records if r.finished and first <= r.at.day <= last]
        chosen = self._chosen - set(self._record_ticks) | set(self.record_ids())
        for record in offered:
            said_anew = self._shares.get(record.id, Share.NEVER) is not record.share
            if said_anew and not self._is_chosen_by_hand:
                chosen = (
                    chosen - {record.id} if record.share is Share.NEVER else chosen | {record.id}
                )
            self._shares[record.id] = record.share
        self._chosen = chosen
        empty(self._records)
        self._record_ticks = {}
        for number, record in enumerate(offered, 1):
            tick = RecordTick(record)
            tick.setObjectName(f"share.record{number}")
            tick.setChecked(record.id in chosen)
            tick.toggled.connect(partial(self._record_toggled, record.id))
            self._record_ticks[record.id] = tick
            self._records.addWidget(tick)
        self._records_title.setVisible(bool(offered))

    def show_entry_count(self, count: int) -> None:
        """Say how many entries there are in the period."""
        self._entry_count.setText(i18n.plural("{n} entry", "{n} entries", count))

    def period(self) -> tuple[dt.date, dt.date]:
        """Return the first and the last day, in this order."""
        days = self.first.when().date(), self.last.when().date()
        return min(days), max(days)

    def put_labels_above(self, *, above: bool) -> None:
        """Put each label above its field where there is little room beside it."""
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.WrapAllRows if above else policy.DontWrapRows)

    def record_ids(self) -> tuple[str, ...]:
        """Return the records that are ticked, oldest first."""
        return tuple(id_ for id_, tick in reversed(self._record_ticks.items()) if tick.isChecked())

    def words(self) -> dict[str, str]:
        """Return what the person wrote here."""
        return {
            "name": self.name.text(),
            "how_it_has_been": self.how_it_has_been.words(),
            "to_talk_about": self.to_talk_about.words(),
            "question": self.question.words(),
        }

    def words_to_read(self) -> str:
        """Return what the person wrote here to be read elsewhere, each part below its label."""
        written = [(self.field_of(part), words) for part, words in self.words().items()]
        labelled = [(self._form.labelForField(field), words) for field, words in written]
        return "\n\n".join(
            f"{label.text()}\n{words}"
            for label, words in labelled
            if isinstance(label, QLabel) and words.strip()
        )

    def field_of(self, part: str) -> QWidget:
        """Return where a part of the words is written; the first one if it has no place here."""
        field: QWidget = getattr(self, part if part in _PARTS else _PARTS[0])
        return field

    def choice(self) -> ReportChoice:
        """Return the report as it is chosen."""
        first, last = self.period()
        mine = self.my_words.isChecked()
        return ReportChoice(
            first=first,
            last=last,
            mood_chart=self.mood_chart.isChecked(),
            days_logged=self.days_logged.isChecked(),
            record_ids=self.record_ids(),
            entries=self.entries.isChecked(),
            only=self._entries_only,
            paper=self.paper.currentData(),
            country=self._context.preferences.settings.country,
            name=self.name.text(),
            how_it_has_been=self.how_it_has_been.words() if mine else "",
            to_talk_about=self.to_talk_about.words() if mine else "",
            question=self.question.words() if mine else "",
            insights=self._insights if mine else (),
            story=self._chapters if self.story.isChecked() else (),
        )

    def _show_period(self, first: dt.date, last: dt.date) -> None:
        self.first.set_when(dt.datetime.combine(first, dt.time()))
        self.last.set_when(dt.datetime.combine(last, dt.time()))

    def _only(self, ids: frozenset[str] | None) -> None:
        """Let only these go in, all of them in full; None for whatever the period holds.

        Of some entries there is no chart of days.
        """
        self._entries_only = ids
        self.mood_chart.setVisible(ids is None)
        with QSignalBlocker(self.entries):
            self.entries.setChecked(bool(ids))
        count = len(ids or ())
        self._only_words.setText(
            i18n.plural("The {n} entry you filtered", "The {n} entries you filtered", count)
            if count
            else text("None of the entries")
        )
        self._form.setRowVisible(self._only_row, ids is not None)

    def _choose_all_entries(self) -> None:
        self._only(None)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone
        self.changed.emit()

    def _choose_everything(self) -> None:
        if self._span is not None:
            self._show_period(*self._span)
            self.changed.emit()

    def _touch(self, *_: object) -> None:
        self._rest.start()

    def _record_toggled(self, id_: str, ticked: bool) -> None:
        self.record_ticked.emit(id_ if ticked else "")
        self._touch()

    def _touch_words(self, *_: object) -> None:
        self.words_changed.emit()
        self._rest.start()

    def _show_password(self) -> None:
        shown = self.add_password.is_open
        self._password_row.setVisible(shown)
        if shown:
            self.password.setFocus()
        else:
            self.password.clear()

    def _date(self, part: str, spoken: str) -> DayTimeEdit:
        field = DayTimeEdit(self._context.look, name=f"share.{part}", title=spoken, with_time=False)
        field.when_changed.connect(self._touch)
        return field

    def _words(self, part: str, title: str) -> WordsEdit:
        field = WordsEdit(
            self._context.look,
            name=f"share.{part}",
            title=title,
            growing=True,
            lines=1,
            style="excerpt",
        )
        field.words_changed.connect(self._touch_words)
        return field

    def _tick(self, part: str, words: str, *, on: bool = False) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setObjectName(f"share.{part}")
        tick.setChecked(on)
        tick.toggled.connect(self._touch)
        return tick

    def _connect(self) -> None:
        self.name.textEdited.connect(self._touch_words)
        self.everything.clicked.connect(self._choose_everything)
        self._all_entries.clicked.connect(self._choose_all_entries)
        self.paper.currentIndexChanged.connect(self._touch)

    def _lay_out(self) -> None:
        look = self._context.look
        column = QVBoxLayout(self)
        set_margins(column, 4, 0, 12, 8)
        column.setSpacing(0)
        column.addWidget(labels.title(look, text("A PDF for someone you trust")))
        column.addSpacing(4)
        promise = text(
            "Only what is ticked goes in. Nothing is sent; you decide where the file goes."
        )
        column.addWidget(labels.muted(look, promise))
        column.addSpacing(16)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for words, field in (
            (text("From"), self.first),
            (text("Until"), self.last),
            (text("Name on it"), self.name),
            (text("How it has been"), self.how_it_has_been),
            (text("To talk about"), self.to_talk_about),
            (text("A question for them"), self.question),
        ):
            label = labels.label(look, words)
            label.setBuddy(field)
            form.addRow(label, field)
            if field is self.last:
                everything = QHBoxLayout()
                everything.addWidget(self.everything)
                everything.addStretch()
                form.addRow("", everything)
                only = QVBoxLayout(self._only_row)
                set_margins(only, 0, 6, 0, 0)  # level with its label
                only.setSpacing(0)
                only.addWidget(self._only_words)
                only.addWidget(self._all_entries, 0, Qt.AlignmentFlag.AlignLeading)
                form.addRow(labels.label(look, text("Only")), self._only_row)
                form.setRowVisible(self._only_row, False)
        paper = labels.label(look, text("Paper"))
        paper.setBuddy(self.paper)
        form.addRow(paper, self.paper)
        self.name.setAccessibleName(text("Name on it"))
        self.paper.setAccessibleName(text("Paper"))
        column.addLayout(form)
        column.addSpacing(16)
        column.addWidget(labels.label(look, text("What goes in")))
        column.addWidget(self.my_words)
        column.addWidget(self.mood_chart)
        column.addWidget(self.days_logged)
        column.addWidget(self.story)
        column.addWidget(self.entries)
        below = QVBoxLayout()
        set_margins(below, 30, 0, 0, 0)  # where the words of the tick start
        below.addWidget(self._entry_count)
        column.addLayout(below)
        column.addSpacing(12)
        column.addWidget(self._records_title)
        column.addWidget(self._records_holder)
        column.addSpacing(12)
        self.add_password = buttons.Opener(
            look,
            text("Add a password"),
            text("Remove the password"),
            name="share.add_password",
            drawing="key",
            flush=True,
        )
        self.add_password.turned.connect(self._show_password)
        column.addWidget(self.add_password, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._password_row)
        column.addStretch()
