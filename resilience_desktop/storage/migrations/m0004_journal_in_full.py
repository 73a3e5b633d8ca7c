"""All that an entry can say, pictures, stars, sealed entries, tags with groups, one small goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# ``entry_details`` holds the short lists of an entry besides feelings and tags, one row each:
#
#     part         word            of                value
#     sensation    what is felt    id of the region  0 to 100 or NULL
#     trigger      what it was     its kind or ''    NULL
#     basic        its name        ''                1 done, 0 not
#     scale        id of a scale   ''                the number
#     picture      id of it        what it shows     NULL
#
# What is sealed is out of the timeline like what lies in the bin. ``tags`` says which group a tag
# is in and whether it is still offered; a tag that is only used has no row there. ``small_goals``
# keeps days as text; ``done`` is NULL until then.
_TABLES = """
ALTER TABLE items ADD COLUMN starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1));
ALTER TABLE items ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1));
DROP INDEX items_timeline;
CREATE INDEX items_timeline ON items (day, utc, seq) WHERE binned = 0 AND sealed = 0;
CREATE INDEX items_starred ON items (day, utc, seq)
    WHERE starred = 1 AND binned = 0 AND sealed = 0;
CREATE INDEX items_away ON items (seq) WHERE binned = 1 OR sealed = 1;
CREATE INDEX items_kind ON items (kind, day, utc, seq) WHERE binned = 0 AND sealed = 0;

ALTER TABLE entries ADD COLUMN sleep_quality INTEGER CHECK (sleep_quality BETWEEN 1 AND 5);
ALTER TABLE entries ADD COLUMN went_well TEXT NOT NULL DEFAULT '';
CREATE INDEX entries_mood ON entries (mood) WHERE mood IS NOT NULL;
CREATE INDEX entries_went_well ON entries (seq) WHERE went_well <> '';

CREATE TABLE entry_details (
    seq INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    word TEXT NOT NULL,
    of TEXT NOT NULL,
    value INTEGER,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_details_word ON entry_details (part, word);
CREATE INDEX entry_feelings_word ON entry_feelings (word);
CREATE INDEX record_feelings_word ON record_feelings (word);
CREATE INDEX entry_tags_tag ON entry_tags (tag);

CREATE TABLE pictures (
    id TEXT PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE tags (
    word TEXT PRIMARY KEY,
    of TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE small_goals (
    id TEXT PRIMARY KEY,
    words TEXT NOT NULL,
    begun TEXT NOT NULL,
    done TEXT
) STRICT, WITHOUT ROWID;
"""


def apply(db: Database, /) -> None:
    """Add the tables and columns."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
