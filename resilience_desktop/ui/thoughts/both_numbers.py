"""First and later beside each other, when somebody wants to see them; and what may help then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.star_button import StarButton
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.scroll_pane import show_in_pane

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext


class BothNumbers(QWidget):
    """Folded away while numbers are given again, so that the first do not pull at the second."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("thoughts.both")
        look = context.look
        self._context = context
        self._open = buttons.Opener(
            look,
            text("See both numbers"),
            text("Set the first numbers aside"),
            name="thoughts.both.open",
            flush=True,
        )
        self._inside, grid, self._unmoved = QWidget(), QWidget(), QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._star = StarButton(context, name="thoughts.both.star")
        self._star.setText(text("Keep it for my next session"))
        settle = buttons.quiet(
            look,
            text("Settle for two minutes"),
            name="thoughts.both.settle",
            flush=True,
            drawing="wind",
        )
        settle.clicked.connect(self._settle)
        ways = FlowLayout(gap=16)
        ways.addWidget(settle)
        ways.addWidget(self._star)
        unmoved = column_in(self._unmoved, 0)
        unmoved.addWidget(labels.body(look, text("Some thoughts need more than one look.")))
        unmoved.addLayout(ways)
        inside = column_in(self._inside, 12)
        inside.addWidget(grid)
        inside.addWidget(self._unmoved)
        column = column_in(self, 4)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._open.turned.connect(self._turn)
        self._inside.hide()

    def begin(self, record: ThoughtRecord) -> None:
        """Turn to a record, with its first numbers set aside."""
        self._open.set_open(is_open=False)
        self._star.follow("")
        self.follow(record)

    def follow(self, record: ThoughtRecord) -> None:
        """Show what is rated twice by now."""
        rows = _rated_twice(record)
        self.setVisible(bool(rows))
        empty(self._grid)
        for number, (words, own, first, later) in enumerate(rows):
            what = labels.own_words(self._context.look, words, most_lines=2) if own else None
            self._grid.addWidget(what or labels.body(self._context.look, words), number, 1)
            both = text("{first}, now {later}").format(first=first, later=later)
            said = labels.Label(self._context.look, both, "label", wraps=False)
            self._grid.addWidget(said, number, 0)
        unmoved = bool(rows) and all(later >= first for _, _, first, later in rows)
        self._unmoved.setVisible(unmoved)
        if unmoved:
            self._star.follow(record.id)

    def _turn(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        if is_open:
            show_in_pane(self)

    def _settle(self) -> None:
        from resilience_desktop.ui.dialogs.settle import SettleDialog
        from resilience_desktop.ui.widgets.focus_ring import FocusRing

        dialog = SettleDialog(self._context.look, self._context.preferences, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(dialog, self._context.look)
        dialog.open()


def _rated_twice(record: ThoughtRecord) -> list[tuple[str, bool, int, int]]:
    """Return words, whether they are the person's own, and both ratings of what has both."""
    found = [(t.text, True, t.belief_before, t.belief_after) for t in record.thoughts]
    found += [(f.word, False, f.before, f.after) for f in record.feelings]
    return [
        (words, own, first, later)
        for words, own, first, later in found
        if first is not None and later is not None
    ]
