"""Keys: from a passphrase to the key of the encrypted file.

    master secret M   16 random bytes; the recovery code is M
    journal id        16 random bytes; the SQLCipher salt, so the file's first 16 bytes
    file key          HKDF-SHA256(M, salt=journal id, info=_FILE_KEY) -> 32 bytes
    slot              AES-256-GCM(Argon2id(NFKC(passphrase)), M), bound to its own settings

A slot of type ``open`` holds M as it is, for whoever wants no passphrase. One of type ``keyring``
holds M sealed with a random key that only the computer's own keyring has.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import time
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

from resilience_desktop.errors import (
    JournalUnavailableError,
    KeyFileDamagedError,
    WrongPassphraseError,
)
from resilience_desktop.i18n import text

SECRET_BYTES = 16
_FILE_KEY = b"resilience-journal/sqlcipher-raw/v1"
_SALT, _NONCE, _SEAL = 16, 12, 16  # bytes
_MIB = 1024


@dataclass(frozen=True, slots=True)
class KdfSettings:
    """How costly it is to try a passphrase (Argon2id, RFC 9106)."""

    memory_kib: int = 256 * _MIB
    passes: int = 3
    lanes: int = 4

    def is_reasonable(self) -> bool:
        """Whether a file that asks for these settings could be one of ours."""
        return (
            all(type(number) is int for number in (self.memory_kib, self.passes, self.lanes))
            and 0 < self.passes <= 64
            and 0 < self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= 4 * _MIB * _MIB
        )


def calibrated() -> KdfSettings:
    """Return settings that take this computer 0.5 to 1 second; never under 64 MiB and 3 passes."""
    settings = KdfSettings()
    while True:
        start = time.perf_counter()
        try:
            stretch("calibration", bytes(16), settings)
        except MemoryError:
            taken = 2.0
        else:
            taken = time.perf_counter() - start
        if taken < 0.5:
            passes = min(64, max(settings.passes + 1, round(settings.passes * 0.7 / taken)))
            return KdfSettings(settings.memory_kib, passes, settings.lanes)
        if taken <= 1.0 or settings.memory_kib <= 64 * _MIB:
            return settings
        settings = KdfSettings(settings.memory_kib // 2, settings.passes, settings.lanes)


def stretch(passphrase: str, salt: bytes, settings: KdfSettings) -> bytes:
    """Return the 32-byte key that a passphrase stands for; slow on purpose."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    words = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            words, salt, settings.passes, settings.memory_kib, settings.lanes, 32, Type.ID, 19
        )
    except HashingError as error:  # the library's way of saying that memory is short
        raise MemoryError from error


def file_key(secret: bytes, journal_id: bytes) -> bytes:
    """Return the 32-byte key of the encrypted file: HKDF-SHA256 of one block (RFC 5869)."""
    extracted = hmac.digest(journal_id, secret, "sha256")
    return hmac.digest(extracted, _FILE_KEY + b"\x01", "sha256")


def open_slot(secret: bytes, journal_id: bytes) -> dict[str, Any]:
    """Return a slot that gives the secret to whoever can read it."""
    return {"type": "open", "journal": journal_id.hex(), "secret": _encode(secret)}


def passphrase_slot(
    passphrase: str, secret: bytes, journal_id: bytes, settings: KdfSettings
) -> dict[str, Any]:
    """Return a slot that gives the secret to whoever knows the passphrase."""
    salt = secrets.token_bytes(_SALT)
    head = {
        "type": "passphrase",
        "journal": journal_id.hex(),
        "kdf": {"name": "argon2id", "salt": _encode(salt), **asdict(settings)},
    }
    return _sealed(head, stretch(passphrase, salt, settings), secret)


def keyring_slot(key: bytes, secret: bytes, journal_id: bytes) -> dict[str, Any]:
    """Return a slot that gives the secret to whoever has this 32-byte key."""
    return _sealed({"type": "keyring", "journal": journal_id.hex()}, key, secret)


def secret_in(slot: dict[str, Any], passphrase: str | None) -> bytes:
    """Return the master secret in an open slot or one with a passphrase.

    Raises ``WrongPassphraseError`` when the passphrase does not fit and
    ``KeyFileDamagedError`` when the slot is not one that this app would write.
    """
    try:
        if slot["type"] == "open":
            return _decode(slot["secret"], SECRET_BYTES)
        kdf = slot["kdf"]
        settings = KdfSettings(kdf["memory_kib"], kdf["passes"], kdf["lanes"])
        salt = _decode(kdf["salt"], _SALT)
        if kdf["name"] != "argon2id" or not settings.is_reasonable():
            raise ValueError
    except (KeyError, TypeError, ValueError) as error:
        raise KeyFileDamagedError(damaged_words()) from error
    try:
        key = stretch(passphrase or "", salt, settings)
    except MemoryError as error:
        raise JournalUnavailableError(
            text(
                "There is not enough free memory to try the passphrase. "
                "Closing other programs may help."
            )
        ) from error
    return _unsealed(slot, ("type", "journal", "kdf"), key)


def secret_in_keyring_slot(slot: dict[str, Any], key: bytes) -> bytes:
    """Return the master secret in a slot of the computer's keyring; raises as ``secret_in``."""
    return _unsealed(slot, ("type", "journal"), key)


def _sealed(head: dict[str, Any], key: bytes, secret: bytes) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(key).encrypt(nonce, secret, canonical(head))
    return {**head, "nonce": _encode(nonce), "secret": _encode(sealed)}


def _unsealed(slot: dict[str, Any], head: tuple[str, ...], key: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        nonce = _decode(slot["nonce"], _NONCE)
        sealed = _decode(slot["secret"], SECRET_BYTES + _SEAL)
        bound = canonical({name: slot[name] for name in head})
    except (KeyError, TypeError, ValueError) as error:
        raise KeyFileDamagedError(damaged_words()) from error
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise WrongPassphraseError(
            text("That passphrase did not open the journal. Nothing has changed.")
        ) from None


def damaged_words() -> str:
    """Return the sentence for a key file that cannot be used."""
    return text(
        "The key file beside the journal is damaged, so the passphrase cannot be tried. "
        "The journal itself may be fine: it can be opened with the recovery code."
    )


def canonical(value: object) -> bytes:
    """Return JSON in the one form that is signed and checksummed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _encode(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _decode(value: str, length: int) -> bytes:
    """Return the bytes of a base 64 text; raise ``ValueError`` unless there are this many."""
    try:
        found = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError from error
    if len(found) != length:
        raise ValueError
    return found
