"""Which feelings, how strong each was in the moment, and what the body did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import RatedFeeling, ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines, heavy_ratings
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets.body_picker import BodyPicker
from resilience_desktop.ui.widgets.buttons import Opener
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.services.journal import Journal
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_MANY = 50


class FeelingsStep(StepPage):
    """Feelings before looking at anything else; the body is folded away until it is wanted."""

    step = Step.FEELINGS

    def __init__(self, context: UiContext, _quiet: QuietWords) -> None:
        super().__init__(context, "emotions")
        self._picker = FeelingsPicker(context.look, name="thoughts.feelings_before")
        self._line = QuietLine(context, name="thoughts.quiet_feelings")
        self._quiet = QuietLines(context, self)
        self._open_body = Opener(
            context.look,
            text("Where do you feel it in your body?"),
            name="thoughts.open_body",
            flush=True,
        )
        self._body = BodyPicker(context.look, name="thoughts.body")
        self._body.hide()
        self._has_offers = self._body_is_touched = False
        self.column.addWidget(self._picker)
        self.column.addWidget(self._line)
        self.column.addSpacing(8)
        self._place = QWidget()
        self.column.addWidget(self._place)
        self.column.addWidget(self._open_body, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._body)
        self.column.addStretch()
        self._picker.feelings_changed.connect(self._feelings_changed)
        self._body.words_changed.connect(self._body_changed)
        self._open_body.turned.connect(self._turn_body)

    def put(self, record: ThoughtRecord) -> None:
        """Fill the fields; a feeling that came up later belongs to the last step."""
        self._picker.set_feelings(
            Feeling(f.word, f.before)
            for f in record.feelings
            if f.before is not None or f.after is None
        )
        self._picker.show_strengths(shown=bool(self._picker.feelings()))
        self._body_is_touched = False
        self._body.set_sensations(record.sensations)
        self._body.show_strengths(shown=any(s.intensity is not None for s in record.sensations))
        self._open_body.set_open(is_open=bool(record.sensations))
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
        felt = self._body.sensations() if self._body_is_touched else record.sensations
        return replace(record, feelings=(*chosen, *new), sensations=felt)

    def first_field(self) -> QWidget:
        """Return the chips."""
        return self._picker

    def put_offer(self, offer: QWidget) -> bool:
        """Take the offer to settle right below the feelings."""
        column_in(self._place, 0).addWidget(offer)
        return True

    def offer_feelings(self, words: list[str]) -> None:
        """Offer the feelings used last."""
        self._picker.set_recent(words)

    def _feelings_changed(self) -> None:
        if not self._showing:
            self._picker.show_strengths(shown=bool(self._picker.feelings()))
            ratings = heavy_ratings((f.word, f.intensity) for f in self._picker.feelings())
            self._line.show_if(self._quiet.after(ratings=ratings) is not None)
        self.tell()

    def _body_changed(self) -> None:
        if not self._showing:
            self._body_is_touched = True
        self.tell()

    def _turn_body(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        if is_open and not self._has_offers:
            self._has_offers = True

            def felt(journal: Journal) -> list[tuple[str, str]]:
                return journal.used_before.sensations(_MANY)

            self._context.tasks.read(felt, self._body.offer, owner=self)
        if is_open and not self._showing:
            self._body.setFocus(Qt.FocusReason.OtherFocusReason)
