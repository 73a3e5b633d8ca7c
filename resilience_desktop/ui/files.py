"""Asking where a file is, or where it should go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from resilience_desktop.ui.widgets.dialog import take_wishes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Return where a new file should go, or None when someone changed their mind."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
    dialog.selectFile(suggested)
    return next(iter(_chosen(dialog)), None)


def ask_for_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Return the files someone chose, maybe none."""
    dialog = _dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Return the folder someone chose, or None."""
    dialog = _dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def _dialog(parent: QWidget, title: str, kinds: str = "") -> QFileDialog:
    """Return the dialog of the system, or Qt's where there is none.

    Only Qt's can be covered and takes our keys.
    """
    dialog = QFileDialog(parent, title, str(_documents()), kinds)
    take_wishes(dialog)
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    places = dialog.selectedFiles() if accepted else []
    dialog.deleteLater()
    return [Path(place) for place in places]


def _documents() -> Path:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(place) for place in places if Path(place).is_dir()), Path.home())
