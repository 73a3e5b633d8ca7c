"""Saving what can still be read of a damaged journal, in a new file under the same key."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import (
    JournalDamagedError,
    NotWrittenError,
    ResilienceError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage.backup_file import DATABASE, read_manifest
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.connection import create_database
from resilience_desktop.storage.durable import sync_file
from resilience_desktop.storage.filling import Filling
from resilience_desktop.storage.host_lock import refuse_elsewhere
from resilience_desktop.storage.pages import Pages
from resilience_desktop.storage.private_folder import private_folder
from resilience_desktop.storage.replacing import put_in_place, quarantine
from resilience_desktop.storage.rescue import rescue, tables_of
from resilience_desktop.storage.restoring import key_files, tell_apart
from resilience_desktop.storage.state import State
from resilience_desktop.storage.store import Store
from resilience_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.domain.moment import Moment
    from resilience_desktop.storage.restoring import Ways


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved of a damaged journal."""

    entries: int
    thought_records: int
    in_bin: int
    incomplete: int
    """How many of them have lost a part, such as the end of a text, a mood or the time."""
    lost: int
    """How many more are known to have been there, of which nothing is left."""
    damaged_pages: int
    set_aside: Path
    """Where the original is."""


def salvage(
    folder: Path, ways: Ways, now: Moment, progress: Progress | None = None
) -> tuple[Store, Salvaged]:
    """Save what can be read of the journal in a folder, and open that in its place.

    The original goes into quarantine as it is. Raises ``WrongPassphraseError`` or
    ``KeyFileDamagedError`` when the right key is not given, ``JournalDamagedError`` when nothing
    can be read with it, ``JournalUnavailableError``, ``NotWrittenError``, and plain
    ``ResilienceError`` for a journal that needs no saving; nothing has changed then.
    """
    vault, progress = Vault(folder), progress or Progress()
    refuse_elsewhere(folder)
    try:
        progress.stage(text("Reading what is left of the journal"), until=0.3)
        secret, journal_id, pages = _readable(vault, ways)
        progress.tell(1, 1)
        with private_folder(folder) as place:
            prepared = place / DATABASE
            os.close(os.open(prepared, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            with closing(Store(create_database(prepared, secret, journal_id))) as store:
                filling = Filling(store, rescue(pages.whole, tables_of(store.db)), now)
                progress.stage(text("Putting what is left into a new file"), until=0.9)
                with store.keeping_up():
                    filling.fill(progress)
                progress.stage(text("Checking the new file"))
                tell_apart(store, folder)
                state = State.of(store.db)
                found = state.entries or state.thought_records or state.in_bin
                empty = not (found or store.practices.all())
                if empty or store.problems(progress):
                    raise _nothing_readable()  # an empty journal would say that there was nothing
            sync_file(prepared)
            progress.finish()
            set_aside = quarantine(folder, now.day)
            vault.found_keys()  # moves a damaged key file aside
            put_in_place(folder, prepared)
    except OSError as error:
        raise NotWrittenError(
            text(
                "Nothing could be saved: the disk is full, or the journal’s folder cannot be "
                "written to. The journal is as it was."
            )
        ) from error
    report = Salvaged(
        state.entries,
        state.thought_records,
        state.in_bin,
        len(filling.incomplete),
        filling.lost,
        pages.damaged,
        set_aside,
    )
    return vault.open_secret(secret), report


def _readable(vault: Vault, ways: Ways) -> tuple[bytes, bytes, Pages]:
    """Return the key of a damaged journal that nobody has open, and its sound pages."""
    found = key_files(vault.folder)
    names = [name for keys in found for name in keys.names()]
    for backup in Backups(vault.folder).all():  # which know it where no key file does
        with suppress(ResilienceError):
            names.append(read_manifest(backup.path).journal_id)
    with suppress(JournalDamagedError):
        names.insert(0, vault.journal_id())
    refused: ResilienceError | None = None
    tried = False
    for name in dict.fromkeys(names):
        try:
            secret, _ = ways.secret(name, found)
        except ResilienceError as error:
            refused = refused or error
            continue
        tried = True
        _refuse_sound(vault, secret)
        pages = Pages.read(vault.file, secret, name)
        if pages.whole:
            return secret, name, pages
    raise _nothing_readable() if tried or refused is None else refused


def _refuse_sound(vault: Vault, secret: bytes) -> None:
    """Raise unless the journal is damaged and nobody has it open; move its log in if possible."""
    with suppress(JournalDamagedError):
        store = vault.open_secret(secret)
        try:
            problems = store.problems()
        finally:
            store.close()
        if not problems:
            raise ResilienceError(text("This journal is sound: there is nothing to save it from."))


def _nothing_readable() -> JournalDamagedError:
    return JournalDamagedError(
        text("Nothing of this journal can be read with that. It has been left as it is.")
    )
