"""The settings while the app runs: changed in one place, written at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resilience_desktop.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


class Preferences(QObject):
    """Holds the settings and tells who listens when one changes."""

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings = Settings.read(path)

    def change(self, **values: object) -> None:
        """Change some settings and keep the others."""
        self.set(replace(self.settings, **values))  # type: ignore[arg-type]

    def set(self, settings: Settings) -> None:
        """Take new settings; a file that cannot be written is no reason to stop."""
        if settings != self.settings:
            self.settings = settings
            settings.write(self._path)
            self.changed.emit()
