"""Whatever stops a new key, the journal is whole and under exactly the old or the new one."""

from __future__ import annotations

import datetime as dt
import random
import sys
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError, WrongPassphraseError
from resilience_desktop.services import keys
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.key_file import KeyFile
from resilience_desktop.storage.vault import Vault
from tests.promises.promise import NotRunHere, Outcome, Promise
from tests.promises.stopping import QUICK, killed_at_random, killed_at_step, with_little_space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from resilience_desktop.storage.key_file import Slot

_PASSPHRASE = "quiet river stone lamp"
_LONGEST = 0.3  # seconds: a new key takes about a third of it
_FULL_DISKS = 8
_MOST_STEPS = 40


def _attempt(trials: int, folder: Path) -> Outcome:
    if sys.platform == "win32":
        raise NotRunHere("no SIGKILL")
    chance = random.Random(1)
    trial = _Trial(folder / "journal")
    broken = steps = 0
    while killed_at_step(trial.folder, _PASSPHRASE, _renew, steps + 1):
        steps += 1
        broken += not trial.is_whole()
    broken += not trial.is_whole()  # after the one that came through
    for _ in range(trials):
        killed_at_random(trial.folder, _PASSPHRASE, _renew, chance, _LONGEST)
        broken += not trial.is_whole()
    size = (trial.folder / "journal.db").stat().st_size
    for _ in range(_FULL_DISKS):
        most = chance.randrange(size)
        said = with_little_space(trial.folder, _PASSPHRASE, _renew, most)
        broken += said != "refused" or not trial.is_whole(renewed=False)
    return Outcome(
        steps + trials + _FULL_DISKS,
        broken,
        _control(folder / "control"),
        f"{steps} steps, {trials} kills, {_FULL_DISKS} times RLIMIT_FSIZE",
    )


def _renew(journal: Journal, passphrase: str) -> str:
    keys.make_new_key(journal, passphrase, lambda: None)
    return passphrase


def _control(folder: Path) -> bool:
    """Whether a key file that knows only the new key before the new file is there is caught."""
    trial = _Trial(folder)
    return any(
        killed_at_step(trial.folder, _PASSPHRASE, _renew_keys_first, step) and not trial.is_whole()
        for step in range(1, _MOST_STEPS)
    )


def _renew_keys_first(journal: Journal, passphrase: str) -> str:
    def only_new(_self: KeyFile, _old: bytes, new: bytes, slots: Sequence[Slot]) -> KeyFile:
        return KeyFile().with_slots(new, slots)

    KeyFile.renewed = only_new  # type: ignore[method-assign, assignment]
    return _renew(journal, passphrase)


class _Trial:
    """A journal, and what has to be in it however often it gets a new key."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._vault = folder, Vault(folder)
        journal, groups = Journal.create(folder, _PASSPHRASE, QUICK)
        chance = random.Random(2)
        for day in range(1, 29):
            at = Moment.from_wall(dt.datetime(2026, 11, day, 12), "Europe/London")
            note = " ".join(f"word{chance.randrange(500)}" for _ in range(300))
            journal.keep_entry(Entry(at=at, mood=1, note=note, feelings=(Feeling("calm"),)))
        self._groups, self._contents = groups, journal.contents()
        self._id = self._vault.journal_id()
        journal.close()

    def is_whole(self, *, renewed: bool = True) -> bool:
        """Whether the journal opens with the passphrase and one of the codes, old or new.

        With ``renewed`` false it has to be the old one.
        """
        try:
            journal = Journal.open(self.folder, _PASSPHRASE)
        except ResilienceError:
            return False
        same = journal.contents() == self._contents and not journal.verify().problems
        groups, present = keys.recovery_groups(journal, _PASSPHRASE), self._vault.journal_id()
        journal.close()
        if present == self._id:
            right_code = groups == self._groups
        else:
            right_code = renewed and not self._opens_with_code()
        self._id, self._groups = present, groups
        left = {path.name for path in self.folder.iterdir()}
        only_one = list(KeyFile.read(self._vault.keys).entries) == [present.hex()]
        return same and right_code and only_one and left == {"journal.db", "journal.keys"}

    def _opens_with_code(self) -> bool:
        try:
            Journal.open_with_code(self.folder, " ".join(self._groups)).close()
        except WrongPassphraseError:
            return False
        return True


PROMISE = Promise("G9", "a stopped new key leaves the old journal or the new", 20, _attempt)
