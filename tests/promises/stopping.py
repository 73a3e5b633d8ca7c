"""A change of keys in a process of its own that ends in the middle: at a step, or at any moment."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from multiprocessing import Pipe
from typing import TYPE_CHECKING, Protocol

# What a child would otherwise load for itself each time.
import argon2.low_level  # noqa: F401
import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401

from resilience_desktop.errors import ResilienceError
from resilience_desktop.services import keys
from resilience_desktop.services.journal import Journal
from resilience_desktop.storage import vault
from resilience_desktop.storage.keys import KdfSettings
from tests.promises.children import start

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

QUICK = KdfSettings(memory_kib=64, passes=1, lanes=1)


class Change(Protocol):
    """Changes the keys of a journal that is open."""

    def __call__(self, journal: Journal, passphrase: str) -> str:
        """Do it once and return the passphrase that opens the journal from then on."""


def killed_at_step(folder: Path, passphrase: str, change: Change, step: int) -> bool:
    """Kill a change after so many steps; return whether there were that many."""
    child = start(_change, folder, passphrase, change, step)
    child.join()
    return bool(child.exitcode == -signal.SIGKILL)


def killed_at_random(
    folder: Path, passphrase: str, change: Change, chance: random.Random, longest: float
) -> None:
    """Kill a process that makes one change after the other, within so many seconds."""
    ours, theirs = Pipe(duplex=False)
    child = start(_change_for_ever, folder, passphrase, change, theirs)
    theirs.close()
    ours.poll(20)
    time.sleep(chance.uniform(0, longest))
    child.kill()
    child.join()
    ours.close()


def with_little_space(folder: Path, passphrase: str, change: Change, most: int) -> str:
    """Make a change where no file can grow beyond so many bytes; return what became of it.

    ``done``, ``refused`` with words that can be shown, or ``crash``.
    """
    ours, theirs = Pipe(duplex=False)
    child = start(_change_with_little_space, folder, passphrase, change, most, theirs)
    theirs.close()
    child.join()
    try:
        said: str = ours.recv()
    except EOFError:
        said = "crash"
    ours.close()
    return said


def _change(folder: Path, passphrase: str, change: Change, step: int) -> None:
    left = step

    def hook(_name: str) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    journal = _opened(folder, passphrase, hook)
    change(journal, passphrase)
    journal.close()


def _change_for_ever(folder: Path, passphrase: str, change: Change, pipe: Connection) -> None:
    journal = _opened(folder, passphrase)
    pipe.send("go")
    while True:
        passphrase = change(journal, passphrase)


def _change_with_little_space(
    folder: Path, passphrase: str, change: Change, most: int, pipe: Connection
) -> None:
    import resource

    journal = _opened(folder, passphrase)
    before = journal.contents()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        change(journal, passphrase)
        said = "done"
    except ResilienceError:
        said = "refused"
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if journal.contents() == before:  # and it goes on without a restart
        pipe.send(said)
    journal.close()


def _opened(folder: Path, passphrase: str, hook: Callable[[str], None] | None = None) -> Journal:
    vault.calibrated = lambda: QUICK
    journal = Journal.open(folder, passphrase)
    if hook is not None:
        keys.Vault = partial(vault.Vault, step=hook)  # type: ignore[misc, assignment]
    return journal
