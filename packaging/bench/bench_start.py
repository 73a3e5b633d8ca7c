"""The program as a process: how soon its first page is painted, and how much memory it takes.

Time runs from the start of the process, or from the key that hands in the passphrase, until the
journal page is painted with its rows and the form to write in (see ``bench_child_app``). Each
process ends as the program does when its window is closed, so that the next one finds a journal
that was closed.
"""

from __future__ import annotations

import re
import sys
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from bench_children import milliseconds_to_first_line, told
from bench_journal import PASSPHRASE

from resilience_desktop import resources, themes
from resilience_desktop.services.journal import Journal, KdfSettings
from resilience_desktop.storage.keys import file_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench_run import Run

_START, _UNLOCK = "start", "start after unlock"
_LEAST = "least start of such a window"
_MEMORY, _ALL_PAGES = "memory after start", "memory after opening every page"
_LEAST_MEMORY = "least memory of such a window"
_ENOUGH = 3
"""Memory is nearly the same each time."""


def start_rows(run: Run) -> None:
    """Measure the start, and the start after unlocking."""
    home = run.journals.new_folder("home")
    if run.wants(_START):
        folder = run.journals.of(run.years)
        bare = partial(milliseconds_to_first_line, home / "bare", "bench_child_window", "start")
        run.measure(_START, started(home / "start", folder), bare, goal=2.0)
        least = ("bench_child_least", "start", *_least(home, folder))
        run.measure(_LEAST, partial(milliseconds_to_first_line, home / "least", *least), bare)
    if run.wants(_UNLOCK):
        locked, kdf = run.journals.of(run.years, locked=True), KdfSettings()
        costs = (kdf.memory_kib, kdf.passes, kdf.lanes)
        run.measure(
            _UNLOCK,
            partial(told, home / "unlock", "bench_child_app", "unlock", locked, PASSPHRASE),
            partial(told, home / "key", "bench_child_key", *costs),
            goal=1.2,
        )


def started(home: Path, folder: Path) -> Callable[[], float]:
    """Return what starts the program with a journal, and says how long that took."""
    return partial(milliseconds_to_first_line, home, "bench_child_app", "start", folder)


def memory_rows(run: Run) -> None:
    """Measure what is in memory after the start, and after each page was opened once."""
    if sys.platform == "win32" or not run.wants(_MEMORY, _ALL_PAGES):
        return  # Windows counts memory in a way of its own
    home, folder = run.journals.new_folder("home"), run.journals.copy(run.years)
    program, least, bare, with_charts = run.in_turns(
        lambda: told(_fresh(home), "bench_child_app", "memory", folder),
        partial(told, home, "bench_child_least", "memory", *_least(home, folder)),
        partial(told, home, "bench_child_window", "memory"),
        partial(told, home, "bench_child_window", "matplotlib"),
        most=1 if run.is_short else _ENOUGH,
    )
    after_start, after_all = zip(*program, strict=True)
    run.keep(_MEMORY, (after_start, bare), goal=1.6, unit="MB")
    run.keep(_LEAST_MEMORY, (least, bare), goal=None, unit="MB")
    run.keep(_ALL_PAGES, (after_all, with_charts), goal=1.5, unit="MB")


def _least(home: Path, folder: Path) -> tuple[Path, str, Path]:
    """Return what a window needs to show the newest rows in our style without our code."""
    with closing(Journal.open(folder)) as journal:
        key = file_key(journal.file.secret, journal.file.journal_id) + journal.file.journal_id
    sheet = resources.read_text("themes/style.qss")
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = re.sub(r"url\(@icon.*?\)\)|@icon\(.*?\)", "none", sheet)
    sheet = re.sub(r"\{(?:half )?(\d+)\}", r"\1", sheet).replace("@medium", "500")
    roles = themes.theme("light").role
    home.mkdir(parents=True, exist_ok=True)
    style = home / "least.qss"
    style.write_text(re.sub(r"@(\w+)", lambda found: roles[found[1]], sheet), encoding="utf-8")
    return folder / "journal.db", key.hex(), style


def _fresh(home: Path) -> Path:
    """Return a home where no page was opened yet: the program begins with the one opened last."""
    for settings in home.rglob("settings.json"):
        settings.unlink()
    return home
