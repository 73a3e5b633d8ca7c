"""Pictures in the file. They are kept as they come; whoever adds one makes it small first."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.storage.entry_details import PICTURE
from resilience_desktop.storage.rows import in_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.storage.driver import Database

_IN_VERSIONS = (
    "SELECT body FROM drafts UNION ALL SELECT body FROM revisions WHERE body LIKE '%\"pictures\"%'"
)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Repository of the pictures; entries, drafts and earlier versions name them by id."""

    db: Database
    _new: set[str] = field(default_factory=set, repr=False)
    """Those put in since the file was opened: who has just added one may not have named it yet."""

    def put(self, id_: str, body: bytes) -> None:
        """Write a picture."""
        self.db.execute("INSERT OR IGNORE INTO pictures (id, body) VALUES (?, ?)", [id_, body])
        self._new.add(id_)

    def get(self, id_: str) -> bytes | None:
        """Return a picture, or None."""
        row = self.db.execute("SELECT body FROM pictures WHERE id = ?", [id_]).fetchone()
        return None if row is None else bytes(row[0])

    def some(self, ids: Iterable[str]) -> dict[str, bytes]:
        """Return those of these pictures that are there."""
        found = ((id_, self.get(id_)) for id_ in dict.fromkeys(ids))
        return {id_: body for id_, body in found if body is not None}

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return those of these ids that a picture has."""
        return {
            id_
            for id_ in ids
            if self.db.execute("SELECT 1 FROM pictures WHERE id = ?", [id_]).fetchone()
        }

    def of(self, items: Iterable[str]) -> set[str]:
        """Return the pictures that some items name, now or in a draft or an earlier version."""
        found: set[str] = set()
        for marks, some in in_lists(items):
            rows = self.db.execute(
                "SELECT d.word FROM entry_details AS d JOIN items AS i USING (seq) "  # noqa: S608
                f"WHERE d.part = ? AND i.id IN ({marks})",
                [PICTURE, *some],
            ).fetchall()
            found |= {id_ for (id_,) in rows}
            bodies = self.db.execute(
                "SELECT r.body FROM revisions AS r JOIN items AS i USING (seq) "  # noqa: S608
                f"WHERE r.body IS NOT NULL AND i.id IN ({marks}) "
                f"UNION ALL SELECT body FROM drafts WHERE body ->> '$.id' IN ({marks})",
                [*some, *some],
            ).fetchall()
            found |= _named(bodies)
        return found

    def sweep(self, among: Iterable[str] | None = None) -> None:
        """Delete pictures that nothing names any more.

        Only ``among`` these, or else among all but those put in since the file was opened.
        """
        rows = self.db.execute(
            "SELECT id FROM pictures WHERE id NOT IN "
            "(SELECT word FROM entry_details WHERE part = ?)",
            [PICTURE],
        ).fetchall()
        left = {id_ for (id_,) in rows}
        left = left - self._new if among is None else left & set(among)
        if left:  # reading every earlier version takes a while
            left -= _named(self.db.execute(_IN_VERSIONS).fetchall())
        for id_ in left:
            self.db.execute("DELETE FROM pictures WHERE id = ?", [id_])


def _named(bodies: Iterable[tuple[str]]) -> set[str]:
    """Return the pictures named in entries that are kept as JSON."""
    return {picture["id"] for (body,) in bodies for picture in json.loads(body).get("pictures", ())}
