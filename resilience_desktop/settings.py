"""Preferences that say nothing about the person, kept outside the journal.

A missing, damaged or unwritable settings file never stops the app: it starts with the usual
values, and unknown values written by a newer version are kept.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("system", "light", "dark")
SMALLEST_TEXT, LARGEST_TEXT = 85, 200


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between starts."""

    theme: str = "system"
    text_size: int = 100
    """Per cent of the system's text size."""
    country: str = ""
    """Country of the help lines as two letters, empty until chosen."""
    page: str = "journal"
    """The page that was open last."""
    window: tuple[int, int, int, int] | None = None
    """Left, top, width, height."""
    maximized: bool = False
    others: dict[str, Any] = field(default_factory=dict)
    """Values this version does not know."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the settings in this file; whatever cannot be used takes its usual value."""
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        known = {f.name for f in fields(cls)} - {"others"}
        kept = {
            name: value for name, value in found.items() if name in known and _fits(name, value)
        }
        if "window" in kept and kept["window"] is not None:
            kept["window"] = tuple(kept["window"])
        return cls(**kept, others={k: v for k, v in found.items() if k not in known})

    def write(self, path: Path) -> bool:
        """Write the settings; return whether it worked."""
        plain = asdict(self)
        others = plain.pop("others")
        draft = path.with_suffix(".tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps({**others, **plain}, indent=1), encoding="utf-8")
            os.replace(draft, path)  # noqa: PTH105  (reads like what it is: one atomic step)
        except OSError:
            return False
        return True

    def with_text_size(self, per_cent: int) -> Self:
        """Return the settings with another text size, kept within its range."""
        return replace(self, text_size=max(SMALLEST_TEXT, min(LARGEST_TEXT, per_cent)))


def _fits(name: str, value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    match name:
        case "theme":
            return value in THEMES
        case "text_size":
            return whole and SMALLEST_TEXT <= value <= LARGEST_TEXT  # type: ignore[operator]
        case "country" | "page":
            return isinstance(value, str)
        case "maximized":
            return isinstance(value, bool)
        case _:  # window
            return value is None or (
                isinstance(value, list)
                and len(value) == 4
                and all(type(v) is int and abs(v) < 100_000 for v in value)  # True is no length
            )
