"""People to call, and what somebody wants of their journal: both personal, so both inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# A setting is one row with a JSON value, so that a new one needs no new step and one that only a
# newer app knows stays where it is.
_TABLES = """
CREATE TABLE contacts (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
"""


def apply(db: Database, /) -> None:
    """Add the two tables."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
