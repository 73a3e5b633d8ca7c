"""Pictures in the file. They are kept as they come; whoever adds one makes it small first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Pictures:
    """Repository of the pictures; entries, drafts and earlier versions name them by id."""

    db: Database

    def put(self, id_: str, body: bytes) -> None:
        """Write a picture."""
        self.db.execute("INSERT OR IGNORE INTO pictures (id, body) VALUES (?, ?)", [id_, body])

    def get(self, id_: str) -> bytes | None:
        """Return a picture, or None."""
        row = self.db.execute("SELECT body FROM pictures WHERE id = ?", [id_]).fetchone()
        return None if row is None else bytes(row[0])

    def some(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return those of these pictures that are there."""
        found = ((id_, self.get(id_)) for id_ in dict.fromkeys(ids))
        return {id_: body for id_, body in found if body is not None}

    def sweep(self) -> None:
        """Delete pictures that nothing names any more."""
        self.db.execute(
            """
            DELETE FROM pictures WHERE
                id NOT IN (SELECT word FROM entry_details WHERE part = 'picture')
                AND id NOT IN (SELECT p.value ->> '$.id'
                    FROM drafts, json_each(drafts.body, '$.pictures') AS p)
                AND id NOT IN (SELECT p.value ->> '$.id' FROM revisions,
                    json_each(coalesce(revisions.body, '{}'), '$.pictures') AS p)
            """
        )
