"""A crash leaves no copy of the memory, and a locked journal is not in the memory any more."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

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
    missing = "" if control else "core files (this system makes none at all)"
    _fill(house)
    rounds = -(-trials // len(_SIGNALS))
    try:
        was_there = 0
        for _ in range(rounds):
            with _open_journal(house) as pid:
                was_there = _copies_in(pid)
            with _locked_journal(house) as pid:
                broken += _copies_in(pid) > 0
    except PermissionError as error:
        message = "this system lets nobody look into the memory of another program"
        raise NotRunHere(message) from error
    remark = f"{was_there} copies in memory while it was open, none when locked"
    return Outcome(trials + rounds, broken, was_there > 0, remark, missing)


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
def _open_journal(house: House) -> Iterator[int]:
    """Give the process that has the journal open and shows it."""
    passphrase = house.elsewhere / "passphrase.txt"
    with _program(house, "have_it_open", house.home / "journal", passphrase, WORDS) as pid:
        yield pid


@contextmanager
def _locked_journal(house: House) -> Iterator[int]:
    """Give the process that shows the locked journal: locking starts a fresh one."""
    with _program(house, "stand_at_the_door", house.home / "journal") as pid:
        yield pid


@contextmanager
def _program(house: House, *arguments: str | Path) -> Iterator[int]:
    command = python("-m", "tests.promises.process", *arguments)
    start = partial(subprocess.Popen, command, env=house.environment(), cwd=house.home)
    with start(stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        if process.stdout.readline() != b"ready\n":
            message = f"{arguments[0]} did not come up."
            raise RuntimeError(message)
        try:
            yield process.pid
        finally:
            process.kill()


def _copies_in(pid: int) -> int:
    """Return how often the words are in the memory of a process, however they are kept there."""
    forms = {WORDS.encode(encoding) for encoding in _IN_MEMORY}
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
