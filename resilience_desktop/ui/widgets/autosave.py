"""When typing is to be saved: a second after the last key, three after the first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS, LATEST_MS = 1000, 3000


class Autosave(QObject):
    """Says when unsaved changes are due."""

    save_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._pending = False
        self._rest.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)

    @property
    def is_pending(self) -> bool:
        """Whether there are changes that have not been asked to be saved."""
        return self._pending

    def touch(self) -> None:
        """Note that something changed."""
        self._pending = True
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Ask for saving now, if anything changed."""
        if self.is_pending:
            self.forget()
            self.save_due.emit()

    def forget(self) -> None:
        """Let the changes be: they are saved, or were given up."""
        self._pending = False
        self._rest.stop()
        self._latest.stop()
