"""What a write touched, so that each view can decide whether to look again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of content a write touched."""

    entries: bool = False
    thought_records: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Return both sets of changes as one."""
        return Changes(self.entries or other.entries, self.thought_records or other.thought_records)

    def __bool__(self) -> bool:
        return self.entries or self.thought_records
