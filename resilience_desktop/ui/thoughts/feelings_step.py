"""Step two: which feelings, and how strong each was in the moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import RatedFeeling, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines, heavy_ratings
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.banner import Banner
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.focus_ring import FocusRing

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
            name="thoughts.settle_offer",
        )
        settle = buttons.quiet(
            context.look, text("Settle for two minutes"), name="thoughts.settle", flush=True
        )
        settle.clicked.connect(self._open_settle)
        carry_on = buttons.quiet(
            context.look, text("Carry on here"), name="thoughts.carry_on", flush=True
        )
        carry_on.clicked.connect(self._carry_on)
        self._settle.put_below(settle, carry_on)
        self._id, self._carries_on = "", set[str]()
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
        self._id = record.id
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
            ratings = heavy_ratings((f.word, f.intensity) for f in self._picker.feelings())
            self._line.show_if(self._quiet.after(ratings=ratings) is not None)
        self._offer_to_settle()
        self.tell()

    def _offer_to_settle(self) -> None:
        ratings = heavy_ratings((f.word, f.intensity) for f in self._picker.feelings())
        is_a_lot = any((rating or 0) >= _A_LOT for rating in ratings)
        self._settle.setVisible(is_a_lot and self._id not in self._carries_on)

    def _open_settle(self) -> None:
        from resilience_desktop.ui.dialogs.settle import SettleDialog

        dialog = SettleDialog(self._context.look, self._context.preferences, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(dialog, self._context.look)
        dialog.open()

    def _carry_on(self) -> None:
        """Offer it no more in this record."""
        self._carries_on.add(self._id)
        self._picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer_to_settle()
