"""How the journal is protected, and against what it is not: in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class ProtectionDialog(Dialog):
    """A page to read, of under 400 words."""

    def __init__(self, look: LookKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("protection")
        title = text("How your journal is protected")
        self.setWindowTitle(text("How your journal is protected"))
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(4, 0, 16, 8)
        page.setSpacing(4)
        for heading, points in (
            (text("What is protected"), protected()),
            (text("What is not protected"), not_protected()),
        ):
            page.addSpacing(12)
            page.addWidget(labels.heading(look, heading))
            for name, words in points:
                page.addSpacing(8)
                page.addWidget(labels.label(look, name))
                page.addWidget(labels.muted(look, words))
        page.addStretch()
        close = buttons.plain(look, text("Close"), name="protection.close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 20, 20)
        column.setSpacing(8)
        heading_ = labels.title(look, title)
        heading_.setContentsMargins(4, 0, 0, 0)
        column.addWidget(heading_)
        column.addWidget(ScrollPane("protection.scroll", inside), 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        resize_within_window(self, look.px(600), look.px(680))
        close.setFocus(Qt.FocusReason.OtherFocusReason)


def protected() -> tuple[tuple[str, str], ...]:
    """Return what is protected: a name, and a sentence or two about it."""
    return (
        (
            text("The file on this computer"),
            text(
                "It is encrypted. Without your passphrase or the recovery code it cannot be read. "
                "If you chose to have no passphrase, anyone who can open your files can read it."
            ),
        ),
        (
            text("Drafts, earlier versions, the bin and backups"),
            text("They are encrypted in the same way as the journal."),
        ),
        (
            text("What you are typing"),
            text("It is saved in the journal within a few seconds."),
        ),
        (
            text("Your privacy online"),
            text("The app never goes online. There is no account, and nothing is sent anywhere."),
        ),
        (
            text("What you copy"),
            text("The app takes it off the clipboard after a minute."),
        ),
    )


def not_protected() -> tuple[tuple[str, str], ...]:
    """Return what no journal on a computer can be protected from, or this one is not."""
    return (
        (
            text("Other programs, and whoever runs this computer"),
            text(
                "A harmful program, or someone who manages the computer, can read along while "
                "the journal is open, and can learn your passphrase."
            ),
        ),
        (
            text("An open screen"),
            text("While the journal is open, anyone at the screen can read it."),
        ),
        (
            text("The memory of the computer"),
            text(
                "The system may move parts of it to the disk. If the whole disk is encrypted, "
                "they cannot be read there."
            ),
        ),
        (
            text("That there is a journal"),
            text("The size of its files, and when they last changed, can be seen."),
        ),
        (
            text("An older copy in its place"),
            text(
                "Someone who can change your files could put an older journal back. "
                "It would open with the passphrase it had then."
            ),
        ),
        (
            text("The recovery sheet"),
            text("Whoever has it and your files can open the journal. Keep it somewhere safe."),
        ),
        (
            text("A passphrase that is easy to guess"),
            text("Several words that have nothing to do with each other are hard to guess."),
        ),
        (
            text("What you take out"),
            text(
                "A file with everything is not encrypted, nor is a PDF without a password, or "
                "paper. Names you let show before the journal is open can be read by anyone."
            ),
        ),
    )
