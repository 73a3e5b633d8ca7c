"""Nothing a person writes lies readable on the disk, not even for a moment."""

from __future__ import annotations

import sys
from pathlib import Path

from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.driver import sqlite
from tests.promises import trace
from tests.promises.canary import OPENINGS, WRITES, Canary
from tests.promises.children import python
from tests.promises.house import WORDS, House
from tests.promises.promise import Outcome, Promise

_CALLS = (*WRITES, *OPENINGS)


def _attempt(trials: int, folder: Path) -> Outcome:
    canary = Canary(WORDS)
    leaks: list[str] = []
    flows = looked_at = 0
    while flows < trials:
        house = House(folder / f"house-{flows}")
        visits = [house.use_the_app(_CALLS), house.use_the_app(_CALLS, killed=True)]
        calls = [call for visit in visits for call in visit.calls]
        flows += sum(len(visit.flows) for visit in visits)
        looked_at += len(calls)
        code = Canary((house.elsewhere / "code.txt").read_text(encoding="ascii"))
        for needle in (canary, code):
            leaks += needle.left_in(house.own) + needle.written(calls, house.elsewhere)
        for name in ("report.pdf", "report-2.pdf"):
            leaks += canary.forms_in((house.elsewhere / name).read_bytes())
        leaks += [f"{path} is left" for path in house.temporary.iterdir()]
    control = _planted_words_are_found(canary, folder) and _plain_journal_is_found(canary, folder)
    if trace.strace():
        leaks += _spilled(canary, folder, "MEMORY")
        control = control and bool(_spilled(canary, folder, "FILE"))
    remark = f"{len(canary.forms)} forms of some words, in all files and {looked_at:,} calls"
    missing = "" if trace.strace() else f"what is written for a moment ({trace.MISSING})"
    return Outcome(flows, len(leaks), control, "\n     ".join([remark, *leaks[:20]]), missing)


def _planted_words_are_found(canary: Canary, folder: Path) -> bool:
    """Whether each form would be found in the middle of a file."""
    place = folder / "planted"
    place.mkdir()
    for number, form in enumerate(canary.forms.values()):
        (place / str(number)).write_bytes(b"\x00\xffab" + form + b"yz\x00")
    found = {line.split(": ")[1] for line in canary.left_in([place])}
    return found >= set(canary.forms)


def _plain_journal_is_found(canary: Canary, folder: Path) -> bool:
    """Whether a journal that is not encrypted would be found, also after deleting the words."""
    place = folder / "plain"
    place.mkdir()
    connection = sqlite.connect(place / "journal.db", isolation_level=None)
    connection.execute("CREATE TABLE entries (note TEXT)")
    connection.execute("INSERT INTO entries VALUES (?)", [f"{WORDS} in the morning"])
    connection.execute("DELETE FROM entries")
    connection.close()
    return any("utf-8" in line for line in canary.left_in([place]))


def _spilled(canary: Canary, folder: Path, temp_store: str) -> list[str]:
    """Sort more than fits into memory; return what of it was written for that."""
    house = House(folder / f"spilling-{temp_store}")
    command = python("-m", __name__, house.home / "journal", temp_store)
    log = house.folder / "calls"
    done, calls = trace.trace(command, _CALLS, log, house.environment(), house.home)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return canary.written(calls, house.elsewhere)


def _sort(place: Path, temp_store: str) -> None:
    journal, _ = Journal.create(place, None)
    db = journal._store.db
    if temp_store == "FILE":
        db.execute("PRAGMA temp_store = FILE")
    db.execute("PRAGMA cache_size = 20")
    db.execute("CREATE TEMP TABLE many (note TEXT)")
    notes = ([f"{WORDS} {number} " + "x" * 1000] for number in range(3000))
    db.conn.executemany("INSERT INTO many VALUES (?)", notes)
    db.execute("SELECT note FROM many ORDER BY substr(note, 20), note").fetchall()
    journal.close()


PROMISE = Promise("G11", "no words lie readable on the disk, not even for a moment", 20, _attempt)

if __name__ == "__main__":
    _sort(Path(sys.argv[1]), sys.argv[2])
