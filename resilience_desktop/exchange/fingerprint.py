"""Fingerprints of rows, so that reading the same file twice adds nothing."""

from __future__ import annotations

from hashlib import sha256
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LENGTH = 32


class Fingerprints:
    """Makes the fingerprints of the rows of one file.

    A fingerprint covers the format, the names and values of the cells that hold something, and a
    running number among identical rows. So it depends neither on where in the file a row stands,
    nor on how its columns and moods were mapped, nor on empty columns that a newer version of the
    other app may have added.
    """

    def __init__(self, file_format: str, columns: Iterable[tuple[str, int]]) -> None:
        """Cover these columns, given as their names and places in a row."""
        self._format = encode_basestring_ascii(file_format)
        self._columns = [(encode_basestring_ascii(name), place) for name, place in columns]
        self._seen: dict[str, int] = {}

    def of(self, cells: Sequence[str]) -> str:
        """Return the fingerprint of the next row."""
        # As json.dumps would write the format and the pairs of name and value.
        held = ", ".join(
            [
                f"[{name}, {encode_basestring_ascii(cells[place])}]"
                for name, place in self._columns
                if cells[place]
            ]
        )
        base = _digest(f"[{self._format}, [{held}]]")
        number = self._seen[base] = self._seen.get(base, 0) + 1
        return _digest(f'["{base}", {number}]')


def _digest(written: str) -> str:
    return sha256(written.encode("ascii")).hexdigest()[:_LENGTH]
