"""Lists that belong to an item: feelings, tags, thoughts. One row each, in the person's order."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from resilience_desktop.storage.driver import Database

T = TypeVar("T")

_AT_ONCE = 512  # values in one IN (...)
_ROWS_AT_ONCE = 200  # in one INSERT
_CLOSE = 3  # so few rows are read for each one that is wanted


def replace_rows(
    db: Database,
    table: str,
    columns: Sequence[str],
    seq: int,
    rows: Collection[Sequence[Any]],
    *,
    is_new: bool = False,
) -> None:
    """Make ``rows`` the whole list of item ``seq`` in ``table``; a new item has none yet."""
    if not is_new:
        db.execute(f"DELETE FROM {table} WHERE seq = ?", [seq])  # noqa: S608  (names are ours)
    if not rows:
        return
    numbered = [(seq, position, *row) for position, row in enumerate(rows)]
    insert_rows(db, table, ("seq", "position", *columns), numbered)


def insert_rows(
    db: Database,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    if_there: str = "",
) -> None:
    """Write rows of these columns; ``if_there`` says in SQL what becomes of those that are there.

    A statement writes many rows: the driver takes as long for each statement as for its rows.
    """
    names, marks = ", ".join(columns), f"({', '.join('?' * len(columns))})"
    for some in in_parts(rows, _ROWS_AT_ONCE):
        all_marks = ", ".join([marks] * len(some))
        db.execute(
            f"INSERT INTO {table} ({names}) VALUES {all_marks} {if_there}",  # noqa: S608
            list(chain.from_iterable(some)),
        )


def in_parts(values: Iterable[T], at_once: int = _AT_ONCE) -> Iterator[list[T]]:
    """Return values in lists that are short enough for one ``IN (...)``, or so long at most."""
    rest = iter(values)
    while some := list(islice(rest, at_once)):
        yield some


def in_lists(values: Iterable[T]) -> Iterator[tuple[str, list[T]]]:
    """Return marks for ``IN (...)`` and the values that stand in their place, some at a time.

    The last value is there more than once, up to a number of values that is a power of two: so
    there are only a few such statements, and each is planned once.
    """
    for some in in_parts(values):
        length = 1 << (len(some) - 1).bit_length()
        yield ", ".join("?" * length), some + some[-1:] * (length - len(some))


def by_seq(
    db: Database,
    table: str,
    columns: Sequence[str],
    seqs: Sequence[int],
    make: Callable[..., T],
    only: str = "1",
) -> dict[int, tuple[T, ...]]:
    """Return the lists of these items, each in its order: what ``make`` makes of each row.

    What rows say alike is made once. ``only`` is a condition on the rows. Lists of other items may
    be among them.
    """
    found: dict[int, tuple[T, ...]] = {}
    alone: dict[tuple[Any, ...], tuple[T]] = {}
    before = None
    for row in _rows(db, table, columns, seqs, only):
        seq, said = row[0], row[1:]
        one = alone.get(said)
        if one is None:
            one = alone[said] = (make(*said),)
        if seq == before:
            found[seq] += one
        else:
            found[seq] = one
            before = seq
    return found


def by_part(
    db: Database,
    table: str,
    columns: Sequence[str],
    seqs: Sequence[int],
    makes: Mapping[str, Callable[..., Any]],
    only: str = "1",
) -> dict[str, dict[int, tuple[Any, ...]]]:
    """Return several kinds of lists that stand in one table, by the part that each is.

    The first column says which part a row belongs to, and with it what is made of the others.
    """
    found: dict[str, dict[int, tuple[Any, ...]]] = {part: {} for part in makes}
    alone: dict[tuple[Any, ...], tuple[Any]] = {}
    for row in _rows(db, table, columns, seqs, only):
        seq, part, said = row[0], row[1], row[1:]
        one = alone.get(said)
        if one is None:
            one = alone[said] = (makes[part](*row[2:]),)
        its = found[part]
        its[seq] = its[seq] + one if seq in its else one
    return found


def as_row(*values: object) -> tuple[Any, ...]:
    """Return the values of a row of a list as they stand."""
    return values


def _rows(
    db: Database, table: str, columns: Sequence[str], seqs: Sequence[int], only: str
) -> list[tuple[Any, ...]]:
    """Return the rows of lists in order.

    Of what was written one after the other, all rows from the first to the last are read faster
    than those of each item by itself.
    """
    query = f"SELECT seq, {', '.join(columns)} FROM {table} WHERE {only} AND seq"  # noqa: S608
    found: list[tuple[Any, ...]] = []
    for which, values in _stretches(seqs):
        found += db.conn.execute(f"{query} {which} ORDER BY seq, position", values).fetchall()
    return found


def _stretches(seqs: Sequence[int]) -> Iterable[tuple[str, Sequence[int]]]:
    ends = (min(seqs), max(seqs)) if seqs else (0, 0)
    if ends[1] - ends[0] < _CLOSE * len(seqs):
        return (("BETWEEN ? AND ?", ends),)
    return ((f"IN ({marks})", some) for marks, some in in_lists(seqs))
