"""Settings that are kept inside the journal: a name and a JSON value each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from resilience_desktop.storage.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping


class StoredSettings(Repository):
    """Repository of the settings, whichever version of the app wrote them."""

    def put(self, values: Mapping[str, Any]) -> None:
        """Write these; the others stay as they are."""
        for name, value in values.items():
            self.db.execute(
                "INSERT INTO settings (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, json.dumps(value, ensure_ascii=False, allow_nan=False)],
            )

    def all(self) -> dict[str, Any]:
        """Return every setting by its name."""
        rows = self.db.execute("SELECT name, value FROM settings ORDER BY name").fetchall()
        return {name: json.loads(value) for name, value in rows}
