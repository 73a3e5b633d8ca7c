"""What this app is, which version, and what it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from resilience_desktop import __version__
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.return_line import ReturnLine

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.ui.theme import LookKeeper


class AboutDialog(QDialog):
    """A few plain sentences."""

    def __init__(self, look: LookKeeper, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(text("About Resilience"))
        close = buttons.plain(look, text("Close"), name="about.close")
        close.clicked.connect(self.accept)
        where = labels.Label(
            look,
            text("Your journal is in {folder}").format(folder=folder),
            "small",
            "text_muted",
            selectable=True,
            name="about.folder",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 20)
        column.setSpacing(12)
        column.addWidget(ReturnLine(look))
        column.addSpacing(8)
        column.addWidget(labels.title(look, text("Resilience Desktop")))
        column.addWidget(labels.muted(look, text("Version {n}").format(n=__version__)))
        column.addWidget(
            labels.body(
                look,
                text(
                    "A private journal for self-reflection and for practising self-help skills. "
                    "It never goes online. It is not a diagnosis, not a medical service, and "
                    "not monitored by anyone."
                ),
            )
        )
        column.addWidget(
            labels.small(
                look,
                text(
                    "Free software under the MIT licence. It stands on Qt, SQLCipher, Typst, "
                    "matplotlib and others; NOTICE names them and their licences."
                ),
                "text_muted",
            )
        )
        column.addWidget(where)
        column.addStretch()
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look.px(520), look.px(420))
