"""Whether a copy of an open journal holds just what the journal holds, and is put together as well.

Every row of every table is looked up in the copy and compared, by SQLite itself, with both files
side by side in one connection. Among them are the rows that search is made of, so whether those
fit together needs no look of its own, which would read every word again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.storage.connection import JournalFile
    from resilience_desktop.storage.driver import Database

_NUMBERS = ("application_id", "user_version")
_TABLES = """
SELECT name, (SELECT i.name FROM pragma_index_list(t.name, 'main') i WHERE t.wr AND origin = 'pk')
FROM pragma_table_list t
WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite%'
"""
_SAME_ROWS = """
SELECT count(*), (SELECT count(*) FROM main.{table} NOT INDEXED),
    (SELECT count(*) FROM copy.{table} NOT INDEXED)
FROM main.{table} a {whole} CROSS JOIN copy.{table} b WHERE {same}
"""


def is_true_copy(file: JournalFile, copy: Path) -> bool:
    """Compare everything in a copy with the journal, which is not in a transaction.

    A fault in how the journal itself is put together is none of its copy. Raises
    ``JournalDamagedError`` when a page of either cannot be read.
    """
    with file.faults_in_words(), file.beside(copy):
        if _outline(file, "main") != _outline(file, "copy"):
            return False
        # Table by table: its pages are still in memory when its structure is looked at.
        return all(
            _has_same_rows(file, table) and _is_as_sound(file, table.name)
            for table in [_Table(*row) for row in file.execute(_TABLES).fetchall()]
        )


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    key: str | None
    """The index that is the table itself, when there are no numbers of rows."""

    @property
    def whole(self) -> str:
        """What makes SQLite read the rows of the table, and not an index that holds the same."""
        return "NOT INDEXED" if self.key is None else f'INDEXED BY "{self.key}"'


def _outline(db: Database, schema: str) -> tuple[list[object], list[str]]:
    """Return the numbers of a file, and how its tables and indexes were made."""
    numbers = [db.execute(f"PRAGMA {schema}.{name}").fetchone() for name in _NUMBERS]
    made = db.execute(f"SELECT type, name, tbl_name, sql FROM {schema}.sqlite_schema")  # noqa: S608
    return numbers, sorted(map(repr, made.fetchall()))


def _has_same_rows(db: Database, table: _Table) -> bool:
    """Whether the copy holds an equal row for each row, and no more of them."""
    columns = db.execute(f'PRAGMA main.table_xinfo("{table.name}")').fetchall()
    same = " AND ".join(
        # The plus sign keeps a number and a text that looks like it from being equal.
        f'a."{name}" = b."{name}"' if key else f'+a."{name}" IS +b."{name}" COLLATE BINARY'
        for _, name, _, _, _, key, _ in columns
    )
    query = _SAME_ROWS.format(table=f'"{table.name}"', whole=table.whole, same=same)
    return len(set(db.execute(query).fetchone())) == 1


def _is_as_sound(db: Database, table: str) -> bool:
    """Whether a table of the copy and its indexes fit together, or as badly as in the journal."""
    faults = _faults(db, "copy", table)
    return not faults or faults == _faults(db, "main", table)


def _faults(db: Database, schema: str, table: str) -> list[str]:
    found = db.execute(f'PRAGMA {schema}.integrity_check("{table}")').fetchall()
    return [fault for (fault,) in found if fault != "ok"]
