"""The recovery code: every slip of the pen is noticed, and it opens the journal file alone."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING
from unittest.mock import patch

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError, WrongPassphraseError
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import recovery_code
from resilience_desktop.storage.keys import KdfSettings
from resilience_desktop.storage.recovery_code import ALPHABET, read_recovery_code, recovery_groups
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(1)
    tried = broken = 0
    for _ in range(trials):
        code = "".join(recovery_groups(chance.randbytes(16)))
        for wrong in _slips(code):
            tried += 1
            broken += not _is_noticed(wrong)
    for damage in (b"", b"half of it", None):
        tried += 1
        broken += not _opens_alone(folder / str(tried), damage)
    with patch.object(recovery_code, "_sums", lambda _symbols: (0, 0)):
        # Its last two letters then check nothing.
        code = "".join(recovery_groups(chance.randbytes(16)))
        control = not all(_is_noticed(wrong) for wrong in _slips(code))
    return Outcome(tried, broken, control)


def _slips(code: str) -> Iterator[str]:
    """Yield the code with any one letter wrong, missing or doubled, or two neighbours swapped."""
    for place, right in enumerate(code):
        before, after = code[:place], code[place + 1 :]
        yield before + after
        yield before + right + right + after
        for wrong in ALPHABET.replace(right, "") + "U":
            yield before + wrong + after
        if after and after[0] != right:
            yield before + after[0] + right + after[1:]


def _is_noticed(wrong: str) -> bool:
    try:
        read_recovery_code(wrong)
    except WrongPassphraseError:
        return True
    return False


def _opens_alone(folder: Path, damaged: bytes | None) -> bool:
    """Whether the code opens a journal whose key file is damaged, or with None is gone."""
    journal, groups = Journal.create(folder, "quiet river stone lamp", _QUICK)
    journal.keep_entry(Entry(at=Moment.now("Europe/London"), note="walked by the river"))
    contents = journal.contents()
    journal.close()
    path = folder / "journal.keys"
    path.unlink() if damaged is None else path.write_bytes(damaged)
    with suppress(ResilienceError):
        journal = Journal.open_with_code(folder, " ".join(groups).lower())
        same = journal.contents() == contents
        journal.close()
        return same
    return False


PROMISE = Promise("G10", "a slip in the recovery code is noticed, and it opens alone", 20, _attempt)
