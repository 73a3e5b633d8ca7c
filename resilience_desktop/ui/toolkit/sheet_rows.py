"""The rows of a worksheet: to add, change and remove, to choose one of, and to see side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop.domain.sheet import SheetRow
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.gaps import Gaps
from resilience_desktop.ui.toolkit.row_pane import RowPane
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.growing_list import GrowingList

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Rows
    from resilience_desktop.ui.theme import LookKeeper


class SheetRows(GrowingList[SheetRow]):
    """Rows of one kind; ``then`` is what to do with them, said once there are any."""

    def __init__(self, look: LookKeeper, rows: Rows, then: str, *, name: str) -> None:
        self._kind = rows
        self._gaps = Gaps(look, rows, name=f"{name}.gaps") if rows.ratings else None
        self._then = labels.body(look, then, name=f"{name}.then")
        spoken = text("{name} {n}").replace("{name}", rows.name)
        super().__init__(look, name=name, spoken=spoken, add=rows.add, gaps=(16, 12))
        if self._gaps is not None:
            ends = text("0 is not at all, 10 is very much.")
            above = labels.small(look, ends, "text_muted", name=f"{name}.ends")
            self.column.insertWidget(0, above)
            self.column.addWidget(self._gaps)
        self.column.addWidget(self._then)
        self.changed.connect(self._tell)

    def chosen(self) -> str:
        """Return the words of the one that was chosen, or nothing."""
        return next((row.words for row in self.values() if row.chosen), "")

    def take_keyboard(self) -> None:
        """Put the keyboard on the first of them."""
        if self._rows:
            self._rows[0].take_keyboard()
        else:
            self.start()

    def new_row(self, value: SheetRow | None) -> RowPane:
        """Return a row; when it is chosen, no other is."""
        pane = RowPane(self._look, self._kind, value)
        pane.chosen.connect(partial(self._choose, pane))
        if value is not None and value.chosen:
            self._choose(pane)
        return pane

    def _choose(self, chosen: RowPane) -> None:
        for pane in self._panes():
            if pane is not chosen:
                pane.let_go()

    def _panes(self) -> list[RowPane]:
        return [row for row in self._rows if isinstance(row, RowPane)]

    def _arrange(self) -> None:
        super()._arrange()
        self._tell()

    def _tell(self) -> None:
        if self._gaps is not None:
            self._gaps.show_rows(self.values())
        self._then.setVisible(any(not pane.is_blank for pane in self._panes()))
