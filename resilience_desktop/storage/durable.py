"""Writing a small file so that a crash or power cut leaves the old one or the new one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step, readable by this user only, and on the disk.

    Raises ``OSError`` when that is not possible; the file is then as it was.
    """
    draft = draft_of(path)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if draft.read_bytes() != content:
        message = text("The file could not be saved: the disk returned something else.")
        raise NotWrittenError(message)
    draft.replace(path)
    sync_folder(path.parent)


def draft_of(path: Path) -> Path:
    """Return where a file is written before it takes its place."""
    return path.with_name(path.name + ".tmp")


def sync_file(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in the folder are on the disk; Windows has no such wish."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
