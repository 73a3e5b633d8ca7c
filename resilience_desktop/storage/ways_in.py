"""Changing what opens a journal, in its key file only: the journal itself is not touched.

Each change is one replacement of a small file, tested before it takes the old one's place: after
any interruption the journal opens with exactly the old or the new passphrase. The master secret
and with it the recovery code stay as they are.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from resilience_desktop.errors import (
    KeyFileDamagedError,
    NotWrittenError,
    ResilienceError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text
from resilience_desktop.storage import session_keyring
from resilience_desktop.storage.key_file import KeyFile, slots_of
from resilience_desktop.storage.keys import keyring_slot, secret_in_keyring_slot
from resilience_desktop.storage.vault import gives, slot_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.storage.key_file import Slot
    from resilience_desktop.storage.vault import Vault

_KEYRING = "keyring"


def seal(vault: Vault, secret: bytes, passphrase: str | None) -> None:
    """Make this passphrase, or with None no passphrase at all, what opens the journal.

    The keyring of the computer goes on opening it behind a new passphrase, and is not needed
    without one. A damaged key file is moved aside. Raises ``NotWrittenError``.
    """
    journal_id = vault.journal_id()
    slot = slot_for(passphrase, secret, journal_id)
    found = vault.found_keys()
    kept: list[Slot] = []
    if passphrase is not None:
        with suppress(KeyFileDamagedError):
            kept = slots_of(found.slots(journal_id), _KEYRING)
    wanted = found.with_slots(journal_id, [slot, *kept])
    try:
        vault.keep(wanted, gives(secret, lambda keys: keys.secret(journal_id, passphrase)))
    except NotWrittenError:
        if not _is_in_place(vault, wanted):
            raise
    if passphrase is None:
        session_keyring.forget_key(journal_id)


def has_keyring(vault: Vault) -> bool:
    """Whether the computer's keyring is one of the ways in."""
    with suppress(ResilienceError):
        return bool(slots_of(vault.slots(), _KEYRING))
    return False


def add_keyring(vault: Vault, passphrase: str) -> None:
    """Let the computer's keyring open the journal too, for as long as it can.

    Raises ``WrongPassphraseError``, ``KeyFileDamagedError`` and ``NotWrittenError``.
    """
    journal_id = vault.journal_id()
    secret, key = vault.secret(passphrase), secrets.token_bytes(32)
    if not session_keyring.keep_key(journal_id, key):
        raise NotWrittenError(
            text("This computer’s keyring did not take the key. The journal opens as before.")
        )
    slots = [*_others(vault.slots()), keyring_slot(key, secret, journal_id)]
    vault.keep(
        vault.found_keys().with_slots(journal_id, slots),
        gives(secret, lambda keys: _unsealed(keys.slots(journal_id), key)),
    )


def remove_keyring(vault: Vault) -> None:
    """Let only the passphrase and the recovery code open the journal.

    Raises ``KeyFileDamagedError`` and ``NotWrittenError``.
    """
    journal_id = vault.journal_id()
    vault.keep(vault.found_keys().with_slots(journal_id, _others(vault.slots())))
    session_keyring.forget_key(journal_id)


def secret_of_keyring(vault: Vault) -> bytes | None:
    """Return the master secret if the computer's keyring gives it, else None."""
    with suppress(KeyFileDamagedError, WrongPassphraseError):
        slots = vault.slots()
        key = session_keyring.find_key(vault.journal_id()) if slots_of(slots, _KEYRING) else None
        if key:
            return _unsealed(slots, key)
    return None


def _unsealed(slots: Sequence[Slot], key: bytes) -> bytes:
    return secret_in_keyring_slot(slots_of(slots, _KEYRING)[0], key)


def _others(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.get("type") != _KEYRING]


def _is_in_place(vault: Vault, wanted: KeyFile) -> bool:
    """Whether saving failed only after the file had taken its place: then it is what opens."""
    with suppress(KeyFileDamagedError):
        return KeyFile.read(vault.keys).generation > wanted.generation
    return False
