"""Which sheets of a skill are kept, as far as its pane knows, and which one is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.sheet import Sheet, SheetRow, in_hand
from resilience_desktop.services import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.content.skills import Skill


class KeptSheets:
    """Follows what the journal has."""

    def __init__(self, skill: Skill) -> None:
        self._skill = skill
        self._sheets: Sequence[Sheet] = ()
        self._known: set[str] = set()
        """Ids of all that were ever kept, or are being kept: a blank one of these is written."""
        self._begun: Sheet | None = None

    def follow(self, sheets: Sequence[Sheet]) -> None:
        """Take what the journal has now, the newest first."""
        self._sheets = sheets
        self._known |= {sheet.id for sheet in sheets}

    def of(self, id_: str) -> Sheet | None:
        """Return a sheet by its id, or None."""
        return next((one for one in self._sheets if one.id == id_), None)

    def in_hand(self) -> Sheet:
        """Return the one to go on with, or a new one."""
        return in_hand(self._sheets, clock.now().day) or self.begin()

    def begin(self) -> Sheet:
        """Return a new sheet, which is not kept yet, with the names that were rated last time."""
        names = tuple(name for part in self._skill.sheet if part.rows for name in part.rows.offered)
        last = next((sheet for sheet in self._sheets if sheet.rows), None)
        if names and last is not None:
            names = tuple(row.words for row in last.rows)
        rows = tuple(map(SheetRow, names))
        self._begun = Sheet(self._skill.id, clock.now().day, rows=rows)
        return self._begun

    def earlier(self, shown: Sheet) -> list[Sheet]:
        """Return all but the one that is shown."""
        return [one for one in self._sheets if one.id != shown.id]

    def is_kept(self, sheet: Sheet) -> bool:
        """Whether a sheet is in the journal."""
        return self.of(sheet.id) is not None

    def is_gone(self, sheet: Sheet) -> bool:
        """Whether a sheet was kept and is not any more."""
        return sheet.id in self._known and self.of(sheet.id) is None

    def differs(self, sheet: Sheet) -> bool:
        """Whether the journal has it otherwise than it stands in a form."""
        kept = self.of(sheet.id)
        return kept is not None and kept != sheet

    def is_to_keep(self, sheet: Sheet) -> bool:
        """Whether there is something to write: a sheet that was always blank is not."""
        return sheet.id in self._known or sheet != self._begun

    def note_kept(self, sheet: Sheet) -> None:
        """Note that a sheet is being written."""
        self._known.add(sheet.id)
