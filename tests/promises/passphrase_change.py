"""Whatever stops a change of passphrase, the journal opens with exactly the old or the new one."""

from __future__ import annotations

import datetime as dt
import random
import sys
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError
from resilience_desktop.services import keys
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import key_file
from resilience_desktop.storage.vault import Vault
from tests.promises.promise import NotRunHere, Outcome, Promise
from tests.promises.stopping import QUICK, killed_at_random, killed_at_step, with_little_space

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_BOTH = ("quiet river stone lamp", "amber cloud velvet mill")
_LONGEST = 0.03  # seconds: a change takes about a third of it
_FULL_DISKS = 10


def _attempt(trials: int, folder: Path) -> Outcome:
    if sys.platform == "win32":
        raise NotRunHere("no SIGKILL")
    chance = random.Random(1)
    trial = _Trial(folder / "journal")
    broken = steps = 0
    while killed_at_step(trial.folder, trial.passphrase, _change, steps + 1):
        steps += 1
        broken += not trial.is_whole()
    broken += not trial.is_whole()  # after the one that came through
    for _ in range(trials):
        killed_at_random(trial.folder, trial.passphrase, _change, chance, _LONGEST)
        broken += not trial.is_whole()
    size = (trial.folder / "journal.keys").stat().st_size
    for _ in range(_FULL_DISKS):
        most = chance.randrange(size)
        said = with_little_space(trial.folder, trial.passphrase, _change, most)
        broken += said != "refused" or not trial.is_whole(changed=False)
    return Outcome(
        steps + trials + _FULL_DISKS,
        broken,
        _control(folder / "control"),
        f"{steps} steps, {trials} kills, {_FULL_DISKS} times RLIMIT_FSIZE",
    )


def _change(journal: Journal, passphrase: str) -> str:
    new = _BOTH[passphrase == _BOTH[0]]
    keys.change_passphrase(journal, passphrase, new)
    return new


def _control(folder: Path) -> bool:
    """Whether writing over the key file, as is usual with small files, is caught."""
    trial = _Trial(folder)
    killed_at_step(trial.folder, trial.passphrase, _change_in_place, 1)
    return not trial.is_whole()


def _change_in_place(journal: Journal, passphrase: str) -> str:
    key_file.replace_file = _write_in_place
    return _change(journal, passphrase)


def _write_in_place(path: Path, content: bytes, _test: object, step: Callable[[str], None]) -> None:
    with path.open("wb") as file:
        file.write(content[: len(content) // 2])
        file.flush()
        step("half of it")
        file.write(content[len(content) // 2 :])


class _Trial:
    """A journal, and what has to be in it however often its passphrase is changed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.passphrase = folder, _BOTH[0]
        journal, groups = Journal.create(folder, self.passphrase, QUICK)
        for day in range(1, 20):
            at = Moment.from_wall(dt.datetime(2026, 11, day, 12), "Europe/London")
            journal.keep_entry(Entry(at=at, note=f"walked by the river {day} times"))
        self._groups, self._contents = groups, journal.contents()
        journal.close()

    def is_whole(self, *, changed: bool = True) -> bool:
        """Whether exactly one passphrase opens the journal with all that is in it.

        It is the one to go on with; with ``changed`` false it has to be the one of before.
        """
        fitting = [words for words in _BOTH if self._fits(words)]
        if len(fitting) != 1 or not (changed or fitting == [self.passphrase]):
            return False
        self.passphrase = fitting[0]
        try:
            journal = Journal.open(self.folder, self.passphrase)
        except ResilienceError:
            return False
        same = journal.contents() == self._contents and not journal.verify().problems
        same = same and keys.recovery_groups(journal, self.passphrase) == self._groups
        journal.close()
        left = {path.name for path in self.folder.iterdir()}
        return same and left - {"backups"} == {"journal.db", "journal.keys"}

    def _fits(self, words: str) -> bool:
        try:
            Vault(self.folder).secret(words)
        except ResilienceError:
            return False
        return True


PROMISE = Promise("G8", "a stopped change of passphrase leaves the old or the new", 100, _attempt)
