"""Settings of the journal: what comes first, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.pages_first import PagesFirst
from resilience_desktop.ui.settings.section import Section

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class JournalSection(Section):
    """What somebody wants to see and to be asked."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "journal", text("Journal"))
        self.add(
            text("What helps you most"),
            PagesFirst(context.preferences, "settings"),
            hint=text("The pages for it come first."),
            below=True,
        )
