"""What a pretend person does in the program that `bench_child_app` started."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from bench_child_app import after_import, or_end, say, settle, wait, when_painted

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.ui.main_window import MainWindow

_TYPES_S = 1.0
"""How long somebody takes at least to type a passphrase, while the program may do what it wants."""
_REST_MS = 300
"""How long a page is looked at."""
DRAFT_MS = 700
"""After so long without a key, what was typed is in the journal as a draft."""
_LONGEST_S = 30
NOTE = "rain and tea in the kitchen, a letter, the bus in the morning, the garden later on"


def prepare(what: str, *more: str) -> None:
    """Do one of these once the program is there."""
    acts: dict[str, Callable[..., None]] = {"unlock": _unlock, "memory": _memory, "save": _save}
    acts[what](*more)


def _unlock(passphrase: str) -> None:
    entered: list[float] = []

    def typed(page: Any) -> None:  # noqa: ANN401
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClicks(page.passphrase, passphrase)
        entered.append(time.perf_counter())
        QTest.keyClick(page.passphrase, Qt.Key.Key_Return)

    def watch(module: ModuleType) -> None:
        from PySide6.QtCore import QTimer

        usual = module.UnlockPage.start

        def start(page: Any) -> None:  # noqa: ANN401
            usual(page)
            QTimer.singleShot(round(1000 * _TYPES_S), lambda: or_end(typed, page))

        module.UnlockPage.start = start

    def opened(window: MainWindow) -> None:
        say(1000 * (time.perf_counter() - entered[0]))
        window.end()

    after_import("resilience_desktop.ui.dialogs.unlock", watch)
    when_painted(opened)


def _memory() -> None:
    def opened(window: MainWindow) -> None:
        from bench_child_memory import resident_mb

        settle(window)
        wait(_REST_MS)
        after_start = resident_mb()
        for key, is_shown in _SHOWN.items():
            page = window.page(key)
            end = time.perf_counter() + _LONGEST_S
            while not (page.isVisible() and is_shown(page)):
                if time.perf_counter() > end:
                    message = f"the page {key} shows nothing"
                    raise RuntimeError(message)
                wait(50)
            settle(window)
            wait(_REST_MS)
        say([after_start, resident_mb()])
        window.end()

    when_painted(opened)


def _has_rows(name: str, page: Any) -> bool:  # noqa: ANN401
    from PySide6.QtWidgets import QAbstractItemView

    found = page.findChild(QAbstractItemView, name)
    return found is not None and found.model().rowCount() > 0


def _has_charts(page: Any) -> bool:  # noqa: ANN401
    pictures = [picture for panel in page.panels() for picture in panel.pictures]
    return bool(pictures) and all(picture.marks for picture in pictures)


_SHOWN: dict[str, Callable[[Any], bool]] = {
    "journal": partial(_has_rows, "journal.timeline"),
    "thoughts": partial(_has_rows, "thoughts.list"),
    "charts": _has_charts,
    "toolkit": partial(_has_rows, "toolkit.list"),
    "share": partial(_has_rows, "share.pages"),
}
"""The pages, and what must be there before one has been shown."""


def _save(copy: str, number: str) -> None:
    """Keep entries in turns by the program and by bare SQL, the latter in a copy of the journal."""
    kept: list[tuple[float, Entry]] = []

    def watch(module: ModuleType) -> None:
        usual = module.Journal.keep_entry

        def keep_entry(journal: Any, entry: Entry, **options: Any) -> object:  # noqa: ANN401
            changes = usual(journal, entry, **options)
            kept.append((time.perf_counter(), entry))  # it is committed
            return changes

        module.Journal.keep_entry = keep_entry

    def opened(window: MainWindow) -> None:
        from bench_child_bare import BareJournal

        bare = BareJournal(copy)
        settle(window)
        times: tuple[list[float], list[float]] = ([], [])
        for mood in range(int(number)):
            note = _write(window, mood % 6)
            pressed = press_ctrl_enter(note, until=lambda: len(kept) > mood)  # noqa: B023
            settle(window)
            _let_go(window)
            committed, entry = kept[-1]
            times[0].append(1000 * (committed - pressed))
            bare.draft(entry)
            wait(DRAFT_MS)  # a disk that has just rested takes longer, so both rest
            times[1].append(bare.keep(entry))
        bare.close()
        say(times)
        window.end()

    after_import("resilience_desktop.services.journal", watch)
    when_painted(opened)


def _write(window: MainWindow, mood: int) -> QWidget:
    """Write an entry as somebody would, and return the field in which the last words stand."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    window.capture("mood")
    settle(window)
    scale, note = (window.findChild(QWidget, name) for name in ("journal.mood", "journal.note"))
    if scale is None or note is None:
        message = "there is nothing to write in"
        raise RuntimeError(message)
    QTest.keyClicks(window.focusWidget() or scale, str(mood))
    QTest.keyClicks(note, NOTE)
    wait(DRAFT_MS)
    settle(window)
    return note


def press_ctrl_enter(field: QWidget, *, until: Callable[[], bool]) -> float:
    """Press Enter while Ctrl is down, wait for what comes of it, and return when it was pressed.

    A finger lets go long after that. The key comes while the program waits for one, as it does
    for a person: nothing of ours runs beside what the key begins.
    """
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtTest import QTest

    pressed: list[float] = []

    class Watch(QObject):
        def eventFilter(self, _field: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Return and not pressed:
                pressed.append(time.perf_counter())
            return False

    def press() -> None:
        QTest.keyPress(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    watch = Watch()
    field.installEventFilter(watch)
    QTimer.singleShot(0, press)
    end = time.perf_counter() + _LONGEST_S
    while not until():
        if time.perf_counter() > end:
            message = "the entry is not kept"
            raise RuntimeError(message)
        wait(20)
    field.removeEventFilter(watch)
    return pressed[0]


def _let_go(window: MainWindow) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyRelease(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
