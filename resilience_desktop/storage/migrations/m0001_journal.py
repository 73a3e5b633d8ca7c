"""The first journal: entries, thought records, drafts, and search over everything written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# ``items`` holds what every kind of writing has in common: a name, a moment, and whether it lies
# in the bin. So the timeline, search and the bin are one query each, whatever kinds there will
# be. ``local`` is the wall clock as the person meant it and decides the day; ``utc`` decides the
# order within it, and ``seq``, the order of writing, decides between equals. ``search`` keeps
# what was written apart from feelings and tags, so that an excerpt reads as one of them.
_TABLES = """
CREATE TABLE items (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    utc TEXT NOT NULL,
    zone TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    local TEXT NOT NULL,
    day TEXT NOT NULL GENERATED ALWAYS AS (substr(local, 1, 10)) STORED,
    binned INTEGER NOT NULL DEFAULT 0 CHECK (binned IN (0, 1))
) STRICT;
CREATE INDEX items_timeline ON items (day, utc, seq) WHERE binned = 0;

CREATE TABLE entries (
    seq INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    mood INTEGER CHECK (mood BETWEEN -5 AND 5),
    energy INTEGER CHECK (energy BETWEEN -5 AND 5),
    note TEXT NOT NULL,
    sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
    frame TEXT NOT NULL,
    converted_from TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX entries_source ON entries (source) WHERE source <> '';

CREATE TABLE entry_feelings (
    seq INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    position INTEGER NOT NULL,
    word TEXT NOT NULL,
    intensity INTEGER CHECK (intensity BETWEEN 0 AND 100),
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_tags (
    seq INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE thought_records (
    seq INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
    situation TEXT NOT NULL,
    balanced_thought TEXT NOT NULL,
    balanced_belief INTEGER CHECK (balanced_belief BETWEEN 0 AND 100),
    step TEXT NOT NULL,
    finished INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT;

CREATE TABLE record_feelings (
    seq INTEGER NOT NULL REFERENCES thought_records ON DELETE CASCADE,
    position INTEGER NOT NULL,
    word TEXT NOT NULL,
    before INTEGER CHECK (before BETWEEN 0 AND 100),
    after INTEGER CHECK (after BETWEEN 0 AND 100),
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_thoughts (
    seq INTEGER NOT NULL REFERENCES thought_records ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    belief_before INTEGER CHECK (belief_before BETWEEN 0 AND 100),
    belief_after INTEGER CHECK (belief_after BETWEEN 0 AND 100),
    hot INTEGER NOT NULL CHECK (hot IN (0, 1)),
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_patterns (
    seq INTEGER NOT NULL REFERENCES thought_records ON DELETE CASCADE,
    position INTEGER NOT NULL,
    pattern TEXT NOT NULL,
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
    slot TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE report_words (
    part TEXT PRIMARY KEY,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (words, labels, tokenize = "unicode61 remove_diacritics 2");
"""


def apply(db: Database, /) -> None:
    """Create every table of the first release."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    # Words that are deleted leave the full-text table at once, not at its next merge.
    db.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")
