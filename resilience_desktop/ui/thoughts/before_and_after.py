"""Feelings and belief at first and later, over all records: sentences, a picture, a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.insights.records import LEAST_FOR_MEAN
from resilience_desktop.ui.thoughts import seen_in_words as words
from resilience_desktop.ui.thoughts.rated_table import RatedTable
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.first_and_later import FirstAndLater, Legend, RatedTwice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.insights.records_seen import RecordRatings, RecordsSeen
    from resilience_desktop.ui.theme import LookKeeper

_LINES = 8
"""What the picture shows of the newest records; the table has all."""


class BeforeAndAfter(QWidget):
    """One line a record: hollow at first, filled later, so that it needs no colour."""

    record_opened = Signal(str)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("thoughts.seen.ratings")
        self._feelings = labels.body(look, "", name="thoughts.seen.feeling_change")
        self._beliefs = labels.body(look, "", name="thoughts.seen.belief_change")
        self._quiet = labels.small(look, words.numbers_are_quiet(), "text_muted")
        self.picture = FirstAndLater(look, name="thoughts.seen.picture")
        self.picture.setAccessibleName(text("Feelings at first and later, by record"))
        self._later = labels.body(look, "", name="thoughts.seen.later_ratings")
        self._legend = Legend(look, text("first"), text("later"))
        self._in_words = labels.muted(look, "", name="thoughts.seen.picture_words")
        self.as_table = buttons.Opener(
            look,
            text("Show as table"),
            text("Hide the table"),
            name="thoughts.seen.as_table",
            drawing="table",
            flush=True,
        )
        self.table = RatedTable(look)
        self.table.record_opened.connect(self.record_opened)
        self.as_table.turned.connect(self._show_table)
        self._rated: Sequence[RecordRatings] = ()
        self._drawn = QWidget()
        drawn = QVBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 16, 0, 0)
        drawn.setSpacing(8)
        drawn.addWidget(self._later)
        drawn.addWidget(self._in_words)
        drawn.addWidget(self._legend)
        drawn.addWidget(self.picture)
        drawn.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignLeading)
        drawn.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 32, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.heading(look, text("First and later")))
        column.addSpacing(4)
        self._titles = {
            self._feelings: labels.label(look, text("Unpleasant feelings")),
            self._beliefs: labels.label(look, text("Belief in the automatic thought")),
        }
        for sentence, title in self._titles.items():
            column.addWidget(title)
            column.addWidget(sentence)
            column.addSpacing(4)
        column.addWidget(self._quiet)
        column.addWidget(self._drawn)

    def show_seen(self, seen: RecordsSeen) -> None:
        """Show what all records have."""
        self._feelings.setText(words.feelings_changed(seen.feeling_change))
        self._beliefs.setText(words.belief_changed(seen.belief_change))
        few = seen.records < LEAST_FOR_MEAN  # of which the page says so once
        for sentence, title in self._titles.items():
            sentence.setVisible(not few)
            title.setVisible(not few)
        means = (seen.feeling_change.mean, seen.belief_change.mean)
        self._quiet.setVisible(any(mean is not None for mean in means))
        rated = seen.rated_twice
        newest = rated[:_LINES]
        self._drawn.setVisible(bool(rated))
        later, how = words.later_ratings(rated), words.picture_in_words(len(newest), len(rated))
        self._later.setText(later)
        self._in_words.setText(how)
        self.picture.setAccessibleDescription(f"{later} {how}")
        self.picture.set_rows(
            [RatedTwice(i18n.day(r.day), round(r.first), round(r.later)) for r in newest]
        )
        self._rated = rated
        self._show_table()

    def _show_table(self, *_: object) -> None:
        is_open = self.as_table.is_open
        self.table.show_rated(self._rated if is_open else ())  # it measures what it is given
        self.table.setVisible(is_open)
