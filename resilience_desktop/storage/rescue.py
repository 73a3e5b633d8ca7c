"""Which table each row belongs to that can still be read from a damaged file.

As long as page 1 is sound it tells where each table begins, and whatever can be reached from there
is that table's. What cannot (because a page on the way is damaged) is told by its looks: the kinds
of its values, and for lists the thing they belong to.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop.domain.search import Kind
from resilience_desktop.storage.btree import INDEX, TABLE, Row, node, tree
from resilience_desktop.storage.documents import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from resilience_desktop.storage.btree import Node, Value
    from resilience_desktop.storage.driver import Database

SEARCHED = "search_content"
"""Where search keeps a copy of every word: number of the item, sentences, single words."""
_TIMELINE, _STARRED, _IDS = "items_timeline", "items_starred", "sqlite_autoindex_items_1"
_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "TEXT": (str,),
    "REAL": (int, float),
    "BLOB": (bytes,),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of today's journal."""

    name: str
    type: str
    needed: bool
    is_rowid: bool
    is_made: bool
    """Worked out from the others, and so not written."""
    came_later: bool = False
    """Rows from before there was this column do not have it, and need not."""

    def fits(self, value: Value) -> bool:
        """Whether this column can have held a value."""
        if value is None:
            return self.is_rowid or not self.needed
        return not self.is_rowid and isinstance(value, _TYPES[self.type])


@dataclass(frozen=True, slots=True)
class Table:
    """A table of today's journal."""

    name: str
    kind: int
    columns: tuple[Column, ...]
    parent: str | None
    """The table of the things that this one's rows belong to."""

    def fits(self, row: Row) -> bool:
        """Whether a row can have stood in this table, now or before columns were added."""
        values, rest = row.values, self.columns[len(row.values) :]
        return (
            len(values) <= len(self.columns)
            and not (row.is_whole and any(c.needed and not c.came_later for c in rest))
            and all(map(Column.fits, self.columns, values))
            and (self.name not in _TELLS or len(values) < 2 or _TELLS[self.name](*values))
        )


