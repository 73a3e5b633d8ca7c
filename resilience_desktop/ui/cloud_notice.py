"""A quiet word, once a folder, that a service copies the journal's folder to other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.services.cloud_folder import cloud_service
from resilience_desktop.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_MOST_FOLDERS = 20


class CloudNotice(Strip):
    """Says which service it is, and leads to what can be done."""

    def __init__(self, context: UiContext, service: str) -> None:
        words = text(
            "{service} copies the folder of your journal. It is safer on this computer only."
        )
        super().__init__(
            context.look,
            words.format(service=service),
            name="cloud_notice",
            more=text("What can I do?"),
            leave=text("Leave it"),
        )


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
    return str(journal.folder), cloud_service(journal.folder) if journal.looking.span() else ""
