"""Says that only the entries of a filter go in, with the way back to all of the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout

    from resilience_desktop.services.looking import Selection
    from resilience_desktop.ui.theme import LookKeeper


class OnlyRow(QWidget):
    """A row of a form that is there only while some entries were chosen by a filter."""

    all_wanted = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.ids: frozenset[str] | None = None
        """The entries that are counted and can be printed; None for all of the days."""
        self._form: QFormLayout | None = None
        self._words = labels.body(look, "", name="share.only")
        self._kept_back = labels.small(look, "", "text_muted", name="share.only.kept_back")
        back = buttons.link(look, text("All entries of these days"), name="share.all_entries")
        back.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        set_margins(column, 0, 6, 0, 0)  # level with its label
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._kept_back)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)

    def hides_in(self, form: QFormLayout) -> None:
        """Take the label along whenever it comes or goes."""
        self._form = form
        form.setRowVisible(self, self.ids is not None)

    def show_selection(self, selection: Selection | None) -> None:
        """Say what the filter lets through; None for all of the days."""
        self.ids = None if selection is None else selection.entries
        count = len(self.ids or ())
        self._words.setText(
            i18n.plural("The {n} entry you filtered", "The {n} entries you filtered", count)
            if count
            else text("None of the entries")
        )
        kept_back = 0 if selection is None else selection.kept_back
        self._kept_back.setVisible(bool(kept_back))
        self._kept_back.setText(
            i18n.plural(
                "{n} more is never shared and was left out.",
                "{n} more are never shared and were left out.",
                kept_back,
            )
        )
        if self._form is not None:
            self._form.setRowVisible(self, selection is not None)
