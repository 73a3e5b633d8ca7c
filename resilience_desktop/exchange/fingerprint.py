"""Fingerprints of rows, so that reading the same file twice adds nothing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 32


class Fingerprints:
    """Makes the fingerprints of the rows of one file.

    A fingerprint covers the format, the names and values of the cells that hold something, and a
    running number among identical rows. So it depends neither on where in the file a row stands,
    nor on how its columns and moods were mapped, nor on empty columns that a newer version of the
    other app may have added.
    """

    def __init__(self, file_format: str) -> None:
        self._format = file_format
        self._seen: Counter[str] = Counter()

    def of(self, cells: Iterable[tuple[str, str]]) -> str:
        """Return the fingerprint of the next row, given as pairs of column name and value."""
        held = [pair for pair in cells if pair[1]]
        base = _digest(json.dumps([self._format, held]))
        self._seen[base] += 1
        return _digest(f'["{base}", {self._seen[base]}]')


def _digest(written: str) -> str:
    return hashlib.sha256(written.encode("ascii")).hexdigest()[:_LENGTH]
