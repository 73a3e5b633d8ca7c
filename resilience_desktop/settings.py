"""Preferences that say nothing about the person, kept outside the journal.

A missing, damaged or unwritable settings file never stops the app: it starts with the usual
values, and unknown values written by a newer version are kept.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

THEMES = ("system", "light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 85, 200
OWN_WORDS_SERIF, OWN_WORDS_LIKE_APP = "", "app"
REMINDERS = ("off", "chosen", "random")
MOST_REMINDERS = 2
"""A day: more would press."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between starts."""

    theme: str = "system"
    text_size: int = 100
    """Per cent of the system's text size."""
    own_words_font: str = OWN_WORDS_SERIF
    """The font of the person's own words: the reading serif, the app's font, or a family."""
    less_motion: bool = False
    """Nothing moves, also where the system would let it."""
    words_only: bool = False
    """An exercise shows words and numbers only, without anything that moves."""
    soft_bell: bool = False
    """A soft sound marks the turns of an exercise."""
    language: str = ""
    """Language code such as ``de``, empty to follow the system."""
    country: str = ""
    """Country of the help lines as two letters, empty until chosen."""
    pages_first: tuple[str, ...] = ()
    """Keys of the pages whose tabs come first."""
    page: str = "journal"
    """The page that was open last."""
    stay_in_tray: bool = False
    """Closing the window leaves the app in the tray."""
    reminders: str = "off"
    """Whether reminders come: ``off``, at ``chosen`` times, or at ``random`` ones."""
    reminder_times: tuple[str, ...] = ("20:00",)
    """The chosen times of day as ``HH:MM``, one or two."""
    reminders_a_day: int = 1
    """How many random ones."""
    reminder_hours: tuple[str, str] = ("09:00", "20:00")
    """Random reminders come between these times of day."""
    on_a_break: bool = False
    """No reminders until the person is back."""
    lock_after: int = 10
    """Minutes without a key or a click after which the journal locks itself, 0 for never."""
    window: tuple[int, int, int, int] | None = None
    """Left, top, width, height."""
    maximized: bool = False
    writing_pane: int = 0
    """Per cent of the journal's width that the writing takes, 0 as long as nobody chose."""
    calendar_beside: bool = True
    """Whether the calendar is open where there is room beside the timeline."""
    calendar_above: bool = False
    """Whether it is open where it would stand above the timeline."""
    cloud_folders_told: tuple[str, ...] = ()
    """Folders of journals of which it was said that a service copies them."""
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
        kept: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in found.items()
            if name in known and _CHECKS[name](value)
        }
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


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_number_from(least: int, most: int) -> Callable[[object], bool]:
    # type() and not isinstance: True is no number here.
    return lambda value: type(value) is int and least <= value <= most


def _is_list_of(check: Callable[[object], bool], least: int, most: int) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, list) and least <= len(value) <= most and all(map(check, value))
    )


def _is_one_of(values: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in values


def _is_time(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) is not None


_is_place = _is_list_of(_is_number_from(-99_999, 99_999), 4, 4)

_CHECKS: dict[str, Callable[[object], bool]] = {
    "theme": _is_one_of(THEMES),
    "text_size": _is_number_from(SMALLEST_TEXT, LARGEST_TEXT),
    "own_words_font": _is_text,
    "less_motion": _is_truth,
    "words_only": _is_truth,
    "soft_bell": _is_truth,
    "language": _is_text,
    "country": _is_text,
    "pages_first": _is_list_of(_is_text, 0, 50),
    "page": _is_text,
    "stay_in_tray": _is_truth,
    "reminders": _is_one_of(REMINDERS),
    "reminder_times": _is_list_of(_is_time, 1, MOST_REMINDERS),
    "reminders_a_day": _is_number_from(1, MOST_REMINDERS),
    "reminder_hours": _is_list_of(_is_time, 2, 2),
    "on_a_break": _is_truth,
    "lock_after": _is_number_from(0, 60),
    "window": lambda value: value is None or _is_place(value),
    "maximized": _is_truth,
    "cloud_folders_told": _is_list_of(_is_text, 0, 20),
    "writing_pane": _is_number_from(0, 100),
    "calendar_beside": _is_truth,
    "calendar_above": _is_truth,
}
