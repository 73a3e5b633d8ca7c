"""A window that keeps an entry by a key, of Qt, a thread and bare SQL: no saving can be quicker.

Run by `bench_keeping`: `bench_child_least_save.py JOURNAL COPY NUMBER`. It has a text field, the
key of ours, and the journal on a thread of its own; the same entry goes bare into a copy in turns.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench_child_acts import DRAFT_MS, NOTE, press_ctrl_enter
from bench_child_app import say, wait
from bench_child_bare import BareJournal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from resilience_desktop.domain.entry import Entry
from resilience_desktop.services.clock import now


def main(journal: str, copy: str, number: str) -> None:
    """Keep as many entries as are wanted, and say how long each took, both ways."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    field = QPlainTextEdit(window)
    window.setCentralWidget(field)
    window.show()
    field.setFocus()
    thread = ThreadPoolExecutor(1)
    kept, bare = thread.submit(BareJournal, journal).result(), BareJournal(copy)
    entries: list[Entry] = []
    committed: list[float] = []

    def keep(entry: Entry) -> None:
        kept.keep(entry)
        committed.append(time.perf_counter())

    shortcut = QShortcut(QKeySequence("Ctrl+Return"), window)
    shortcut.activated.connect(lambda: thread.submit(keep, entries[-1]))
    wait(DRAFT_MS)
    times: tuple[list[float], list[float]] = ([], [])
    for count in range(int(number)):
        entries.append(Entry(at=now(), mood=count % 6, note=NOTE))
        thread.submit(kept.draft, entries[-1]).result()
        wait(DRAFT_MS)
        pressed = press_ctrl_enter(field, until=lambda: len(committed) > count)  # noqa: B023
        times[0].append(1000 * (committed[-1] - pressed))
        bare.draft(entries[-1])
        wait(DRAFT_MS)  # a disk that has just rested takes longer, so both rest
        times[1].append(bare.keep(entries[-1]))
    thread.submit(kept.close).result()
    bare.close()
    say(times)
    app.quit()


main(*sys.argv[1:])
