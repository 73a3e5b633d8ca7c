"""Thought records: the list, the worksheet, and a record to read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.form_words import first_form, form_of
from resilience_desktop.ui.thoughts.finished_record import FinishedRecord
from resilience_desktop.ui.thoughts.follow_up import FollowUp
from resilience_desktop.ui.thoughts.record_list import RecordList
from resilience_desktop.ui.thoughts.worksheet import Worksheet
from resilience_desktop.ui.way_back import Whereabouts

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_filter import RecordFilter
    from resilience_desktop.domain.record_form import Form, Step
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.records_seen import RecordsSeenPage


class ThoughtsPage(QWidget):
    """Shows one of the three, or what all records show together."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thoughts")
        self._context = context
        self.records = RecordList(context)
        self.worksheet = Worksheet(context)
        self.finished = FinishedRecord(context)
        self.follow_ups = FollowUp(context)
        self._stack = QStackedLayout(self)
        for part in (self.records, self.worksheet, self.finished, self.follow_ups):
            self._stack.addWidget(part)
        self.records.new_requested.connect(self.new_record)
        self.records.form_requested.connect(self.new_record)
        self.records.record_opened.connect(self.open_record)
        self.records.bin_requested.connect(self._bin)
        self.records.seen_requested.connect(self.show_seen)
        self._seen: RecordsSeenPage | None = None
        self.worksheet.left.connect(self._left)
        self.worksheet.finished.connect(self._show_finished)
        self.worksheet.version_restored.connect(self.open_record)
        self.finished.left.connect(self.show_list)
        self.finished.edit_requested.connect(self._edit)
        self.finished.more_requested.connect(self._say_more)
        self.follow_ups.done.connect(self._show_finished)
        self.follow_ups.put_off.connect(self.show_list)
        self.follow_ups.left.connect(self.show_list)
        self.finished.bin_requested.connect(self._bin)
        self.finished.version_restored.connect(self.open_record)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.navigator.pattern_renamed.connect(self._pattern_renamed)

    def new_record(self, form: str = "") -> None:
        """Start a new record with a form, or with the one that somebody begins with."""
        self.worksheet.when_kept(lambda: self._begin(form))

    def _begin(self, wanted: str) -> None:
        def begin(settings: JournalSettings) -> None:
            form = form_of(wanted, settings) or first_form(settings)
            now = Moment.now(local_zone())
            zone = dt.timezone(dt.timedelta(seconds=now.offset))
            record = ThoughtRecord(
                at=now,
                begun=now.utc.astimezone(zone),
                form=form.id,
                steps=form.steps,
                step=form.steps[0],
            )
            self._stack.setCurrentWidget(self.worksheet)
            self.worksheet.open_record(record, known=False)

        self._context.tasks.read(
            lambda journal: journal.settings(), begin, owner=self, latest="thoughts.open"
        )

    def open_record(self, id_: str) -> None:
        """Open a record: to read when it is finished, else where it was left."""
        self.worksheet.when_kept(lambda: self._open(id_))

    def _open(self, id_: str) -> None:
        def show(record: ThoughtRecord) -> None:
            if record.finished:
                self._show_finished(record)
            else:
                self._edit(record)

        self._context.tasks.read(
            lambda journal: journal.thought_record(id_), show, owner=self, latest="thoughts.open"
        )

    def follow_up(self, id_: str) -> None:
        """Ask how a record turned out, once what is being typed is saved."""
        self.worksheet.when_kept(lambda: self.follow_ups.when_kept(lambda: self._ask_about(id_)))

    def _ask_about(self, id_: str) -> None:
        def show(record: ThoughtRecord) -> None:
            self.follow_ups.show_record(record)
            self._stack.setCurrentWidget(self.follow_ups)
            self.follow_ups.start()

        self._context.tasks.read(
            lambda journal: journal.thought_record(id_), show, owner=self, latest="thoughts.open"
        )

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentWidget(self.records)
        self.records.list.setFocus()

    def show_start(self) -> None:
        """Go to the list from wherever this page is, once what is being typed is saved."""
        part = self._stack.currentWidget()
        if part is self.worksheet:
            self.worksheet.leave(self.show_list)
        elif part is self.follow_ups:
            self.follow_ups.when_kept(self.show_list)
        elif part is not self.records:
            self.show_list()

    def show_records(self, chosen: RecordFilter) -> None:
        """Show the records that a filter lets through."""
        self.records.choose(chosen)
        self.show_list()

    def show_seen(self) -> None:
        """Show what all records show together."""
        if self._seen is None:
            from resilience_desktop.ui.thoughts.records_seen import RecordsSeenPage

            self._seen = RecordsSeenPage(self._context)
            self._seen.left.connect(self.show_list)
            self._seen.records_requested.connect(self.show_records)
            self._seen.record_opened.connect(self.open_record)
            self._stack.addWidget(self._seen)
        self._stack.setCurrentWidget(self._seen)
        self._seen.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        seen = [] if self._seen is None else [self._seen]
        return [self.records.list, *self.worksheet.panes(), self.finished, self.follow_ups, *seen]

    def take_keyboard(self) -> None:
        """Be ready for what somebody most likely comes for, once all is read that is shown."""

        def take(_: object) -> None:
            part, focus = self._stack.currentWidget(), self.window().focusWidget()
            if part is None or not self.isVisible():
                return
            if part is self.records:
                self.records.beginning().setFocus(Qt.FocusReason.ShortcutFocusReason)
            elif focus is None or not part.isAncestorOf(focus):  # else it is where it was left
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)

        self._context.tasks.read(lambda _: None, take, owner=self, latest="thoughts.keyboard")

    def whereabouts(self) -> Whereabouts:
        """Return which record somebody has open here, and the way back to it."""
        id_ = self._in_view()
        if id_:
            words = text("Back to the thought record you had open")
            return Whereabouts(f"record:{id_}", words, lambda: self._come_back(id_))
        words = text("Back to thought records")
        # What opens from the list has a way of its own back to it.
        return Whereabouts("thoughts", words, lambda: self._come_back(""), is_idle=True)

    def _come_back(self, id_: str) -> None:
        self._context.navigator.page_requested.emit("thoughts")
        if id_ and id_ != self._in_view():
            self.open_record(id_)
        elif not id_:
            self.show_list()

    def save_now(self) -> None:
        """Keep what is being typed."""
        self.worksheet.save_now()
        self.follow_ups.save_now()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the record when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_now()

    def _edit(self, record: ThoughtRecord) -> None:
        self._stack.setCurrentWidget(self.worksheet)
        self.worksheet.open_record(record, known=True)

    def _say_more(self, record: ThoughtRecord, what: Form | Step) -> None:
        self._edit(record)
        self.worksheet.say_more(what)

    def _left(self) -> None:
        record = self.worksheet.record()
        if record.finished:
            self._show_finished(record)
        else:
            self.show_list()

    def _show_finished(self, record: ThoughtRecord) -> None:
        self.finished.show_record(record)
        self._stack.setCurrentWidget(self.finished)

    def _in_view(self) -> str:
        """Return the id of the record that is open, if it is in the journal."""
        part = self._stack.currentWidget()
        if part is self.finished:
            return self.finished.record().id
        if part is self.follow_ups:
            return self.follow_ups.record().id
        return (
            self.worksheet.record().id if part is self.worksheet and self.worksheet.is_known else ""
        )

    def _journal_changed(self, changes: Changes) -> None:
        """Let go of a record that went to the bin: what is kept there is not seen again."""
        id_ = self._in_view()
        if not id_ or not changes.thought_records:
            return

        def let_go(binned: bool) -> None:
            if binned and self._in_view() == id_:
                self._stack.setCurrentWidget(self.records)

        self._context.tasks.read(
            lambda journal: journal.bin.holds(id_), let_go, owner=self, latest="thoughts.in_bin"
        )

    def _pattern_renamed(self, old: str, new: str) -> None:
        """Read a finished record again that waits out of sight: it is changed from there."""
        self.follow_ups.rename_pattern(old, new)
        if self._stack.currentWidget() is self.finished and not self.finished.isVisible():
            self.open_record(self.finished.record().id)

    def _bin(self, id_: str) -> None:
        move_to_bin(self._context, id_, Kind.THOUGHT_RECORD, owner=self)
        self.show_list()
