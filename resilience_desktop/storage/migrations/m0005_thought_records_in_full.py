"""All that a thought record can say; coping cards, insights, and what is known of patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# ``record_details`` holds the short lists of a record besides feelings, thoughts and patterns, one
# row each, as ``entry_details`` does for entries:
#
#     part         word            of                value
#     sensation    what is felt    id of the region  0 to 100 or NULL
#     trigger      what it was     its kind or ''    NULL
#     tag          the tag         ''                NULL
#     arrow        the sentence    ''                NULL
#     for          the fact        ''                NULL
#     against      the fact        ''                NULL
#     not          id of a pattern ''                NULL
#
# ``steps`` and ``checks`` are words with spaces between; days are text. ``documents`` holds small
# things of which there are few and which are always read whole, as JSON by kind and id.
_TABLES = """
ALTER TABLE thought_records ADD COLUMN begun TEXT;
ALTER TABLE thought_records ADD COLUMN form TEXT NOT NULL DEFAULT 'five';
ALTER TABLE thought_records ADD COLUMN steps TEXT NOT NULL
    DEFAULT 'situation feelings thought patterns balanced look_again';
ALTER TABLE thought_records ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN did TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN chose TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN settled TEXT;
ALTER TABLE thought_records ADD COLUMN settled_at TEXT;
ALTER TABLE thought_records ADD COLUMN settled_seconds INTEGER CHECK (settled_seconds >= 0);
ALTER TABLE thought_records ADD COLUMN friend TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN distance TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN checks TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN kindness TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN helpful INTEGER CHECK (helpful BETWEEN 0 AND 10);
ALTER TABLE thought_records ADD COLUMN expected TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN likely INTEGER CHECK (likely BETWEEN 0 AND 100);
ALTER TABLE thought_records ADD COLUMN happened TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN learned TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN next_step TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN next_step_on TEXT;
ALTER TABLE thought_records ADD COLUMN revisit_on TEXT;
ALTER TABLE thought_records ADD COLUMN turned_out TEXT NOT NULL DEFAULT '';
ALTER TABLE thought_records ADD COLUMN revisited INTEGER NOT NULL DEFAULT 0
    CHECK (revisited IN (0, 1));
ALTER TABLE thought_records ADD COLUMN not_ready INTEGER NOT NULL DEFAULT 0
    CHECK (not_ready IN (0, 1));
ALTER TABLE thought_records ADD COLUMN share TEXT NOT NULL DEFAULT 'never';
CREATE INDEX thought_records_revisit ON thought_records (revisit_on)
    WHERE revisit_on IS NOT NULL AND revisited = 0;
CREATE INDEX thought_records_unfinished ON thought_records (seq) WHERE finished = 0;

ALTER TABLE record_thoughts ADD COLUMN kind TEXT NOT NULL DEFAULT 'words';
ALTER TABLE record_patterns ADD COLUMN hinted INTEGER NOT NULL DEFAULT 0 CHECK (hinted IN (0, 1));
CREATE INDEX record_patterns_pattern ON record_patterns (pattern);

CREATE TABLE record_details (
    seq INTEGER NOT NULL REFERENCES thought_records ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    word TEXT NOT NULL,
    of TEXT NOT NULL,
    value INTEGER,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_details_word ON record_details (part, word);

CREATE TABLE documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
"""


def apply(db: Database, /) -> None:
    """Add the tables and columns."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
