"""Taking a picture of a window, once nothing moves in it any more."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from resilience_desktop.app import Parts

QUIET_MS = 120


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, and how to get the window there."""

    name: str
    show: Callable[[Parts], QWidget]


def pictures(parts: Parts, target: Path, shots: tuple[Shot, ...], ending: str) -> Iterator[Path]:
    """Show one place after the other and write a picture of each."""
    parts.window.show()
    settle(parts)
    for shot in shots:
        shown = shot.show(parts)
        settle(parts)
        path = target / f"{shot.name}{ending}.png"
        shown.grab().save(str(path))
        put_away(shown, parts.window)
        yield path


def put_away(shown: QWidget, window: QWidget) -> None:
    """Close what was shown, and what that was opened over, but for the window itself."""
    while shown is not window:
        below = shown.parentWidget()
        shown.close()
        shown = below.window() if below is not None else window


def settle(parts: Parts) -> None:
    """Wait until nothing is being read, drawn or moved any more."""
    loop = QEventLoop()
    quiet = QTimer(interval=QUIET_MS)

    def look() -> None:
        if not parts.tasks.is_busy:
            loop.quit()

    quiet.timeout.connect(look)
    quiet.start()
    loop.exec()


def dress(parts: Parts, theme: str, size: tuple[int, int], text_size: int) -> None:
    """Give the window its look."""
    preferences = parts.window.context.preferences
    preferences.change(theme=theme, text_size=text_size, country="GB")
    parts.look.set_text_size(text_size)  # at once
    parts.window.resize(*size)


def finish(parts: Parts) -> None:
    """Close the window and the journal."""
    parts.window.close()
    parts.tasks.close()
    parts.window.deleteLater()


def found(parts: Parts, name: str) -> QWidget:
    """Return the part of the window with this object name."""
    there = parts.window.findChildren(QWidget, name)
    if not there:
        raise LookupError(name)
    return there[-1]  # one that was closed may still be going away


_QUIET_LINES = ("waiting", "lower_days", "early_signs", "look_again", "sheet", "look_back")


def quiet_line(parts: Parts, name: str) -> QWidget:
    """Return a quiet line of the journal page, to which the others have given way."""
    for other in _QUIET_LINES:
        if other != name:
            found(parts, f"journal.{other}").hide()
    return found(parts, f"journal.{name}")


def press(parts: Parts, name: str) -> None:
    """Press a button."""
    cast("QPushButton", found(parts, name)).click()


def dialog(name: str, open_it: Callable[[Parts], object]) -> Callable[[Parts], QWidget]:
    """Return a way to a dialog: how to open it, then its object name."""

    def show(parts: Parts) -> QWidget:
        open_it(parts)
        settle(parts)
        return found(parts, name)

    return show


def say_nothing(_kind: object, _context: object, message: str | None) -> None:
    """Drop what Qt says about drawing without a screen; show the rest."""
    if message and not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)  # noqa: T201
