"""Moving something to the bin, with Undo at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.search import Kind
from resilience_desktop.errors import ResilienceError
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from resilience_desktop.ui.context import UiContext


def move_to_bin(context: UiContext, id_: str, kind: str, *, owner: QObject) -> None:
    """Put an entry or a thought record in the bin, say so, and offer to bring it back."""
    said = (
        text("Entry moved to the bin")
        if kind == Kind.ENTRY
        else text("Thought record moved to the bin")
    )

    def undo() -> None:
        context.tasks.write(
            lambda journal: journal.bin.take_out(id_), owner=owner, failed=not_done(context)
        )

    context.tasks.write(
        lambda journal: journal.bin.put(id_),
        lambda _changes: context.notices.show(said, undo),
        owner=owner,
        failed=not_done(context),
    )


def not_done(context: UiContext) -> Callable[[BaseException], None]:
    """Return what says in one line why something is still where it was."""

    def tell(error: BaseException) -> None:
        if isinstance(error, ResilienceError):
            context.notices.show(str(error))
        else:
            context.tasks.work_failed.emit(error)

    return tell
