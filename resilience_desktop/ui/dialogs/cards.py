"""Coping cards: words of one's own for when it gets hard, to change, delete and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.domain.coping_card import CopingCard
from resilience_desktop.i18n import text
from resilience_desktop.services import clock
from resilience_desktop.ui.dialogs.kept_notes import KeptNotes
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.cards import CardBook
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.buttons import Button


class CardsDialog(KeptNotes[CopingCard]):
    """All cards, the newest first."""

    def __init__(self, context: UiContext, parent: QWidget, card: str = "") -> None:
        super().__init__(
            context,
            parent,
            name="cards",
            title=text("Coping cards"),
            what=text("Words of your own to read when it gets hard. They are in Help now too."),
            field=text("What the card says"),
            add=text("New card"),
            chosen=card,
        )
        self.setWindowTitle(text("Coping cards"))
        look = context.look
        self._origin = buttons.link(
            look, text("Open the thought record it is from"), name="cards.record", small=True
        )
        self._origin.clicked.connect(self._open_record)
        self._print = buttons.quiet(look, text("Print ..."), name="cards.print", drawing="printer")
        self._print.clicked.connect(self._print_out)
        self._said = labels.small(look, "", "text_muted", name="cards.said")
        self.page.addWidget(self._origin, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.addStretch()
        self.below.insertWidget(2, self._print)
        self.below.insertWidget(3, self._said, 1)
        for part in (self._said, self._close):
            part.raise_()  # a screen reader comes to them last
        self.show_more(None)

    def empty_state(self, name: str, start: Button) -> EmptyState:
        """Say what will be here."""
        return EmptyState(
            self._context.look,
            text("A few words for a hard moment"),
            text(
                "A card holds something you want to remember when it gets hard. "
                "A finished thought record makes one of its fairer thought."
            ),
            (start,),
            name=name,
        )

    def book(self, journal: Journal) -> CardBook:
        """Return the cards of the journal."""
        return journal.cards

    def fresh(self, words: str) -> CopingCard:
        """Return a new one of today."""
        return CopingCard(words, clock.now().day)

    def dropped(self) -> str:
        """Say that it is gone."""
        return text("The card is gone")

    def touches(self, changes: Changes) -> bool:
        """Whether any of these may look different now."""
        return changes.cards

    def show_more(self, note: CopingCard | None) -> None:
        """Show what else belongs to it."""
        self._print.setVisible(note is not None)
        self._origin.hide()
        if note is None:
            return

        def offer(is_there: bool) -> None:
            open_note = self.open_note()
            self._origin.setVisible(is_there and open_note is not None and open_note.id == note.id)

        self._context.tasks.read(
            lambda journal: journal.cards.has_its_record(note),
            offer,
            owner=self,
            latest="cards.origin",
        )

    def _open_record(self) -> None:
        card = self.open_note()
        if card is not None:
            self._context.navigator.thought_record_requested.emit(card.record)
            self.accept()

    def _print_out(self) -> None:
        from resilience_desktop.ui.cards_paper import CardsPaper

        self._saving.flush()
        paper = CardsPaper(self._context.tasks, self)
        paper.said.connect(self._said.setText)
        paper.print_out()
