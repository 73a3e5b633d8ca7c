"""Writing a small file so that a crash or power cut leaves the old one or the new one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Step: TypeAlias = "Callable[[str], None]"
"""Is told the name of each step as it is done, so that a trial can end the program there."""


def no_step(_name: str) -> None:
    """Go on, as everywhere but in a trial."""


def replace_file(
    path: Path,
    content: bytes,
    test: Callable[[bytes], object] | None = None,
    step: Step = no_step,
) -> None:
    """Put ``content`` at ``path`` in one step, readable by this user only, and on the disk.

    ``test`` is given what was read back and may raise. Raises ``OSError`` when saving is not
    possible; the file is then as it was.
    """
    draft = draft_of(path)
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            step("small file begun")
            file.write(content)
            file.flush()
            step("small file written")
            os.fsync(file.fileno())
        step("small file on disk")
        written = draft.read_bytes()
        if written != content:
            message = text("The file could not be saved: the disk returned something else.")
            raise NotWrittenError(message)
        if test is not None:
            test(written)
        step("small file tested")
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    step("small file in place")
    sync_folder(path.parent)
    step("small file's name on disk")


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
