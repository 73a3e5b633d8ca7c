"""Names for things a person writes, unique across journals so that two can be merged one day."""

from __future__ import annotations

import os
import time

_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""A random digit -> one that begins with the bits 10."""


def new_id() -> str:
    """Return a UUID version 7: 48 bits of Unix milliseconds, then random bits (RFC 9562, 5.7)."""
    when = f"{time.time_ns() // 1_000_000:012x}"
    random = os.urandom(10).hex()
    variant = _VARIANT[random[3]]
    return f"{when[:8]}-{when[8:]}-7{random[:3]}-{variant}{random[4:7]}-{random[7:19]}"
