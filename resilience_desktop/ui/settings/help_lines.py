"""Settings of Help now: the country, and people one has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from resilience_desktop import content
from resilience_desktop.i18n import text
from resilience_desktop.ui.contacts_editor import ContactsEditor
from resilience_desktop.ui.settings.section import Section, choice

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.widgets.choice_box import ChoiceBox


def country_choice(preferences: Preferences, name: str) -> ChoiceBox:
    """Return a box for the country of the help lines; the computer's is only suggested."""
    countries = {"": text("Choose your country")}
    countries |= {country.code: country.name for country in content.countries()}
    chosen = preferences.settings.country
    suggested = QLocale.territoryToCode(QLocale.system().territory())
    return choice(
        name,
        countries,
        chosen if chosen in countries and chosen else suggested,
        lambda code: preferences.change(country=code),
    )


class HelpLinesSection(Section):
    """What Help now shows."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "help_lines", text("Help lines"))
        self.add(
            text("Country of the help lines"),
            country_choice(context.preferences, "settings.country"),
            hint=text("Where yours is missing, findahelpline.com lists lines by country."),
        )
        self.add(text("People I have chosen"), ContactsEditor(context), below=True)
