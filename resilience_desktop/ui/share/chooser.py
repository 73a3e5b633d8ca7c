"""A place over the window where each record, entry or card has a tick of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.report_profile import OneByOne
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.share.chooser_painter import ChooserPainter
from resilience_desktop.ui.share.chooser_rows import ChooserRows
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from resilience_desktop.services.reporting.picks import Pick
    from resilience_desktop.ui.context import UiContext


class Chooser(Dialog):
    """A search field over a list of ticks. Nothing changes before it is told to."""

    chosen = Signal(object)
    """A ``frozenset`` of the ids that are to go in."""

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        which: OneByOne,
        picks: Sequence[Pick],
        chosen: frozenset[str],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("share.chooser")
        self.setWindowTitle(text("Resilience"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._which = context, which
        look = context.look
        self.search = SearchField(look, name="share.chooser.search")
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rows = ChooserRows(picks, chosen, self)
        self.list = QListView()
        self.list.setObjectName("share.chooser.list")
        self.list.setAccessibleName(_title(which))
        self.list.setItemDelegate(ChooserPainter(look, self.list))
        self.list.setModel(self.rows)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._all = buttons.link(look, "", name="share.chooser.all")
        self._none = buttons.link(look, "", name="share.chooser.none")
        self._count = labels.small(look, "", "text_muted", name="share.chooser.count")
        self._nothing = labels.muted(
            look, text("Nothing here holds these words."), name="share.chooser.nothing"
        )
        self._never = labels.small(look, "", "text_muted", name="share.chooser.never")
        self._change = buttons.link(
            look, text("Change that in the journal"), name="share.chooser.change", small=True
        )
        self._cancel = buttons.plain(look, text("Cancel"), name="share.chooser.cancel")
        self._use = buttons.primary(look, text("Put these in"), name="share.chooser.use")
        self._lay_out()
        self._connect()
        self._tell()
        if picks:
            self.list.setCurrentIndex(self.rows.index(0))
        resize_within_window(self, look.px(640), look.px(560))
        FocusRing(self, look)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put in what is ticked with Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take()
        elif not is_enter:
            super().keyPressEvent(event)

    def _take(self) -> None:
        ids = self.rows.chosen()
        self.accept()
        self.chosen.emit(ids)

    def _look_for(self, words: str) -> None:
        self.rows.look_for(words)
        if self.rows.shown():
            self.list.setCurrentIndex(self.rows.index(0))
        self._tell()
        announce(self, self._found_in_words())

    def _go_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_search(self) -> None:
        """Clear the words first; a second Escape closes the place."""
        if self.search.text():
            self.search.clear()
        else:
            self.reject()

    def _change_in_journal(self) -> None:
        """Go to what is never shared: the row somebody stands on, or the first such."""
        never = [pick for pick in self.rows.shown() if pick.never_share]
        here = self.list.currentIndex()
        stood_on = self.rows.shown()[here.row()] if here.isValid() else never[0]
        target = stood_on if stood_on.never_share else never[0]
        self._take()
        navigator = self._context.navigator
        if self._which is OneByOne.ENTRIES:
            navigator.entry_requested.emit(target.id)
        else:
            navigator.thought_record_requested.emit(target.page or target.id)

    def _tell(self) -> None:
        shown = self.rows.shown()
        never = sum(pick.never_share for pick in shown)
        shareable = len(shown) - never
        is_all = not self.search.text().strip()
        self._all.setText(text("Tick all") if is_all else text("Tick all that was found"))
        self._none.setText(text("Tick none") if is_all else text("Tick none of what was found"))
        self._all.setEnabled(bool(shareable))
        self._none.setEnabled(bool(shareable))
        chosen = self.rows.number_chosen()
        ticked = i18n.plural("{n} is ticked", "{n} are ticked", chosen)
        self._count.setText(ticked if chosen else text("Nothing is ticked"))
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._never.setText(
            i18n.plural("{n} of these is never shared.", "{n} of these are never shared.", never)
        )
        for part in (self._never, self._change):
            part.setVisible(bool(never))

    def _found_in_words(self) -> str:
        return i18n.plural("{n} found", "{n} found", len(self.rows.shown()))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.search.left_downwards.connect(self._go_down)
        self.search.left.connect(self._leave_search)
        self.rows.ticks_changed.connect(self._tell)
        self._all.clicked.connect(lambda: self.rows.tick_all(ticked=True))
        self._none.clicked.connect(lambda: self.rows.tick_all(ticked=False))
        self._change.clicked.connect(self._change_in_journal)
        self._cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self._take)

    def _lay_out(self) -> None:
        look = self._context.look
        ways = QWidget()
        above = FlowLayout(ways, gap=16)
        above.addWidget(self._all)
        above.addWidget(self._none)
        kept_back = QHBoxLayout()
        kept_back.setSpacing(8)
        kept_back.addWidget(self._never, 0, Qt.AlignmentFlag.AlignVCenter)
        kept_back.addWidget(self._change, 1, Qt.AlignmentFlag.AlignLeading)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, _title(self._which)))
        column.addWidget(self.search)
        column.addWidget(ways)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(kept_back)
        column.addLayout(foot)


def _title(which: OneByOne) -> str:
    return {
        OneByOne.RECORDS: text("Which thought records go in"),
        OneByOne.ENTRIES: text("Which entries go in"),
        OneByOne.CARDS: text("Which coping cards go in"),
    }[which]
