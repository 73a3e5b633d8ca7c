"""Rows out of single pages of an SQLite file, whatever has become of the others.

The file format is described at https://www.sqlite.org/fileformat2.html. Nothing here trusts a
number it has read: what does not make sense is left out.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from resilience_desktop.storage.pages import USABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Value: TypeAlias = "int | float | str | bytes | None"

TABLE, INDEX = 13, 10
"""Kinds of pages that hold rows: of ordinary tables, and of indexes and tables without rowid."""
_INNER_TABLE, _INNER_INDEX = 5, 2
_CHILD = 4  # bytes of a page number
_HEADER_OF_FILE = 100
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class Row:
    """One row as far as it could be read."""

    rowid: int | None
    """None in a table without rowid."""
    values: tuple[Value, ...] = field(repr=False)
    is_whole: bool = True
    """False when its end lay on a page that is damaged; the last value may be cut short then."""


@dataclass(frozen=True, slots=True)
class Node:
    """One page of a tree."""

    kind: int
    """``TABLE`` or ``INDEX``."""
    rows: tuple[Row, ...] = field(repr=False)
    children: tuple[int, ...]
    """Pages below it."""


def node(pages: Mapping[int, bytes], number: int) -> Node | None:
    """Return what a page holds, or None when it is missing or no page of a tree."""
    page = pages.get(number)
    start = _HEADER_OF_FILE if number == 1 else 0
    if page is None or page[start] not in (TABLE, INDEX, _INNER_TABLE, _INNER_INDEX):
        return None
    kind, count = page[start], int.from_bytes(page[start + 3 : start + 5], "big")
    inner = kind in (_INNER_TABLE, _INNER_INDEX)
    pointers = start + (12 if inner else 8)
    rows, children = [], []
    if inner:
        children.append(_number(page, start + 8))
    for place in range(pointers, min(pointers + 2 * count, USABLE - 1), 2):
        cell = int.from_bytes(page[place : place + 2], "big")
        if inner:
            children.append(_number(page, cell))
        if kind != _INNER_TABLE and (row := _row(pages, page, cell + _CHILD * inner, kind)):
            rows.append(row)
    return Node(TABLE if kind in (TABLE, _INNER_TABLE) else INDEX, tuple(rows), tuple(children))


def tree(pages: Mapping[int, bytes], root: int) -> Iterator[tuple[int, Node]]:
    """Yield every page of a tree that can still be reached, each once."""
    waiting, seen = [root], set()
    while waiting:
        number = waiting.pop()
        found = None if number in seen else node(pages, number)
        seen.add(number)
        if found is not None:
            yield number, found
            waiting += found.children


def _row(pages: Mapping[int, bytes], page: bytes, place: int, kind: int) -> Row | None:
    try:
        size, place = _varint(page, place)
        rowid = None
        if kind == TABLE:
            rowid, place = _varint(page, place)
            rowid = rowid - (1 << 64) if rowid >> 63 else rowid
        record = _record(pages, page, place, size, kind)
        return _values(record, rowid, is_whole=len(record) == size)
    except (IndexError, struct.error):
        return None


def _record(pages: Mapping[int, bytes], page: bytes, place: int, size: int, kind: int) -> bytes:
    """Return the bytes of a row, from this page and those it runs on to."""
    local = _local_size(size, kind)
    found = page[place : place + local]
    if local == size:
        return found
    number, seen = _number(page, place + local), {0}
    parts, length = [found], len(found)
    while number not in seen and number in pages and length < size:
        seen.add(number)
        parts.append(pages[number][_CHILD:])
        length += len(parts[-1])
        number = _number(pages[number], 0)
    return b"".join(parts)[:size]


def _local_size(size: int, kind: int) -> int:
    most = USABLE - 35 if kind == TABLE else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (USABLE - 12) * 32 // 255 - 23
    local = least + (size - least) % (USABLE - _CHILD)
    return local if local <= most else least


def _values(record: bytes, rowid: int | None, *, is_whole: bool) -> Row | None:
    """Return the values of a row; of one that is cut short, those that are there."""
    end, place = _varint(record, 0)
    values: list[Value] = []
    at = end
    while place < end and len(values) < _MOST_COLUMNS:
        kind, place = _varint(record, place)
        width = _width(kind)
        values.append(_value(kind, record[at : at + width]))
        at += width
        if at > len(record):
            return Row(rowid, tuple(values), is_whole=False)
    return Row(rowid, tuple(values), is_whole=is_whole)


def _width(kind: int) -> int:
    return (kind - 12) // 2 if kind >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]


def _value(kind: int, content: bytes) -> Value:
    if kind >= 12:
        return content.decode("utf-8", "ignore") if kind % 2 else content
    if kind in (8, 9):
        return kind - 8
    if len(content) < _width(kind) or kind in (0, 10, 11):
        return None
    if kind == 7:
        return float(struct.unpack(">d", content)[0])
    return int.from_bytes(content, "big", signed=True)


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    number = 0
    for length in range(8):
        byte = data[place + length]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + length + 1
    return number << 8 | data[place + 8], place + 9


def _number(page: bytes, place: int) -> int:
    return int.from_bytes(page[place : place + _CHILD], "big")
