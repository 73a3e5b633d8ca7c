"""Share: choose what goes in, see the pages, and take them out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.clipboard import KEPT_MS
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving
from resilience_desktop.ui.share import work
from resilience_desktop.ui.share.choices import Choices
from resilience_desktop.ui.share.preview import PreviewPane
from resilience_desktop.ui.share.ways_bar import WaysBar
from resilience_desktop.ui.share.ways_out import WaysOut
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.saved_state import SavedState
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import is_narrow, page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.report_profile import ReportProfile
    from resilience_desktop.services.looking import Selection
    from resilience_desktop.services.reporting.offer import Offer
    from resilience_desktop.services.sharing import Excerpt, Preview
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work


class SharePage(QWidget):
    """The form on the left, the pages on the right."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("share")
        self._context = context
        look = context.look
        self._started = False
        self._narrow: bool | None = None
        self._chosen: ReportProfile | None = None
        """What the journal remembers as chosen last."""
        self._offered: object = None
        """The days and entries of which it was last offered what there is."""
        self._these: Selection | None = None
        """What is to be chosen as soon as the page has begun."""
        self.choices = Choices(context)
        self.preview = PreviewPane(look)
        self.ways = WaysOut(context, self, self.choices.choice)
        self._said = labels.small(look, "", "danger", name="share.said")
        self._said.setMinimumWidth(1)  # a long file name must not widen the form
        self._said.hide()
        self._said_of: tuple[object, object] | None = None
        self._until_gone = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._until_gone.setObjectName("share.until_gone")
        self._until_gone.timeout.connect(lambda: self._say(""))
        self.state = SavedState(look, name="share.state")
        self._bar = WaysBar(look, self.state, self.ways, lambda: self.choices.add_password.is_open)
        self.save = self._bar.save
        self._saving = Saving(
            context,
            self,
            self.state,
            work=self._words_as_they_stand,
            words=self.choices.my_words.to_read,
        )
        self._sharper = QTimer(self, singleShot=True, interval=250)
        self._sharper.timeout.connect(self._set_pages)
        press_on_ctrl_enter(self, self.save)
        self._lay_out()
        self.choices.changed.connect(self._choices_changed)
        self.choices.record_ticked.connect(self.preview.want)
        self.choices.words_changed.connect(self._saving.touch)
        self.choices.words_changed.connect(self._say_no_more)
        self.choices.password.textChanged.connect(lambda: self._say(""))
        self.choices.add_password.turned.connect(lambda: self._say(""))
        self.preview.size_changed.connect(self._sharper.start)
        self.save.clicked.connect(self._save)
        self.ways.said.connect(self._tell)
        self.ways.copied.connect(self._until_gone.start)
        self.ways.failed.connect(self._fail)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.preferences.changed.connect(self._set_pages)
        context.tasks.read(work.start, self._begin, owner=self)

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
        return [self.choices.profiles.box, self.preview.on, self.save]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pages beside the form, or below it."""
        super().resizeEvent(event)
        self._arrange()

    # The pages

    def _begin(self, found: work.Start) -> None:
        self.choices.start(found)
        self._chosen = self.choices.profile()
        self._started = True
        if self._these:
            self._choose_these()
        else:
            self.look_again()

    def _choose_these(self) -> None:
        if self._these:
            self.choices.choose(self._these)
            self._these = None
            self.look_again()

    def _choices_changed(self) -> None:
        """Remember what is chosen; look again where it is of other days."""
        chosen = self.choices.profile()
        if chosen != self._chosen:
            self._chosen = chosen
            self._say_no_more()
            self._context.tasks.write(
                lambda journal: journal.reports.keep_chosen(chosen),
                owner=self,
                failed=lambda _error: None,  # it is only where the next choice starts
            )
        if self._offered == (self.choices.period(), self.choices.only.ids):
            self._set_pages()
        else:
            self.look_again()

    def look_again(self) -> None:
        """Offer what there is for the days that are chosen, then set the pages."""
        if not self._started:
            return
        choice = self.choices.choice()
        self._offered = (self.choices.period(), choice.only)

        def show(found: tuple[Offer, Excerpt]) -> None:
            offer, excerpt = found
            if self.choices.period() != (choice.first, choice.last):
                return  # somebody chose other days in the meantime
            self.choices.show_offer(offer)
            if self.choices.period() != (choice.first, choice.last):
                self.look_again()  # the days of the stretch are others by now
                return
            self._set_pages()
            self._context.tasks.compute(
                partial(work.counts, excerpt, choice),
                self.choices.show_counts,
                owner=self,
                latest="share.counts",
            )

        self._context.tasks.read(
            partial(work.offer, choice), show, owner=self, latest="share.offer"
        )

    def _set_pages(self) -> None:
        if not self._started:
            return
        choice = self.choices.choice()

        def show(preview: Preview) -> None:
            self.preview.show_preview(preview)
            self.choices.show_total(preview.page_count)

        def typeset(excerpt: Excerpt) -> None:
            self._context.tasks.compute(
                partial(work.preview, excerpt, choice, self.preview.resolution()),
                show,
                owner=self,
                latest="share.pages",
            )

        self._context.tasks.read(
            partial(work.excerpt, choice), typeset, owner=self, latest="share.excerpt"
        )

    # The ways out

    def _save(self) -> None:
        self._say("")
        password = self.choices.password.text()
        if self.choices.add_password.is_open and not password:
            self._fail(text("The password is empty. Type one, or choose Remove the password."))
            self.choices.password.setFocus()
            return
        self.ways.save_pdf(password)

    def _tell(self, sentence: str, spoken: str) -> None:
        """Say where it is, beside the buttons: a notice would lie over them, and go."""
        self._said.set_role("text_muted")
        self._say(sentence)
        announce(self._said, spoken)

    def _fail(self, sentence: str) -> None:
        self._said.set_role("danger")
        self._say(sentence)
        announce(self._said, sentence)

    def _say(self, sentence: str) -> None:
        self._until_gone.stop()
        self._said_of = self._chosen_and_written()
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _say_no_more(self) -> None:
        """Take back what was said, once it is of something else than what is there now."""
        if self._said_of != self._chosen_and_written():
            self._say("")

    def _chosen_and_written(self) -> tuple[object, object]:
        return self.choices.profile(), self.choices.words()

    def _words_as_they_stand(self) -> Work:
        words = self.choices.words()
        return lambda journal: journal.keep_report_words(words)

    def _journal_changed(self, changes: Changes) -> None:
        shown = changes.entries or changes.thought_records or changes.insights
        shown = shown or changes.cards or changes.reports
        if self._started and shown:
            self.look_again()

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
        self._left = QWidget()
        self._column = QVBoxLayout(self._left)
        self._column.setSpacing(12)
        upper = QVBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(scroll, 1)
        upper.addWidget(above_footer)
        self._column.addLayout(upper, 1)
        self._column.addWidget(Rule())
        self._column.addWidget(self._said)
        self._column.addWidget(self._bar)
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
        self.choices.make_room((self.width() if narrow else self.width() * 41 // 100) - margin)
