"""A word for what the mind was doing: noticing, without arguing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content
from resilience_desktop.domain.record_form import Step
from resilience_desktop.i18n import text
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.chips import ChipGroup
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class LabelStep(StepPage):
    """Words to choose one of, or one's own."""

    step = Step.LABEL

    def __init__(self, context: UiContext, quiet: QuietWords) -> None:
        super().__init__(context, "label")
        look = context.look
        self._chips = ChipGroup(
            look, name="thoughts.labels", title=text("A word for it"), single=True
        )
        self._chips.set_words(content.noticing_labels())
        own = text("Or a word of your own")
        self._own = WordsEdit(
            look, name="thoughts.label_words", title=own, growing=True, lines=1, most_lines=4
        )
        self._quiet = quiet
        self.column.addWidget(self._chips)
        self.column.addSpacing(16)
        self.column.addWidget(labels.above(look, own, self._own))
        self.column.addWidget(quiet.below(self._own, name="thoughts.quiet_label"))
        enough = text("That is enough. Nothing has to be done about the thought.")
        self.column.addWidget(labels.small(look, enough, "text_muted", name="thoughts.enough"))
        self.column.addStretch()
        self._chips.chosen_changed.connect(self._chosen)
        self._own.words_changed.connect(self._written)

    def put(self, record: ThoughtRecord) -> None:
        """Show the word where it stands: among the chips, or as one's own."""
        offered = record.label in self._chips.words()
        self._chips.set_chosen([record.label] if offered else ())
        self._own.set_words("" if offered else record.label)
        self._quiet.begin(record)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its word."""
        chosen = self._chips.chosen()
        return replace(record, label=chosen[0] if chosen else self._own.words())

    def first_field(self) -> QWidget:
        """Return the chips."""
        return self._chips

    def _chosen(self) -> None:
        """Take a chip in place of what was written; Ctrl+Z in the field has it back."""
        if self._chips.chosen() and self._own.words():
            self._own.selectAll()
            self._own.insertPlainText("")
        self.tell()

    def _written(self) -> None:
        if self._own.words().strip():
            self._chips.set_chosen(())
        self.tell()
