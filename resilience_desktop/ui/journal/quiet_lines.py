"""The quiet lines above an entry: what somebody asked to be reminded of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.ui.early_signs_line import EarlySignsLine
from resilience_desktop.ui.look_again_line import LookAgainLine
from resilience_desktop.ui.look_back_line import LookBackLine
from resilience_desktop.ui.lower_days_line import LowerDaysLine
from resilience_desktop.ui.sheet_line import SheetLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext


def quiet_lines(context: UiContext) -> tuple[QWidget, ...]:
    """Return them in the order in which one goes before another."""
    return (
        LowerDaysLine(context, name="journal.lower_days"),
        EarlySignsLine(context, name="journal.early_signs"),
        LookAgainLine(context, name="journal.look_again"),
        SheetLine(context, name="journal.sheet"),
        LookBackLine(context, name="journal.look_back"),
    )
