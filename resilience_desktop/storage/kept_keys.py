"""The key files that backups hold, for a journal whose own is damaged or gone.

The journal itself may be sound and newer than every backup, so it is not put aside for one: only
what opens it is taken from there.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.errors import ResilienceError
from resilience_desktop.storage.backup_file import read_keys
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.key_file import KeyFile, slots_of
from resilience_desktop.storage.vault import Door, Vault

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from resilience_desktop.storage.restoring import Ways
    from resilience_desktop.storage.store import Store


def kept_door(folder: Path) -> Door:
    """Return how a journal can be opened with what its backups hold; never fails."""
    with suppress(ResilienceError):
        name = Vault(folder).journal_id()
        known = [slot for keys in _kept_keys(folder, name) for slot in keys.slots(name)]
        if slots_of(known, "passphrase"):
            return Door.PASSPHRASE
        if slots_of(known, "open"):
            return Door.OPEN
    return Door.RECOVERY_CODE


def kept_day(folder: Path) -> dt.date | None:
    """Return when the newest backup was made whose key file knows the journal; never fails."""
    with suppress(ResilienceError):
        return next((day for day, _ in _found(folder, Vault(folder).journal_id())), None)
    return None


def open_with_kept_keys(folder: Path, ways: Ways) -> Store:
    """Open a journal with a key file of a backup, and give it that; its own is moved aside.

    Raises ``WrongPassphraseError`` or ``KeyFileDamagedError`` when none of them opens it, and as
    ``Vault.open``. Where the key file cannot be written, the journal opens all the same.
    """
    vault = Vault(folder)
    name = vault.journal_id()
    secret, slots = ways.secret(name, _kept_keys(folder, name))
    store = vault.open_secret(secret)
    with suppress(ResilienceError, OSError):
        vault.keep(vault.found_keys().with_slots(name, slots))
    return store


def _kept_keys(folder: Path, name: bytes) -> list[KeyFile]:
    """Return the key files in backups that know a journal, the newest first."""
    found: list[KeyFile] = []
    for _day, keys in _found(folder, name):
        if keys not in found:
            found.append(keys)
    return found


def _found(folder: Path, name: bytes) -> Iterator[tuple[dt.date, KeyFile]]:
    for backup in Backups(folder).all():
        with suppress(ResilienceError):
            keys = KeyFile.parse(read_keys(backup.path))
            keys.slots(name)  # or says that it does not know it
            yield backup.stored.day, keys
