"""Notes to keep: what somebody has come to see, or how a setback or some days went."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.dialogs.kept_notes import KeptNotes
from resilience_desktop.ui.dialogs.linked_pages import LinkedPages
from resilience_desktop.ui.dialogs.prompted import Prompted, words_for_looking_back
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.insights import InsightBook
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.buttons import Button

    Days = tuple[dt.date, dt.date]

_RECENT = dt.timedelta(days=14)
"""How long ago days may be for a next step to come of them."""


class InsightsDialog(KeptNotes[Insight]):
    """All of them, the newest first; one thing can be brought along to be linked to one of them.

    Opened to look back at some days, it is about these alone.
    """

    def __init__(
        self,
        context: UiContext,
        parent: QWidget,
        insight: str = "",
        link: str = "",
        *,
        days: Days | None = None,
    ) -> None:
        self._link, self._only = link, days
        self._kind = InsightKind.SEEN
        """Of the note that is open, or that is to be written."""
        self._days: Days | None = None
        """Those that a note that is to be written looks back at."""
        look = context.look
        self.setback = Prompted(context, InsightKind.SETBACK, name="insights.setback")
        self._about = labels.heading(look, "", name="insights.days")
        self._kindly = labels.muted(look, "", name="insights.kindly")
        self._read = buttons.quiet(
            look, text("Read what you wrote on these days"), name="insights.read", flush=True
        )
        self._after = buttons.plain(
            look, text("After a setback"), name="insights.add_setback", drawing="plus"
        )
        super().__init__(
            context,
            parent,
            name="insights",
            title=_headed(days) if days else text("Notes to keep"),
            what=_kind_words(days)
            if days
            else text(
                "Something you see again and again, or what you take from a setback. A note can "
                "link to entries and thought records."
            ),
            field=text("Your note"),
            add=text("New note"),
            chosen=insight,
        )
        self.setWindowTitle(text("Notes to keep"))
        if days is not None:
            self.setWindowTitle(text("Looking back"))
            self.list.hide()
            self.show_ways(some=False)
        self._here = buttons.plain(
            look, text("Link the page you came from"), name="insights.link", drawing="plus"
        )
        self._shared = QCheckBox(text("May go into a PDF you make"))
        self._shared.setObjectName("insights.shared")
        self._links = LinkedPages(context, name="insights", title=text("Pages it links to"))
        for place, part in enumerate((self._about, self._kindly, self._read, self.setback)):
            self.page.insertWidget(place, part)
        self.page.setAlignment(self._read, Qt.AlignmentFlag.AlignLeft)
        self._read.clicked.connect(self._read_days)
        self.page.addWidget(self._here, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.addWidget(self._shared)
        self.page.addSpacing(8)
        self.page.addWidget(self._links)
        self.page.addStretch()
        self.below.insertWidget(1, self._after)
        self._after.clicked.connect(lambda: self.begin_setback())
        for part in (self.delete, self._close):
            part.raise_()  # a screen reader comes to them last
        self._here.clicked.connect(self._add_link)
        self._shared.toggled.connect(self._share)
        self._links.opened.connect(self.accept)
        self._links.unlinked.connect(self._unlink)
        self.setback.changed.connect(self.touch)
        self.put(None)
        self.show_more(None)

    def begin(self) -> None:
        """Begin a new note."""
        self._saving.then(partial(self._begin_kind, InsightKind.SEEN, None))

    def begin_setback(self, days: Days | None = None) -> None:
        """Begin to look back at a setback, or at some days."""
        self._saving.then(partial(self._begin_kind, InsightKind.SETBACK, days))

    def _begin_kind(self, kind: InsightKind, days: Days | None) -> None:
        self._kind, self._days = kind, days
        self._begin()

    def start_writing(self) -> None:
        """Put the keyboard where the first words go."""
        if self._kind is InsightKind.SETBACK:
            self.setback.start()
        else:
            super().start_writing()

    def show_ways(self, *, some: bool) -> None:
        """Show the ways to a new note at the foot; where there are none, the page has them."""
        some = some and self._only is None
        super().show_ways(some=some)
        self._after.setVisible(some)

    def wanted(self, notes: list[Insight]) -> str:
        """Return the note that looks back at the same days, to go on with."""
        if self._only is None or self.open_note() is not None or self.typed():
            return ""
        return next((note.id for note in notes if note.days == self._only), "")

    def typed(self) -> str:
        """Return all that stands in the fields, to be read elsewhere."""
        return self.setback.typed() if self._kind is InsightKind.SETBACK else super().typed()

    def put(self, note: Insight | None) -> None:
        """Fill the fields with a note; None is one that is to be written."""
        super().put(note)
        if note is not None:
            self._kind, self._days = note.kind, note.days
        is_setback = self._kind is InsightKind.SETBACK
        self.setback.put(note)
        self.setback.setVisible(is_setback)
        self.asked.setHidden(is_setback)
        days = self._days if is_setback else None
        is_in_list = self._only is None  # else the head of the window says it
        self._kindly.setVisible(is_setback and is_in_list)
        self._kindly.setText(_kind_words(days))
        self._about.setVisible(days is not None and is_in_list)
        self._about.setText(_headed(days) if days else "")
        self._read.setVisible(days is not None)
        if days is None:
            self.setback.ask()
        else:
            self.setback.ask(words_for_looking_back(with_step=_is_recent(days)))

    def written(self, before: Insight | None) -> Insight | None:
        """Return the note as it stands in the fields, or None while there is none."""
        if self._kind is not InsightKind.SETBACK:
            return super().written(before)
        answers = self.setback.answers()
        if not answers:
            return before
        if before is not None:
            return replace(before, answers=answers)
        return Insight(
            "",
            clock.now().day,
            self._first_links(),
            kind=InsightKind.SETBACK,
            answers=answers,
            days=self._days,
        )

    def empty_state(self, name: str, start: Button) -> EmptyState:
        """Say what will be here."""
        look = self._context.look
        after = buttons.quiet(
            look, text("After a setback"), name="insights.start_setback", drawing="plus"
        )
        after.clicked.connect(lambda: self.begin_setback())
        return EmptyState(
            look,
            text("What you want to keep"),
            text(
                "Some things show only across several days: what sets you off, what you need, "
                "what helps. Note them here, and link the pages where you saw them."
            ),
            (start, after),
            name=name,
        )

    def book(self, journal: Journal) -> InsightBook:
        """Return the notes of the journal."""
        return journal.insights

    def fresh(self, words: str) -> Insight:
        """Return a new one of today."""
        return Insight(words, clock.now().day, self._first_links())

    def dropped(self) -> str:
        """Say that it is gone."""
        return text("The note is gone; the pages it linked to stay")

    def touches(self, changes: Changes) -> bool:
        """Whether any of these may look different now."""
        return changes.insights or changes.entries or changes.thought_records

    def show_more(self, note: Insight | None) -> None:
        """Show what else belongs to it."""
        with QSignalBlocker(self._shared):
            self._shared.setChecked(note is not None and note.shared)
        self._shared.setVisible(note is not None)
        is_linked = note is not None and self._link in note.links
        self._here.setVisible(bool(self._link) and note is not None and not is_linked)
        self._links.follow(note)
        if self._only is not None:
            self.delete.hide()  # what comes after would be another note

    def _read_days(self) -> None:
        if self._days is not None:
            first, last = self._days
            wanted = TimelineFilter(first=first, last=last)
            self._context.navigator.filter_requested.emit(wanted)
            self.accept()

    def _first_links(self) -> tuple[str, ...]:
        return (self._link,) if self._link else ()

    def _add_link(self) -> None:
        note = self.open_note()
        if note is not None:
            self._change(replace(note, links=(*note.links, self._link)))

    def _unlink(self, id_: str) -> None:
        note = self.open_note()
        if note is not None:
            self._change(replace(note, links=tuple(link for link in note.links if link != id_)))
            self.start_writing()

    def _share(self, on: bool) -> None:
        note = self.open_note()
        if note is not None:
            self.change(replace(note, shared=on))

    def _change(self, note: Insight) -> None:
        self.change(note)
        self.show_more(self.open_note())


def _headed(days: Days) -> str:
    return text("Looking back at {days}").format(days=i18n.period(*days))


def _is_recent(days: Days) -> bool:
    return clock.now().day - days[1] <= _RECENT


def _kind_words(days: Days | None) -> str:
    """Return what is said before somebody writes."""
    if days is None:
        return text(
            "Setbacks are part of how people change. One does not undo what you learned "
            "before, and it says little about who you are."
        )
    said = [text("Write as much or as little as you like. It is kept as you type.")]
    if not _is_recent(days):
        said.insert(0, text("These days were a while ago, so nothing has to be complete."))
    return " ".join([*said, text("You find it again in Notes to keep.")])
