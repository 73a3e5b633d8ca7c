"""A tick for each part of the summary, with how much there is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.i18n import text
from resilience_desktop.ui.share.part_row import PartRow
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from resilience_desktop.services.reporting.how_much import HowMuch
    from resilience_desktop.ui.theme import LookKeeper


class PartTicks(QWidget):
    """The parts in the order of the paper."""

    changed = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        column = column_in(self, 0)
        names = part_names()
        self._rows = {part: PartRow(look, names[part], name=f"share.{part}") for part in ReportPart}
        for row in self._rows.values():
            column.addWidget(row)
            row.toggled.connect(self.changed)

    def parts(self) -> frozenset[ReportPart]:
        """Return the parts that are wanted."""
        return frozenset(part for part, row in self._rows.items() if row.is_wanted)

    def set_parts(self, parts: Iterable[ReportPart]) -> None:
        """Tick these and no others."""
        wanted = frozenset(parts)
        for part, row in self._rows.items():
            row.want(wanted=part in wanted)

    def offer(self, part: ReportPart, *, offered: bool) -> None:
        """Show a part or not, for what is not spoken of where nobody has it."""
        self._rows[part].setVisible(offered)

    def show_counts(self, counts: Mapping[ReportPart, HowMuch]) -> None:
        """Say how much there is of each of these."""
        for part, found in counts.items():
            self._rows[part].show_count(found.words, there=found.is_there)


def part_names() -> dict[ReportPart, str]:
    """Return what the parts are called."""
    return {
        ReportPart.MY_WORDS: text("My words"),
        ReportPart.MOOD: text("Mood chart"),
        ReportPart.DATA: text("How many days were logged"),
        ReportPart.SLEEP_ACTIVITIES: text("Sleep and activities"),
        ReportPart.LOW_SPELLS: text("Low spells"),
        ReportPart.BETTER_DAYS: text("Better and worse days"),
        ReportPart.FEELINGS: text("Feelings"),
        ReportPart.PATTERNS: text("Thinking patterns"),
        ReportPart.RECORDS_TOGETHER: text("Records in numbers"),
        ReportPart.NEXT_SESSION: text("For the next session"),
        ReportPart.SKILLS: text("Skills used"),
        ReportPart.STORY: text("My story"),
        ReportPart.METHODS: text("How it is worked out"),
    }
