"""A wrong passphrase is refused and changes nothing."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

from resilience_desktop.errors import WrongPassphraseError
from resilience_desktop.storage.keys import KdfSettings
from resilience_desktop.storage.vault import Vault
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from pathlib import Path

_QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)
_RIGHT = "quiet river stone lamp"


def _attempt(trials: int, folder: Path) -> Outcome:
    vault = Vault(folder / "journal")
    store, _ = vault.create(_RIGHT, _QUICK)
    store.close()
    before = _digest(vault.folder)
    chance = random.Random(1)
    broken = 0
    for _ in range(trials):
        broken += not _is_refused(vault, _nearly(_RIGHT, chance)) or _digest(vault.folder) != before
    return Outcome(trials, broken, control_caught=not _is_refused(vault, _RIGHT))


def _is_refused(vault: Vault, passphrase: str) -> bool:
    try:
        vault.open(passphrase).close()
    except WrongPassphraseError:
        return True
    return False


def _nearly(words: str, chance: random.Random) -> str:
    """Return the words with one letter changed, left out or put in."""
    place = chance.randrange(len(words))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz ".replace(words[place], ""))
    return words[:place] + chance.choice(("", letter, words[place] + letter)) + words[place + 1 :]


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


PROMISE = Promise("G6", "a wrong passphrase opens nothing and changes no byte", 300, _attempt)
