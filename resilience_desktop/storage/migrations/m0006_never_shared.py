"""Entries and thought records whose words stay out of every report, whatever is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Until now a record with 'never' could be ticked all the same: that is what 'ask' means, and
# 'never' is a promise from here on. The format is raised so that no older app breaks it.
_STEPS = """
ALTER TABLE entries ADD COLUMN never_share INTEGER NOT NULL DEFAULT 0
    CHECK (never_share IN (0, 1));
UPDATE thought_records SET share = 'ask' WHERE share = 'never';
"""


def apply(db: Database, /) -> None:
    """Add the column, and say by a word of its own what could be ticked."""
    for statement in _STEPS.split(";\n"):
        if statement.strip():
            db.execute(statement)
