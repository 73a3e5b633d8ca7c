"""Keys that work on a whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

HELP_KEYS = ("F1", "Ctrl+Shift+H")
LOCK_KEY, COVER_KEY, TOOLKIT_KEY = "Ctrl+L", "F9", "F2"
"""What works on every window of the app."""


def press_on_ctrl_enter(page: QWidget, button: QAbstractButton) -> None:
    """Have Ctrl+Enter press a button from anywhere on its page, at once.

    A shortcut of the button itself would first show it pressed for a tenth of a second, and would
    be forgotten whenever its words change.
    """
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        shortcut = QShortcut(QKeySequence(keys), page)
        # The whole window, but only while the page is in view: the tabs belong to it then.
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(button.click)


def is_idle_undo(event: QEvent, *, can_undo: bool) -> bool:
    """Whether these are the keys of Undo, in a field where no typing is left to be undone.

    A field that ignores them then leaves them to the window, which undoes the last notice.
    """
    return (
        not can_undo
        and isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.matches(QKeySequence.StandardKey.Undo)
    )


def takes_escape(event: QEvent) -> bool:
    """Keep Escape from a shortcut of the page: the field that calls this has its own use for it."""
    is_escape = (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.key() == Qt.Key.Key_Escape
    )
    if is_escape:
        event.accept()
    return is_escape
