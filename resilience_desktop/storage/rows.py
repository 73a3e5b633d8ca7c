"""Lists that belong to an item: feelings, tags, thoughts. One row each, in the person's order."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from resilience_desktop.storage.driver import Database

T = TypeVar("T")

_AT_ONCE = 500  # values in one IN (...)


def replace_rows(
    db: Database, table: str, columns: Sequence[str], seq: int, rows: Iterable[Sequence[Any]]
) -> None:
    """Make ``rows`` the whole list of item ``seq`` in ``table``."""
    db.execute(f"DELETE FROM {table} WHERE seq = ?", [seq])  # noqa: S608  (names are ours)
    marks = ", ".join("?" * (len(columns) + 2))
    names = ", ".join(("seq", "position", *columns))
    db.conn.executemany(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
        [(seq, position, *row) for position, row in enumerate(rows)],
    )


def in_parts(values: Iterable[T]) -> Iterator[list[T]]:
    """Return values in lists that are short enough for one ``IN (...)``."""
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def by_seq(
    db: Database, table: str, columns: Sequence[str], seqs: Sequence[int], only: str = "1"
) -> dict[int, list[tuple[Any, ...]]]:
    """Return the lists of these items, each in its order; ``only`` is a condition on the rows."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    names = ", ".join(columns)
    for some in in_parts(seqs):
        rows = db.execute(
            f"SELECT seq, {names} FROM {table} "  # noqa: S608
            f"WHERE seq IN ({', '.join('?' * len(some))}) AND {only} ORDER BY seq, position",
            some,
        )
        for row in rows:
            found[row[0]].append(row[1:])
    return found
