"""Processes that a trial starts, and may kill at any moment."""

from __future__ import annotations

import multiprocessing
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

ROOT = Path(__file__).resolve().parents[2]


def start(target: Callable[..., object], *arguments: object) -> BaseProcess:
    """Start a function in a process of its own."""
    process: BaseProcess = _context().Process(target=target, args=arguments)
    process.start()
    return process


def environment(**changes: str) -> dict[str, str]:
    """Return the variables for a Python that imports the app from this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **changes}


def python(*arguments: str | Path) -> list[str]:
    """Return the command of another Python, such as the one that runs this."""
    return [sys.executable, *map(str, arguments)]


@cache
def _context() -> BaseContext:
    """Return the quickest way to a fresh process: a fork of one that has only imported things."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.promises.stopping", "tests.promises.writer"])
    return context
