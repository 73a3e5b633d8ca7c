"""A thought record to read, and everything that can be done with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.insight_links import InsightLinks
from resilience_desktop.ui.never_share import set_record_never_shared
from resilience_desktop.ui.quiet_line import QuietLine
from resilience_desktop.ui.sealing import seal
from resilience_desktop.ui.star_button import StarButton
from resilience_desktop.ui.thoughts.more_parts import MoreParts
from resilience_desktop.ui.thoughts.new_card import NewCard
from resilience_desktop.ui.thoughts.quiet_words import calls_for_help
from resilience_desktop.ui.thoughts.record_menu import RecordMenu
from resilience_desktop.ui.thoughts.record_reading import RecordReading
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.thought_record import Share
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_COLUMN = 720
"""Text units the column is wide at most."""


class FinishedRecord(QWidget):
    """One record in one column; what can be done with it stands below, where reading ends."""

    left = Signal()
    edit_requested = Signal(object)
    more_requested = Signal(object, object)
    """The record, and the ``Form`` it is to have or the ``Step`` that is to be asked too."""
    bin_requested = Signal(object)
    version_restored = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.finished")
        self._context = context
        look = context.look
        self._record = ThoughtRecord(at=clock.now())
        self._card: CopingCard | None = None
        self._wording: tuple[str, str] = ("", "")
        """Record and words of a card that was put off, to go on with."""
        self._reading = RecordReading(look, name="thoughts.finished")
        self._back = buttons.muted(
            look,
            text("All thought records"),
            name="thoughts.finished.back",
            flush=True,
            drawing="arrow-left",
        )
        self._edit = buttons.quiet(
            look, text("Go on with it"), name="thoughts.finished.edit", drawing="pencil"
        )
        self._menu = RecordMenu(context, name="thoughts.finished.menu")
        self._more = MoreParts(look, self, name="thoughts.finished.more")
        self._say_more = self._button(text("Say more"), "say_more", "plus")
        self._make_card = buttons.plain(
            look, text("Make a card ..."), name="thoughts.finished.card", drawing="bookmark"
        )
        self._look_again = buttons.plain(
            look,
            text("Look at it again now"),
            name="thoughts.finished.look_again",
            drawing="calendar",
        )
        self._star = StarButton(context, name="thoughts.finished.star")
        self._waits = labels.small(look, "", "text_muted", name="thoughts.finished.waits")
        self._insights = InsightLinks(context, name="thoughts.finished.insights")
        self._quiet = QuietLine(context, name="thoughts.finished.quiet")
        self.setFocusProxy(self._back)
        self._lay_out()
        self._connect()

    def record(self) -> ThoughtRecord:
        """Return the record that is shown."""
        return self._record

    def show_record(self, record: ThoughtRecord) -> None:
        """Show a record."""
        self._record = record
        self._quiet.show_if(False)  # until it is known whether words may be read
        self._tell()
        self._star.follow(record.id)
        self._insights.follow(record.id)
        self._read_more()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a readable measure."""
        super().resizeEvent(event)
        self._arrange()

    # Showing

    def _tell(self) -> None:
        record = self._record
        self._reading.show_record(record)
        self._menu.follow(record)
        waits = record.revisit_on is not None and not record.revisited
        self._look_again.setVisible(waits)
        self._waits.setVisible(waits)
        if record.revisit_on is not None:
            day = i18n.day(record.revisit_on, weekday=True)
            self._waits.setText(text("You want to look at this again on {day}.").format(day=day))
        self._arrange()

    def _read_more(self) -> None:
        """Ask whether there is a card of it, and what else can be said."""
        record = self._record

        def show(found: tuple[CopingCard | None, JournalSettings]) -> None:
            if self._record.id == record.id:
                self._card, settings = found
                self._offer_card()
                self._more.offer(self._record, settings)
                self._quiet.show_if(calls_for_help(self._record, settings))

        self._context.tasks.read(
            lambda journal: (journal.cards.of(record.id), journal.settings()),
            show,
            owner=self,
            latest="thoughts.finished.more",
        )

    def _offer_card(self) -> None:
        has_words = bool(self._record.balanced_thought.strip())
        self._make_card.setVisible(self._card is not None or has_words)
        words = text("Open its card ...") if self._card else text("Make a card ...")
        self._make_card.setText(words)

    def _journal_changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.cards or changes.settings:
            self._read_more()
        if changes.thought_records:
            self._context.tasks.read(
                lambda journal: journal.thought_record(self._record.id),
                self._take,
                owner=self,
                latest="thoughts.finished.again",
                failed=self._gone,
            )

    def _take(self, record: ThoughtRecord) -> None:
        """Show what became of the record elsewhere, such as with Undo."""
        if record.id == self._record.id and record != self._record:
            self._record = record
            self._tell()
            self._read_more()

    def _gone(self, error: BaseException) -> None:
        if not isinstance(error, ResilienceError):
            self._context.tasks.work_failed.emit(error)

    # What can be done

    def _card_wanted(self) -> None:
        """Show the card that would come of the fairer thought; or open the one there is."""
        if self._card is not None:
            self._context.navigator.cards_requested.emit(self._card.id)
            return
        record, (put_off, wording) = self._record, self._wording
        words = wording if put_off == record.id and wording.strip() else record.balanced_thought
        dialog = NewCard(self._context.look, self.window(), words)
        dialog.kept.connect(lambda words: self._keep_card(words, record.id))
        dialog.put_off.connect(lambda words: self._put_off_card(words, record.id))
        dialog.open()

    def _put_off_card(self, words: str, record: str) -> None:
        self._wording = (record, words)

    def _keep_card(self, words: str, record: str) -> None:
        card = CopingCard(words, clock.now().day, record)

        def undo() -> None:
            self._context.tasks.write(lambda journal: journal.cards.drop(card), owner=self)

        self._context.tasks.write(
            lambda journal: journal.cards.keep(card),
            lambda _changes: self._context.notices.show(
                text("Card kept. It is in Help now too."), undo
            ),
            owner=self,
        )

    def _share_chosen(self, share: Share) -> None:
        id_ = self._record.id

        def keep(journal: Journal) -> Changes:
            return journal.keep_thought_record(replace(journal.thought_record(id_), share=share))

        self._context.tasks.write(keep, owner=self)

    def _set_never_shared(self, never: bool) -> None:
        set_record_never_shared(self._context, self._record.id, never=never, owner=self)

    def _seal_it(self) -> None:
        seal(self._context, self._record.id, owner=self)
        self.left.emit()

    def _button(self, words: str, name: str, drawing: str) -> buttons.Button:
        name = f"thoughts.finished.{name}"
        return buttons.quiet(self._context.look, words, name=name, flush=True, drawing=drawing)

    # Building

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch()
        top.addWidget(self._edit)
        top.addWidget(self._menu)
        first, more = QWidget(), QWidget()
        ways = FlowLayout(first, 12)
        for way in (self._look_again, self._make_card):
            ways.addWidget(way)
        column = column_in(more, 4)
        for part in (self._star, self._say_more):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._insights)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(16)
        self._column.addLayout(top)
        self._column.addWidget(self._quiet)
        self._column.addWidget(self._reading)
        self._column.addSpacing(8)
        self._column.addWidget(Rule())
        self._column.addWidget(self._waits)
        self._column.addWidget(first)
        self._column.addWidget(more)
        self._column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self.pane = ScrollPane("thoughts.finished.scroll", inside)
        around.addWidget(self.pane)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._edit.clicked.connect(lambda: self.edit_requested.emit(self._record))
        self._say_more.clicked.connect(lambda: self._more.open_below(self._say_more))
        self._menu.bin_wanted.connect(lambda: self.bin_requested.emit(self._record.id))
        for chosen in (self._more.form_chosen, self._more.part_chosen):
            chosen.connect(lambda what: self.more_requested.emit(self._record, what))
        self._menu.brought_back.connect(self.version_restored)
        self._make_card.clicked.connect(self._card_wanted)
        self._look_again.clicked.connect(
            lambda: self._context.navigator.follow_up_requested.emit(self._record.id)
        )
        self._menu.seal_wanted.connect(self._seal_it)
        self._menu.share_chosen.connect(self._share_chosen)
        self._menu.never_share_chosen.connect(self._set_never_shared)
        self._context.look.look_changed.connect(self._arrange)
        self._context.tasks.journal_changed.connect(self._journal_changed)

    def _arrange(self) -> None:
        margin = page_margin(self, self._context.look)
        side = max(margin, (self.width() - self._context.look.px(_COLUMN)) // 2)
        self._column.setContentsMargins(side, margin - 8, side, margin)
