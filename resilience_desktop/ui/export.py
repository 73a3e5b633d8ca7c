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
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.contents import Contents
    from resilience_desktop.ui.context import UiContext


def save_everything(context: UiContext, window: QWidget) -> None:
    """Ask first, then where; then write."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        text("Save everything"),
        text(
            "The file holds everything, also what is in the bin. It is not encrypted: "
            "anyone who has it can read it."
        ),
        QMessageBox.StandardButton.Cancel,
        window,
    )
    box.setObjectName("export")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    go_on = box.addButton(text("Choose a place"), QMessageBox.ButtonRole.AcceptRole)
    go_on.setObjectName("export.choose")
    go_on.clicked.connect(lambda: _write(context, window))
    box.open()


def _write(context: UiContext, window: QWidget) -> None:
    path = files.ask_where_to_save(
        window, text("Save everything"), "journal-export.json", "JSON (*.json)"
    )
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
            lambda _none: notices.show(text("Everything is saved in that file")),
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
        lambda journal: journal.contents(progress),
        write,
        owner=notices,
        failed=failed,
        progress=progress,
    )


def _export(contents: Contents, path: Path, progress: Progress) -> None:
    from resilience_desktop.services.exchange import export
    from resilience_desktop.services.sharing import write_file

    write_file(path, export(contents, progress), progress)
