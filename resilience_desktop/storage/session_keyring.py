"""The keyring of the computer, which opens with the person's session.

It is only ever one more way in: it holds a key of its own for one slot of the key file, and
whatever happens to it, the passphrase and the recovery code open the journal as before. Asking it
may show a window of the system, so it is asked on the journal's thread.
"""

from __future__ import annotations

import base64
import binascii
from contextlib import suppress
from typing import Protocol

_SERVICE = "resilience-desktop"
_KEY_BYTES = 32
_REAL = {
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
}
"""Those that a system keeps locked; every other one writes to a file, or nowhere."""


class Keyring(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return what was kept under these names, or None."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep something under these names."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Forget what was kept under these names."""


def real_keyring() -> Keyring | None:
    """Return the keyring of this computer, or None when there is none that is worth its name."""
    with suppress(Exception):  # whatever stops another program's keyring is no fault of ours
        import keyring

        chosen = keyring.get_keyring()
        for one in getattr(chosen, "backends", [chosen]):
            if type(one).__module__ in _REAL:
                found: Keyring = one
                return found
    return None


def keep_key(journal_id: bytes, key: bytes) -> bool:
    """Keep the key of a journal's slot; return whether the keyring has it now."""
    with suppress(Exception):
        if keyring := real_keyring():
            keyring.set_password(_SERVICE, journal_id.hex(), base64.b64encode(key).decode())
    return find_key(journal_id) == key


def find_key(journal_id: bytes) -> bytes | None:
    """Return the key of a journal's slot, or None when the keyring does not give one."""
    kept = None
    with suppress(Exception):
        if keyring := real_keyring():
            kept = keyring.get_password(_SERVICE, journal_id.hex())
    try:
        key = base64.b64decode(kept or "", validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == _KEY_BYTES else None


def forget_key(journal_id: bytes) -> None:
    """Take the key of a journal's slot out of the keyring, if it is there."""
    with suppress(Exception):
        if keyring := real_keyring():
            keyring.delete_password(_SERVICE, journal_id.hex())
