"""The people and services somebody has chosen to call, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.contact import Contact
from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterable


class Contacts(Repository):
    """Repository of the contacts."""

    def put(self, contacts: Iterable[Contact]) -> None:
        """Make these the whole list."""
        self.db.execute("DELETE FROM contacts")
        self.db.conn.executemany(
            "INSERT INTO contacts (position, name, phone, note) VALUES (?, ?, ?, ?)",
            [(place, c.name, c.phone, c.note) for place, c in enumerate(contacts)],
        )

    def all(self) -> tuple[Contact, ...]:
        """Return the contacts in their order."""
        rows = self.db.execute("SELECT name, phone, note FROM contacts ORDER BY position")
        return tuple(Contact(*row) for row in rows.fetchall())
