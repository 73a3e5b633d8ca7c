"""Settings of thought records: the first form, forms of one's own, and what is offered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox

from resilience_desktop.i18n import text
from resilience_desktop.ui.form_words import first_form, forms_of, named_with_minutes
from resilience_desktop.ui.settings.forms import FormsEditor
from resilience_desktop.ui.settings.keeping import keep_in_journal
from resilience_desktop.ui.settings.section import Section, tick
from resilience_desktop.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.journal_settings import JournalSettings
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.settings.section import Setting


class RecordsSection(Section):
    """How a thought record begins, and what is offered while it is written."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.look, "thoughts", text("Thought records"))
        self._context = context
        self._wanted = ""
        """The place somebody wants to see as soon as it is known what was chosen."""
        self._first = ChoiceBox(shrinks=True)
        self._first.setObjectName("settings.first_form")
        self._first.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._first.activated.connect(self._begin_with)
        self._forms = FormsEditor(context.look)
        self._forms.forms_changed.connect(
            lambda forms: self._change(lambda settings: replace(settings, forms=forms))
        )
        self._ticks = {
            name: tick(f"settings.{name}", words, False, partial(self._set, name))
            for name, (words, _) in _offers().items()
        }
        self._places: dict[str, Setting] = {
            "first": self.add(
                text("A new record begins with"),
                self._first,
                hint=text("The other forms are one press away, and each record can change."),
                below=True,
            ),
            "forms": self.add(
                text("Forms of your own"),
                self._forms,
                hint=text("Choose the parts that help you, and their order."),
                below=True,
            ),
        }
        for name, (_, hint) in _offers().items():
            self._places[name] = self.add("", self._ticks[name], hint=hint)
        self._enable(enabled=False)  # until it is known what was chosen
        self._read()
        context.tasks.journal_changed.connect(self._journal_changed)

    def go_to(self, place: str) -> None:
        """Go there once it is known what was chosen: until then nothing takes the keyboard."""
        self._wanted = place

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.settings(), self._show, owner=self, latest="settings.thoughts"
        )

    def _journal_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read()

    def _show(self, settings: JournalSettings) -> None:
        with QSignalBlocker(self._first):
            self._first.clear()
            for form in forms_of(settings):
                self._first.addItem(named_with_minutes(form), form.id)
            self._first.setCurrentIndex(self._first.findData(first_form(settings).id))
        self._forms.show_forms(settings.forms)
        for name, box in self._ticks.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(settings, name))
        self._enable(enabled=True)
        wanted, self._wanted = self._places.get(self._wanted), ""
        if wanted is not None:
            QTimer.singleShot(0, wanted, wanted.come_into_sight)

    def _enable(self, *, enabled: bool) -> None:
        for control in (self._first, self._forms, *self._ticks.values()):
            control.setEnabled(enabled)

    def _begin_with(self, _place: int) -> None:
        form = self._first.currentData()
        self._change(lambda settings: replace(settings, first_form=form))

    def _set(self, name: str, on: bool) -> None:
        wanted: dict[str, Any] = {name: on}
        self._change(lambda settings: replace(settings, **wanted))

    def _change(self, change: Callable[[JournalSettings], JournalSettings]) -> None:
        keep_in_journal(self._context.tasks, change, owner=self, not_kept=self._read)


def _offers() -> dict[str, tuple[str, str]]:
    """Return what can be switched off: its name in the settings, its words and a sentence."""
    return {
        "settle_first": (
            text("Offer to settle first"),
            text("When a feeling is very strong, before you look at the thought more closely."),
        ),
        "pattern_hints": (
            text("Ask about thinking patterns"),
            text(
                "When words of a thought are often part of a pattern, a question says which "
                "words they are. Nothing is chosen for you."
            ),
        ),
        "fact_nudges": (
            text("Say when a fact may be a reading of it"),
            text(
                "One quiet line below a fact. The words are only compared with a short list on "
                "this computer."
            ),
        ),
    }
