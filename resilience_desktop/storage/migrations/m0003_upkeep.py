"""Earlier versions, days of use, and a count of changes: so that backups and the bin need no clock.

Stands on the tables of the first release alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# ``revisions`` has one row for each version; the newest describes the present one and has no
# body, since that is in the journal. ``begun`` is when it was first saved, the moment is when it
# was last saved, ``settled`` tells one kept on purpose from one saved while typing.
#
# ``upkeep.changes`` grows with every write, so that a backup can say which state it holds.
#
# ``days_of_use`` has the local days on which the journal was used, each once, and only if it came
# after the one before (``upkeep.last_day``): a clock that jumps to and fro adds no more days than
# one that is right. An item in the bin has the number of the day it went there.
_TABLES = """
CREATE TABLE revisions (
    seq INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    number INTEGER NOT NULL,
    begun TEXT NOT NULL,
    utc TEXT NOT NULL,
    zone TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
    body TEXT,
    PRIMARY KEY (seq, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE upkeep (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    changes INTEGER NOT NULL,
    last_day TEXT NOT NULL
) STRICT;
INSERT INTO upkeep (one, changes, last_day) VALUES (1, 0, '');

CREATE TABLE days_of_use (
    number INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE items ADD COLUMN binned_on INTEGER;
UPDATE items SET binned_on = 0 WHERE binned = 1;
"""


def apply(db: Database, /) -> None:
    """Add the tables, and give what lies in the bin its first day there."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
