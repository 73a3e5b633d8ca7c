"""Saying more than a form asks, or less: another form, or one part by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.form_words import about_form, forms_of, minutes_of
from resilience_desktop.ui.step_names import step_name
from resilience_desktop.ui.widgets.described_menu import DescribedMenu

if TYPE_CHECKING:
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.domain.record_form import Form
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.theme import LookKeeper


class MoreParts(DescribedMenu):
    """Offers what a record does not ask yet, then the forms that ask less.

    What is written stays in the record, whatever is chosen.
    """

    form_chosen = Signal(object)
    """The ``Form`` that the record is to have."""
    part_chosen = Signal(object)
    """The ``Step`` that is asked too."""

    def __init__(self, look: LookKeeper, parent: QWidget, *, name: str) -> None:
        super().__init__(look, parent, name=name, title=text("Say more, or less"))
        self._offered: object = None
        self._parts = QMenu(text("One part more"), self)
        self._parts.setObjectName(f"{name}.parts")

    def offer(self, record: ThoughtRecord, settings: JournalSettings) -> None:
        """Offer other forms and parts than a record has."""
        asked = record.all_steps
        wanted = (record.form, asked, settings.forms)
        if wanted == self._offered:
            return
        self._offered = wanted
        self.clear()
        others = [form for form in forms_of(settings) if form.steps != asked]
        for form in others:
            if set(form.steps) - set(asked):
                self._add_form(form)
        missing = [step for step in Step if step not in asked]
        self._parts.clear()
        for step in missing:
            action = self._parts.addAction(step_name(step), partial(self.part_chosen.emit, step))
            action.setObjectName(f"{self.objectName()}.part.{step}")
        if missing:
            self.addMenu(self._parts)
        shorter = [form for form in others if set(form.steps) < set(record.steps)]
        if shorter:
            self.addSeparator()
        for form in shorter:
            self._add_form(form)

    def _add_form(self, form: Form) -> None:
        place = len(self.actions()) + 1
        self.add_described(
            f"form{place}",
            form.name,
            about_form(form),
            minutes_of(form),
            partial(self.form_chosen.emit, form),
        )
