"""Keys that do what the main button of a page does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget


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
