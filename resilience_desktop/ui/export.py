"""Saving everything as one file, after saying what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError
from resilience_desktop.i18n import text
from resilience_desktop.ui import files
from resilience_desktop.ui.progress import ProgressPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.timeline_filter import TimelineFilter
    from resilience_desktop.services.contents import Contents
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

    Gather = Callable[[Progress], Callable[[Journal], Contents]]


def save_everything(context: UiContext, window: QWidget) -> None:
    """Ask first, then where; then write."""
    words = text(
        "The file holds everything, also what is in the bin. It is not encrypted: "
        "anyone who has it can read it."
    )
    _ask(
        window,
        text("Save everything"),
        words,
        lambda progress: lambda journal: journal.contents(progress),
        text("Everything is saved in that file"),
        context,
    )


def save_these(context: UiContext, window: QWidget, chosen: TimelineFilter) -> None:
    """Do the same with what a filter lets through."""
    words = text(
        "The file holds the entries and thought records that were found, and nothing else. "
        "It is not encrypted: anyone who has it can read it."
    )
    _ask(
        window,
        text("Export these"),
        words,
        lambda _progress: lambda journal: journal.looking.chosen(chosen),
        text("They are saved in that file"),
        context,
    )


def _ask(
    window: QWidget, title: str, words: str, gather: Gather, said: str, context: UiContext
) -> None:
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, title, words, QMessageBox.StandardButton.Cancel, window
    )
    box.setObjectName("export")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    go_on = box.addButton(text("Choose a place"), QMessageBox.ButtonRole.AcceptRole)
    go_on.setObjectName("export.choose")
    go_on.clicked.connect(lambda: _write(context, window, title, gather, said))
    box.open()


def _write(context: UiContext, window: QWidget, title: str, gather: Gather, said: str) -> None:
    path = files.ask_where_to_save(window, title, "journal-export.json", "JSON (*.json)")
    if path is None:
        return

    tasks, notices, progress = (
        context.tasks,
        context.notices,
        Progress(text("Gathering everything")),
    )
    ProgressPanel(context.look, window, progress)

    def write(contents: Contents) -> None:
        tasks.compute(
            lambda: _export(contents, path, progress),
            lambda _none: notices.show(said),
            owner=notices,
            failed=failed,
            progress=progress,
        )

    def failed(error: BaseException) -> None:
        if isinstance(error, CancelledError):
            notices.show(str(error))
        else:
            tasks.work_failed.emit(error)

    tasks.read(
        gather(progress),
        write,
        owner=notices,
        failed=failed,
        progress=progress,
    )


def _export(contents: Contents, path: Path, progress: Progress) -> None:
    from resilience_desktop.services.exchange import export
    from resilience_desktop.services.sharing import write_file

    write_file(path, export(contents, progress), progress)
