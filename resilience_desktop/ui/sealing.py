"""Sealing something that was kept, with Undo at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from resilience_desktop.ui.context import UiContext


def what_sealing_does() -> str:
    """Return what sealing does and what it does not."""
    return text(
        "A sealed page is out of lists, search, charts and sharing until you take the seal off. "
        "It is still in backups and in “everything as one file”."
    )


def seal(context: UiContext, id_: str, *, owner: QObject) -> None:
    """Seal a page, say where it is now, and offer to go there or to undo it."""

    def undo() -> None:
        context.tasks.write(lambda journal: journal.marks.unseal(id_), owner=owner)

    context.tasks.write(
        lambda journal: journal.marks.seal(id_),
        lambda _changes: context.notices.show(
            text("Sealed. You find it in the menu at the top, under “Files”: “Sealed pages”."),
            undo,
            way=(text("Show it"), context.navigator.sealed_requested.emit),
        ),
        owner=owner,
    )
