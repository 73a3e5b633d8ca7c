"""A quiet line when days are lower than in weeks that somebody chose; only for who asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.lower_days import LowerDays, lower_days
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.ui.context import UiContext

_WIDTH = 704


class LowerDaysLine(QWidget):
    """A sentence, what there is to look at, and a way to have it gone until it is so again."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._shown = LowerDays()
        look = context.look
        self._words = labels.muted(look, "", name=f"{name}.words")
        self._cards = buttons.quiet(
            look, text("See my coping cards"), name=f"{name}.cards", flush=True
        )
        self._help = buttons.Button(
            look, text("Help now"), "help_quiet", name=f"{name}.help", flush=True
        )
        self._away = buttons.quiet(look, text("Not now"), name=f"{name}.away", flush=True)
        self._cards.clicked.connect(lambda: context.navigator.cards_requested.emit(""))
        self._help.clicked.connect(context.navigator.help_requested)
        self._away.clicked.connect(self._put_away)
        ways = QWidget()
        row = FlowLayout(ways, gap=16)
        for way in (self._cards, self._help, self._away):
            row.addWidget(way)
        column = QVBoxLayout(self)
        set_margins(column, 0, 4, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(ways)
        self.hide()
        look.follow(self._dress)
        context.tasks.journal_changed.connect(self._journal_changed)
        context.upkeep.looked_after.connect(self.look)  # it may be another day by then
        self.look()

    def look(self) -> None:
        """Look whether there is something to say."""
        self._context.tasks.read(lower_days, self.show_found, owner=self, latest=self.objectName())

    def show_found(self, found: LowerDays) -> None:
        """Say it, or be gone; a screen reader is told once, when it is free."""
        is_new = bool(found.words) and self.isHidden()
        self._shown = found
        self._words.setText(found.words)
        self._cards.setVisible(found.has_cards)
        self._help.setVisible(not found.has_cards)
        self.setVisible(bool(found.words))
        if is_new and self.isVisible():
            announce(self, found.words)

    def _put_away(self) -> None:
        noted = self._shown.noted

        def undo() -> None:
            self._context.tasks.write(
                lambda journal: journal.remembered.put_lower_days_away(None), owner=self
            )

        self._context.tasks.write(
            lambda journal: journal.remembered.put_lower_days_away(noted),
            lambda _changes: self._context.notices.show(text("Put away for this time"), undo),
            owner=self,
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.settings or changes.times_of_change:
            self.look()

    def _dress(self) -> None:
        self._words.setMaximumWidth(self._context.look.px(_WIDTH))
