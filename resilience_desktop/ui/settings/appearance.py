"""Settings of how the windows look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

from resilience_desktop.i18n import text
from resilience_desktop.settings import (
    LARGEST_TEXT,
    OWN_WORDS_LIKE_APP,
    OWN_WORDS_SERIF,
    SMALLEST_TEXT,
)
from resilience_desktop.ui.settings.section import Section, choice, tick

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext

_SIZES = (SMALLEST_TEXT, 90, 100, 110, 120, 130, 140, 150, 175, LARGEST_TEXT)


class AppearanceSection(Section):
    """Colours, text, fonts, motion."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "appearance", text("Appearance"))
        preferences = context.preferences
        settings, change = preferences.settings, preferences.change
        self.add(
            text("Colours"),
            choice(
                "settings.theme",
                {
                    "system": text("Like the system"),
                    "light": text("Light"),
                    "dark": text("Dark"),
                    "contrast": text("High contrast"),
                },
                settings.theme,
                lambda value: change(theme=value),
            ),
            hint=text("High contrast of the system is followed in any case."),
        )
        sizes = sorted({*_SIZES, settings.text_size})
        self.add(
            text("Text size"),
            choice(
                "settings.text_size",
                {str(size): text("{n} %").format(n=size) for size in sizes},
                str(settings.text_size),
                lambda value: change(text_size=int(value)),
            ),
            hint=text("Also with Ctrl and plus, minus or 0."),
        )
        self.add(
            text("Font of your own words"),
            choice(
                "settings.own_words_font",
                _fonts(settings.own_words_font),
                settings.own_words_font,
                lambda value: change(own_words_font=value),
            ),
            hint=text("What you write is set apart from what the app says."),
        )
        self.add(
            "",
            tick(
                "settings.less_motion",
                text("Less motion"),
                settings.less_motion,
                lambda on: change(less_motion=on),
            ),
            hint=text("Nothing slides or fades. Exercises use words and numbers."),
        )


def _fonts(chosen: str) -> dict[str, str]:
    fonts = {
        OWN_WORDS_SERIF: text("Serif, for reading"),
        OWN_WORDS_LIKE_APP: text("Same as the app"),
    }
    families = [
        family
        for family in QFontDatabase.families()
        if QFontDatabase.isSmoothlyScalable(family) and not QFontDatabase.isPrivateFamily(family)
    ]
    if chosen not in fonts and chosen not in families:
        families.append(chosen)  # not on this computer; it stays chosen all the same
    return fonts | {family: family for family in families}
