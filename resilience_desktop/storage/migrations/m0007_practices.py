"""Practices: what is kept of each time that somebody used a skill."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# A practice is an item like an entry, so that the timeline stays one query in the order of one
# index, and search looks through its words with all others. It is always read whole: ``body`` is
# all of it as JSON.
_TABLES = """
CREATE TABLE practices (
    seq INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    body TEXT NOT NULL
) STRICT;
"""


def apply(db: Database, /) -> None:
    """Add the table."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
