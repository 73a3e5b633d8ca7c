"""What went wrong, in words: the computer's faults as a sentence, ours with all that helps."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from resilience_desktop import __version__
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from types import TracebackType


def show_problem(parent: QWidget, error: BaseException) -> None:
    """Open the dialog that fits the error."""
    if isinstance(error, ResilienceError):
        box = QMessageBox(QMessageBox.Icon.NoIcon, text("Resilience"), "", parent=parent)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a name of a file may be in it
        box.setText(str(error))
        box.setObjectName("problem")
        box.open()
    else:
        BugDialog(error, parent).open()


class BugDialog(QDialog):
    """A mistake of ours: versions and the trace, to be copied by whoever wants to report it."""

    def __init__(self, error: BaseException, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bug")
        self.setWindowTitle(text("Something went wrong"))
        words = QLabel(
            text(
                "This is a mistake of the app, not of yours. What you wrote before is kept. "
                "The lines below hold nothing you wrote, and nothing is sent anywhere."
            )
        )
        words.setWordWrap(True)
        details = QPlainTextEdit(report(error))
        details.setObjectName("bug.details")
        details.setAccessibleName(text("Details"))
        details.setReadOnly(True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setObjectName("bug.close")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(words)
        column.addWidget(details, 1)
        column.addWidget(close)
        self.resize(640, 420)


def report(error: BaseException) -> str:
    """Return versions and where the error arose; never its message, which may quote a person."""
    lines = [
        f"Resilience Desktop {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
        type(error).__qualname__,
        *_places(error.__traceback__),
    ]
    return "\n".join(lines)


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace, limit=40)
    return [
        f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames
    ]
