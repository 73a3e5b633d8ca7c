"""Tries to break every promise of the journal: `dev.py stress` runs it."""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import os
import pkgutil
import shutil
import signal
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import tests.promises
from tests.promises.promise import NotRunHere, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from tests.promises.promise import Promise

_MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of its own is made there)
_ROOM = 2**30
_WIDTH = 66
_running: set[BaseProcess] = set()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    promise: Promise
    seconds: float
    outcome: Outcome | None = None
    """None when this machine cannot run it, or when the trial itself failed."""
    trouble: str = ""
    not_run: bool = False

    @property
    def is_fine(self) -> bool:
        """Whether nothing was found to be broken."""
        return self.not_run or (self.outcome is not None and self.outcome.is_kept)


def main() -> int:
    """Run the promises asked for and print a table; return 1 when one is broken."""
    found = promises()
    options = _options(found)
    chosen = [found[key] for key in options.names] or list(found.values())
    start = time.monotonic()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what is running ends with this
    print(_row("", "promise", "trials", "broken", "control", "seconds"), flush=True)
    lines = []
    run = partial(_apart, size=options.size, limit=options.limit)
    with ThreadPoolExecutor(options.jobs) as pool:
        try:
            for line in pool.map(run, chosen):
                lines.append(line)
                print(_told(line), flush=True)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in list(_running):
                _end(process)
            raise
    print(_summary(lines, time.monotonic() - start))
    return 0 if all(line.is_fine for line in lines) else 1


def promises() -> dict[str, Promise]:
    """Return every promise by its key, in their order."""
    names = [m.name for m in pkgutil.iter_modules(tests.promises.__path__)]
    modules = [importlib.import_module(f"tests.promises.{name}") for name in names]
    found = [module.PROMISE for module in modules if hasattr(module, "PROMISE")]
    return {promise.key: promise for promise in sorted(found, key=lambda p: int(p.key[1:]))}


def attempt(promise: Promise, size: float, folder: Path) -> Line:
    """Try to break one promise in this process, inside an empty folder."""
    start = time.monotonic()
    outcome, trouble, not_run = None, "", False
    try:
        outcome = promise.attempt(max(1, round(promise.trials * size)), folder)
    except NotRunHere as lacking:
        trouble, not_run = str(lacking), True
    except Exception:  # one that fails must not hide the others
        trouble = traceback.format_exc()
    return Line(promise, time.monotonic() - start, outcome, trouble, not_run)


def _apart(promise: Promise, *, size: float, limit: float) -> Line:
    """Try to break one promise in a process of its own, so that a crash ends nothing else."""
    start = time.monotonic()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    line, trouble = None, f"It took longer than {limit:.0f} seconds."
    with TemporaryDirectory(prefix="promise-", dir=_quick_place()) as folder:
        process = context.Process(target=_answer, args=(theirs, promise.key, size, Path(folder)))
        process.start()
        _running.add(process)
        theirs.close()
        if ours.poll(limit):
            trouble = ""
            with suppress(EOFError):
                line = ours.recv()
        _running.discard(process)
        _end(process)
    trouble = trouble or f"Its process ended with {process.exitcode}."
    return line or Line(promise, time.monotonic() - start, trouble=trouble)


def _answer(pipe: Connection, key: str, size: float, folder: Path) -> None:
    if hasattr(os, "setsid"):
        os.setsid()  # so that whatever it starts can be ended with it
    pipe.send(attempt(promises()[key], size, folder))


def _end(process: BaseProcess) -> None:
    """End a process and those that it left behind; its number is its own until it is waited for."""
    if process.pid is not None and hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(ValueError):
        process.kill()
        process.join()


def _quick_place() -> Path | None:
    """Return a folder in memory: nothing here outlives a real loss of power anyway."""
    with suppress(OSError):
        if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
            return _MEMORY
    return None


def _options(found: Mapping[str, Promise]) -> argparse.Namespace:
    epilog = "\n".join(f"  {p.key:<4} {p.words} ({p.trials})" for p in found.values())
    parser = argparse.ArgumentParser(
        prog="dev.py stress",
        description=__doc__,
        epilog="promises, with their trials at size 1:\n" + epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", choices=[[], *found], metavar="NAME")
    parser.add_argument("--size", type=float, default=1, help="times the ordinary number of trials")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many at once")
    parser.add_argument("--limit", type=float, default=3600, help="seconds that one may take")
    return parser.parse_args()


def _told(line: Line) -> str:
    key, words = line.promise.key, line.promise.words
    if line.outcome is None:
        said = f"not run: {line.trouble}" if line.not_run else f"FAILED\n{line.trouble}"
        return f"{key:<4} {words:<{_WIDTH}} {said}"
    found = line.outcome
    row = _row(
        key,
        words,
        f"{found.trials:,}",
        str(found.broken),
        "caught" if found.control_caught else "NOT CAUGHT",
        f"{line.seconds:.1f}",
    )
    remarks = [found.remark, f"not run here: {found.not_run}" if found.not_run else ""]
    return "\n".join([row, *(f"     {remark}" for remark in remarks if remark)])


def _row(key: str, words: str, trials: str, broken: str, control: str, seconds: str) -> str:
    return f"{key:<4} {words:<{_WIDTH}} {trials:>6} {broken:>6}  {control:<10} {seconds:>7}"


def _summary(lines: list[Line], seconds: float) -> str:
    """Say what was broken and what could not be tried; neither may be missed in a long table."""
    broken = [line.promise.key for line in lines if not line.is_fine]
    not_run = [line.promise.key for line in lines if line.not_run]
    partly = [line.promise.key for line in lines if line.outcome and line.outcome.not_run]
    said = ["Broken: " + ", ".join(broken) if broken else "Every promise that was tried is kept."]
    if not_run:
        said.append("Not run on this machine: " + ", ".join(not_run) + ".")
    if partly:
        said.append("Run only in part: " + ", ".join(partly) + ".")
    return "\n" + " ".join([*said, f"{seconds:.0f} s."])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
