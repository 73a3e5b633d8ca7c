"""Where a journal is, and on which computer it is open; quick, since every start asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.storage import host_lock, moved

if TYPE_CHECKING:
    from pathlib import Path


def whereabouts(folder: Path) -> Path:
    """Return the folder that the journal of this folder is in now; usually the same.

    Raises ``JournalUnavailableError`` when it has gone to a folder that is not there.
    """
    return moved.whereabouts(folder)


def refuse_elsewhere(folder: Path) -> None:
    """Raise ``OpenElsewhereError`` when another computer seems to have the journal open."""
    host_lock.refuse_elsewhere(folder)


def take_over(folder: Path) -> None:
    """Let the journal be opened here though another computer seems to have it open.

    Raises ``NotWrittenError`` when the folder cannot be written to.
    """
    host_lock.take_over(folder)
