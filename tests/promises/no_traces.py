"""A crash leaves no copy of the memory, and a locked journal is not in the memory any more."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.moment import Moment
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage.keys import KdfSettings
from tests.promises.children import python
from tests.promises.house import WORDS, House
from tests.promises.promise import NotRunHere, Outcome, Promise

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNALS = ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL", "SIGQUIT", "SIGTRAP", "SIGSYS")
_LONGEST = 60  # seconds
_STILL = 8  # tenths of a second
_AT_THE_DOOR = "unlock.passphrase"  # the name of the field on the page of the lock
_PASSPHRASE = "quiet river stone lamp"
_QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)
_IN_MEMORY = ("utf-8", "utf-16-le", "utf-32-le", "latin-1")  # Qt's, Python's and SQLite's
_MAPPED = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ *(.*)")


def _attempt(trials: int, folder: Path) -> Outcome:
    if not sys.platform.startswith("linux"):
        message = "looking into memory and for core files is written for Linux"
        raise NotRunHere(message)
    house = House(folder / "house")
    broken = 0
    for trial in range(trials):
        name = _SIGNALS[trial % len(_SIGNALS)]
        broken += _leaves_a_core(house, "end_badly", signal.Signals[name])
    control = _leaves_a_core(house, "end_badly_unprotected", signal.SIGABRT)
    missing = [] if control else ["core files (this system makes none at all)"]
    _fill(house)
    rounds = -(-trials // len(_SIGNALS))
    remark = ""
    try:
        looks = [_look_before_and_after(house) for _ in range(rounds)]
    except PermissionError:
        missing.append("the memory of another program (only an administrator may look there)")
    else:
        trials += rounds
        broken += sum(look.after > 0 for look in looks)
        control = all(look.before and look.door for look in looks)
        before = looks[-1].before
        remark = f"{before} copies in memory while it was open, none after it was locked"
    if len(missing) == 2:  # which is all there is to try
        raise NotRunHere(" and ".join(missing))
    return Outcome(trials, broken, control, remark, " and ".join(missing))


class _Look(NamedTuple):
    """How often words were found in memory."""

    before: int
    after: int
    door: int
    """What the locked journal does show; without it nobody has looked at all."""


def _look_before_and_after(house: House) -> _Look:
    with _open_journal(house) as process:
        before = _copies_in(process.pid, WORDS)
        with _locked(house, process) as pid:
            return _Look(before, _copies_in(pid, WORDS), _copies_in(pid, _AT_THE_DOOR))


def _leaves_a_core(house: House, how: str, number: signal.Signals) -> bool:
    """Whether the system wrote down the memory of a program that ended so."""
    command = python("-m", "tests.promises.process", how, str(int(number)))
    child = partial(subprocess.Popen, command, env=house.environment(), cwd=house.home)
    with child(stderr=subprocess.DEVNULL) as process:
        _, status = os.waitpid(process.pid, 0)
        process.returncode = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != number:
        message = f"The program did not end by {number.name}."
        raise RuntimeError(message)
    files = list(house.home.glob("core*"))
    for file in files:
        file.unlink()
    return os.WCOREDUMP(status) or bool(files)


def _fill(house: House) -> None:
    """Make a journal with a passphrase and the words in it."""
    journal, _ = Journal.create(house.home / "journal", _PASSPHRASE, _QUICK)
    for number in range(20):
        journal.keep_entry(Entry(at=Moment.now("UTC"), note=f"{WORDS}, and number {number}"))
    journal.close()
    (house.elsewhere / "passphrase.txt").write_text(_PASSPHRASE, encoding="utf-8")


@contextmanager
def _open_journal(house: House) -> Iterator[subprocess.Popen[bytes]]:
    """Give the process that has the journal open and shows it."""
    passphrase = house.elsewhere / "passphrase.txt"
    program = ("have_it_open", _place(house), passphrase, WORDS)
    command = python("-m", "tests.promises.process", *program)
    start = partial(subprocess.Popen, command, env=house.environment(), cwd=house.home)
    with (
        (house.said / "errors.txt").open("wb") as errors,
        start(stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors) as process,
    ):
        assert process.stdout is not None
        try:
            if process.stdout.readline() != b"ready\n":
                message = "The journal was not opened."
                raise RuntimeError(message)
            yield process
        finally:
            process.kill()


@contextmanager
def _locked(house: House, process: subprocess.Popen[bytes]) -> Iterator[int]:
    """Lock the journal, and give the process that shows the lock once the old one has ended."""
    assert process.stdin is not None
    process.stdin.write(b"lock\n")
    process.stdin.flush()
    if process.wait(_LONGEST) != 0:
        message = "The locked program did not end well."
        raise RuntimeError(message)
    pid = _showing(_place(house))
    try:
        _wait_until_still(pid)
        yield pid
    finally:
        os.kill(pid, signal.SIGKILL)  # it is nobody's child any more


def _place(house: House) -> Path:
    return house.home / "journal"


def _showing(place: Path) -> int:
    """Return the one process that was started to show a journal."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (folder / "cmdline").read_text(encoding="utf-8", errors="replace")
            if f"\0resilience_desktop\0--locked\0--journal\0{place}\0" in words:
                found.append(int(folder.name))
    if len(found) != 1:
        message = f"{len(found)} processes show the lock."
        raise RuntimeError(message)
    return found[0]


def _wait_until_still(pid: int) -> None:
    """Wait until a process has done its work: it has used some time, and now uses none."""
    latest = time.monotonic() + _LONGEST
    before, still = -1, 0
    while still < _STILL:
        time.sleep(0.1)
        used = _ticks(pid)
        still = still + 1 if used == before and used > 0 else 0
        before = used
        if time.monotonic() > latest:
            message = "The lock was not shown."
            raise TimeoutError(message)


def _ticks(pid: int) -> int:
    """Return how much time of the processor a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _copies_in(pid: int, words: str) -> int:
    """Return how often some words are in the memory of a process, however they are kept there."""
    forms = {words.encode(encoding) for encoding in _IN_MEMORY}
    found = 0
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps.splitlines():
            mapped = _MAPPED.match(line)
            if mapped is None or mapped[3].startswith(("[v", "/dev/")):
                continue
            start, end = int(mapped[1], 16), int(mapped[2], 16)
            memory.seek(start)
            content = memory.read(end - start)
            found += sum(content.count(form) for form in forms)
    return found


PROMISE = Promise("G13", "no core file, and nothing of a locked journal in memory", 8, _attempt)
