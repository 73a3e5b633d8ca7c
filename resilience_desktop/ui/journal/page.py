"""The journal: writing on one side, what was written on the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.composer import Composer
from resilience_desktop.ui.journal.looking_back import LookingBack
from resilience_desktop.ui.journal.today import Today
from resilience_desktop.ui.sealing import seal
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.way_back import Whereabouts
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane, show_in_pane
from resilience_desktop.ui.widgets.words_edit import WordsEdit
from resilience_desktop.ui.widths import has_room_beside, is_narrow, page_margin

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_rows import Row

_ONE_COLUMN = 636  # text units the page is wide at most where everything stands below each other
_NO_LIMIT = 16_777_215  # Qt's own
_LOW = 620  # units; a page lower than this has less room between what is asked
_NEAR_END = 600  # pixels before the end at which the next page is asked for


class JournalPage(QWidget):
    """Two panes side by side, or one below the other where there is little room."""

    whereabouts_changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journal")
        if parent is not None:
            self.resize(parent.size())  # so that everything finds its place at once
        self._context = context
        self._narrow: bool | None = None
        self._is_low = False
        self._goes_to_list = False
        """Whether the next rows are what someone wants to see."""
        self._lay_out()
        self.today = Today(context, self._right)
        self.looking_back = LookingBack(context, self._right)
        self.looking_back.start()  # what takes longest to read is read while the rest is made
        self.timeline = self.looking_back.timeline
        self.composer = Composer(context, self, self._form_scroll.viewport(), self._left)
        self.composer.start()
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        press_on_ctrl_enter(self, self.composer.save)
        self.composer.editing_changed.connect(self.timeline.list.mark_open)
        self.composer.editing_changed.connect(lambda _id: self.whereabouts_changed.emit())
        self.composer.editing_changed.connect(self._look_for_unfinished)
        self.composer.entry_kept.connect(self._kept)
        self.timeline.entry_opened.connect(self.open_entry)
        self.timeline.large_requested.connect(self._open_large)
        self.timeline.seal_requested.connect(self._seal)
        self.timeline.rows_changed.connect(self._rows_changed)
        self.looking_back.turned.connect(self._looking_back_turned)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave_entry)
        self._panes.splitterMoved.connect(self._keep_place)
        self._one_scroll.verticalScrollBar().valueChanged.connect(self._ask_for_more)
        self._context.look.look_changed.connect(self._arrange)

    def _lay_out(self) -> None:
        """Make the places first: what is put into a place of its own never has to move."""
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack.addWidget(self._panes)
        self._left = QWidget(self._panes)
        self._right = QWidget(self._panes)
        self._form_scroll = ScrollPane("journal.form_scroll", parent=self._left)
        self._bar_room = self._form_scroll.keep_width()
        self._left_column = QVBoxLayout(self._left)
        self._left_column.setSpacing(0)
        self._footer_place = QVBoxLayout()
        self._left_column.addLayout(self._footer_place)
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setSpacing(4)
        self._panes.setObjectName("journal.panes")
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self._left)
        self._panes.addWidget(self._right)
        self._left.lower()  # the splitter turns the order round in which they are read out
        self._panes.setHandleWidth(1)
        self._panes.setStretchFactor(0, 1)
        self._panes.setStretchFactor(1, 1)
        whole = QWidget(self)
        self._stack.addWidget(whole)
        self._one_scroll = ScrollPane("journal.page_scroll", parent=whole)
        self._one = QWidget(self._one_scroll.viewport())
        self._one_column = QVBoxLayout(self._one)
        self._one_column.setSpacing(16)
        self._one_scroll.setWidget(self._one)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        foot = QWidget()
        self._foot_column = QVBoxLayout(foot)
        for part in (self._one_scroll, Rule(), foot):
            column.addWidget(part)

    def open_entry(self, id_: str) -> None:
        """Open an entry for reading and changing."""
        self.composer.open_entry(id_)
        self._one_scroll.verticalScrollBar().setValue(0)

    def _look_for_unfinished(self, open_id: str) -> None:
        """Mark what was changed and left, but for what is open beside the list."""

        def mark(ids: frozenset[str]) -> None:
            self.timeline.list.rows.mark_unfinished(ids - {open_id})
            self._fit_list()

        self._context.tasks.read(_changed, mark, owner=self, latest="journal.unfinished")

    def _open_large(self, row: Row) -> None:
        self.composer.open_entry(row.id, large=True)

    def show_day(self, day: dt.date) -> None:
        """Show what was written on a day and before."""
        self._goes_to_list = True
        self.looking_back.show_day(day)

    def show_filtered(self, chosen: TimelineFilter) -> None:
        """Show only what passes a filter."""
        self._goes_to_list = True
        self.looking_back.show_filtered(chosen)

    def _kept(self, entry: Entry) -> None:
        """Say that it is kept, once the list has been read anew, and offer the way to it."""
        tasks, say = self._context.tasks, partial(self._say_kept, entry)
        QTimer.singleShot(0, self, lambda: tasks.read(_today, say, owner=self))

    def _say_kept(self, entry: Entry, today: dt.date) -> None:
        def show() -> None:
            self._goes_to_list = True
            day = entry.at.day
            self.looking_back.show_day(None if day == today else day)

        way = None if self.timeline.shows(entry.id) else (text("Show it"), show)
        self._context.notices.show(text("Entry kept"), way=way)

    def new_entry(self) -> None:
        """Start a new entry, with the keyboard on the mood scale."""
        self.composer.new_entry()
        self.composer.mood.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_here(self) -> None:
        """Put the keyboard where most people begin."""
        self.composer.mood.setFocus(Qt.FocusReason.OtherFocusReason)

    def whereabouts(self) -> Whereabouts:
        """Return what somebody is writing here, and the way back to it."""
        id_ = self.composer.open_id
        if id_:
            words = text("Back to the entry you had open")
            return Whereabouts(f"entry:{id_}", words, lambda: self._come_back(id_))
        words, is_empty = text("Back to the journal"), self.composer.entry().is_empty
        return Whereabouts("journal", words, lambda: self._come_back(""), is_idle=is_empty)

    def save_now(self) -> None:
        """Keep what is being typed."""
        self.composer.save_now()
        self.today.save_now()

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        return [*self.composer.form.panes(), self.today, *self.looking_back.panes()]

    def _seal(self, row: Row) -> None:
        self.save_now()  # what is being changed in it is sealed with it
        seal(self._context, row.id, owner=self)

    def _come_back(self, id_: str) -> None:
        self._context.navigator.page_requested.emit("journal")
        if id_:
            self.open_entry(id_)
        else:
            self.new_entry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panes beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the draft when the window is left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_now()

    def _arrange(self) -> None:
        look = self._context.look
        margin = page_margin(self, look)
        narrow = is_narrow(self, look)
        gap = 36 if margin > 20 else 24
        self._fit_margins()
        set_margins(self._right_column, gap - 8, margin - 8, 0, 0)
        side = max(margin, (self.width() - look.px(_ONE_COLUMN)) // 2)
        self._one_column.setContentsMargins(side, margin, side, 24)
        bar = self._one_scroll.verticalScrollBar().sizeHint().width()
        set_margins(self._foot_column, side, 8, side + bar, 8)
        if self.width():
            chosen = self._context.preferences.settings.writing_pane
            left = self.width() * chosen // 100 or max(look.px(480), self.width() * 46 // 100)
            self._panes.setSizes([left, self.width() - left])
        if narrow != self._narrow:
            is_first, self._narrow = self._narrow is None, narrow
            self._stack_panes(is_first=is_first)
        self.looking_back.arrange(
            beside=has_room_beside(self, look), whole=narrow, height=self.height()
        )
        self._fit_form()
        self._fit_list()

    def _fit_margins(self) -> None:
        """Leave room round the form, and little of it in a low window."""
        margin = page_margin(self, self._context.look)
        gap = 36 if margin > 20 else 24
        top, bottom = (12, 12) if self._is_low else (margin, min(margin, 24))
        set_margins(self._left_column, margin, top, gap - self._bar_room, bottom)
        set_margins(self._footer_place, 0, 8 if self._is_low else 16, self._bar_room, 0)

    def _fit_form(self) -> None:
        """In a low window the note and its button stay in sight."""
        is_low = not self._narrow and self.height() < self._context.look.px(_LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            self._fit_margins()
            self.composer.form.stand_closer(closer=is_low)
            if not self._narrow:
                self.composer.note.take_room(all_of_it=True, is_low=is_low)

    def _stack_panes(self, *, is_first: bool) -> None:
        """Move the panes; Qt takes the keyboard and the fonts from what gets a new parent."""
        focus = self.window().focusWidget()
        if self._narrow:
            self._put_below()
        else:
            self._put_beside()
        if is_first and not self._narrow:
            return  # nothing had to move
        for label in self.findChildren(Label):
            label.dress()
        for field in self.findChildren(WordsEdit):
            field.dress()
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            show_in_pane(focus)

    def _put_beside(self) -> None:
        self._form_scroll.setWidget(self.composer.form)
        self._left_column.insertWidget(0, self._form_scroll, 1)
        self._left_column.insertWidget(1, self.composer.about)
        self.composer.leave_beside(self._bar_room)
        self._footer_place.addWidget(self.composer.footer)
        self._right_column.addWidget(self.today)
        self.today.leave_room(24)
        self._right_column.addWidget(self.looking_back)
        self._free_list()
        self._stack.setCurrentIndex(0)

    def _put_below(self) -> None:
        form = self._form_scroll.takeWidget() or self.composer.form
        while self._one_column.takeAt(0) is not None:
            pass  # the spaces of the last time; the widgets stay with their parents
        self._one_scroll.verticalScrollBar().setValue(0)
        self._one_column.addWidget(form)
        self._one_column.addWidget(self.composer.about)
        self.composer.leave_beside(0)
        self._foot_column.addWidget(self.composer.footer)
        self._one_column.addSpacing(24)
        self._one_column.addWidget(self.today)
        self.today.leave_room(0)
        self._one_column.addWidget(self.looking_back)
        self._one_column.addStretch()
        form.show()
        self._stack.setCurrentIndex(1)

    def _rows_changed(self) -> None:
        self._fit_list()
        if self._goes_to_list and self._narrow:  # the list stands below everything else
            QTimer.singleShot(0, self, self._go_to_list)
        self._goes_to_list = False

    def _looking_back_turned(self) -> None:
        self._fit_list()
        if self._narrow:
            QTimer.singleShot(0, self, self._go_to_ways)

    def _go_to_ways(self) -> None:
        self._one_scroll.verticalScrollBar().setValue(self.looking_back.y())

    def _go_to_list(self) -> None:
        self._one_scroll.verticalScrollBar().setValue(
            self.timeline.mapTo(self._one, QPoint(0, 0)).y()
        )

    def _fit_list(self) -> None:
        """Where the page scrolls as a whole, the list is as high as its rows."""
        if self._narrow:
            self.timeline.show_from_its_beginning()
            timeline_list = self.timeline.list
            timeline_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            timeline_list.rows.scrolls = False
            timeline_list.setFixedHeight(timeline_list.content_height())
            self.composer.note.take_room(all_of_it=False)

    def _free_list(self) -> None:
        timeline_list = self.timeline.list
        timeline_list.rows.scrolls = True
        timeline_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        timeline_list.setMinimumHeight(0)
        timeline_list.setMaximumHeight(_NO_LIMIT)
        self.composer.note.take_room(all_of_it=True, is_low=self._is_low)

    def _leave_entry(self) -> None:
        """Go back to the new entry; what was changed stays as a draft."""
        if self.composer.is_changing:
            self.composer.new_entry()

    def _keep_place(self) -> None:
        left, right = self._panes.sizes()
        share = round(100 * left / max(1, left + right))
        self._context.preferences.change(writing_pane=max(1, min(99, share)))

    def _ask_for_more(self, value: int) -> None:
        bar = self._one_scroll.verticalScrollBar()
        if self._narrow and bar.maximum() - value < _NEAR_END:
            self.timeline.list.rows.ask_for_more()


def _today(journal: Journal) -> dt.date:
    return journal.today()


def _changed(journal: Journal) -> frozenset[str]:
    """Return the ids of entries that were changed and not kept."""
    drafts = journal.drafts.all().items()
    return frozenset(draft.id for slot, draft in drafts if slot == f"entry:{draft.id}")
