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
    """Offers what a record does not ask yet, the next larger form first.

    With ``less`` also the other forms, for a record that is to ask less, or something else. What
    is written stays in the record, whatever is chosen.
    """

    form_chosen = Signal(object)
    """The ``Form`` that the record is to have."""
    part_chosen = Signal(object)
    """The ``Step`` that is asked too."""

    def __init__(self, look: LookKeeper, parent: QWidget, *, name: str, less: bool = False) -> None:
        title = text("Change form") if less else text("Say more")
        super().__init__(look, parent, name=name, title=title)
        self._less = less
        self._offered: object = None
        self._parts = QMenu(text("One part more"), self)
        self._parts.setObjectName(f"{name}.parts")

    def offer(self, record: ThoughtRecord, settings: JournalSettings) -> None:
        """Offer other forms and parts than a record has."""
        asked = record.open_steps
        wanted = (record.form, asked, settings.forms)
        if wanted == self._offered:
            return
        self._offered = wanted
        self.clear()
        more, less = _more_and_less(record, settings)
        for form in more:
            self._add_form(form)
        self._offer_parts([step for step in Step if step not in asked])
        if self._less:
            if self.actions() and less:
                self.addSeparator()
            for form in less:
                self._add_form(form)

    def _offer_parts(self, missing: list[Step]) -> None:
        self._parts.clear()
        for step in missing:
            action = self._parts.addAction(step_name(step), partial(self.part_chosen.emit, step))
            action.setObjectName(f"{self.objectName()}.part.{step}")
        if missing:
            self.addMenu(self._parts)

    def _add_form(self, form: Form) -> None:
        place = len(self.actions()) + 1
        self.add_described(
            f"form{place}",
            form.name,
            about_form(form),
            minutes_of(form),
            partial(self.form_chosen.emit, form),
        )


def _more_and_less(
    record: ThoughtRecord, settings: JournalSettings
) -> tuple[list[Form], list[Form]]:
    """Return the forms with more parts than a record asks, by size, and all the others."""
    asked = record.open_steps
    others = [form for form in forms_of(settings) if form.steps not in (asked, record.steps)]
    others.sort(key=lambda form: len(form.steps))
    more = [
        form
        for form in others
        if len(form.steps) > len(record.steps) and set(form.steps) - set(asked)
    ]
    return more, [form for form in others if form not in more]
