"""Saying more than a form asks: a longer form, or one part by itself. Nothing is lost by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.thoughts.step_names import step_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.record_form import Form


class MoreParts(QMenu):
    """Offers what a record does not ask yet."""

    chosen = Signal(object, object)
    """The form the record grows to, or None, and the steps that it then has besides its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(text("Say more"), parent)
        self.setObjectName("thoughts.more_parts")

    def offer(self, steps: Sequence[Step], own: Sequence[Form]) -> None:
        """Offer forms with more steps than these, and single steps."""
        self.clear()
        missing = [step for step in Step if step not in steps]
        for form in (*content.record_forms(), *own):
            if set(form.steps) > set(steps) or (set(form.steps) & set(missing)):
                self.addAction(form_name(form), partial(self.chosen.emit, form.id, form.steps))
        self.addSection(text("Or one part"))
        for step in missing:
            self.addAction(step_name(step), partial(self.chosen.emit, None, (step,)))
        self.menuAction().setEnabled(bool(missing))


def form_name(form: Form) -> str:
    """Return the name of a form, with the minutes it takes if that is known."""
    if form.minutes is None:
        return form.name
    minutes = plural("about {n} minute", "about {n} minutes", form.minutes)
    return f"{form.name} · {minutes}"
