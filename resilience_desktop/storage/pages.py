"""The pages of an encrypted file, one by one: what is left when SQLCipher refuses the whole.

A page of 4096 bytes as SQLCipher 4 writes it, encrypted with AES-256-CBC::

    0       4016    4032            4096
    | data  | IV 16 | HMAC-SHA512 64 |      the first 16 bytes of page 1 are the journal id instead

The checksum covers data, IV and page number, so a page is either exactly what was written, or not
used at all. In the log beside the file each page has 24 bytes before it that say which one it is.
"""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from resilience_desktop.storage.keys import file_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PAGE = 4096
USABLE = 4016
_IV = 16
_NAME = 16
_PLAIN_START = b"SQLite format 3\0"
_LOG_HEAD, _FRAME_HEAD = 32, 24
_SALTS = slice(8, 16)  # in the head of a frame; 16 to 24 in the head of the log


@dataclass(frozen=True, slots=True)
class Pages:
    """Every page that is as it was written, by its number."""

    whole: Mapping[int, bytes] = field(repr=False)
    """Decrypted, ``USABLE`` bytes each."""
    damaged: int
    """How many pages there are besides, as far as that can be told."""

    @classmethod
    def read(cls, path: Path, secret: bytes, journal_id: bytes) -> Self:
        """Read a file that nobody has open, and its log; raise ``OSError`` when it cannot be."""
        lock = _Lock(secret, journal_id)
        whole, numbers = {}, set()
        for number, page in [*_in_file(path), *_in_log(path.with_name(path.name + "-wal"))]:
            numbers.add(number)
            data = lock.open(page, number)
            if data is not None:
                whole[number] = data
        return cls(whole, len(numbers) - len(whole))


def is_key_of(path: Path, secret: bytes, journal_id: bytes) -> bool:
    """Whether a file that nobody has open has any page written under this key and name."""
    lock = _Lock(secret, journal_id)
    with suppress(OSError):
        return any(lock.open(page, number) is not None for number, page in _in_file(path))
    return False


class _Lock:
    """What SQLCipher derives from the key of a file."""

    def __init__(self, secret: bytes, journal_id: bytes) -> None:
        self._key = file_key(secret, journal_id)
        salt = bytes(byte ^ 0x3A for byte in journal_id)
        self._sum_key = hashlib.pbkdf2_hmac("sha512", self._key, salt, 2, 32)

    def open(self, page: bytes, number: int) -> bytes | None:
        """Return the data of a page, or None when its checksum is wrong."""
        start = _NAME if number == 1 else 0
        covered = page[start : USABLE + _IV] + number.to_bytes(4, "little")
        if not hmac.compare_digest(
            hmac.digest(self._sum_key, covered, "sha512"), page[USABLE + _IV :]
        ):
            return None
        decryptor = Cipher(AES(self._key), CBC(page[USABLE : USABLE + _IV])).decryptor()
        return _PLAIN_START[:start] + decryptor.update(page[start:USABLE])


def _in_file(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        number = 1
        while page := file.read(PAGE):
            yield number, page.ljust(PAGE, b"\0")
            number += 1


def _in_log(path: Path) -> list[tuple[int, bytes]]:
    """Return the pages of the log in their order, up to the last that ended a transaction."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    salts = content[16:24]
    found, finished = [], 0
    for start in range(_LOG_HEAD, len(content) - _FRAME_HEAD - PAGE + 1, _FRAME_HEAD + PAGE):
        head = content[start : start + _FRAME_HEAD]
        if head[_SALTS] == salts:  # else left over from an earlier log
            page = content[start + _FRAME_HEAD : start + _FRAME_HEAD + PAGE]
            found.append((int.from_bytes(head[:4], "big"), page))
            if any(head[4:8]):  # the size of the file after a transaction
                finished = len(found)
    return found[:finished]
