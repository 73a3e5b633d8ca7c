"""Keys: from a passphrase to the key of the encrypted file.

    master secret M   16 random bytes; the recovery code is M
    journal id        16 random bytes; the SQLCipher salt, so the file's first 16 bytes
    file key          HKDF-SHA256(M, salt=journal id, info=_FILE_KEY) -> 32 bytes
    slot              AES-256-GCM(Argon2id(NFKC(passphrase)), M), bound to its own settings

A slot of type ``open`` holds M as it is, for whoever wants no passphrase.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
import time
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

from resilience_desktop.errors import KeyFileDamagedError, WrongPassphraseError
from resilience_desktop.i18n import text

_FILE_KEY = b"resilience-journal/sqlcipher-raw/v1"
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
            0 < self.passes <= 64
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
    """Return the 32-byte key of the encrypted file."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, journal_id, _FILE_KEY).derive(secret)


def open_slot(secret: bytes, journal_id: bytes) -> dict[str, Any]:
    """Return a slot that gives the secret to whoever can read it."""
    return {"type": "open", "journal": journal_id.hex(), "secret": _encode(secret)}


def passphrase_slot(
    passphrase: str, secret: bytes, journal_id: bytes, settings: KdfSettings
) -> dict[str, Any]:
    """Return a slot that gives the secret to whoever knows the passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    head = {
        "type": "passphrase",
        "journal": journal_id.hex(),
        "kdf": {"name": "argon2id", "salt": _encode(salt), **asdict(settings)},
    }
    sealed = AESGCM(stretch(passphrase, salt, settings)).encrypt(nonce, secret, canonical(head))
    return {**head, "nonce": _encode(nonce), "secret": _encode(sealed)}


def secret_in(slot: dict[str, Any], passphrase: str | None) -> bytes:
    """Return the master secret in a slot.

    Raises ``WrongPassphraseError`` when the passphrase does not fit and
    ``KeyFileDamagedError`` when the slot is not one that this app would write.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        sealed = _decode(slot["secret"])
        if slot["type"] == "open":
            return sealed
        kdf = slot["kdf"]
        settings = KdfSettings(kdf["memory_kib"], kdf["passes"], kdf["lanes"])
        salt, nonce = _decode(kdf["salt"]), _decode(slot["nonce"])
        if kdf["name"] != "argon2id" or not settings.is_reasonable():
            raise ValueError
        head = canonical({name: slot[name] for name in ("type", "journal", "kdf")})
    except (KeyError, TypeError, ValueError) as error:
        raise KeyFileDamagedError(damaged_words()) from error
    try:
        return AESGCM(stretch(passphrase or "", salt, settings)).decrypt(nonce, sealed, head)
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


def _decode(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError from error
