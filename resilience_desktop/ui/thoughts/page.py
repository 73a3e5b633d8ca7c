"""Thought records: the list, the worksheet, and a record to read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.search import Kind
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui.bin import move_to_bin
from resilience_desktop.ui.thoughts.finished_record import FinishedRecord
from resilience_desktop.ui.thoughts.record_list import RecordList
from resilience_desktop.ui.thoughts.worksheet import Worksheet
from resilience_desktop.ui.way_back import Whereabouts

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.ui.context import UiContext


class ThoughtsPage(QWidget):
    """Shows one of the three."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts")
        self._context = context
        self.records = RecordList(context)
        self.worksheet = Worksheet(context)
        self.finished = FinishedRecord(context)
        self._stack = QStackedLayout(self)
        for part in (self.records, self.worksheet, self.finished):
            self._stack.addWidget(part)
        self.records.new_requested.connect(self.new_record)
        self.records.record_opened.connect(self.open_record)
        self.records.bin_requested.connect(self._bin)
        self.worksheet.left.connect(self._left)
        self.worksheet.finished.connect(self._show_finished)
        self.worksheet.version_restored.connect(self.open_record)
        self.finished.left.connect(self.show_list)
        self.finished.edit_requested.connect(self._edit)
        self.finished.bin_requested.connect(self._bin)
        self.finished.version_restored.connect(self.open_record)
        context.tasks.journal_changed.connect(self._journal_changed)

    def new_record(self, form: str = "") -> None:
        """Start a new record with a form, or with the one that somebody begins with."""
        self.worksheet.when_kept(lambda: self._begin(form))

    def _begin(self, wanted: str) -> None:
        def begin(settings: JournalSettings) -> None:
            form = _form(wanted or settings.first_form, settings)
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

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentWidget(self.records)
        self.records.list.setFocus()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.records.list, *self.worksheet.panes(), self.finished]

    def whereabouts(self) -> Whereabouts:
        """Return which record somebody has open here, and the way back to it."""
        id_ = self._in_view()
        if id_:
            words = text("Back to the thought record you had open")
            return Whereabouts(f"record:{id_}", words, lambda: self._come_back(id_))
        words = text("Back to thought records")
        return Whereabouts("thoughts", words, lambda: self._come_back(""))

    def _come_back(self, id_: str) -> None:
        self._context.navigator.page_requested.emit("thoughts")
        if id_ and id_ != self._in_view():
            self.open_record(id_)
        elif not id_:
            self.show_list()

    def save_now(self) -> None:
        """Keep what is being typed."""
        self.worksheet.save_now()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the record when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_now()

    def _edit(self, record: ThoughtRecord) -> None:
        self._stack.setCurrentWidget(self.worksheet)
        self.worksheet.open_record(record, known=True)

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

    def _bin(self, id_: str) -> None:
        move_to_bin(self._context, id_, Kind.THOUGHT_RECORD, owner=self)
        self.show_list()


def _form(wanted: str, settings: JournalSettings) -> Form:
    """Return a form by its id; the first there is when it is gone."""
    forms = (*settings.forms, *content.record_forms())
    return next((form for form in forms if form.id == wanted), forms[-1])
