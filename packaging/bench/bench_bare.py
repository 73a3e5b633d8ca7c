"""Reading a journal with bare SQL: what the reading of the program is measured against.

Each function fetches the same rows as the program, and makes nothing of them.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from resilience_desktop.services.looking import Place
    from resilience_desktop.storage.connection import JournalFile

    Rows = list[tuple[Any, ...]]

PAGE = 40
"""What the timeline and the list of records read at a time."""
SHOWN = "i.binned = 0 AND i.sealed = 0"
BACK = "ORDER BY i.day DESC, i.utc DESC, i.seq DESC"
ENTRY_LISTS = ("entry_feelings", "entry_tags", "entry_details")
RECORD_LISTS = ("record_feelings", "record_thoughts", "record_patterns", "record_details")
_ENTRY = (
    "SELECT i.id, i.utc, i.zone, i.utc_offset, i.starred, i.sealed, e.* "
    "FROM items AS i JOIN entries AS e USING (seq) "
)
_RECORD = _ENTRY.replace("entries", "thought_records")


def page(
    database: JournalFile,
    before: Place | None = None,
    where: str = "",
    values: dict[str, Any] | None = None,
    *,
    days: bool = True,
) -> tuple[Rows, list[Rows]]:
    """Read a page of the timeline with all that belongs to it, and how each of its days was."""
    values = {**(values or {}), "limit": PAGE}
    if before is not None:
        where += " AND (i.day, i.utc, i.seq) < (:day, :utc, :seq)"
        values |= asdict(before)
    items = database.execute(
        f"SELECT i.day, i.utc, i.seq, i.id, i.kind FROM items AS i "  # noqa: S608
        f"WHERE {SHOWN} {where} {BACK} LIMIT :limit",
        values,
    ).fetchall()
    parts = []
    for kind, select, lists in (
        ("entry", _ENTRY, ENTRY_LISTS),
        ("thought_record", _RECORD, RECORD_LISTS),
    ):
        seqs = _listed(row[2] for row in items if row[4] == kind)
        if seqs:
            parts.append(database.execute(f"{select} WHERE seq IN ({seqs})").fetchall())
            parts += lists_of(database, lists, seqs)
    if days and items:
        parts.append(_moods(database, sorted({row[0] for row in items})))
    return items, parts


def _moods(database: JournalFile, days: list[str]) -> Rows:
    return database.execute(
        "SELECT i.day, avg(e.mood) FROM items AS i JOIN entries AS e USING (seq) "  # noqa: S608
        f"WHERE {SHOWN} AND i.day IN ({', '.join('?' * len(days))}) GROUP BY i.day",
        days,
    ).fetchall()


def month(database: JournalFile, first: str, last: str) -> Rows:
    """Read how each day of a month was, and how much was written on it."""
    return database.execute(
        "SELECT i.day, avg(e.mood), count(*) FROM items AS i LEFT JOIN entries AS e USING (seq) "  # noqa: S608
        f"WHERE {SHOWN} AND i.day BETWEEN ? AND ? GROUP BY i.day",
        [first, last],
    ).fetchall()


def number_with_tag(database: JournalFile, tag: str) -> Rows:
    """Count the entries and records with a tag."""
    return database.execute(
        "SELECT (SELECT count(*) FROM entry_tags WHERE tag = :tag) "
        "+ (SELECT count(*) FROM record_details WHERE part = 'tag' AND word = :tag)",
        {"tag": tag},
    ).fetchall()


WITH_TAG = (
    "AND +i.seq IN (SELECT seq FROM entry_tags WHERE tag = :tag "
    "UNION ALL SELECT seq FROM record_details WHERE part = 'tag' AND word = :tag)"
)


def found(database: JournalFile, query: str, *, common: bool, limit: int = 50) -> dict[str, str]:
    """Find the newest of both kinds with an excerpt of each.

    What is common is found quickest in the order of the timeline, what is rare by the word; and
    excerpts of all that match would take far longer than those of the newest.
    """
    matching = (
        "FROM items AS i WHERE +i.seq IN (SELECT rowid FROM search WHERE search MATCH ?)"
        if common
        else "FROM search JOIN items AS i ON i.seq = search.rowid WHERE search MATCH ?"
    )
    newest: Rows = []
    for kind in ("thought_record", "entry"):
        newest += database.execute(
            f"SELECT i.seq, i.id, i.utc, i.zone, i.utc_offset {matching} "
            f"AND {SHOWN} AND i.kind = ? {BACK} LIMIT {limit}",
            [query, kind],
        ).fetchall()
    excerpts = dict(
        database.execute(
            "SELECT rowid, snippet(search, -1, '', '', '…', 16) FROM search "  # noqa: S608
            f"WHERE search MATCH ? AND +rowid IN ({_listed(row[0] for row in newest)})",
            [query],
        ).fetchall()
    )
    return {row[1]: excerpts[row[0]] for row in newest}


def list_of_records(
    database: JournalFile, where: str = "", values: dict[str, Any] | None = None
) -> tuple[tuple[int], Rows, list[Rows]]:
    """Count records, and read of a page of them what the list shows."""
    count = database.execute(
        "SELECT count(*) FROM items AS i "  # noqa: S608
        f"WHERE {SHOWN} AND i.kind = 'thought_record' {where}",
        values or {},
    ).fetchone()
    rows = database.execute(
        "SELECT i.id, i.seq, i.day, i.starred, t.finished, t.form, t.situation, "  # noqa: S608
        "t.balanced_thought, t.label, t.not_ready "
        "FROM items AS i CROSS JOIN thought_records AS t USING (seq) "
        f"WHERE {SHOWN} AND i.kind = 'thought_record' {where} {BACK} LIMIT :limit",
        {**(values or {}), "limit": PAGE},
    ).fetchall()
    return count, rows, lists_of(database, RECORD_LISTS[:3], _listed(row[1] for row in rows))


def what_records_show(database: JournalFile) -> tuple[Rows, Rows, list[Rows]]:
    """Read of all records what is counted."""
    seen = f"SELECT seq FROM items AS i WHERE kind = 'thought_record' AND {SHOWN}"  # noqa: S608
    rows = database.execute(
        "SELECT i.id, i.seq, i.day, t.situation, t.did, t.chose, t.kindness "  # noqa: S608
        "FROM items AS i CROSS JOIN thought_records AS t USING (seq) "
        f"WHERE {SHOWN} AND t.finished = 1 {BACK}"
    ).fetchall()
    details = database.execute(
        f"SELECT seq, part, word FROM record_details WHERE seq IN ({seen}) "  # noqa: S608
        "ORDER BY seq, position"
    ).fetchall()
    return rows, details, lists_of(database, RECORD_LISTS[:3], seen)


def every_entry(database: JournalFile) -> tuple[Rows, list[Rows]]:
    """Read every entry with all that belongs to it."""
    rows = database.execute(f"{_ENTRY} WHERE {SHOWN} ORDER BY i.day, i.utc, i.seq").fetchall()
    return rows, [
        database.execute(f"SELECT * FROM {table} ORDER BY seq, position").fetchall()  # noqa: S608
        for table in ENTRY_LISTS
    ]


def lists_of(database: JournalFile, tables: Iterable[str], seqs: str) -> list[Rows]:
    """Read the lists that belong to some items, each in its order."""
    return [
        database.execute(
            f"SELECT * FROM {table} WHERE seq IN ({seqs}) ORDER BY seq, position"  # noqa: S608
        ).fetchall()
        for table in tables
    ]


def rows_read(database: JournalFile, work: Callable[[], object]) -> int:
    """Return how many rows the database gives out while something is done."""
    read = 0

    def count(_cursor: object, row: tuple[Any, ...]) -> tuple[Any, ...]:
        nonlocal read
        read += 1
        return row

    database.conn.row_factory = count
    try:
        work()
    finally:
        database.conn.row_factory = None
    return read


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
