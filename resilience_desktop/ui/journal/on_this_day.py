"""One quiet line: on this day of earlier years something was written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import empty

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext

_SIDE = 7  # pixels, so that the words begin where the rows do
_YEARS = 3
"""How many are named at most."""


class OnThisDay(QWidget):
    """Names the years and says none of the words: whoever wants to read them opens the day."""

    day_chosen = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("journal.memories")
        self._context = context
        look = context.look
        self._today: dt.date | None = None
        self._has_years = self._is_away = False
        years = QWidget()  # of their own, so that they are read out before what follows
        self._years = QHBoxLayout(years)
        self._years.setContentsMargins(0, 0, 0, 0)
        self._years.setSpacing(4)
        self._menu_button = buttons.IconButton(
            look, "menu", text("What to do with this line"), name="journal.memories.menu"
        )
        self._menu_button.clicked.connect(self._show_menu)
        row = QHBoxLayout(self)
        set_margins(row, _SIDE, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(labels.small(look, text("On this day"), "text_muted"))
        row.addWidget(years)
        row.addWidget(self._menu_button)
        row.addStretch()
        self.hide()
        context.tasks.journal_changed.connect(self._journal_changed)

    def look(self) -> None:
        """Look whether there is something to say."""
        self._context.tasks.read(_memories, self._show, owner=self, latest="journal.memories")

    def make_room(self, *, is_needed: bool) -> None:
        """Be away while something else needs the room."""
        self._is_away = is_needed
        self.setVisible(self._has_years and not is_needed)

    def _show(self, found: tuple[dt.date, list[dt.date]]) -> None:
        self._today, days = found
        empty(self._years)
        for day in days[:_YEARS]:
            words = str(day.year)
            name = f"journal.memories.{day.year}"
            year = buttons.link(self._context.look, words, name=name, small=True)
            year.setAccessibleName(text("{year}, open {day}").format(year=words, day=i18n.day(day)))
            year.clicked.connect(partial(self.day_chosen.emit, day))
            self._years.addWidget(year)
        self._has_years = bool(days)
        self.make_room(is_needed=self._is_away)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("journal.memories.choices")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(text("Not today")).triggered.connect(lambda: self._put_away())
        menu.addAction(text("Don't show this any more")).triggered.connect(
            lambda: self._switch_off()
        )
        menu.popup(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height())))

    def _put_away(self) -> None:
        day = self._today.isoformat() if self._today else ""
        self._change(lambda settings: replace(settings, memories_away=day))

    def _switch_off(self) -> None:
        def undo() -> None:
            self._change(lambda settings: replace(settings, memories=True))

        self._change(lambda settings: replace(settings, memories=False))
        self._context.notices.show(text("This line will not be shown any more"), undo)

    def _change(self, change: Callable[[JournalSettings], JournalSettings]) -> None:
        self._context.tasks.write(
            lambda journal: journal.keep_settings(change(journal.settings())), owner=self
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.entries or changes.settings:
            self.look()


def _memories(journal: Journal) -> tuple[dt.date, list[dt.date]]:
    today, settings = journal.today(), journal.settings()
    wanted = settings.memories and settings.memories_away != today.isoformat()
    return today, journal.looking.memories(today) if wanted else []
