"""What every repository is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.storage.driver import Database


class Repository:
    """Keeps one kind of thing in an open file."""

    def __init__(self, db: Database) -> None:
        self.db = db
