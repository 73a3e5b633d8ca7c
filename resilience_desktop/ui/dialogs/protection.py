"""How the journal is protected, and against what it is not: in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.reading import ReadingDialog
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class ProtectionDialog(ReadingDialog):
    """A page to read, of under 400 words."""

    def __init__(self, look: LookKeeper, parent: QWidget) -> None:
        inside = QWidget()
        page = column_in(inside, 4)
        page.setContentsMargins(4, 0, 16, 8)
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
        title = text("How your journal is protected")
        super().__init__(look, parent, "protection", title, inside, (600, 680))
        self.setWindowTitle(text("How your journal is protected"))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)


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
            text("When you are away"),
            text(
                "With a passphrase, the journal locks after a while without a key or a click, and "
                "on most computers when they sleep. Ctrl+L locks it, and F9 covers it."
            ),
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
            text(
                "While the journal is open and not covered, anyone at the screen can read it. If "
                "the keyring opens it, so can whoever uses your session."
            ),
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
