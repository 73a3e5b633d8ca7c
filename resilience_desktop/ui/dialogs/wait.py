"""A page to wait on, in front of a journal that opens without a question or takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.door import OneColumn
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.ui.theme import LookKeeper


class WaitPage(OneColumn):
    """What is going on, and how far it is if that can be told."""

    def __init__(
        self, look: LookKeeper, title: str, hint: str, progress: Progress | None = None
    ) -> None:
        super().__init__(look, "wait", title, 448)
        self._hint = labels.muted(look, hint, name="wait.hint")
        self._line = ProgressLine(look, name="wait.progress")
        self._progress = progress
        self.column.addSpacing(8)
        self.column.addWidget(self._hint)
        self.column.addSpacing(24)
        self.column.addWidget(self._line)

    def start(self) -> None:
        """Say what is going on, and follow it."""
        self.help.setFocus()
        announce(self, f"{self.title.text()} {self._hint.text()}")
        if self._progress is not None:
            self._line.follow(self._progress)


def keyring_words() -> tuple[str, str]:
    """Return what is said while the computer's keyring opens the journal."""
    return text("Opening ..."), text(
        "This computer’s keyring opens the journal. It may ask for its own password first. If it "
        "cannot, you are asked for your passphrase."
    )


def saving_words() -> tuple[str, str]:
    """Return what is said while what is left of a journal is saved."""
    return text("Saving what can be read ..."), text(
        "This can take a while. The damaged journal itself is not changed."
    )
