"""Thought records, entries or cards in the form: whether the chosen ones go in, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.report_profile import OneByOne
from resilience_desktop.i18n import text
from resilience_desktop.ui.share.chooser import Chooser
from resilience_desktop.ui.share.part_row import PartRow
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.services.reporting.picks import Pick
    from resilience_desktop.ui.context import UiContext


class ListRow(QWidget):
    """A tick, and the way to where each of the things has one of its own."""

    changed = Signal()
    added = Signal(str)
    """Id of the first thing that goes in now and did not before; empty when nothing was added."""

    def __init__(self, context: UiContext, which: OneByOne) -> None:
        super().__init__()
        self._context, self._which = context, which
        self._picks: Sequence[Pick] = ()
        self._chosen: set[str] = set()
        """What was ticked, also what is not among these days just now."""
        self._begun_with: set[str] = set()
        """What was to go in from the start when it was last offered."""
        self.is_by_hand = False
        """Whether somebody came with what they chose, and wants nothing else."""
        title, choose = list_words(which)
        self.row = PartRow(context.look, title, name=f"share.{which}")
        self.choose = buttons.link(context.look, choose, name=f"share.choose_{which}", small=True)
        below = QHBoxLayout()
        set_margins(below, 30, 0, 0, 0)  # where the words of the tick start
        below.addWidget(self.choose)
        below.addStretch()
        column = column_in(self, 0)
        column.addWidget(self.row)
        column.addLayout(below)
        self.row.toggled.connect(self._toggled)
        self.choose.clicked.connect(self.open)
        self._tell()

    @property
    def is_wanted(self) -> bool:
        """Whether what is chosen goes in."""
        return self.row.is_wanted

    def want(self, *, wanted: bool) -> None:
        """Let what is chosen go in, or not."""
        self.row.want(wanted=wanted)
        self._tell()

    def ids(self) -> tuple[str, ...]:
        """Return what goes in, the oldest first."""
        return self.chosen() if self.row.is_wanted else ()

    def chosen(self) -> tuple[str, ...]:
        """Return what is chosen among what is offered, the oldest first."""
        open_ones = (pick.id for pick in reversed(self._picks) if not pick.never_share)
        return tuple(id_ for id_ in open_ones if id_ in self._chosen)

    def kept_back(self) -> int:
        """Return how many of what is offered are never shared."""
        return sum(pick.never_share for pick in self._picks)

    def set_chosen(self, ids: Iterable[str]) -> None:
        """Choose these and nothing else."""
        self._chosen = set(ids)
        self.want(wanted=bool(self._chosen))

    def offer(self, picks: Sequence[Pick]) -> None:
        """Offer these; what is to go in from the start is chosen, unless it was chosen by hand."""
        self._picks = picks
        begin_with = {pick.id for pick in picks if pick.from_the_start}
        if not self.is_by_hand:
            no_more = {p.id for p in picks if not p.from_the_start} & self._begun_with
            new = begin_with - self._begun_with
            self._chosen = (self._chosen - no_more) | new
            if new:
                self.row.want(wanted=True)
        self._begun_with = (self._begun_with - {pick.id for pick in picks}) | begin_with
        self._tell()

    def open(self) -> None:
        """Open the place where each has a tick of its own."""
        chooser = Chooser(
            self._context, self.window(), self._which, self._picks, frozenset(self._chosen)
        )
        chooser.chosen.connect(self._take)
        chooser.finished.connect(lambda _: self._let_go())
        chooser.open()

    def _take(self, ids: frozenset[str]) -> None:
        before = set(self.ids())
        self._chosen = set(ids)
        self.row.want(wanted=bool(self.chosen()))
        self._tell()
        new = [id_ for id_ in self.ids() if id_ not in before]
        self.added.emit(new[0] if new else "")
        self.changed.emit()

    def _let_go(self) -> None:
        """Take the tick away again where nothing was chosen."""
        if not self.chosen():
            self.want(wanted=False)

    def _toggled(self, ticked: bool) -> None:
        self._tell()
        if ticked and not self.chosen():
            self.open()
        else:
            self.changed.emit()

    def _tell(self) -> None:
        shareable = len(self._picks) - self.kept_back()
        chosen = len(self.chosen())
        if chosen and self.row.is_wanted:
            words = text("{n} of {all}").format(n=f"{chosen:,}", all=f"{shareable:,}")
        elif shareable:
            words = text("none chosen")
        else:
            words = text("never shared") if self._picks else text("nothing yet")
        self.row.show_count(words, there=bool(self._picks))
        self.choose.setVisible(bool(self._picks))


def list_words(which: OneByOne) -> tuple[str, str]:
    """Return what a list is called, and the way to its things."""
    return {
        OneByOne.RECORDS: (text("Thought records in full"), text("Choose records ...")),
        OneByOne.ENTRIES: (text("Journal entries in full"), text("Choose entries ...")),
        OneByOne.CARDS: (text("Coping cards"), text("Choose cards ...")),
    }[which]