@dataclass(slots=True)
class Rescued:
    """Every row that could be read, by its table."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list), repr=False)
    ids: dict[int, str] = field(default_factory=dict, repr=False)
    """What an index still says of the ids of items."""
    instants: dict[int, str] = field(default_factory=dict, repr=False)
    """What an index still says of their moments, in UTC."""
    starred: set[int] = field(default_factory=set, repr=False)
    """What an index still says of their stars."""


def tables_of(db: Database) -> list[Table]:
    """Return the tables with what people write; lists of a thing come after the things."""
    found = []
    for name, without_rowid in db.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND strict = 1 "
        "AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall():
        columns = tuple(
            Column(
                column,
                type_,
                needed=bool(needed),
                is_rowid=bool(key) and not without_rowid and type_ == "INTEGER",
                is_made=bool(hidden),
                came_later=usual is not None,
            )
            for _, column, type_, needed, usual, key, hidden in db.execute(
                f"PRAGMA table_xinfo({name})"
            ).fetchall()
        )
        links = db.execute(f"PRAGMA foreign_key_list({name})").fetchall()
        parent = links[0][2] if links else None
        found.append(Table(name, INDEX if without_rowid else TABLE, columns, parent))
    first = ("items", "entries", "thought_records")
    return sorted(
        found, key=lambda t: (t.name not in first, t.name not in _TELLS, t.name != "items")
    )


def rescue(pages: Mapping[int, bytes], tables: Sequence[Table]) -> Rescued:
    """Return every row that can be read from these pages."""
    found, seen = Rescued(), set()
    roots = _roots(pages)
    for name, root in roots.items():
        for number, one in tree(pages, root):
            seen.add(number)
            _take(found, name, one.rows)
    found_strays = (node(pages, number) for number in sorted(pages.keys() - seen - {1}))
    strays = [stray for stray in found_strays if stray is not None and stray.rows]
    for stray in sorted(strays, key=lambda stray: stray.kind != TABLE):  # lists after their things
        home = _home(stray, tables, found)
        if home is not None:
            _take(found, home, stray.rows)
    return found


def _roots(pages: Mapping[int, bytes]) -> dict[str, int]:
    """Return the first page of each table and index, from the list that begins on page 1."""
    return {
        row.values[1]: row.values[3]
        for _, one in tree(pages, 1)
        for row in one.rows
        if len(row.values) == 5
        and isinstance(row.values[1], str)
        and isinstance(row.values[3], int)
        and row.values[3] > 1
    }


def _take(found: Rescued, name: str, rows: Iterable[Row]) -> None:
    if name == _IDS:
        found.ids |= {int(row.values[1]): str(row.values[0]) for row in rows}  # type: ignore[arg-type]
    elif name == _TIMELINE:
        found.instants |= {int(row.values[2]): str(row.values[1]) for row in rows}  # type: ignore[arg-type]
    elif name == _STARRED:
        found.starred |= {int(row.values[2]) for row in rows}  # type: ignore[arg-type]
    else:
        found.rows[name] += rows


def _home(stray: Node, tables: Iterable[Table], found: Rescued) -> str | None:
    """Return the table that a page without a way to it belongs to, if that can be told."""
    if stray.kind == TABLE and all(map(_is_searched, stray.rows)):
        return SEARCHED
    fitting = [t for t in tables if t.kind == stray.kind and all(map(t.fits, stray.rows))]
    # A row is as wide as its table, but for columns that were added after it was written.
    widths = {len(row.values) for row in stray.rows if row.is_whole}
    for table in sorted(fitting, key=lambda table: widths != {len(table.columns)}):
        parents = None if table.parent is None else _seqs(table.parent, found)
        if parents is None or table.kind == TABLE or parents & set(map(_seq, stray.rows)):
            return table.name
    return None


def _seqs(parent: str, found: Rescued) -> set[object]:
    """Return the numbers of the things in a table, those included that only have a head left."""
    heads = found.rows["items"]
    if parent == "items":
        return {row.rowid for row in heads}
    kind = Kind.ENTRY if parent == "entries" else Kind.THOUGHT_RECORD
    return {row.rowid for row in found.rows[parent]} | {
        row.rowid for row in heads if len(row.values) > 2 and row.values[2] == kind.value
    }


def _seq(row: Row) -> object:
    return row.values[0] if row.values else None


def _is_searched(row: Row) -> bool:
    values = row.values
    has_its_width = len(values) == 3 or (len(values) == 2 and not row.is_whole)
    return has_its_width and values[0] is None and all(isinstance(v, str) for v in values[1:])


def _is_draft(_slot: Value, body: Value, *_: Value) -> bool:
    return isinstance(_json(body), dict)


def _is_setting(name: Value, value: Value, *_: Value) -> bool:
    return isinstance(name, str) and name.isidentifier() and _json(value) is not _NO_JSON


def _is_tag(_word: Value, group: Value, *_: Value) -> bool:
    # What indexes of the timeline, and of the list of migration steps, have in this place.
    return not (_is_instant(group) or _STEP.fullmatch(str(group)))


def _is_document(kind: Value, *_: Value) -> bool:
    return kind in KINDS


def _is_practice(_seq: Value, body: Value, *_: Value) -> bool:
    return str(body).startswith('{"id": "')


def _is_pattern(_seq: Value, _position: Value, *rest: Value) -> bool:
    # Feelings have ratings where patterns have yes or no: whether it is the main one, and hinted.
    return all(flag in (0, 1) for flag in rest[1:])


def _is_no_step(_rowid: Value, name: Value, *_: Value) -> bool:
    return name != "journal"  # what the list of migration steps says in this place


def _is_instant(value: Value) -> bool:
    with suppress(ValueError):
        return len(str(value)) >= _SHORTEST_INSTANT and bool(dt.datetime.fromisoformat(str(value)))
    return False


_STEP = re.compile(r"m\d{4}_\w+")
_SHORTEST_INSTANT = len("2026-11-22T12:00:00")
_NO_JSON = object()


def _json(value: Value) -> object:
    with suppress(ValueError, RecursionError):
        return json.loads(str(value))
    return _NO_JSON


_TELLS: dict[str, Callable[..., bool]] = {
    "drafts": _is_draft,
    "settings": _is_setting,
    "contacts": _is_no_step,
    "tags": _is_tag,
    "documents": _is_document,
    "record_patterns": _is_pattern,
    "practices": _is_practice,
}
"""What tells tables apart whose values are of the same kinds."""
