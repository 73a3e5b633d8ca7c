"""A place for what is only needed for a moment: inside the journal's folder, this user's alone.

What goes there is encrypted like the journal itself.
"""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "looking-"
_IN_USE = 3600  # seconds that one may be in use by another program


@contextmanager
def private_folder(journal_folder: Path) -> Iterator[Path]:
    """Make an empty folder that is gone afterwards; raise ``NotWrittenError`` when that fails."""
    try:
        journal_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(journal_folder)
        place = Path(mkdtemp(prefix=_PREFIX, dir=journal_folder))  # 0700 by itself
    except OSError as error:
        raise NotWrittenError(
            text("The journal’s folder cannot be written to, or the disk is full.")
        ) from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _sweep(journal_folder: Path) -> None:
    """Remove such folders that a program left behind when it was killed, a while ago."""
    with suppress(OSError):
        for place in journal_folder.glob(f"{_PREFIX}*"):
            if abs(time.time() - place.stat().st_mtime) > _IN_USE:
                shutil.rmtree(place, ignore_errors=True)
