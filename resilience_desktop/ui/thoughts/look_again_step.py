"""How strong now? The first numbers stay hidden until somebody wants to see both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import (
    LEAST_HELPFUL,
    MOST_HELPFUL,
    RatedFeeling,
    ThoughtKind,
    ThoughtRecord,
)
from resilience_desktop.i18n import text
from resilience_desktop.ui.quiet_line import QuietLine, QuietLines, heavy_ratings
from resilience_desktop.ui.thoughts.belief import belief_anchors, belief_asked
from resilience_desktop.ui.thoughts.both_numbers import BothNumbers
from resilience_desktop.ui.thoughts.step import StepPage
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.feelings_picker import FeelingsPicker
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.rating import Rating
from resilience_desktop.ui.widgets.span import Span

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords


class LookAgainStep(StepPage):
    """Belief and feelings once more, any feeling that is new, and whether it was of help."""

    step = Step.LOOK_AGAIN

    def __init__(self, context: UiContext, _quiet: QuietWords) -> None:
        super().__init__(context)
        look = context.look
        self._record: ThoughtRecord | None = None
        self._ratings: list[_Again] = []
        holder = QWidget()
        self._list = column_in(holder, 16)
        self._new = FeelingsPicker(look, name="thoughts.feelings_new", title=text("New feelings"))
        self._new.feelings_changed.connect(self._new_changed)
        self._line = QuietLine(context, name="thoughts.quiet_again")
        self._quiet = QuietLines(context, self)
        self._both = BothNumbers(context)
        helped = text("How helpful was this? You can leave it open.")
        self._helpful = Rating(
            look,
            {LEAST_HELPFUL: text("not at all"), MOST_HELPFUL: text("very")},
            name="thoughts.helpful",
            title=helped,
            span=Span(LEAST_HELPFUL, MOST_HELPFUL),
        )
        self._helpful.rating_changed.connect(self.tell)
        self._nothing = labels.muted(
            look, text("There is no thought or feeling to look at again yet. That is fine.")
        )
        self._intro = labels.muted(
            look, text("Rate each as it is now. The first numbers are set aside until you ask.")
        )
        self.column.addWidget(self._intro)
        self.column.addWidget(self._nothing)
        self.column.addSpacing(8)
        self.column.addWidget(holder)
        self.column.addWidget(self._both)
        self.column.addSpacing(16)
        self.column.addWidget(labels.label(look, text("Has any new feeling appeared?")))
        self.column.addWidget(self._new)
        self.column.addSpacing(8)
        self.column.addWidget(self._line)
        self.column.addSpacing(8)
        self.column.addWidget(labels.label(look, helped))
        self.column.addWidget(self._helpful)
        self.column.addStretch()

    def put(self, record: ThoughtRecord) -> None:
        """Ask about each thought and each feeling of the first steps."""
        empty(self._list)
        self._record = record
        self._ratings = [
            *(
                _Again(
                    self._context, n, t.text, belief_asked(t.kind, later=True), "belief",
                    t.belief_after, own_words=True, numbered=_numbered(n, record),
                    kind=t.kind,
                )
                for n, t in enumerate(record.thoughts)
                if t.text.strip()
            ),
            *(
                _Again(
                    self._context, n, f.word, text("How strong is it now?"), "emotion", f.after
                )
                for n, f in enumerate(record.feelings)
                if not _is_new(f)
            ),
        ]  # fmt: skip
        for again in self._ratings:
            self._list.addWidget(again)
            again.changed.connect(self._rated)
        self._nothing.setVisible(not self._ratings)
        self._intro.setVisible(bool(self._ratings))
        self._new.leave_out(f.word for f in record.feelings if not _is_new(f))
        self._new.set_feelings(Feeling(f.word, f.after) for f in record.feelings if _is_new(f))
        self._new.show_strengths(shown=bool(self._new.feelings()))
        self._helpful.set_rating(record.helpful)
        self._both.begin(record)
        self._quiet.begin(record.id)
        self._line.show_if(self._quiet.now is not None)

    def applied_to(self, record: ThoughtRecord) -> ThoughtRecord:
        """Return the record with its second ratings."""
        beliefs = {a.place: a.rating() for a in self._ratings if a.own_words}
        strengths = {a.place: a.rating() for a in self._ratings if not a.own_words}
        thoughts = tuple(
            replace(t, belief_after=beliefs.get(n, t.belief_after))
            for n, t in enumerate(record.thoughts)
        )
        first = [
            replace(f, after=strengths.get(n, f.after))
            for n, f in enumerate(record.feelings)
            if not _is_new(f)
        ]
        known = {f.word for f in first}
        # A new feeling without a strength would look like one from the first step: half is meant.
        new = [
            RatedFeeling(f.word, None, 50 if f.intensity is None else f.intensity)
            for f in self._new.feelings()
            if f.word not in known
        ]
        return replace(
            record,
            thoughts=thoughts,
            feelings=(*first, *new),
            helpful=self._helpful.rating,
        )

    def first_field(self) -> QWidget:
        """Return the first rating, or the chips of new feelings."""
        return self._ratings[0].field if self._ratings else self._new

    def offer_feelings(self, words: list[str]) -> None:
        """Offer the feelings used last."""
        self._new.set_recent(words)

    def _new_changed(self) -> None:
        if not self._showing:
            self._new.show_strengths(shown=bool(self._new.feelings()))
            self._rated()

    def _rated(self) -> None:
        again = [(a.words, a.rating()) for a in self._ratings if not a.own_words]
        new = [(feeling.word, feeling.intensity) for feeling in self._new.feelings()]
        ratings = heavy_ratings([*again, *new])
        self._line.show_if(self._quiet.after(ratings=ratings) is not None)
        if self._record is not None:
            self._both.follow(self.applied_to(self._record))
        self.tell()


def _numbered(place: int, record: ThoughtRecord) -> str:
    """Return which of several thoughts is meant, for names that hold none of its words."""
    several = len(record.thoughts) > 1
    return text("Automatic thought {n}").format(n=place + 1) if several else ""


def _is_new(feeling: RatedFeeling) -> bool:
    return feeling.before is None and feeling.after is not None


class _Again(QWidget):
    """One thing to rate once more."""

    changed = Signal()

    def __init__(
        self,
        context: UiContext,
        place: int,
        words: str,
        asked: str,
        scale: str,
        rating: int | None,
        *,
        own_words: bool = False,
        numbered: str = "",
        kind: ThoughtKind = ThoughtKind.WORDS,
    ) -> None:
        super().__init__()
        look = context.look
        self.place, self.words, self.own_words = place, words, own_words
        title = f"{asked} {numbered}".rstrip() if own_words else f"{words}: {asked}"
        self.field = Rating(
            look,
            belief_anchors(kind) if own_words else content.rating_anchors(scale),
            name=f"thoughts.again.{scale}{place}",
            title=title,
        )
        self.field.set_rating(rating)
        self.field.rating_changed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if own_words:
            if numbered:  # a single one is in view already
                column.addWidget(labels.own_words(look, words, "reading"))
            column.addWidget(labels.label(look, asked))
        else:
            column.addWidget(labels.label(look, words))
        column.addWidget(self.field)

    def rating(self) -> int | None:
        """Return the second rating."""
        return self.field.rating

    def _tell(self, _rating: object) -> None:
        self.changed.emit()
