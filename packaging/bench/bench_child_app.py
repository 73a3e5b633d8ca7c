"""The program as somebody starts it, watched from outside: `bench_child_app.py WHAT FOLDER ...`.

Run by `bench_start` and `bench_keeping`, with what to do once the journal page is there:

    start   say "painted"
    unlock  the journal is locked: type the passphrase, and say how long it took from Enter
    memory  say how much memory it takes, then open every page, and say it again
    save    keep an entry as many times as is wanted, and say how long each took

The program itself knows nothing of this. It runs by its own entry point and imports what it would
import, when it would; what is watched is changed just after its import.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from importlib.machinery import PathFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from PySide6.QtGui import QPaintEvent

    from resilience_desktop.ui.main_window import MainWindow
    from resilience_desktop.ui.widgets.written_list import WrittenList

PARTS_OF_A_FORM = ("journal.mood", "journal.note", "journal.save")
_AGAIN_MS = 1


class _After:
    """Does something with a module once the program has imported it.

    A finder without ``importlib.abc``, which the program itself does without.
    """

    def __init__(self, name: str, then: Callable[[ModuleType], None]) -> None:
        self._name, self._then = name, then

    def find_spec(
        self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module as usual; of the one that is watched, look when it has run."""
        if name != self._name:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path)
        if spec is None or spec.loader is None:
            return None
        run = spec.loader.exec_module

        def run_and_look(module: ModuleType) -> None:
            run(module)
            self._then(module)

        spec.loader.exec_module = run_and_look  # type: ignore[method-assign]
        return spec


def after_import(name: str, then: Callable[[ModuleType], None]) -> None:
    """Do something with a module just after it is imported."""
    sys.meta_path.insert(0, _After(name, then))


def when_painted(then: Callable[[MainWindow], None]) -> None:
    """Do something with the window once its journal page is painted, with rows and the form.

    The list must have painted as many rows as there is room for, and what one writes in must be
    in sight; a page that comes in pieces is not there before its last piece.
    """
    done: list[WrittenList] = []

    def watch(module: ModuleType) -> None:
        from PySide6.QtCore import QTimer

        usual = module.WrittenList.paintEvent

        def look(timeline: WrittenList) -> None:
            if done:
                return
            if is_whole(timeline):
                done.append(timeline)
                or_end(then, timeline.window())
            else:
                QTimer.singleShot(_AGAIN_MS, lambda: look(timeline))

        def paint(timeline: WrittenList, event: QPaintEvent) -> None:
            usual(timeline, event)
            if not done and timeline.objectName() == "journal.timeline" and is_full(timeline):
                QTimer.singleShot(0, lambda: look(timeline))

        module.WrittenList.paintEvent = paint

    after_import("resilience_desktop.ui.widgets.written_list", watch)


def or_end(act: Callable[..., None], *arguments: object) -> None:
    """Do something; when it fails end at once, where the program would open a dialog."""
    try:
        act(*arguments)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


def is_full(timeline: WrittenList) -> bool:
    """Whether a list has rows down to its lower end."""
    rows = timeline.model()
    last = timeline.visualRect(rows.index(rows.rowCount() - 1, 0))
    return rows.rowCount() > 1 and last.bottom() >= timeline.viewport().height() > 0


def is_whole(timeline: WrittenList) -> bool:
    """Whether the page with a list shows all that somebody needs to begin."""
    from PySide6.QtWidgets import QWidget

    window = timeline.window()
    parts = [timeline, *(window.findChild(QWidget, name) for name in PARTS_OF_A_FORM)]
    return all(part is not None and not part.visibleRegion().isEmpty() for part in parts)


def wait(milliseconds: int) -> None:
    """Let the program go on; unlike ``QTest.qWait`` this also leaves its other threads alone."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way any more."""
    quiet = 0
    while quiet < 3:
        wait(30)
        quiet = 0 if window.context.tasks.is_busy else quiet + 1


def say(what: object) -> None:
    """Tell whoever started this."""
    import json

    print(json.dumps(what), flush=True)


def start(window: MainWindow) -> None:
    """Say that the page is there."""
    print("painted", flush=True)
    window.end()


def main(what: str, folder: str, *more: str) -> int:
    """Run the program, and look at it."""
    if what == "start":
        when_painted(start)
    else:
        import bench_child_acts

        bench_child_acts.prepare(what, *more)
    sys.argv = ["resilience-desktop", "--journal", folder]
    from resilience_desktop.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.modules["bench_child_app"] = sys.modules["__main__"]
    sys.exit(main(*sys.argv[1:]))
