"""The language of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.section import Section, choice

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class LanguageSection(Section):
    """Every language there is a translation for."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "language", text("Language"))
        preferences = context.preferences
        self.add(
            text("Language of the app"),
            choice(
                "settings.language",
                {"": text("Like the system"), **dict(i18n.languages())},
                preferences.settings.language,
                lambda code: preferences.change(language=code),
            ),
            hint=text("Used from the next start. So far there is English."),
        )
