"""What stands in place of the timeline when there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper


def nothing_found(look: LookKeeper, everything_wanted: SignalInstance) -> EmptyState:
    """Return what stands where a filter lets nothing through."""
    take_away = buttons.quiet(
        look,
        text("Take all filters away"),
        name="journal.nothing.all",
        flush=True,
        drawing="close",
    )
    take_away.clicked.connect(everything_wanted)
    nothing = EmptyState(
        look,
        text("Nothing fits all of this"),
        text("Everything you wrote is still there. With fewer filters, more of it is shown."),
        (take_away,),
        name="journal.nothing",
        above=look.px(48),
    )
    nothing.setContentsMargins(8, 0, 24, 8)
    return nothing


def nothing_written(context: UiContext) -> EmptyState:
    """Return what stands where nothing was written yet."""
    look, navigator = context.look, context.navigator
    bring = buttons.quiet(
        look,
        text("Bring in entries from another app"),
        name="journal.empty.import",
        flush=True,
        drawing="download",
    )
    bring.clicked.connect(navigator.import_requested)
    example = buttons.quiet(
        look,
        text("Look around with example entries"),
        name="journal.empty.demo",
        flush=True,
        drawing="book",
    )
    example.clicked.connect(navigator.demo_requested)
    record = buttons.quiet(
        look,
        text("Start with a thought record"),
        name="journal.empty.record",
        flush=True,
        drawing="record",
    )
    record.clicked.connect(lambda: navigator.thought_record_requested.emit(""))
    empty = EmptyState(
        look,
        text("This side fills up as you write"),
        text(
            "Entries appear here by day, newest first. There is no right amount: "
            "a number on its own is an entry, and so is one sentence."
        ),
        (bring, example, record),
        name="journal.empty",
        above=look.px(48),
    )
    empty.setContentsMargins(8, 0, 24, 8)
    return empty
