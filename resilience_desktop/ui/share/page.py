"""Share: choose what goes in, see the pages, save the PDF."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError, ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services.clock import local_zone
from resilience_desktop.ui import files
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.progress import ProgressPanel
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.share.choices import Choices
from resilience_desktop.ui.share.preview import PreviewPane
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.services.looking import Selection
    from resilience_desktop.services.sharing import Excerpt, Preview, ReportChoice
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work

Start = tuple[
    tuple[dt.date, dt.date],
    dict[str, str],
    list["ThoughtRecord"],
    list["Insight"],
    list["Insight"],
]


class SharePage(QWidget):
    """The form on the left, the pages on the right."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("share")
        self._context = context
        look = context.look
        self._started = False
        self._narrow: bool | None = None
        self._these: Selection | None = None
        """What is to be chosen as soon as the page has begun."""
        self.choices = Choices(context)
        self.preview = PreviewPane(look)
        self.save = buttons.primary(look, text("Save PDF"), name="share.save")
        self._said = labels.small(look, "", "danger", name="share.said")
        self._said.setMinimumWidth(1)  # a long file name must not widen the form
        self.state = SavedState(look, name="share.state")
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._words_as_they_stand,
            words=self.choices.words_to_read,
        )
        self._sharper = QTimer(self, singleShot=True, interval=250)
        self._sharper.timeout.connect(self._set_pages)
        press_on_ctrl_enter(self, self.save)
        self._lay_out()
        self.choices.changed.connect(self._look_again)
        self.choices.record_ticked.connect(self.preview.want)
        self.choices.words_changed.connect(self._saving.touch)
        self.choices.password.textChanged.connect(lambda: self._said.setText(""))
        self.choices.add_password.turned.connect(lambda: self._said.setText(""))
        self.preview.size_changed.connect(self._sharper.start)
        self.save.clicked.connect(self._save)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.preferences.changed.connect(self._set_pages)
        context.tasks.read(_start, self._begin, owner=self)

    def save_now(self) -> None:
        """Keep what was written here."""
        self._saving.flush()

    def show_words(self, part: str) -> None:
        """Put the keyboard where this part of the words is written."""
        self.choices.field_of(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_these(self, selection: Selection) -> None:
        """Choose these entries and finished thought records, and no others."""
        self._these = selection
        if self._started:
            self._choose_these()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [self.choices.first, self.preview.on, self.save]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pages beside the form, or below it."""
        super().resizeEvent(event)
        self._arrange()

    # The pages

    def _begin(self, found: Start) -> None:
        span, words, records, insights, stories = found
        self.choices.start(span, words)
        self.choices.show_insights(insights, stories)
        self.choices.show_records(records)
        self._started = True
        if self._these:
            self._choose_these()
        else:
            self._set_pages()

    def _choose_these(self) -> None:
        if self._these:
            self.choices.choose(self._these)
            self._these = None
            self._look_again()

    def _look_again(self) -> None:
        """Offer the records of the period, then set the pages."""

        def show(found: Start) -> None:
            span, _, records, insights, stories = found
            self.choices.show_span(span)
            self.choices.show_insights(insights, stories)
            self.choices.show_records(records)
            self._set_pages()

        self._context.tasks.read(_start, show, owner=self, latest="share.records")

    def _set_pages(self) -> None:
        if not self._started:
            return
        choice = self.choices.choice()

        def typeset(excerpt: Excerpt) -> None:
            self.choices.show_entry_count(len(excerpt.entries))
            work = partial(_preview, excerpt, choice, self.preview.resolution())
            self._context.tasks.compute(
                work, self.preview.show_preview, owner=self, latest="share.pages"
            )

        self._context.tasks.read(
            partial(_excerpt, choice), typeset, owner=self, latest="share.excerpt"
        )

    # Saving

    def _save(self) -> None:
        self._said.setText("")
        protect = self.choices.add_password.is_open
        password = self.choices.password.text()
        if protect and not password:
            self._say(text("The password is empty. Type one, or choose Remove the password."))
            self.choices.password.setFocus()
            return
        today = Moment.now(local_zone()).day
        path = files.ask_where_to_save(
            self, text("Save the PDF"), _suggested_name(today), "PDF (*.pdf)"
        )
        if path is None:
            return
        choice, progress = self.choices.choice(), Progress(text("Making the PDF"))
        self.save.setEnabled(False)
        self.save.setText(text("Saving ..."))
        ProgressPanel(self._context.look, self.window(), progress)

        def write(excerpt: Excerpt) -> None:
            self._context.tasks.compute(
                partial(_write, excerpt, choice, password, path, progress),
                lambda _none: self._saved(path),
                owner=self,
                failed=self._failed,
                progress=progress,
            )

        self._context.tasks.read(
            partial(_excerpt, choice), write, owner=self, failed=self._failed, progress=progress
        )

    def _saved(self, path: Path) -> None:
        """Say where the file is, beside the button: a notice would lie over it, and go."""
        self._ready()
        words = text("PDF saved as “{file}” in the folder “{folder}”.")
        self._said.set_role("text_muted")
        self._said.setText(words.format(file=path.name, folder=path.parent.name or path.parent))
        announce(self._said, text("PDF saved"))

    def _failed(self, error: BaseException) -> None:
        self._ready()
        if isinstance(error, CancelledError):
            self._context.notices.show(str(error))
        elif isinstance(error, ResilienceError):
            self._say(str(error))
        else:
            self._context.tasks.work_failed.emit(error)

    def _say(self, sentence: str) -> None:
        self._said.set_role("danger")
        self._said.setText(sentence)
        announce(self._said, sentence)

    def _ready(self) -> None:
        self.save.setEnabled(True)
        self.save.setText(text("Save PDF"))

    def _words_as_they_stand(self) -> Work:
        words = self.choices.words()
        return lambda journal: journal.keep_report_words(words)

    def _journal_changed(self, changes: Changes) -> None:
        shown = changes.entries or changes.thought_records or changes.insights
        if self._started and shown:
            self._look_again()

    # Building

    def _lay_out(self) -> None:
        scroll = ScrollPane("share.scroll")
        holder = QWidget()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.setSpacing(16)
        below_form, above_footer = QWidget(), QWidget()
        self._below_form, self._above_footer = column_in(below_form, 0), column_in(above_footer, 0)
        form = QVBoxLayout()
        form.setSpacing(0)
        form.addWidget(self.choices)
        form.addWidget(below_form)
        self._holder.addLayout(form)
        scroll.setWidget(holder)
        footer = QHBoxLayout()
        footer.setSpacing(12)
        footer.addWidget(self.state)
        footer.addWidget(self._said, 1)
        footer.addWidget(self.save)
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._column.setSpacing(12)
        upper = QVBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(scroll, 1)
        upper.addWidget(above_footer)
        self._column.addLayout(upper, 1)
        self._column.addWidget(Rule())
        self._column.addLayout(footer)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left, 41)
        self._context.look.look_changed.connect(self._arrange)

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        set_margins(self._column, margin - 4, margin, 20, 16)
        narrow = is_narrow(self, look)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._holder.addWidget(self.preview)
            else:
                self._row.addWidget(self.preview, 59)
        low = self.height() < look.px(520)
        self.state.put_banner_in(self._below_form if low else self._above_footer)
        self.preview.show_whole_page(whole=narrow)
        self.choices.put_labels_above(above=not narrow and self.width() * 41 // 100 < look.px(380))


def _start(journal: Journal) -> Start:
    today = journal.today()
    span = journal.looking.span()
    # Until today, unless the journal is one of other days altogether.
    recent = span and (today - span[1]).days < 366
    whole = (min(span[0], today), today if recent else span[1]) if span else (today, today)
    notes, records = journal.insights, journal.thought_records()
    return whole, journal.report_words(), records, notes.all(), notes.stories()


def _excerpt(choice: ReportChoice, journal: Journal) -> Excerpt:
    from resilience_desktop.services import sharing

    return sharing.excerpt(journal, choice)


def _preview(excerpt: Excerpt, choice: ReportChoice, ppi: float) -> Preview:
    from resilience_desktop.services import sharing

    return sharing.preview(sharing.compose(excerpt, choice), ppi)


def _write(
    excerpt: Excerpt, choice: ReportChoice, password: str, path: Path, progress: Progress
) -> None:
    from resilience_desktop.services import sharing

    pdf = sharing.pdf_of(sharing.compose(excerpt, choice), password, progress)
    sharing.write_file(path, pdf, progress)


def _suggested_name(today: dt.date) -> str:
    from resilience_desktop.services import sharing

    return sharing.suggested_name(today)
