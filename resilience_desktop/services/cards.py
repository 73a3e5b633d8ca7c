"""The coping cards of a journal."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.coping_card import CopingCard, card_from_plain, card_to_plain
from resilience_desktop.services.book import Book
from resilience_desktop.storage.documents import CARD


class CardBook(Book):
    """The coping cards of an open journal."""

    def all(self) -> list[CopingCard]:
        """Return every card, the newest first."""
        with self.store.reading():
            found = map(card_from_plain, self.store.documents.all(CARD))
            return sorted(found, key=lambda card: (card.made, card.id), reverse=True)

    def of(self, record: str) -> CopingCard | None:
        """Return the card that was made from a thought record, or None."""
        return next((card for card in self.all() if card.record == record), None)

    def has_its_record(self, card: CopingCard) -> bool:
        """Whether the record that a card comes from is there to be opened."""
        with self.store.reading():
            return bool(card.record) and self.store.items.is_shown(card.record)

    def keep(self, card: CopingCard) -> Changes:
        """Keep a card, new or changed."""
        with self.store.writing():
            self.store.documents.put(CARD, card_to_plain(card))
        return Changes(cards=True)

    def drop(self, card: CopingCard) -> Changes:
        """Forget a card; keeping it again undoes this."""
        with self.store.writing():
            self.store.documents.drop(CARD, card.id)
        return Changes(cards=True)
