"""What goes into the PDF: a profile, the days, the person's words, and a tick for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.domain.report_profile import OneByOne, ReportProfile
from resilience_desktop.i18n import text
from resilience_desktop.services.sharing import ReportChoice
from resilience_desktop.ui.share.altogether import Altogether
from resilience_desktop.ui.share.list_row import ListRow
from resilience_desktop.ui.share.my_words import ABOUT, HOW, NAME, NOTE, QUESTION, MyWords
from resilience_desktop.ui.share.only_row import OnlyRow
from resilience_desktop.ui.share.parts import PartTicks
from resilience_desktop.ui.share.password_row import PasswordRow
from resilience_desktop.ui.share.period_choice import PeriodChoice
from resilience_desktop.ui.share.profile_box import ProfileBox
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from resilience_desktop.services.looking import Selection
    from resilience_desktop.services.reporting.how_much import HowMuch
    from resilience_desktop.services.reporting.offer import Offer
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.share.work import Start

_LEAST_BESIDE = 330
"""Text units that a field needs beside its label, with the margins round both."""


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
        self.my_words = MyWords(look)
        self.time = PeriodChoice(look)
        self.only = OnlyRow(look)
        self.parts = PartTicks(look)
        self.lists = {which: ListRow(context, which) for which in OneByOne}
        self.paper = ChoiceBox()
        self.paper.setObjectName("share.paper")
        self.paper.setAccessibleName(text("Paper"))
        self.paper.addItem(text("A4"), "a4")
        self.paper.addItem(text("Letter"), "us-letter")
        self._altogether = Altogether(look)
        self._notes: tuple[str, ...] = ()
        self._story: tuple[tuple[str, str], ...] = ()
        self.profiles = ProfileBox(context, self.profile)
        self._password_row = PasswordRow(look)
        self.password = self._password_row.field
        self._rest = QTimer(self, singleShot=True, interval=350)
        self._rest.timeout.connect(self.changed)
        self._lay_out()
        self.apply(ReportProfile())
        self._connect()

    # What is chosen

    def choice(self) -> ReportChoice:
        """Return the report as it is chosen."""
        first, last = self.period()
        words = self.words()
        return ReportChoice(
            first=first,
            last=last,
            parts=self.parts.parts(),
            record_ids=self.record_ids(),
            entry_ids=frozenset(self.lists[OneByOne.ENTRIES].ids()),
            card_ids=self.lists[OneByOne.CARDS].ids(),
            only=self.only.ids,
            paper=self.paper.currentData(),
            country=self._context.preferences.settings.country,
            insights=self._notes,
            story=self._story,
            name=words[NAME],
            how_it_has_been=words[HOW],
            to_talk_about=words[ABOUT],
            question=words[QUESTION],
            note=words[NOTE],
        )

    def profile(self) -> ReportProfile:
        """Return what is chosen, but for words and things that are chosen one by one."""
        return ReportProfile(
            id=self.profiles.id,
            preset=self.time.preset,
            dates=self.time.dates,
            parts=self.parts.parts(),
            lists=frozenset(which for which, row in self.lists.items() if row.is_wanted),
            paper=self.paper.currentData(),
        )

    def apply(self, profile: ReportProfile) -> None:
        """Choose what a profile has; whose words and which records stays as it is."""
        self.time.choose(profile.preset, profile.dates)
        self.parts.set_parts(profile.parts)
        for which, row in self.lists.items():
            row.want(wanted=which in profile.lists)
        self.paper.setCurrentIndex(self.paper.findData(profile.paper))

    def period(self) -> tuple[dt.date, dt.date]:
        """Return the first and the last day, in this order."""
        return self.time.period()

    def record_ids(self) -> tuple[str, ...]:
        """Return the records that go in, oldest first."""
        return self.lists[OneByOne.RECORDS].ids()

    def words(self) -> dict[str, str]:
        """Return what the person wrote here."""
        return self.my_words.words()

    def field_of(self, part: str) -> QWidget:
        """Return where a part of the words is written; the first one if it has no place here."""
        fields = self.my_words.fields()
        return fields.get(part, fields[NAME])

    # What there is

    def start(self, found: Start) -> None:
        """Begin with what was chosen last, and the words that were written here before."""
        self.my_words.set_words(found.words)
        self.time.show_days(found.span, found.made_last)
        if found.chosen_last is not None:
            self.apply(found.chosen_last)
            self.profiles.begin_with(found.chosen_last.id)
        self.time.begin()

    def show_offer(self, offer: Offer) -> None:
        """Take what there is for the days that are chosen."""
        self._notes, self._story = offer.notes, offer.story
        self.time.show_days(offer.span, offer.made_last)
        self.parts.offer(ReportPart.STORY, offered=bool(offer.story))
        only = self.only.ids
        entries = [pick for pick in offer.entries if only is None or pick.id in only]
        self.lists[OneByOne.RECORDS].offer(offer.records)
        self.lists[OneByOne.ENTRIES].offer(entries)
        self.lists[OneByOne.CARDS].offer(offer.cards)
        self.lists[OneByOne.CARDS].setVisible(bool(offer.cards))
        self.profiles.show_profiles(offer.profiles)
        self._altogether.tell_never(sum(pick.never_share for pick in offer.entries))

    def choose(self, selection: Selection) -> None:
        """Choose these entries and records, and no others; both are offered later."""
        self.time.choose_own(selection.first, selection.last)
        self.only.show_selection(selection)
        self.lists[OneByOne.ENTRIES].set_chosen(selection.entries)
        self.lists[OneByOne.RECORDS].is_by_hand = True
        self.lists[OneByOne.RECORDS].set_chosen(selection.records)

    def show_all_entries(self) -> None:
        """Go back from the entries of a filter to all of the days."""
        if self.only.ids is not None:
            self.only.show_selection(None)
            self.lists[OneByOne.ENTRIES].set_chosen(())

    def show_counts(self, counts: Mapping[ReportPart, HowMuch]) -> None:
        """Say how much there is of each part."""
        self.parts.show_counts(counts)

    def show_total(self, pages: int) -> None:
        """Say what goes in altogether."""
        records, entries, cards = (len(row.ids()) for row in self.lists.values())
        self._altogether.tell(records=records, entries=entries, cards=cards, pages=pages)

    def make_room(self, width: int) -> None:
        """Put each label above its field where a form of this width has little room beside it."""
        widest = max(label.sizeHint().width() for label in self._labels)
        above = width - widest < self._context.look.px(_LEAST_BESIDE)
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.WrapAllRows if above else policy.DontWrapRows)

    # Following what is done

    def _take_profile(self, profile: ReportProfile) -> None:
        self.show_all_entries()
        self.apply(profile)
        self.changed.emit()

    def _choose_all_entries(self) -> None:
        self.show_all_entries()
        self.time.box.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone
        self.changed.emit()

    def _touch(self, *_: object) -> None:
        self.profiles.tell()
        self._rest.start()

    def _touch_words(self) -> None:
        self.words_changed.emit()
        self._rest.start()

    def _show_password(self) -> None:
        shown = self.add_password.is_open
        self._password_row.setVisible(shown)
        if shown:
            self.password.setFocus()
            show_in_pane(self._password_row)
        else:
            self.password.clear()

    def _connect(self) -> None:
        self.my_words.changed.connect(self._touch_words)
        self.time.changed.connect(self._touch)
        self.only.all_wanted.connect(self._choose_all_entries)
        self.parts.changed.connect(self._touch)
        for row in self.lists.values():
            row.changed.connect(self._touch)
        self.lists[OneByOne.RECORDS].added.connect(self.record_ticked)
        self.paper.currentIndexChanged.connect(self._touch)
        self.profiles.profile_chosen.connect(self._take_profile)

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
        self._labels: list[QWidget] = []
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self._row(text("Profile"), self.profiles)
        self._row(text("Period"), self.time)
        form.addRow(labels.label(look, text("Only")), self.only)
        for part, field in self.my_words.fields().items():
            self._row(self.my_words.titles[part], field)
        self._row(text("Paper"), self.paper)
        self.only.hides_in(form)
        column.addLayout(form)
        column.addSpacing(16)
        column.addWidget(labels.label(look, text("What goes in")))
        column.addWidget(self.parts)
        for row in self.lists.values():
            column.addWidget(row)
        column.addSpacing(8)
        column.addWidget(self._altogether)
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

    def _row(self, words: str, field: QWidget) -> None:
        label = labels.label(self._context.look, words)
        label.setBuddy(field)
        self._labels.append(label)
        self._form.addRow(label, field)
