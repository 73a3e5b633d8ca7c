"""Tries to break every promise of the journal: `dev.py stress` runs it."""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import os
import pkgutil
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import tests.promises
from tests.promises.promise import NotRunHere, Outcome

if TYPE_CHECKING:
    from tests.promises.promise import Promise


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    key: str
    words: str
    outcome: Outcome | None
    """None when this machine cannot run it, or when the trial itself failed."""
    seconds: float
    trouble: str = ""
    not_run: bool = False


def main() -> int:
    """Run the promises asked for and print a table; return 1 when one is broken."""
    found = promises()
    options = _options(found)
    chosen = [found[key] for key in options.names] or list(found.values())
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("spawn")) as pool:
        running = [pool.submit(attempt, promise.key, options.size) for promise in chosen]
        lines = []
        for future in running:
            lines.append(future.result())
            print(_line(lines[-1]), flush=True)
    broken = [line.key for line in lines if not _is_fine(line)]
    not_run = [line.key for line in lines if line.not_run]
    if not_run:
        print("Not run on this machine: " + ", ".join(not_run))
    print("Broken: " + ", ".join(broken) if broken else "Every promise that ran was kept.")
    return 1 if broken else 0


def promises() -> dict[str, Promise]:
    """Return every promise by its key, in their order."""
    names = [m.name for m in pkgutil.iter_modules(tests.promises.__path__)]
    modules = [importlib.import_module(f"tests.promises.{name}") for name in names]
    found = [module.PROMISE for module in modules if hasattr(module, "PROMISE")]
    return {promise.key: promise for promise in sorted(found, key=lambda p: int(p.key[1:]))}


def attempt(key: str, size: float) -> Line:
    """Try to break one promise."""
    promise = promises()[key]
    start = time.monotonic()
    outcome, trouble, not_run = None, "", False
    with TemporaryDirectory(prefix="promise-") as folder:
        try:
            outcome = promise.attempt(max(1, round(promise.trials * size)), Path(folder))
        except NotRunHere as lacking:
            trouble, not_run = str(lacking), True
        except Exception:  # one that fails must not hide the others
            trouble = traceback.format_exc()
    return Line(key, promise.words, outcome, time.monotonic() - start, trouble, not_run)


def _options(found: dict[str, Promise]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py stress", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *found], metavar="NAME")
    parser.add_argument("--size", type=float, default=1, help="times the ordinary number of trials")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args()


def _is_fine(line: Line) -> bool:
    return line.not_run or (line.outcome is not None and line.outcome.is_kept)


def _line(line: Line) -> str:
    found = line.outcome
    if found is None:
        said = f"not run: {line.trouble}" if line.not_run else f"FAILED\n{line.trouble}"
    else:
        caught = "caught" if found.control_caught else "NOT CAUGHT"
        said = f"{found.trials:>6} trials  {found.broken:>3} broken  control {caught}"
    ending = f"  {found.remark}" if found is not None and found.remark else ""
    return f"{line.key:<4} {line.words:<58} {said}  {line.seconds:6.1f} s{ending}"


if __name__ == "__main__":
    sys.exit(main())
