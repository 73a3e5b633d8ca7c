"""Deleting a journal with everything that belongs to it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.durable import sync_folder
from resilience_desktop.storage.moved import CAME, MOVED, came_from, leads_to
from resilience_desktop.storage.session_keyring import forget_key
from resilience_desktop.storage.vault import Vault
from resilience_desktop.storage.ways_in import has_keyring

if TYPE_CHECKING:
    from pathlib import Path

_FILES = (
    "journal.keys*",
    "journal.db*",
    "contacts.json*",
    "toolkit.json*",
    "journal.lock*",
    "journal.moved*",
)
_FOLDERS = ("looking-*", "quarantine", "backups")
"""The notes on where copies of backups are lie in the last one, for another try."""


def delete_files(folder: Path, *, second_folder: bool) -> None:
    """Delete every file of a closed journal, and on request the copies of its backups elsewhere.

    Raises ``NotWrittenError`` when something is left; what is gone is gone, and it can be tried
    again. Files in the folder that are none of ours stay.
    """
    if not folder.exists():
        return
    notes = Backups(folder).notes()
    places: list[Path] = []
    if second_folder and notes.second_folder and notes.second_place:
        if not notes.second_folder.is_dir():
            raise NotWrittenError(
                text("The second folder for backups is not there now. Nothing has been deleted.")
            )
        places = [notes.second_place] if notes.second_place.exists() else []
    old, _ = came_from(folder)
    try:
        if old is not None and leads_to(old, folder):  # nobody is to look for it here any more
            (old / MOVED).unlink()
        _forget_key(folder)
        for pattern in (*_FILES, CAME):
            for path in folder.glob(pattern):
                path.unlink()
        for place in [*places, *(p for pattern in _FOLDERS for p in folder.glob(pattern))]:
            shutil.rmtree(place)
        sync_folder(folder)
    except OSError as error:
        raise NotWrittenError(
            text("Not everything could be deleted: a folder cannot be written to.")
        ) from error
    with suppress(OSError):  # something else is in it
        folder.rmdir()


def _forget_key(folder: Path) -> None:
    """Take what this computer's keyring keeps of the journal out of it."""
    vault = Vault(folder)
    if has_keyring(vault):
        forget_key(vault.journal_id())
