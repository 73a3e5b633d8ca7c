"""Step two: which feelings, and how strong each was in the moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.thought_record import RatedFeeling, Step, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets.banner import Banner
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext

_A_LOT = 80


class FeelingsStep(StepPage):
    """Feelings before looking at anything else."""

    step = Step.FEELINGS
    keeps_thought_in_view = False

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, "emotions")
        self._picker = FeelingsPicker(context.look, name="thoughts.feelings_before")
        self._settle = Banner(
            context.look,
            "offer",
            text("This is a lot right now. You could settle first."),
            text(
                "Both feet on the floor, five slow breaths, a glass of water. "
                "Everything is saved and waits for you."
            ),
            drawing="wind",
            name="thoughts.settle",
        )
        self._line = QuietLine(context, name="thoughts.quiet_feelings")
        self._quiet = QuietLines(context, self)
        self.column.addWidget(self._picker)
        self.column.addSpacing(8)
        self.column.addWidget(self._settle)
        self.column.addWidget(self._line)
        self.column.addStretch()
        self._picker.feelings_changed.connect(self._feelings_changed)
        self._offer_to_settle()

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; a feeling that came up later belongs to the last step."""
        self._picker.set_feelings(
            Feeling(f.word, f.before)
            for f in record.feelings
            if f.before is not None or f.after is None
        )
        self._picker.show_strengths(shown=bool(self._picker.feelings()))
        self._offer_to_settle()
        self._quiet.begin(record.id)
        self._line.show_if(self._quiet.now is not None)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with these feelings; second ratings stay with their words."""
        later = {f.word: f.after for f in record.feelings}
        chosen = [
            RatedFeeling(f.word, f.intensity, later.get(f.word)) for f in self._picker.feelings()
        ]
        words = {feeling.word for feeling in chosen}
        new = [
            f
            for f in record.feelings
            if f.before is None and f.after is not None and f.word not in words
        ]
        return replace(record, feelings=(*chosen, *new))

    def first_field(self) -> QWidget:
        """Return the chips."""
        return self._picker

    def offer(self, words: list[str]) -> None:
        """Offer the feelings used last."""
        self._picker.set_recent(words)

    def _feelings_changed(self) -> None:
        if not self._showing:
            self._picker.show_strengths(shown=bool(self._picker.feelings()))
            ratings = [feeling.intensity for feeling in self._picker.feelings()]
            self._line.show_if(self._quiet.after(ratings=ratings) is not None)
        self._offer_to_settle()
        self.tell()

    def _offer_to_settle(self) -> None:
        strongest = max((f.intensity or 0 for f in self._picker.feelings()), default=0)
        self._settle.setVisible(strongest >= _A_LOT)
