"""Tables in CSV files, as spreadsheets and other apps write them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from resilience_desktop.domain.progress import Progress
from resilience_desktop.domain.still_open import still_open
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.limits import LONGEST_TEXT, MOST_BYTES, MOST_ROWS
from resilience_desktop.exchange.reading import RowProblem
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator

_DELIMITERS = ",;\t"
_SAMPLE = 50
_AT_ONCE = 500  # rows
"""Rows looked at to find out what separates the columns."""

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FILES = (b"%PDF", b"{\\rtf")
"""Documents that may consist of printable characters only."""
_CONTROL = bytes((*range(1, 9), *range(14, 32), 127))

_EXCEL_HINT = re.compile(r"sep=([,;\t])\r?\n")
_END = "\0"
_LAST = [_END]
"""A line put after the last one. Text holds no NUL, so it cannot be mistaken for content."""

_FORMULA_STARTS = tuple("=+-@\t\r")
_QUOTED_FORMULA = re.compile("'\"?[=+\\-@\t\r]")
"""Where a cell that a spreadsheet would take for a formula may be; most files have none."""

_Record = tuple[int, list[str]]
"""The line of the file that a row starts on, and its cells."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, with the line of the file that it starts on."""

    line: int
    cells: tuple[str, ...] = field(repr=False)


