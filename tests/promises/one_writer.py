"""One program at a time writes; and when it is killed, the next one can at once."""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from contextlib import contextmanager
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.errors import ResilienceError
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import connection
from tests.promises.children import environment, python, start
from tests.promises.promise import Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

_LONGEST = 1.0  # seconds until the journal is open again; there is no passphrase to stretch here
_COMMANDS = 5  # every so many times the second one is the real command, which takes a while
_UNAVAILABLE = 4
_IN_USE = "The journal is open in another window or program."


def _attempt(trials: int, folder: Path) -> Outcome:
    place = folder / "journal"
    Journal.create(place, None)[0].close()
    took: list[float] = []
    broken = 0
    for trial in range(trials):
        with _writer(place) as said:
            alone = said == "open"
            if trial % _COMMANDS:
                with _writer(place) as second:
                    alone &= second.startswith(f"refused: {_IN_USE}")
            else:
                alone &= _command_says(place).startswith(_IN_USE)
        begin = time.monotonic()
        with _writer(place) as said:
            took.append(time.monotonic() - begin)
            broken += not alone or said != "open" or took[-1] > _LONGEST
    with _writer(place, exclusive=False), _writer(place, exclusive=False) as second:
        control = second == "open"
    remark = (
        f"open again {statistics.median(took) * 1000:.0f} ms after a kill (median), "
        f"{max(took) * 1000:.0f} ms at most"
    )
    return Outcome(trials, broken, control, remark)


@contextmanager
def _writer(place: Path, *, exclusive: bool = True) -> Iterator[str]:
    """Start a program that opens the journal and writes; kill it at the end.

    Gives ``open`` once something is written, or why it could not be.
    """
    ours, theirs = Pipe(duplex=False)
    child = start(_write, place, theirs, exclusive)
    theirs.close()
    try:
        yield ours.recv()
    finally:
        child.kill()
        child.join()
        ours.close()


def _command_says(place: Path) -> str:
    """Return what the real command says of a journal that is open elsewhere."""
    done = subprocess.run(
        python("-m", "resilience_desktop", "--json", "--journal", place, "verify"),
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    return str(json.loads(done.stdout)["message"]) if done.returncode == _UNAVAILABLE else ""


def _write(place: Path, pipe: Connection, exclusive: bool) -> None:
    if not exclusive:
        _allow_others()
    try:
        journal = Journal.open(place)
    except ResilienceError as error:
        pipe.send(f"refused: {error}")
        return
    for note in ("One thing.", "Another."):
        journal.keep_entry(Entry(at=Moment.now("UTC"), note=note))
    pipe.send("open")
    time.sleep(60)


def _allow_others() -> None:
    """Open the journal like a program that never thought of a second one."""
    pragmas = (pragma for pragma in connection._PRAGMAS if "locking_mode" not in pragma)
    connection._PRAGMAS = (*pragmas, "busy_timeout = 5000")
    connection.look_without_touching = lambda path, _secret: connection.journal_id_of(path)


PROMISE = Promise("G16", "one program at a time writes; killed, the next can at once", 20, _attempt)
