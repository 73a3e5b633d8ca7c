"""Asking where a file is, or where it should go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Return where a new file should go, or None when someone changed their mind."""
    dialog = QFileDialog(parent, title, str(_documents()), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
    dialog.selectFile(suggested)
    if dialog.exec() != QFileDialog.DialogCode.Accepted:
        return None
    return Path(dialog.selectedFiles()[0])


def ask_for_files(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Return the files someone chose, maybe none."""
    places, _ = QFileDialog.getOpenFileNames(parent, title, str(_documents()), kinds)
    return [Path(place) for place in places]


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Return the folder someone chose, or None."""
    place = QFileDialog.getExistingDirectory(parent, title, str(_documents()))
    return Path(place) if place else None


def _documents() -> Path:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(place) for place in places if Path(place).is_dir()), Path.home())
