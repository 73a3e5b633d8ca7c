"""Putting another file in the journal's place, so that at any moment the old or the new one opens.

    1. the new file waits beside the journal, complete and on the disk
    2. the journal's log is moved aside: with the new file it would be taken for the new one's
    3. the new file takes the journal's name: the one moment that decides
    4. the old log goes into quarantine

A program that is killed between 2 and 3 leaves the old file without its log. Whoever opens the
journal next sees the new file still waiting, and gives the old one its log back.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.errors import JournalUnavailableError
from resilience_desktop.i18n import text
from resilience_desktop.storage.durable import no_step, sync_file, sync_folder

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from resilience_desktop.storage.durable import Step
    from resilience_desktop.storage.store import Store

_JOURNAL, _LOG, _KEYS = "journal.db", "journal.db-wal", "journal.keys"
_WAITING, _ASIDE = "journal.db.waiting", "journal.db-wal.aside"


def put_in_place(
    folder: Path, prepared: Path, open_store: Store | None = None, step: Step = no_step
) -> None:
    """Let a complete file, closed and on the disk, become the journal.

    ``open_store`` is the journal if it is open; it is closed afterwards. It stays open until then
    so that no other program can write to what is being replaced. Raises ``OSError``: then the old
    file is still the journal.
    """
    if open_store is not None:
        open_store.checkpoint()
        if os.name == "nt":  # where an open file cannot be replaced, and so nobody else can have it
            open_store.close()
    waiting, log = folder / _WAITING, folder / _LOG
    prepared.replace(waiting)
    step("new file waiting")
    if log.exists():
        if log.stat().st_size:
            log.replace(folder / _ASIDE)
        else:
            log.unlink()
    sync_folder(folder)
    step("log gone")
    waiting.replace(folder / _JOURNAL)
    step("new file in place")
    with suppress(OSError):  # the name is there already
        sync_folder(folder)
    step("its name on disk")
    if open_store is not None:
        open_store.close()
    finish_replacing(folder)


def finish_replacing(folder: Path) -> None:
    """Bring a replacement to its end that may have been interrupted; usually there is none.

    Raises ``JournalUnavailableError`` when the old journal cannot be given its log back.
    """
    aside, waiting = folder / _ASIDE, folder / _WAITING
    if not aside.exists():
        return
    try:
        if waiting.exists():
            aside.replace(folder / _LOG)
            sync_folder(folder)
            waiting.unlink()
        else:
            aside.replace(new_quarantine(folder, "log") / _LOG)
    except OSError as error:
        raise JournalUnavailableError(
            text(
                "The journal was being replaced when it was interrupted, and its folder cannot "
                "be written to now. Nothing is lost."
            )
        ) from error


def quarantine(folder: Path, day: dt.date) -> Path:
    """Copy the journal with its log and keys to where nothing is ever deleted; raise ``OSError``.

    The journal must be closed. The original stays, so that there is always a journal.
    """
    place = new_quarantine(folder, day.isoformat())
    for name in (_JOURNAL, _LOG, _KEYS):
        if (folder / name).exists():
            shutil.copyfile(folder / name, place / name)
            (place / name).chmod(0o600)
            sync_file(place / name)
    sync_folder(place)
    sync_folder(place.parent)
    return place


def new_quarantine(folder: Path, label: str) -> Path:
    """Make a place of its own in the quarantine; raise ``OSError``."""
    place = folder / "quarantine" / f"{label}_{secrets.token_hex(4)}"
    place.parent.mkdir(mode=0o700, exist_ok=True)
    place.mkdir(mode=0o700)
    return place
