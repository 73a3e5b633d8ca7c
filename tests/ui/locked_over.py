"""The app as a program that is locked in the middle of something.

Run as a program: ``python -m tests.ui.locked_over WHAT FOLDER PASSPHRASE FILE``.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from resilience_desktop import app
from resilience_desktop.domain.progress import Progress
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.sharing import write_file
from resilience_desktop.ui import files
from resilience_desktop.ui.export import save_everything
from resilience_desktop.ui.widgets.confirm import ConfirmDialog
from tests.promises.process import be_the_app, unlock

SOON_MS = 300


def main(what, folder, passphrase, file):
    app._start_again = lambda _folder: say("handed over")
    be_the_app(folder, partial(lock_over, globals()[what], passphrase, Path(file)))


def lock_over(what, passphrase, file, parts):
    unlock(parts, passphrase)
    note = parts.window.page("journal").findChild(object, "journal.note")
    note.setPlainText("Half a sen")
    if what is not the_sleep_of_the_system:
        QTimer.singleShot(SOON_MS, parts.window.lock)
    what(parts.window, file)


def say(words):
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
    return True


def the_sleep_of_the_system(_window, _file):
    say("open")


def a_file_dialog(window, _file):
    say(str(files.ask_where_to_save(window, "Save", "report.pdf", "PDF (*.pdf)")))


def a_dialog_that_does_not_close(window, _file):
    class Busy(QDialog):
        def reject(self):
            pass

    window.busy = Busy()
    window.busy.open()


def a_pdf_under_way(window, file):
    def make():
        say("under way")
        time.sleep(SOON_MS / 1000 * 3)
        write_file(file, b"%PDF", progress)

    progress = Progress("A PDF")
    window.context.tasks.compute(make, say, owner=window, progress=progress)


def an_export_under_way(window, file):
    def contents(_journal, progress):
        for step in progress.each(range(1_000_000)):
            if step == 0:
                say("under way")
            time.sleep(0.02)

    Journal.contents = contents
    files.ask_where_to_save = lambda *_: file
    save_everything(window.context, window)
    window.findChild(ConfirmDialog, "export").yes.click()


if __name__ == "__main__":
    main(*sys.argv[1:])
