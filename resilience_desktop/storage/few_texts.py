"""An index of a few texts, for the moment of a search: they match as they do in the journal's own.

SQLite keeps it in memory, and nothing of it once the search is over.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from resilience_desktop.storage.excerpts import SNIPPETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from resilience_desktop.storage.driver import Database

_TEXTS = """
CREATE TEMP TABLE IF NOT EXISTS few_texts (
    place INTEGER PRIMARY KEY, words TEXT, labels TEXT,
    name TEXT, utc TEXT, zone TEXT, utc_offset INTEGER
)
"""
_INDEX = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.few USING fts5 (
    words, labels, content = 'few_texts', content_rowid = 'place',
    tokenize = "unicode61 remove_diacritics 2"
)
"""
_FOUND = (
    "SELECT few.rowid, t.name, t.utc, t.zone, t.utc_offset, "  # noqa: S608
    f"{SNIPPETS.format(table='few')} "
    "FROM few CROSS JOIN few_texts AS t ON t.place = few.rowid WHERE few MATCH :query "
    "ORDER BY few.rowid LIMIT +:limit"
)


@contextmanager
def few_texts(db: Database, filled: str, values: dict[str, Any] | list[Any]) -> Iterator[int]:
    """Fill the index by what follows ``INSERT INTO few_texts``; say of how many texts it is.

    ``values`` are those of one statement, or a list with those of each text.
    """
    db.execute(_TEXTS)
    db.execute(_INDEX)
    insert = f"INSERT INTO few_texts {filled}"
    try:
        is_each = isinstance(values, list)
        cursor = (db.conn.executemany if is_each else db.execute)(insert, values)
        db.execute("INSERT INTO few (few) VALUES ('rebuild')")
        yield cursor.rowcount
    finally:
        db.execute("DELETE FROM few_texts")
        db.execute("INSERT INTO few (few) VALUES ('delete-all')")


def found_in_few(db: Database, query: str, limit: int = -1) -> list[tuple[Any, ...]]:
    """Return what matches, in the order of their places: place, name, moment, excerpts."""
    return list(db.execute(_FOUND, {"query": query, "limit": limit}))
