"""Moving a journal into another folder of this computer, out of one that a cloud copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services.backups import use_second_folder
from resilience_desktop.storage import moving
from resilience_desktop.storage.moved import whereabouts
from resilience_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.services.journal import Journal


def refuse_unfit(folder: Path, target: Path) -> None:
    """Raise ``NotWrittenError``, with what to do, for a folder that a journal cannot move into."""
    moving.refuse_unfit(folder, target)


def move(journal: Journal, target: Path, *, backups_stay: bool = False) -> str:
    """Move an open journal with all that belongs to it into an empty or a new folder.

    It stays open. A backup is made first; the old folder keeps nothing but a note of where the
    journal has gone and, with ``backups_stay``, encrypted copies of the backups made from now on.
    Returns a remark when these could not be put there. Raises ``NotWrittenError`` or
    ``JournalDamagedError``; the journal is where it was then.
    """
    old, target, secret = journal.folder.absolute(), target.absolute(), journal.file.secret
    moving.refuse_unfit(old, target)
    journal.back_up()
    journal.exchange(
        lambda store: moving.move(store, target),
        lambda: Vault(whereabouts(old)).open_secret(secret),
    )
    return use_second_folder(journal.folder, old) if backups_stay else ""


def place_in(folder: Path) -> Path:
    """Return the folder itself when it is empty or new, else a folder of our own inside it."""
    try:
        free = not folder.exists() or not (folder.is_mount() or moving.others_in(folder))
    except OSError:
        free = True  # moving there says what is wrong
    return folder if free else folder / text("Resilience journal")
