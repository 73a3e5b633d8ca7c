"""The way to a new record with another form than the first one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from resilience_desktop.i18n import text
from resilience_desktop.ui.form_words import about_form, first_form, forms_of, minutes_of
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.described_menu import DescribedMenu

if TYPE_CHECKING:
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.ui.context import UiContext


class OtherForm(Button):
    """Opens a menu of the other forms, one's own first."""

    chosen = Signal(str)
    """Id of the form that a new record is to begin with."""

    def __init__(self, context: UiContext, *, name: str) -> None:
        super().__init__(
            context.look, text("Another form"), "quiet", name=name, drawing="chevron-down"
        )
        self._context = context
        self.setAccessibleDescription(text("Opens a menu"))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.settings(), self._open, owner=self, latest="thoughts.forms"
        )

    def _open(self, settings: JournalSettings) -> None:
        menu = DescribedMenu(self._context.look, self, name=f"{self.objectName()}.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        first = first_form(settings)
        for number, form in enumerate(f for f in forms_of(settings) if f.id != first.id):
            menu.add_described(
                f"form{number + 1}",
                form.name,
                about_form(form),
                minutes_of(form),
                partial(self.chosen.emit, form.id),
            )
        menu.addSeparator()
        menu.add_plain("own", text("Forms of your own ..."), self._change_forms)
        self.rest_after(menu)
        menu.open_below(self)

    def _change_forms(self) -> None:
        self._context.navigator.settings_requested.emit("thoughts.forms")
