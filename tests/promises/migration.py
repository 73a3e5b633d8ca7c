"""Killed while it is brought up to date, a journal is what it was or what it should become."""

from __future__ import annotations

import random
import shutil
import time
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.backups import Finding, check_all
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import connection
from resilience_desktop.storage.driver import Database, sqlite
from resilience_desktop.storage.migrations import FORMAT
from resilience_desktop.storage.migrations.steps import STEPS
from tests.old_journal import write_old_journal
from tests.promises.children import start
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

_NOTES = [f"words of {number} " * 30 for number in range(300)]
_MOST_FOR_CONTROL = 60
_ADDED = {"upkeep", "revisions", "days_of_use", "entry_details", "tags", "pictures", "small_goals"}
_ADDED |= {"record_details", "documents", "practices"}
"""Tables that came after the first release."""


def _attempt(trials: int, folder: Path) -> Outcome:
    old = folder / "old"
    secret = write_old_journal(old, _NOTES)
    chance = random.Random(1)
    longest = _duration(old, folder / "journal")
    broken = sum(
        _is_broken(old, folder / "journal", secret, _open, chance.uniform(0, longest))
        for _ in range(trials)
    )
    caught = any(
        _is_broken(old, folder / "journal", secret, _step_by_step, chance.uniform(0, 0.2))
        for _ in range(_MOST_FOR_CONTROL)
    )
    return Outcome(trials, broken, caught)


def _duration(old: Path, place: Path) -> float:
    """Return how many seconds it takes here, so that kills fall everywhere in it."""
    shutil.copytree(old, place)
    begun = time.monotonic()
    Journal.open(place).close()
    return time.monotonic() - begun


def _is_broken(
    old: Path,
    place: Path,
    secret: bytes,
    work: Callable[[Path, bytes, Connection], None],
    after: float,
) -> bool:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(old, place)
    ours, theirs = Pipe(duplex=False)
    child = start(work, place, secret, theirs)
    theirs.close()
    ours.poll(20)
    time.sleep(after)
    child.kill()
    child.join()
    ours.close()
    shutil.rmtree(place.with_name("copy"), ignore_errors=True)
    shutil.copytree(place, place.with_name("copy"))
    try:
        return _is_mixed(place.with_name("copy"), secret) or not _goes_on(place)
    except (ResilienceError, sqlite.Error):
        return True


def _is_mixed(place: Path, secret: bytes) -> bool:
    """Whether a journal is neither what it was nor what it should become; its log counts."""
    path = place / "journal.db"
    opened = connection._connect(str(path), secret, path.read_bytes()[:16])
    db = Database(opened)
    number = db.execute("PRAGMA user_version").fetchone()[0]
    steps = db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
    tables, columns = set(db.utils.table_names()), set(db.utils["items"].columns_dict)
    is_new = tables >= _ADDED and columns >= {"binned_on", "starred", "sealed"}
    is_old = not tables & _ADDED
    db.close()
    return (number, steps, is_new, is_old) not in (
        (1, 1, False, True),
        (FORMAT, len(STEPS), True, False),
    )


def _goes_on(place: Path) -> bool:
    """Whether it opens with everything in it, and with a backup of what it was."""
    journal = Journal.open(place)
    try:
        notes = [entry.note for entry in journal.contents().entries]
        checked = check_all(journal)
        backups_are_sound = all(one.finding is Finding.SOUND for one in checked)
        sound = not journal.verify().problems
    finally:
        journal.close()
    return notes == _NOTES and sound and backups_are_sound and len(checked) >= 1


def _open(place: Path, _secret: bytes, pipe: Connection) -> None:
    pipe.send("go")
    Journal.open(place).close()


def _step_by_step(place: Path, secret: bytes, pipe: Connection) -> None:
    """Do it as a program without transactions does, and not very fast."""
    path = place / "journal.db"
    db = _Slow(connection._connect(str(path), secret, path.read_bytes()[:16]))
    pipe.send("go")
    for step in STEPS[1:]:
        step.apply(db)
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, '')",
            ["journal", step.__name__.rpartition(".")[2]],
        )
    db.execute(f"PRAGMA user_version = {FORMAT}")
    db.close()


class _Slow(Database):
    def execute(self, *arguments: object, **named: object) -> sqlite.Cursor:
        time.sleep(0.01)
        return super().execute(*arguments, **named)


PROMISE = Promise(
    "G18", "a stopped update leaves the journal old or new, never between", 30, _attempt
)
