"""Killed in the middle of writing, the journal still has every word that was said to be kept."""

from __future__ import annotations

import random
import shutil
import time
from contextlib import suppress
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.journal import Journal
from tests.promises.children import start
from tests.promises.promise import Outcome, Promise
from tests.promises.writer import Ledger, write

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

_KILLS_A_JOURNAL = 20
_MOST_FOR_CONTROL = 60
_LONGEST = 0.06  # seconds: opening takes about half of it


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(1)
    broken = sum(_storm(folder, chance, kills, too_early=False) for kills in _shares(trials))
    control = any(_storm(folder, chance, 1, too_early=True) for _ in range(_MOST_FOR_CONTROL))
    return Outcome(trials, broken, control)


def _shares(trials: int) -> list[int]:
    """Return how many kills each journal gets: a fresh one now and then keeps it quick."""
    full, rest = divmod(trials, _KILLS_A_JOURNAL)
    return [_KILLS_A_JOURNAL] * full + [rest] * bool(rest)


def _storm(folder: Path, chance: random.Random, kills: int, *, too_early: bool) -> int:
    """Kill one writer after the other; return after how many something was wrong."""
    place = folder / "journal"
    shutil.rmtree(place, ignore_errors=True)
    Journal.create(place, None)[0].close()
    ledger = Ledger()
    broken = 0
    for _ in range(kills):
        _write_until_killed(place, chance, ledger, too_early=too_early)
        broken += _is_broken(place, folder / "copy", ledger)
    return broken


def _write_until_killed(
    place: Path, chance: random.Random, ledger: Ledger, *, too_early: bool
) -> None:
    ours, theirs = Pipe(duplex=False)
    child = start(_write, place, theirs, chance.randrange(2**32), too_early)
    theirs.close()
    if chance.random() < 0.8:  # else while it opens and mends what the last kill left
        ours.poll(20)
    time.sleep(chance.uniform(0, _LONGEST))
    child.kill()
    child.join()
    with suppress(EOFError):
        while True:
            ledger.hear(ours.recv())
    ours.close()


def _write(place: Path, pipe: Connection, seed: int, too_early: bool) -> None:
    write(Journal.open(place), seed, pipe.send, too_early=too_early)


def _is_broken(place: Path, copy: Path, ledger: Ledger) -> bool:
    """Look at a copy, so that the next writer has to mend the journal itself."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(place, copy)
    try:
        journal = Journal.open(copy)
    except ResilienceError:
        return True
    try:
        contents = journal.contents()
        wrong = bool(ledger.faults(contents) or journal.verify().problems)
        ledger.settle(contents)
    finally:
        journal.close()
    return wrong


PROMISE = Promise("G1", "kill -9 in a write storm loses nothing that was kept", 200, _attempt)
