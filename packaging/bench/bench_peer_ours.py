"""Adds entries to the journal in its own window and searches it, and says how long that takes.

`bench_peers.py` starts it: one measured thing a process, on the same screen as the program it is
compared with. It writes the milliseconds of every entry and of every search into a file.

An entry is typed and saved as a draft first, as it is whenever somebody stops to think. Measured
is from pressing Ctrl+Enter until the window hears that the entry is in the file on the disk, and
until the form is empty for the next one.
A search is measured where the window does it, on the thread of the open journal.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from resilience_desktop import app
from resilience_desktop.paths import Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.services.journal import Journal

_PATIENCE_S, _STEP_MS = 60, 1
_LATE = "the window does not get there"
_UNTIL_SAVED_MS = 1200
"""Until what was typed is saved as a draft, and all that follows it is done."""


def main(arguments: list[str]) -> int:
    """Open the window, add and search so many times, and write down what it took."""
    folder, new_words, words, times, answer = arguments
    here = Path(folder)
    parts = app.build(Places(here, here.parent / "settings.json", here.parent / "cache"))
    parts.window.start()
    parts.window.show()
    parts.window.activateWindow()
    _wait_until(lambda: parts.window.is_open and not parts.tasks.is_busy)
    try:
        added = [_add(parts, f"{new_words} {number}") for number in range(int(times))]
        found = {
            "in_file": [in_file for in_file, _ in added],
            "ready": [ready for _, ready in added],
            "search": {
                name: [_search(parts, word) for _ in range(int(times))]
                for name, word in json.loads(words).items()
            },
        }
    finally:
        parts.window.close()
        parts.tasks.close()
    Path(answer).write_text(json.dumps(found), encoding="utf-8")
    return 0


def _add(parts: app.Parts, words: str) -> tuple[float, float]:
    note = parts.window.findChild(QPlainTextEdit, "journal.note")
    note.setFocus()
    QTest.keyClicks(note, words)
    QTest.qWait(_UNTIL_SAVED_MS)
    _wait_until(lambda: not parts.tasks.is_busy)
    in_file, ready = 0.0, 0.0
    turning = QEventLoop()

    def heard(changes: Changes) -> None:
        nonlocal in_file
        if changes.entries and not in_file:
            in_file = time.perf_counter()

    def changed() -> None:
        nonlocal ready
        if not note.toPlainText():
            ready = time.perf_counter()
            turning.quit()

    parts.tasks.journal_changed.connect(heard)
    note.textChanged.connect(changed)
    late = QTimer(singleShot=True, interval=1000 * _PATIENCE_S)
    late.timeout.connect(turning.quit)
    late.start()
    start = time.perf_counter()
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    turning.exec()
    parts.tasks.journal_changed.disconnect(heard)
    note.textChanged.disconnect(changed)
    if not in_file or not ready:
        raise TimeoutError(_LATE)
    _wait_until(lambda: not parts.tasks.is_busy)
    return 1000 * (in_file - start), 1000 * (ready - start)


def _search(parts: app.Parts, word: str) -> float:
    took: list[float] = []

    def work(journal: Journal) -> float:
        start = time.perf_counter()
        hits = journal.looking.search(word)
        took_now = 1000 * (time.perf_counter() - start)
        if not hits:
            message = "the journal does not find what was written"
            raise ValueError(message)
        return took_now

    parts.tasks.read(work, took.append, owner=parts.window)
    _wait_until(lambda: bool(took))
    return took[0]


def _wait_until(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not is_done():
        if time.monotonic() > end:
            raise TimeoutError(_LATE)
        QTest.qWait(_STEP_MS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
