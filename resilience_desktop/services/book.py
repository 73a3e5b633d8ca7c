"""What every book of a journal is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.storage.store import Store


class Book:
    """Looks after one kind of thing in an open journal."""

    def __init__(self, store: Store) -> None:
        self.store = store