_OpenRow = still_open(Row)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that has a header; every row has as many cells as the header."""

    header: tuple[str, ...] = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    problems: tuple[RowProblem, ...] = field(default=(), repr=False)
    """Rows left out because their cells cannot be matched with the columns."""


def read_table(data: bytes, *, name: str, progress: Progress | None = None) -> Table:
    """Return the table in a CSV file; ``name`` is the file's name for messages.

    UTF-8, UTF-16 with its mark, else Windows-1252; separated by comma, semicolon or tab. Raises
    ``NotUnderstoodError`` when it is no table, holds no rows, or is beyond the limits.
    """
    progress = progress or Progress()
    records = _records(data, name)
    _, header = next(records)
    rows: list[Row] = []
    problems: list[RowProblem] = []
    width = len(header)
    for line, cells in records:
        if len(rows) + len(problems) == MOST_ROWS:
            raise _too_many_rows(name)
        if not len(rows) % _AT_ONCE:
            progress.check()
        if len(cells) != width or cells[-1].endswith(_END):
            reason = _mismatch(cells, width)
            if reason:
                problems.append(RowProblem(line, reason))
                continue
            del cells[width:]
        made = _OpenRow()
        made.line, made.cells = line, tuple(cells)
        made.__class__ = Row
        rows.append(made)
    if not rows and not problems:
        raise NotUnderstoodError(
            text(
                "“{name}” has a line with column names, but no rows below it. "
                "There is nothing to add, and nothing was changed."
            ).format(name=name)
        )
    return Table(tuple(header), tuple(rows), tuple(problems))


def read_header(data: bytes, *, name: str) -> tuple[str, ...]:
    """Return the column names of a CSV file. Raises ``NotUnderstoodError`` if it is no table."""
    return tuple(next(_records(data, name))[1])


def decode(data: bytes, *, name: str) -> str:
    """Return the text of a file. Raises ``NotUnderstoodError`` if it is too large or not text."""
    if len(data) > MOST_BYTES:
        raise NotUnderstoodError(
            text(
                "“{name}” is larger than {limit} MB. Please split it into smaller files. "
                "Nothing was changed."
            ).format(name=name, limit=MOST_BYTES // 1024**2)
        )
    if not data.startswith(_OTHER_FILES):
        encodings = ("utf-16",) if data.startswith(_UTF_16_MARKS) else ("utf-8-sig", "cp1252")
        for encoding in encodings:
            # Nothing is raised from here: a decoding error carries the whole file with it.
            with suppress(UnicodeDecodeError):
                words = data.decode(encoding)
                if _is_text(words):
                    return words
    raise NotUnderstoodError(
        text(
            "“{name}” is not a text file. A CSV file is needed: apps call it “export”, "
            "spreadsheets “save as CSV”. Nothing was changed."
        ).format(name=name)
    )


def _is_text(words: str) -> bool:
    # A stray control character happens in notes; in other kinds of file they are everywhere.
    written = words.encode()
    control = len(written) - len(written.translate(None, _CONTROL))
    return "\0" not in words and 100 * control <= len(words)


def _records(data: bytes, name: str) -> Iterator[_Record]:
    """Yield the header and then every row that is not blank."""
    words = decode(data, name=name)
    if not words.strip():
        raise NotUnderstoodError(
            text(
                "“{name}” is empty. A file with a line of column names and rows below it is "
                "needed. Nothing was changed."
            ).format(name=name)
        )
    hint = _EXCEL_HINT.match(words)
    # newline="" keeps line ends inside quotes as they are and makes line numbers those that an
    # editor shows.
    lines = io.StringIO(words, newline="")
    delimiter = hint[1] if hint else _delimiter(lines)
    quoted = _QUOTED_FORMULA.search(words) is not None
    parsed = _parse(lines, delimiter, name, quoted=quoted) if delimiter else iter(())
    filled: Iterator[_Record] = islice(parsed, 1 if hint else 0, None)
    header = next(filled, None)
    if header is None or len(header[1]) < 2:
        raise NotUnderstoodError(
            text(
                "“{name}” is not a table with columns. A CSV file with a line of column names is "
                "needed. Nothing was changed."
            ).format(name=name)
        )
    yield header
    yield from filled


def _parse(lines: io.StringIO, delimiter: str, name: str, *, quoted: bool) -> Iterator[_Record]:
    lines.seek(0)
    reader = csv.reader(chain(lines, (_END,)), delimiter=delimiter)
    start = 1
    while True:
        read, is_whole = _some(reader)
        for cells, line in read:
            if quoted:
                cells = list(map(_unquoted, cells))
            if any(map(str.strip, cells)) and cells != _LAST:
                yield start, cells
            start = line + 1
        if not is_whole:
            raise _cell_too_long(name, start)
        if len(read) < _AT_ONCE:
            return


def _some(reader: Reader) -> tuple[list[tuple[list[str], int]], bool]:
    """Return the next rows, each with the line it ends in, and whether the next can be read."""
    read: list[tuple[list[str], int]] = []
    # The limit on a cell belongs to the whole process, so it is set only while reading.
    with _cell_limit():
        try:
            for cells in islice(reader, _AT_ONCE):
                read.append((cells, reader.line_num))  # noqa: PERF401  (what was read stays)
        except csv.Error:
            return read, False
    return read, True


@contextmanager
def _cell_limit() -> Iterator[None]:
    before = csv.field_size_limit(LONGEST_TEXT)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _delimiter(lines: io.StringIO) -> str:
    """Return what separates the columns, or nothing when the first line has only one.

    Most rows as wide as the header decides, then the number of columns: a comma inside a note or
    a decimal number makes rows of unequal width.
    """
    ranks: dict[str, tuple[float, int]] = {}
    for delimiter in _DELIMITERS:
        widths = _widths(lines, delimiter)
        if widths and widths[0] > 1:
            ranks[delimiter] = (Counter(widths)[widths[0]] / len(widths), widths[0])
    return max(ranks, key=lambda delimiter: ranks[delimiter], default="")


def _widths(lines: io.StringIO, delimiter: str) -> list[int]:
    widths: list[int] = []
    lines.seek(0)
    reader = csv.reader(lines, delimiter=delimiter)
    with _cell_limit(), suppress(csv.Error):
        widths.extend(len(cells) for cells in islice(filter(None, reader), _SAMPLE))
    return widths


def _unquoted(cell: str) -> str:
    """Undo what keeps a spreadsheet from taking a cell for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _FORMULA_STARTS else cell


def _mismatch(cells: list[str], width: int) -> str:
    """Return why a row does not fit the header, else nothing. Empty cells at its end are fine."""
    if cells[-1].endswith(_END):
        return text("A quotation mark opens here and is not closed by the end of the file.")
    if len(cells) < width or any(map(str.strip, cells[width:])):
        return text("The row has {found} columns, the first line has {needed}.").format(
            found=len(cells), needed=width
        )
    return ""


def _too_many_rows(name: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        text(
            "“{name}” has more than {limit} rows. Please split it into smaller files. "
            "Nothing was changed."
        ).format(name=name, limit=f"{MOST_ROWS:,}")
    )


def _cell_too_long(name: str, line: int) -> NotUnderstoodError:
    return NotUnderstoodError(
        text(
            "A cell of “{name}” is longer than 1 MB, in the row that starts on line {line}. "
            "A closing quotation mark may be missing there. Nothing was changed."
        ).format(name=name, line=line)
    )
