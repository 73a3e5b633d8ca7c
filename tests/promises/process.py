"""The app as a program that others look into, or that comes to a bad end.

Run as a program: ``python -m tests.promises.process NAME ARGUMENTS``, with the name of a function.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from resilience_desktop import hardening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.app import Parts

_LONGEST = 60  # seconds
RECORD_PLACES = {
    "chose": ("response", "thoughts.chose"),
    "against": ("evidence", "thoughts.against.1"),
    "kindness": ("kindness", "thoughts.kindness_words"),
    "expected": ("prediction", "thoughts.expected"),
}
"""More places in a thought record: its step, and the field in it."""
PLACES = ("journal", "thoughts", "free", "line", *RECORD_PLACES)
"""Where somebody types: an entry, a thought record, a free page, what went all right."""


def end_badly(number: str, *, protected: bool = True) -> None:
    """Start like the app, then end by a signal that usually leaves a core file."""
    import resource

    from resilience_desktop import __main__, cli

    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    if not protected:
        hardening.harden = lambda: None
    cli.run = lambda _options: os.kill(os.getpid(), int(number))
    sys.argv[1:] = ["verify"]
    __main__.main()


def end_badly_unprotected(number: str) -> None:
    """Do the same without the app's care."""
    end_badly(number, protected=False)


def have_it_open(place: str, passphrase_file: str, words: str) -> None:
    """Be the app: open a journal, show what is in it, look for some words; lock it when told so.

    What comes in on standard input is the word to lock it.
    """
    passphrase = Path(passphrase_file).read_text(encoding="utf-8")
    be_the_app(place, lambda parts: _open_and_search(parts, passphrase, words))


def type_until_killed(place: str, log: str, pace: str, seed: str, where: str) -> None:
    """Be the app with somebody who types; write down when each key was pressed, on the way.

    ``pace`` is the time from key to key in milliseconds, ``where`` one of ``PLACES``.
    """
    be_the_app(place, lambda parts: _type(parts, log, int(pace), keys(int(seed)), where))


def type_unsaved_until_killed(*arguments: str) -> None:
    """Do the same with a program that never saves by itself."""
    from resilience_desktop.ui.widgets.autosave import Autosave

    Autosave.touch = lambda _self: None
    type_until_killed(*arguments)


def keys(seed: int) -> Iterator[str]:
    """Yield what somebody types, key by key and for ever."""
    chance = random.Random(seed)
    while True:
        yield from f"word{chance.randrange(5000)} "


def be_the_app(place: str, act: Callable[[Parts], None]) -> None:
    """Be the app from its start to its end, with somebody in front of the window."""
    from PySide6.QtCore import QTimer

    from resilience_desktop import app, cli

    run = app._run

    def run_and_act(parts: Parts, start: Callable[[], None], *, away: bool) -> int:
        QTimer.singleShot(0, lambda: act(parts))
        return run(parts, start, away=away)

    app._run = run_and_act
    if os.geteuid() == 0:  # nobody else could look into it any more
        hardening.harden()
    sys.exit(app.run(cli.parser().parse_args(["--journal", place])))


def _open_and_search(parts: Parts, passphrase: str, words: str) -> None:
    from PySide6.QtCore import QSocketNotifier, QTimer

    window = parts.window
    unlock(parts, passphrase)
    window.page("journal")
    window.search.start()
    window.search.field.setText(words)
    _wait(parts, lambda: bool(window.search.results.rows.rows()))
    told = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
    told.activated.connect(lambda: (told.setEnabled(False), window.lock()))
    QTimer.singleShot(500, lambda: os.write(1, b"ready\n"))


def unlock(parts: Parts, passphrase: str) -> None:
    """Open the journal that the window shows the lock of."""
    from PySide6.QtWidgets import QLineEdit, QPushButton

    window = parts.window
    _wait(parts, lambda: window.findChild(QLineEdit, "unlock.passphrase") is not None)
    window.findChild(QLineEdit, "unlock.passphrase").setText(passphrase)
    window.findChild(QPushButton, "unlock.open").click()
    _wait(parts, lambda: parts.tasks.has_journal)


def _type(parts: Parts, log: str, pace: int, typed: Iterator[str], where: str) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    _wait(parts, lambda: parts.tasks.has_journal)
    field = _place_to_type(parts, where)
    field.setFocus()
    file = os.open(log, os.O_WRONLY | os.O_APPEND)

    def press() -> None:
        at = time.monotonic()
        QTest.keyClick(field, next(typed))
        os.write(file, f"{at}\n".encode())

    timer = QTimer(parts.window, interval=pace)
    timer.timeout.connect(press)
    timer.start()


def _place_to_type(parts: Parts, where: str) -> QWidget:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton, QWidget

    window = parts.window
    if where in RECORD_PLACES:
        return _step_to_type(parts, *RECORD_PLACES[where])
    if where == "thoughts":
        window.capture("thought")
    else:
        window.page("journal")
    if where == "free":
        window.findChild(QAction, "journal.note.menu.free").trigger()
    elif where == "line":
        window.findChild(QPushButton, "today.went_well_begin").click()
    name = {
        "journal": "journal.note",
        "thoughts": "thoughts.situation_words",
        "free": "writing.free",
        "line": "today.went_well",
    }[where]
    _wait(parts, lambda: window.findChild(QWidget, name) is not None)
    return window.findChild(QWidget, name)


def _step_to_type(parts: Parts, step: str, name: str) -> QWidget:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    window = parts.window
    window.page("thoughts").new_record("whole")
    _wait(parts, lambda: window.findChild(QAbstractButton, f"thoughts.step.{step}") is not None)
    window.findChild(QAbstractButton, f"thoughts.step.{step}").click()
    _wait(parts, lambda: window.findChild(QWidget, name) is not None)
    return window.findChild(QWidget, name)


def _wait(parts: Parts, condition: Callable[[], bool]) -> None:
    latest = time.monotonic() + _LONGEST
    while not condition() or parts.tasks.is_busy:
        parts.app.processEvents()
        if time.monotonic() > latest:
            message = "The window did not get there."
            raise TimeoutError(message)


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
