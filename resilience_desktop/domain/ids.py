"""Names for things a person writes, unique across journals so that two can be merged one day."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""A random digit -> one that begins with the bits 10."""
_BYTES = 10  # of one


def new_id() -> str:
    """Return a UUID version 7: 48 bits of Unix milliseconds, then random bits (RFC 9562, 5.7)."""
    return next(new_ids(1))


def new_ids(number: int) -> Iterator[str]:
    """Return so many of them; the system is asked once for all that is random."""
    digits = os.urandom(_BYTES * number).hex()
    for start in range(0, len(digits), 2 * _BYTES):
        random = digits[start : start + 2 * _BYTES]
        when = f"{time.time_ns() // 1_000_000:012x}"
        variant = _VARIANT[random[3]]
        yield f"{when[:8]}-{when[8:]}-7{random[:3]}-{variant}{random[4:7]}-{random[7:19]}"
