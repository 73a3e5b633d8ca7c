"""What this app is, which version, and what it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop import __version__
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.section import Section
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class AboutSection(Section):
    """A few plain sentences, and the way back to the first pages."""

    first_steps_requested = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__(look, "about", text("About"))
        self.add(
            text("Resilience Desktop"),
            labels.body(
                look,
                text(
                    "A private journal for self-reflection and for practising self-help skills. "
                    "It never goes online. It is not a diagnosis, not a medical service, and "
                    "not monitored by anyone."
                ),
            ),
            hint=text("Version {n}").format(n=__version__),
            below=True,
        )
        self.add(
            text("Licence"),
            labels.small(
                look,
                text(
                    "Free software under the MIT licence. It stands on Qt, SQLCipher, Typst, "
                    "matplotlib and others; NOTICE names them and their licences."
                ),
                "text_muted",
            ),
            below=True,
        )
        again = buttons.plain(look, text("See the first pages"), name="settings.first_steps")
        again.clicked.connect(self.first_steps_requested)
        self.add(
            text("The first pages"),
            again,
            hint=text("What this app is and is not, and what can be chosen at the start."),
        )
