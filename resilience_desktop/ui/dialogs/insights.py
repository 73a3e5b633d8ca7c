"""What somebody has come to see, each with links to the entries and records it was seen in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.insight import Insight
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.dialogs.kept_notes import KeptNotes
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.insights import InsightBook
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.buttons import Button


class InsightsDialog(KeptNotes[Insight]):
    """All of them, the newest first; one thing can be brought along to be linked to one of them."""

    def __init__(
        self, context: UiContext, parent: QWidget, insight: str = "", link: str = ""
    ) -> None:
        self._link = link
        super().__init__(
            context,
            parent,
            name="insights",
            title=text("What I see"),
            what=text(
                "Something you see again and again, and where. It can link to entries and "
                "thought records."
            ),
            field=text("What you see"),
            add=text("New note"),
            chosen=insight,
        )
        look = context.look
        self._here = buttons.plain(
            look, text("Link the page you came from"), name="insights.link", drawing="plus"
        )
        self._shared = QCheckBox(text("May be in reports"))
        self._shared.setObjectName("insights.shared")
        self._where = labels.label(look, text("Where you saw it"))
        holder = QWidget()
        self._links = column_in(holder, 4)
        self.page.addWidget(self._here, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.addWidget(self._shared)
        self.page.addSpacing(8)
        self.page.addWidget(self._where)
        self.page.addWidget(holder)
        self.page.addStretch()
        self._here.clicked.connect(self._add_link)
        self._shared.toggled.connect(self._share)
        self.show_more(None)

    def empty_state(self, name: str, start: Button) -> EmptyState:
        """Say what will be here."""
        return EmptyState(
            self._context.look,
            text("What you come to see"),
            text(
                "Some things show only across several days: what sets you off, what you need, "
                "what helps. Note them here, and link the pages where you saw them."
            ),
            (start,),
            name=name,
        )

    def book(self, journal: Journal) -> InsightBook:
        """Return the insights of the journal."""
        return journal.insights

    def fresh(self, words: str) -> Insight:
        """Return a new one of today."""
        return Insight(words, clock.now().day, (self._link,) if self._link else ())

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
        empty(self._links)
        self._where.hide()
        if note is None:
            return

        def show(found: list[Entry | ThoughtRecord]) -> None:
            there = self.open_note()
            if there is not None and there.id == note.id:
                self._show_links(found)

        self._context.tasks.read(
            lambda journal: journal.insights.linked(note),
            show,
            owner=self,
            latest="insights.linked",
        )

    def _show_links(self, items: list[Entry | ThoughtRecord]) -> None:
        empty(self._links)
        self._where.setVisible(bool(items))
        for number, item in enumerate(items, 1):
            self._links.addWidget(self._row(number, item))

    def _row(self, number: int, item: Entry | ThoughtRecord) -> QWidget:
        look = self._context.look
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        kind = text("Entry") if isinstance(item, Entry) else text("Thought record")
        words = f"{kind}, {i18n.day(item.at.day, weekday=True)}"
        go = buttons.link(look, text("Open"), name=f"insights.open{number}")
        go.setAccessibleName(text("Open {page}").format(page=words))
        remove = buttons.IconButton(
            look,
            "close",
            text("Take the link to {page} away").format(page=words),
            name=f"insights.unlink{number}",
        )
        go.clicked.connect(partial(self._go_to, item))
        remove.clicked.connect(partial(self._unlink, item.id))
        line.addWidget(labels.body(look, words), 1)
        line.addWidget(go)
        line.addWidget(remove)
        return row

    def _go_to(self, item: Entry | ThoughtRecord) -> None:
        navigator = self._context.navigator
        if isinstance(item, Entry):
            navigator.entry_requested.emit(item.id)
        else:
            navigator.thought_record_requested.emit(item.id)
        self.accept()

    def _add_link(self) -> None:
        note = self.open_note()
        if note is not None:
            self._change(replace(note, links=(*note.links, self._link)))

    def _unlink(self, id_: str) -> None:
        note = self.open_note()
        if note is not None:
            self._change(replace(note, links=tuple(link for link in note.links if link != id_)))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self, on: bool) -> None:
        note = self.open_note()
        if note is not None:
            self.change(replace(note, shared=on))

    def _change(self, note: Insight) -> None:
        self.change(note)
        self.show_more(self.open_note())
