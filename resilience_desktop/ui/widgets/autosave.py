"""When typing is to be saved: half a second after the last key, two after the first.

What could not be saved is tried again, soon at first and then less and less often.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS, LATEST_MS = 500, 2000
AGAIN_MS = (1000, 2000, 4000, 8000, 15_000, 30_000)
"""Waits between tries while saving does not work; the last one again and again."""


class Autosave(QObject):
    """Says when unsaved changes are due."""

    save_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._again = QTimer(self, singleShot=True)
        self._tries = 0
        """How often it was tried again without somebody's doing."""
        self._pending = False
        self._rest.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)
        self._again.timeout.connect(self._retry)

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

    def try_again(self) -> None:
        """Note that saving did not work, so that it is due again after a while."""
        self._pending = True
        self._again.start(AGAIN_MS[min(self._tries, len(AGAIN_MS) - 1)])

    def note_success(self) -> None:
        """Note that saving worked: the next failure is tried again soon."""
        self._tries = 0

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
        self._again.stop()

    def _retry(self) -> None:
        self._tries += 1
        self.flush()
