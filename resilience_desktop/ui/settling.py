"""What a journal that has just been opened still needs, once its first page is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.errors import JournalDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext


def settle(
    context: UiContext,
    window: QWidget,
    settled: Callable[[], None],
    leave: Callable[[JournalDamagedError], None],
) -> None:
    """Look through the whole file; where it is damaged, ``leave`` for what can be done about it.

    Nothing is written before that, so what somebody typed meanwhile may have to be copied first.
    """

    def found(error: BaseException) -> None:
        from resilience_desktop.ui.unsaved import has_to_ask

        if not isinstance(error, JournalDamagedError):
            context.tasks.work_failed.emit(error)
        elif not has_to_ask(context, window, lambda: leave(error)):
            leave(error)

    context.tasks.read(
        lambda journal: journal.settle(),
        lambda _none: settled(),
        owner=window,
        latest="settle",
        failed=found,
    )
