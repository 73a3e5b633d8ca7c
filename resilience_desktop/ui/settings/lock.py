"""The setting of when the journal locks itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.settings.section import choice

if TYPE_CHECKING:
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.widgets.choice_box import ChoiceBox

_OFFERED = (1, 5, 10, 15, 30, 60)


def lock_choice(preferences: Preferences) -> ChoiceBox:
    """Return the choice of how many minutes without a key or a click lock the journal."""
    chosen = preferences.settings.lock_after
    minutes = sorted({*_OFFERED, chosen} - {0})
    words = {str(n): plural("After {n} minute", "After {n} minutes", n) for n in minutes}
    return choice(
        "settings.lock_after",
        {**words, "0": text("Never")},
        str(chosen),
        lambda value: preferences.change(lock_after=int(value)),
    )
