"""While the disk is full nothing is lost, it is said in words, and saving goes on afterwards."""

from __future__ import annotations

import datetime as dt
import json
import random
from multiprocessing import Pipe
from typing import TYPE_CHECKING, Protocol

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.plain import entry_from_plain, entry_to_plain
from resilience_desktop.errors import NotWrittenError
from resilience_desktop.services.journal import Journal
from tests.promises.children import start
from tests.promises.promise import NotRunHere, Outcome, Promise
from tests.promises.small_disk import little_room, small_disk

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from tests.promises.small_disk import SmallDisk

_NOON = Moment.from_wall(dt.datetime(2026, 11, 19, 12), "Europe/London")
_FAILURES = 3
_MOST_FOR_CONTROL = 10
_LEAST_ROOM = 600_000  # bytes; making an empty journal takes more than half of that


class _Keeper(Protocol):
    """Something that keeps entries."""

    def keep(self, entry: Entry) -> None:
        """Keep one, or raise ``NotWrittenError``."""

    def kept(self) -> list[Entry]:
        """Return what is kept."""

    def try_more(self) -> None:
        """Do what else writes, or raise ``NotWrittenError``."""

    def close(self) -> None:
        """Close it."""


class _Real:
    def __init__(self, folder: Path) -> None:
        is_new = not (folder / "journal.db").exists()
        self._journal = Journal.create(folder, None)[0] if is_new else Journal.open(folder)

    def keep(self, entry: Entry) -> None:
        self._journal.drafts.keep("entry:new", entry)
        self._journal.keep_entry(entry, slot="entry:new")

    def kept(self) -> list[Entry]:
        contents = self._journal.contents()
        # A draft that could not become an entry is kept as well, and so is not lost.
        drafts = [e for _, e in contents.drafts if e.id not in {e.id for e in contents.entries}]
        return [*contents.entries, *drafts]

    def try_more(self) -> None:
        self._journal.back_up()

    def close(self) -> None:
        problems = self._journal.verify().problems
        self._journal.close()
        if problems:
            raise AssertionError(problems)


class _Naive:
    """Writes everything over what was there, as many programs do."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "entries.json"

    def keep(self, entry: Entry) -> None:
        everything = [*map(entry_to_plain, self.kept()), entry_to_plain(entry)]
        try:
            self._file.write_text(json.dumps(everything), encoding="utf-8")
        except OSError as error:
            raise NotWrittenError from error

    def kept(self) -> list[Entry]:
        if not self._file.exists():
            return []
        return [entry_from_plain(e) for e in json.loads(self._file.read_text(encoding="utf-8"))]

    def try_more(self) -> None:
        raise NotWrittenError

    def close(self) -> None:
        """Nothing is open."""


def _attempt(trials: int, folder: Path) -> Outcome:
    ours, theirs = Pipe(duplex=False)
    child = start(_in_a_process, folder, trials, theirs)
    theirs.close()
    try:
        found: tuple[int, bool, bool] | None = ours.recv()
    except EOFError:  # it crashed
        return Outcome(trials, trials, control_caught=False)
    finally:
        child.join()
    if found is None:
        raise NotRunHere("a disk can be made small only on Linux and macOS")
    broken, caught, is_real = found
    not_run = "" if is_real else "a file system of its own; files may not grow instead"
    return Outcome(trials, broken, caught, not_run=not_run)


def _in_a_process(folder: Path, trials: int, pipe: Connection) -> None:
    disk = small_disk()
    if disk is None:
        pipe.send(None)
        return
    chance = random.Random(1)
    broken = sum(_is_broken(disk, folder / str(n), _Real, chance) for n in range(trials))
    caught = any(
        _is_broken(disk, folder / f"naive {n}", _Naive, chance) for n in range(_MOST_FOR_CONTROL)
    )
    pipe.send((broken, caught, disk.is_real))


def _is_broken(
    disk: SmallDisk, folder: Path, make: type[_Real | _Naive], chance: random.Random
) -> bool:
    """Fill a disk, make room, and go on with the same journal; return whether anything was wrong.

    Only what could not be kept may be missing, and only if it is not tried again.
    """
    with little_room(disk, folder, chance.randint(_LEAST_ROOM, 1_500_000)):
        try:
            return not _all_is_kept(disk, folder, make, chance)
        except Exception:  # whatever it is, it is no sentence that can be shown
            return True


def _all_is_kept(
    disk: SmallDisk, folder: Path, make: type[_Real | _Naive], chance: random.Random
) -> bool:
    keeper = make(folder)
    kept, failed, refused = {}, 0, []
    while failed < _FAILURES:
        entry = Entry(at=_NOON, note="word " * chance.randint(1, 12_000))
        try:
            keeper.keep(entry)
            kept[entry.id] = entry
        except NotWrittenError:
            failed += 1
            refused.append(entry)
            if not _has(keeper, kept, refused):  # it can be read while nothing can be written
                return False
            _more_is_refused(keeper)
    disk.roomy(folder)
    for entry in refused:  # as the window does, with what is still on the screen
        keeper.keep(entry)
        kept[entry.id] = entry
    keeper.close()
    again = make(folder)
    everything = _has(again, kept, [])
    again.close()
    return everything


def _more_is_refused(keeper: _Keeper) -> None:
    try:
        keeper.try_more()
    except NotWrittenError:
        return


def _has(keeper: _Keeper, kept: dict[str, Entry], refused: list[Entry]) -> bool:
    found = {entry.id: entry for entry in keeper.kept()}
    maybe = {entry.id for entry in refused}
    return all(found.get(id_) == entry for id_, entry in kept.items()) and (
        found.keys() - kept.keys() <= maybe
    )


PROMISE = Promise(
    "G3", "a full disk loses nothing, and saving goes on without a restart", 70, _attempt
)
