"""Notes to keep: what somebody has come to see, or how a setback went, each with links to pages."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.insight import Insight, InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.dialogs.kept_notes import KeptNotes
from resilience_desktop.ui.dialogs.linked_pages import LinkedPages
from resilience_desktop.ui.dialogs.prompted import Prompted
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    import datetime as dt

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.insights import InsightBook
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.buttons import Button

    Days = tuple[dt.date, dt.date]


class InsightsDialog(KeptNotes[Insight]):
    """All of them, the newest first; one thing can be brought along to be linked to one of them."""

    def __init__(
        self, context: UiContext, parent: QWidget, insight: str = "", link: str = ""
    ) -> None:
        self._link = link
        self._kind = InsightKind.SEEN
        """Of the note that is open, or that is to be written."""
        self._days: Days | None = None
        """What a setback that is to be written is about."""
        look = context.look
        self.setback = Prompted(context, InsightKind.SETBACK, name="insights.setback")
        self._about = labels.small(look, "", "text_muted", name="insights.days")
        self._kindly = labels.muted(
            look,
            text(
                "Setbacks are part of how people change. One does not undo what you learned "
                "before, and it says little about who you are."
            ),
            name="insights.kindly",
        )
        self._after = buttons.plain(
            look, text("After a setback"), name="insights.add_setback", drawing="plus"
        )
        super().__init__(
            context,
            parent,
            name="insights",
            title=text("Notes to keep"),
            what=text(
                "Something you see again and again, or what you take from a setback. A note can "
                "link to entries and thought records."
            ),
            field=text("Your note"),
            add=text("New note"),
            chosen=insight,
        )
        self.setWindowTitle(text("Notes to keep"))
        self._here = buttons.plain(
            look, text("Link the page you came from"), name="insights.link", drawing="plus"
        )
        self._shared = QCheckBox(text("May go into a PDF you make"))
        self._shared.setObjectName("insights.shared")
        self._links = LinkedPages(context, name="insights", title=text("Pages it links to"))
        for place, part in enumerate((self._kindly, self._about, self.setback)):
            self.page.insertWidget(place, part)
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
        """Begin to look back at a setback, perhaps on some days."""
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
        super().show_ways(some=some)
        self._after.setVisible(some)

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
        self._kindly.setVisible(is_setback)
        self.asked.setHidden(is_setback)
        self._about.setVisible(self._days is not None)
        if self._days is not None:
            self._about.setText(text("About {days}").format(days=i18n.period(*self._days)))

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
