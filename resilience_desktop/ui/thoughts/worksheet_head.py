"""What stands above a step of the worksheet: where it is, what it asks, and the thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.domain.record_form import Step
from resilience_desktop.domain.thought_record import ThoughtRecord
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.versions_button import VersionsButton
from resilience_desktop.ui.quiet_line import QuietLine
from resilience_desktop.ui.star_button import StarButton
from resilience_desktop.ui.step_names import step_title
from resilience_desktop.ui.thoughts.belief import belief_in_words
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.quote import KeptInView
from resilience_desktop.ui.widgets.text_block import without_empty_ends

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.thoughts.step import StepPage


class WorksheetHead(QWidget):
    """Folds to one line where the steps are on a line above it, which says the place too."""

    def __init__(
        self, context: UiContext, *, before_versions: Callable[[Callable[[], object]], object]
    ) -> None:
        super().__init__()
        look = context.look
        self._place = labels.small(look, "", "text_muted", name="thoughts.place")
        self._title = labels.title(look, "", name="thoughts.step_title")
        self._thought = KeptInView(
            look, text("The automatic thought"), name="thoughts.kept", most_lines=3
        )
        self.star = StarButton(context, name="thoughts.star")
        self.star.setProperty("flush", "end")
        self.star.setAccessibleName(self.star.text())
        keeps_room = self.star.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.star.setSizePolicy(keeps_room)
        self.versions = VersionsButton(
            context, ThoughtRecord, name="thoughts.versions", before=before_versions
        )
        words, marks = QWidget(), QWidget()
        said = column_in(words, 0)
        said.addWidget(self._place)
        said.addWidget(self._title)
        ways = QHBoxLayout(marks)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(16)
        ways.addStretch()
        ways.addWidget(self.versions)
        ways.addWidget(self.star)
        self.column = column_in(self, 16)
        self.column.addLayout(BesideOrBelow(words, marks, 16, least=lambda: look.px(220)))
        self.quiet = QuietLine(context, name="thoughts.quiet_kept")
        self.column.addWidget(self._thought)
        self.column.addWidget(self.quiet)

    def say_where(self, place: str) -> None:
        """Say which form this is and the place of the step; nothing where a line above says it."""
        self._place.setText(place)
        self._place.setVisible(bool(place))

    def fold(self, *, is_slim: bool, is_low: bool) -> None:
        """Take less room: the star without its words, the thought without what it is."""
        words = self.star.accessibleName()
        self.star.setText("" if is_slim else words)
        self.star.setToolTip(words if is_slim else "")
        self.star.set_drawing("star-filled" if self.star.is_starred else "star")
        self._thought.title.setVisible(not is_low)
        self.column.setSpacing(8 if is_low else 16)

    def show_step(self, record: ThoughtRecord, page: StepPage, *, is_settling: bool) -> None:
        """Say what a step asks, and keep the thought in view; an exercise is by itself."""
        self._title.setText(step_title(page.step))
        self._title.setVisible(not is_settling)
        thought = record.hot_thought
        self._thought.setVisible(
            thought is not None and page.keeps_thought_in_view and not is_settling
        )
        if thought is not None:
            self._thought.words.set_pieces(page.marked(without_empty_ends(thought.text)))
            # Numbers are set aside while they are given again.
            believed = thought.belief_before if page.step is not Step.LOOK_AGAIN else None
            self._thought.set_aside(
                "" if believed is None else belief_in_words(thought.kind, believed)
            )
