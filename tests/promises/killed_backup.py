"""Killed while a backup is made, there is no backup that looks finished and is not sound."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import time
from contextlib import suppress
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from resilience_desktop.domain.backup import Reason
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.backups import Finding, check_all
from resilience_desktop.services.contents import Contents
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import backup_file
from resilience_desktop.storage.backups import Backups
from resilience_desktop.storage.state import State
from tests.promises.children import start
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

_MOST_FOR_CONTROL = 60
_LONGEST = 0.3  # seconds: a few backups
_NOON = Moment.from_wall(dt.datetime(2026, 11, 19, 12), "Europe/London")


def _attempt(trials: int, folder: Path) -> Outcome:
    chance = random.Random(1)
    made = [_entry(number) for number in range(300)]
    journal, _ = Journal.create(folder / "journal", None)
    journal.add(Contents(tuple(made)))
    journal.close()
    broken, finished = 0, 0
    for _ in range(trials):
        broken += _is_broken(folder / "journal", _back_up, chance)
        finished += len(Backups(folder / "journal").all())
    caught = any(
        _is_broken(folder / "journal", _under_its_last_name, chance)
        for _ in range(_MOST_FOR_CONTROL)
    )
    return Outcome(trials if finished else 0, broken, caught, f"{finished} backups were finished")


def _entry(number: int) -> Entry:
    return Entry(at=_NOON, note=f"words of {number} " * 30)


def _is_broken(
    place: Path, work: Callable[[Path, Connection], None], chance: random.Random
) -> bool:
    shutil.rmtree(place / "backups", ignore_errors=True)
    ours, theirs = Pipe(duplex=False)
    child = start(work, place, theirs)
    theirs.close()
    ours.poll(20)
    time.sleep(chance.uniform(0, _LONGEST))
    child.kill()
    child.join()
    kept = []
    with suppress(EOFError):
        while True:
            kept.append(ours.recv())
    ours.close()
    try:
        journal = Journal.open(place)
    except ResilienceError:
        return True
    try:
        found = {entry.id for entry in journal.contents().entries}
        checked = check_all(journal)
    finally:
        journal.close()
    return not found.issuperset(kept[1:]) or any(c.finding is not Finding.SOUND for c in checked)


def _back_up(place: Path, pipe: Connection) -> None:
    journal = Journal.open(place)
    pipe.send("go")
    while True:
        entry = _entry(0)
        journal.keep_entry(entry)
        pipe.send(entry.id)
        journal.back_up()


def _under_its_last_name(place: Path, pipe: Connection) -> None:
    """Write where the finished backup will be, as a program without care does."""
    journal = Journal.open(place)
    backups = Backups(place)
    pipe.send("go")
    backups.place.mkdir()
    for number in range(1, 10_000):
        path = backups.place / backup_file.file_name(number, _NOON, Reason.MANUAL)
        snapshot = place / "looking-snapshot"
        snapshot.unlink(missing_ok=True)
        journal.file.copy_to(snapshot)
        manifest = backup_file.Manifest(
            number, _NOON, Reason.MANUAL, journal.file.journal_id, State.of(journal.file)
        )
        backup_file.write_backup(path, {backup_file.DATABASE: snapshot}, manifest)
        os.sync()


PROMISE = Promise(
    "G19", "a stopped backup leaves none that looks finished and is not", 30, _attempt
)
