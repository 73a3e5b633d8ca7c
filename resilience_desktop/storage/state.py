"""What a journal file holds, in numbers: what a backup says of itself, and is checked against."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Self

from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.items import Items
from resilience_desktop.storage.search import Search

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from resilience_desktop.storage.driver import Database

# Search is made from the rest, and its tables may be laid out anew in a copy.
_TABLES = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
AND name <> 'search' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name
"""

_AT_ONCE = 500  # rows
_BETWEEN = "], ["


@dataclass(frozen=True, slots=True)
class State:
    """What a file holds, as a backup has it written down: how it is worked out must not change."""

    schema: int
    entries: int
    thought_records: int
    in_bin: int
    changes: int
    """How often the journal had been written to; -1 when it is too old to know."""
    digest: str = ""
    """Checksum of every row of every table in an older backup; its file has one of its own."""

    @classmethod
    def of(cls, db: Database, *, with_digest: bool = False) -> Self:
        """Count what is in a file, and read all of it if a checksum is wanted."""
        counts = Items(db, Search(db)).counts()
        return cls(
            schema=int(db.execute("PRAGMA user_version").fetchone()[0]),
            entries=counts.get((Kind.ENTRY, False), 0),
            thought_records=counts.get((Kind.THOUGHT_RECORD, False), 0),
            in_bin=sum(number for (_, binned), number in counts.items() if binned),
            changes=changes_of(db),
            digest=_digest(db) if with_digest else "",
        )

    @classmethod
    def from_plain(cls, plain: Mapping[str, object]) -> Self:
        """Return the state that ``to_plain`` wrote; raise ``ValueError`` when it did not."""
        found: list[Any] = [plain.get(one.name) for one in fields(cls)]
        if not isinstance(found[-1], str) or any(type(number) is not int for number in found[:-1]):
            message = "A state has numbers and a digest."
            raise ValueError(message)
        return cls(*found)

    def to_plain(self) -> dict[str, object]:
        """Return the state as JSON values."""
        return asdict(self)


def changes_of(db: Database) -> int:
    """Return how often the journal has been written to."""
    if not db.utils["upkeep"].exists():
        return -1
    return int(db.execute("SELECT changes FROM upkeep").fetchone()[0])


def faults_of(db: Database) -> list[str]:
    """Return what the file's own checks find wrong with its structure."""
    found = db.execute("PRAGMA integrity_check").fetchall()
    return [row[0] for row in found if row[0] != "ok"]


def has_whole_pages(db: Database) -> bool:
    """Whether every page has its right checksum; only true of a file without a log."""
    return not db.execute("PRAGMA cipher_integrity_check").fetchall()


def _digest(db: Database) -> str:
    """Return the SHA-256 of every row as a line of JSON, below the name of its table."""
    encode = json.JSONEncoder(default=_checksum).encode
    total = hashlib.sha256()
    for (table,) in db.execute(_TABLES).fetchall():
        total.update(f"{table}\n".encode())
        # Every table begins with its key: one column, or an item and a place in its list.
        found = db.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2')  # noqa: S608
        while rows := found.fetchmany(_AT_ONCE):
            total.update(_lines(rows, encode).encode())
    return total.hexdigest()


def _lines(rows: list[tuple[Any, ...]], encode: Callable[[object], str]) -> str:
    """Return a line for each row; all of them are encoded at once, which is far quicker."""
    whole = encode(rows)[1:-1]
    if whole.count(_BETWEEN) == len(rows) - 1:
        return whole.replace(_BETWEEN, "]\n[") + "\n"
    return "".join(encode(row) + "\n" for row in rows)  # somebody has written what parts them


def _checksum(picture: bytes) -> str:
    return hashlib.sha256(picture).hexdigest()
