"""A damaged key file is said to be one: nobody is told that a right passphrase is wrong."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING
from unittest.mock import patch

from resilience_desktop.errors import KeyFileDamagedError, WrongPassphraseError
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.keys import KdfSettings
from resilience_desktop.storage.vault import Vault
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from pathlib import Path

_QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)
_RIGHT = "quiet river stone lamp"
_MOST_FOR_CONTROL = 200


def _attempt(trials: int, folder: Path) -> Outcome:
    vault = Vault(folder / "journal")
    vault.create(_RIGHT, _QUICK)[0].close()
    whole = vault.keys.read_bytes()
    chance = random.Random(1)
    broken = sum(not _is_told_apart(vault, _damaged(whole, chance)) for _ in range(trials))
    with patch.object(KeyFile, "parse", classmethod(_parse_without_checksum)):
        control = any(
            not _is_told_apart(vault, _damaged(whole, chance)) for _ in range(_MOST_FOR_CONTROL)
        )
    return Outcome(trials, broken, control)


def _is_told_apart(vault: Vault, keys: bytes) -> bool:
    """Whether a key file opens the journal or is called damaged, and everything stays as it is."""
    vault.keys.write_bytes(keys)
    before = vault.file.read_bytes()
    try:
        vault.open(_RIGHT).close()
    except KeyFileDamagedError:
        return vault.file.read_bytes() == before and vault.keys.read_bytes() == keys
    except WrongPassphraseError:
        return False
    except Exception:  # anything else would be a crash
        return False
    return True  # what was hit means nothing, such as a space


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    """Return the file as a bad disk, a full one or a clumsy program leaves it."""
    place, length = chance.randrange(len(whole)), chance.randrange(1, 64)
    flipped = bytes([whole[place] ^ 1 << chance.randrange(8)])
    return chance.choice(
        (
            whole[:place] + flipped + whole[place + 1 :],
            whole[:place] + chance.randbytes(length) + whole[place + length :],
            whole[:place] + bytes(length) + whole[place + length :],
            whole[:place] + whole[place + length :],
            whole[:place],
            whole[place:] + whole[:place],
            whole + whole,
            whole.replace(b"A", b"a"),
            whole.decode().translate(str.maketrans("0123456789", "1234567890")).encode(),
        )
    )


def _parse_without_checksum(cls: type[KeyFile], content: bytes) -> KeyFile:
    """Read a key file as one that had no checksum would be read."""
    try:
        return cls(json.loads(content)["entries"])
    except (ValueError, KeyError, TypeError) as error:
        raise KeyFileDamagedError from error


PROMISE = Promise("G7", "a damaged key file is never called a wrong passphrase", 500, _attempt)
