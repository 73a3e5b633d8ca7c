"""Writing files that somebody chose a place for."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from resilience_desktop.domain.progress import Progress

_A_JOURNALS_OWN = ("journal.db", "journal.db-wal", "journal.keys")


def write_file(path: Path, content: bytes, progress: Progress | None = None) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises ``NotWrittenError``; a file that was there before is then as it was, and also when
    ``progress`` is stopped.
    """
    if path.name in _A_JOURNALS_OWN and path.exists():
        raise NotWrittenError(
            text("A journal’s own file has this name. It was left as it is; choose another name.")
        )
    _write_all({path: content}, progress)


def write_new_files(files: Mapping[Path, bytes], progress: Progress | None = None) -> None:
    """Write several files that are not there yet, all or none, readable by their owner only.

    Raises ``NotWrittenError``; none is there then, and also when ``progress`` is stopped.
    """
    for path in files:
        if path.exists():
            raise NotWrittenError(
                text("“{file}” is there already. Choose another name.").format(file=path.name)
            )
    _write_all(files, progress)


def _write_all(files: Mapping[Path, bytes], progress: Progress | None) -> None:
    """Write everything beside its place first, then put it there; take it away if that fails."""
    with contextlib.ExitStack() as undo:
        try:
            beside = {path: _write_beside(path, content, undo) for path, content in files.items()}
            if progress is not None:
                progress.finish()
            for path, written in beside.items():
                written.replace(path)
                undo.callback(_forget, path)
        except OSError as error:
            raise NotWrittenError(_why_not_written(error.errno)) from None
        undo.pop_all()


def _write_beside(path: Path, content: bytes, undo: contextlib.ExitStack) -> Path:
    handle, name = tempfile.mkstemp(prefix=".saving-", suffix=".tmp", dir=path.parent)
    undo.callback(_forget, Path(name))
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _why_not_written(code: int | None) -> str:
    if code in (errno.ENOSPC, errno.EDQUOT):
        reason = text("the disk is full")
    elif code in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY):
        reason = text("this place is read-only, or another program has the file open")
    elif code in (errno.ENOENT, errno.ENOTDIR):
        reason = text("the folder is not there any more")
    elif code == errno.EISDIR:
        reason = text("a folder has this name")
    elif code == errno.ENAMETOOLONG:
        reason = text("its name is too long")
    else:
        reason = text("this place could not be written to")
    return text("The file could not be saved: {reason}. Choose another place.").format(
        reason=reason
    )
