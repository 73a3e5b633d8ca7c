"""The app as a program that others look into, or that comes to a bad end.

Run as a program: ``python -m tests.promises.process NAME ARGUMENTS``, with the name of a function.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.app import Parts

_LONGEST = 60  # seconds


def end_badly(number: str, *, protected: bool = True) -> None:
    """Start like the app, then end by a signal that usually leaves a core file."""
    import resource

    from resilience_desktop import __main__, cli, hardening

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


def stand_at_the_door(place: str) -> None:
    """Show a locked journal until the program is killed."""
    parts = _start(place)
    _say_ready(parts)


def have_it_open(place: str, passphrase_file: str, words: str) -> None:
    """Open a journal, show what is in it and look for some words, until the program is killed."""
    from PySide6.QtWidgets import QLineEdit, QPushButton

    parts = _start(place)
    window = parts.window
    passphrase = Path(passphrase_file).read_text(encoding="utf-8")
    window.findChild(QLineEdit, "unlock.passphrase").setText(passphrase)
    window.findChild(QPushButton, "unlock.open").click()
    _wait(parts, lambda: parts.tasks.has_journal)
    window.page("journal")
    window.search.start()
    window.search.field.setText(words)
    _wait(parts, lambda: bool(window.search.results.rows.rows()))
    _say_ready(parts)


def _start(place: str) -> Parts:
    from resilience_desktop import app, hardening
    from resilience_desktop.paths import Places

    if os.geteuid() == 0:  # nobody else could look into it any more
        hardening.harden()
    parts = app.build(Places.usual(Path(place)))
    parts.window.start()
    parts.window.show()
    _wait(parts, lambda: parts.window.isVisible())
    return parts


def _wait(parts: Parts, condition: Callable[[], bool]) -> None:
    latest = time.monotonic() + _LONGEST
    while not condition() or parts.tasks.is_busy:
        parts.app.processEvents()
        if time.monotonic() > latest:
            message = "The window did not get there."
            raise TimeoutError(message)


def _say_ready(parts: Parts) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(500, lambda: os.write(1, b"ready\n"))
    parts.app.exec()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
