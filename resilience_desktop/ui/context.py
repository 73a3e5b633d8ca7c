"""What every page is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resilience_desktop.ui.navigator import Navigator
    from resilience_desktop.ui.notices import Notices
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.tasks import Tasks
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.upkeep import Upkeep


@dataclass(frozen=True, slots=True)
class UiContext:
    """The parts of the window that pages work with."""

    tasks: Tasks
    look: LookKeeper
    notices: Notices
    navigator: Navigator
    preferences: Preferences
    upkeep: Upkeep
