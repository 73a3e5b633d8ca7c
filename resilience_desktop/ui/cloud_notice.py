"""A quiet word, once a folder, that a service copies the journal's folder to other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.services.cloud_folder import cloud_service
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_MOST_FOLDERS = 20


class CloudNotice(QFrame):
    """One line over the pages: what there is to know, a way to more, and leaving it as it is."""

    more_requested = Signal()

    def __init__(self, context: UiContext, service: str) -> None:
        super().__init__()
        self.setObjectName("cloud_notice")
        self.setProperty("banner", "strip")
        look = context.look
        words = text(
            "{service} copies the folder of your journal. It is safer on this computer only."
        )
        more = buttons.quiet(look, text("What can I do?"), name="cloud_notice.more")
        leave = buttons.quiet(look, text("Leave it"), name="cloud_notice.leave")
        more.clicked.connect(self.more_requested)
        for button in (more, leave):
            button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 4, 20, 4)
        row.setSpacing(12)
        said = labels.body(look, words.format(service=service), name="cloud_notice.words")
        row.addWidget(said, 1)
        row.addWidget(more)
        row.addWidget(leave)


def look_for_cloud(context: UiContext, owner: QWidget, show: Callable[[str], object]) -> None:
    """Have the service shown that copies the journal's folder, unless it was for this folder.

    Not before anything is written: whoever has just begun has other things to think about.
    """

    def tell(found: tuple[str, str]) -> None:
        folder, service = found
        told = context.preferences.settings.cloud_folders_told
        if service and folder not in told:
            context.preferences.change(cloud_folders_told=(*told, folder)[-_MOST_FOLDERS:])
            show(service)

    context.tasks.read(_service, tell, owner=owner)


def _service(journal: Journal) -> tuple[str, str]:
    return str(journal.folder), cloud_service(journal.folder) if journal.span() else ""
