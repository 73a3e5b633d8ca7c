"""Keeping one use of a skill: also while it lasts, as far as it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.ui.saving import Saving

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.saving import Work
    from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine


class PracticeSaving(Saving):
    """Saves what was said as it is said; what is being done, whenever all that is open is saved."""

    def __init__(
        self,
        context: UiContext,
        player: QWidget,
        state: NotSavedLine,
        *,
        is_going: Callable[[], bool],
        work: Callable[[], Work | None],
        words: Callable[[], str],
    ) -> None:
        super().__init__(context, player, state, work=work, words=words)
        self._is_going = is_going

    def flush(self) -> None:
        """Save now what was said, and how far it went."""
        if self._is_going():
            self.touch()
        super().flush()


def says_anything(practice: Practice) -> bool:
    """Whether there is anything to keep: who stops at once did nothing yet."""
    rated = practice.before is not None or practice.after is not None
    return bool(practice.seconds or practice.words.strip() or practice.wave or rated)


def own_change_in(journal: Journal, skill: str) -> str:
    """Return how distress was after a skill at all times so far; nothing while too few."""
    from resilience_desktop.services.practised import own_change

    return own_change(journal.practices.of(skill), skill)
