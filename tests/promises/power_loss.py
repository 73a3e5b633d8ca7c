"""When the power goes, the journal still has every word that was said to be kept.

Every write and sync of a program that makes a journal and writes in it is written down; then the
disk is built as it could be after the power was cut at any of them.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from pathlib import Path

from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.journal import Journal
from tests.promises import trace
from tests.promises.children import environment, python
from tests.promises.disk import CALLS, Disk
from tests.promises.promise import Outcome, Promise
from tests.promises.writer import Ledger, write

_CUTS_A_RUN = 100
_WRITES = 400  # said of about half as many: the log is moved into the file several times
_CUTS_FOR_CONTROL = 40


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(1)
    broken = 0
    for run in range(0, trials, _CUTS_A_RUN):
        calls = _record(folder, seed=run, synced=True)
        broken += _cut(folder, calls, min(_CUTS_A_RUN, trials - run), chance)
    careless = _record(folder, seed=1, synced=False)
    return Outcome(trials, broken, _cut(folder, careless, _CUTS_FOR_CONTROL, chance) > 0)


def _record(folder: Path, *, seed: int, synced: bool) -> list[trace.Call]:
    place = _empty(folder / "journal")
    command = python("-m", __name__, place, str(seed), "FULL" if synced else "NORMAL")
    done, calls = trace.trace(command, CALLS, folder / "calls", environment(), folder)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return calls


def _cut(folder: Path, calls: list[trace.Call], number: int, chance: random.Random) -> int:
    """Cut the power at some moments after the journal was made; return how often it was broken."""
    made = next(place for place, call in enumerate(calls) if _told(call))
    cuts = Counter(chance.choices(range(made, len(calls)), k=number))
    disk, ledger = Disk(folder / "journal"), Ledger()
    broken = 0
    for place, call in enumerate(calls):
        disk.follow(call)
        for message in _told(call):
            if message != "made":
                ledger.hear(message)
        for _ in range(cuts[place]):
            left = _empty(folder / "left")
            disk.after_power_loss(left, chance)
            broken += _is_broken(left, ledger)
    return broken


def _is_broken(left: Path, ledger: Ledger) -> bool:
    try:
        journal = Journal.open(left)
    except ResilienceError:
        return True
    try:
        return bool(ledger.faults(journal.contents()) or journal.verify().problems)
    finally:
        journal.close()


def _told(call: trace.Call) -> list[str]:
    """Return what the program said in this call, if it said anything."""
    said = call.name == "write" and call.arguments.startswith("1<")
    return call.strings[0].decode().splitlines() if said else []


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


class _Enough(Exception):  # noqa: N818  (no error: the writer never ends by itself)
    pass


def _main(place: Path, seed: int, synchronous: str) -> None:
    journal, _ = Journal.create(place, None)
    journal._store.db.execute(f"PRAGMA synchronous = {synchronous}")
    os.write(1, b"made\n")
    left = _WRITES

    def tell(message: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _Enough
        os.write(1, message.encode())

    try:
        write(journal, seed, tell)
    except _Enough:
        journal.close()


PROMISE = Promise("G2", "power loss loses nothing that was kept", 300, _attempt)

if __name__ == "__main__":
    _main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
