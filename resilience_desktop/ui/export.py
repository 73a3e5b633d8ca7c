"""Saving everything as one file, after saying what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from resilience_desktop.i18n import text
from resilience_desktop.ui import files

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.journal import Journal
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

    def write(journal: Journal) -> None:
        from resilience_desktop.services.exchange import export
        from resilience_desktop.services.sharing import write_file

        write_file(path, export(journal.contents()))

    said = text("Everything is saved in that file")
    context.tasks.read(write, lambda _none: context.notices.show(said), owner=window)
