"""How a use of a skill looks: what is asked, what leads, and what is always in view below."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.services.skills import is_own
from resilience_desktop.ui.toolkit.before_after import After, Before
from resilience_desktop.ui.toolkit.player_foot import PlayerFoot
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.layouts import centred, column_in
from resilience_desktop.ui.widgets.not_saved_line import NotSavedLine
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane, show_in_pane
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.toolkit.guide import GuidePane

_COLUMN, _LOW, _SHORT = 480, 560, 400
"""Text units that what is asked is wide at most, and below which a pane is low, or very low."""


class Stage(Enum):
    """Where somebody is with an exercise."""

    BEFORE = auto()
    MEANWHILE = auto()
    AFTER = auto()


class PlayerView(QWidget):
    """Shows what belongs to a stage; where there is little height, what leads has it."""

    named = Signal(bool)
    """Whether the name of the skill is in view now, or was left out for want of height."""

    def __init__(
        self, context: UiContext, skill: Skill, guide: GuidePane, *, clock: Callable[[], float]
    ) -> None:
        super().__init__()
        self._context, self._skill, self._guide = context, skill, guide
        self._look, self._choices = context.look, guide.choices
        self._stage = Stage.BEFORE
        self._is_low = False
        self.before = Before(self._look, skill)
        self.after = After(self._look, guide.afterwards)
        self.foot = PlayerFoot(context, clock=clock)
        self.not_saved = NotSavedLine(self._look, name="toolkit.not_saved", title=skill.name)
        self._head, self._asked, self._meanwhile = QWidget(), QWidget(), QWidget()
        self._choices_place = QWidget()
        self._meanwhile_column = column_in(self._meanwhile, 16)
        self._choices_column = column_in(self._choices_place, 0)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._pane = ScrollPane("toolkit.scroll", inside)
        self._edge = Rule()
        self._foot_row = QVBoxLayout()
        self._caution_place = (False, True)
        self._lay_out()
        self._connect()
        self.show_stage(Stage.BEFORE)
        self._show_motion()

    def show_stage(self, stage: Stage) -> None:
        """Show what belongs to it, from the beginning."""
        self._stage = stage
        going = stage is Stage.MEANWHILE
        if stage is Stage.BEFORE:
            self.foot.show_before()
        elif going:
            has_choices = self._choices is not None
            self.foot.show_meanwhile(can_pause=self._guide.can_pause, has_choices=has_choices)
        else:
            self.foot.show_after()
        self._place_choices()
        self.before.setVisible(stage is Stage.BEFORE)
        self.after.setVisible(stage is Stage.AFTER)
        self._asked.setVisible(not going)
        self._guide.setVisible(going)
        self._meanwhile.setVisible(going)
        self._show_motion()
        self._arrange()
        self.tell_caution()
        self._pane.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on from."""
        foot = self.foot
        places = {
            Stage.BEFORE: foot.start,
            Stage.MEANWHILE: self._guide.goes_on_with or foot.stop,
            Stage.AFTER: foot.close_,
        }
        places[self._stage].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_caution(self) -> None:
        """Say what to heed of the skill, and of what is chosen."""
        cautions = (self._guide.caution, *self._skill.cautions)
        self.foot.caution.setText(" ".join(filter(None, cautions)))
        self.foot.caution.setVisible(any(cautions))

    def showEvent(self, event: QShowEvent) -> None:
        """Find the height there is, now that it is known."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin of a page."""
        super().resizeEvent(event)
        self._arrange()

    def _place_choices(self) -> None:
        """Have what can be chosen before the beginning, and folded away while it lasts."""
        if self._choices is None:
            return
        if self._stage is Stage.BEFORE:
            self.before.hold(self._choices)
        elif self._stage is Stage.MEANWHILE:
            self.foot.choices.set_open(is_open=False)
            self._choices_column.addWidget(self._choices)
            self._choices_place.hide()
        self._choices.show()

    def _show_choices(self, is_open: bool) -> None:
        self._choices_place.setVisible(is_open)
        if is_open:
            show_in_pane(self._choices_place)

    def _show_edge(self, _low: int, high: int) -> None:
        """Draw a line where what scrolls is cut off."""
        self._edge.setVisible(high > 0)

    def _show_motion(self) -> None:
        """Keep still if that is wanted here, by the settings or by the system."""
        settings = self._context.preferences.settings
        less = self._look.reduced_motion or settings.less_motion
        self.foot.words_only.setChecked(settings.words_only)
        self.foot.words_only.setVisible(self._guide.moves and self._guide.can_pause and not less)
        self._guide.set_still(still=less or settings.words_only)

    def _arrange(self) -> None:
        look = self._look
        self._place_caution()
        is_low = self.height() < look.px(_LOW)
        going = self._stage is Stage.MEANWHILE
        margin, above = page_margin(self, look), 12 if is_low else 24
        self._column.setContentsMargins(margin, 4 if is_low and going else above, margin, 12)
        self._column.setSpacing(above)
        self._foot_row.setContentsMargins(margin, 0, margin, 12 if is_low else 20)
        for part in (self._asked, self._choices_place):
            part.setMaximumWidth(look.px(_COLUMN))
        self._head.setVisible(not (is_low and going))
        self.named.emit(not self._head.isHidden())
        if is_low != self._is_low:
            self._is_low = is_low
            self.foot.stand(low=is_low)
            if is_low:
                self._meanwhile_column.insertWidget(0, self.foot.ticks)
                self.foot.ticks.lower()  # for a screen reader too

    def _place_caution(self) -> None:
        """Let the caution scroll where there is no room for all: first before, last meanwhile."""
        laid_out = self.isVisible()  # before that its height says nothing
        is_short = laid_out and self.height() < self._look.px(_SHORT)
        place = (is_short, self._stage is Stage.BEFORE)
        if place == self._caution_place:
            return
        self._caution_place = place
        if is_short:
            self._column.insertWidget(1 if self._stage is Stage.BEFORE else -1, self.foot.heed)
        else:
            self.foot.hold_heed()

    def _lay_out(self) -> None:
        look, skill = self._look, self._skill
        words, asked = column_in(self._head, 4), column_in(self._asked, 0)
        own = is_own(skill)
        for label in (
            labels.own_words(look, skill.name, "quote", name="toolkit.title")
            if own
            else labels.title(look, skill.name, name="toolkit.title"),
            labels.own_words(look, skill.lead, name="toolkit.lead")
            if own
            else labels.muted(look, skill.lead, name="toolkit.lead"),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            if not label.text():  # shown without a parent it would be a window
                label.hide()
            words.addWidget(label)
        asked.addWidget(self.before)
        asked.addWidget(self.after)
        self._meanwhile_column.addLayout(centred(self._choices_place))
        self._column.addWidget(self._head)
        self._column.addLayout(centred(self._asked))
        self._column.addWidget(self._guide, 1)
        self._column.addWidget(self._meanwhile)
        self._column.addStretch()
        policy = self._edge.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._edge.setSizePolicy(policy)
        self._show_edge(0, 0)
        self._foot_row.setSpacing(12)
        for part in (self._edge, self.not_saved, self.foot):
            self._foot_row.addWidget(part)
        whole = column_in(self, 0)
        whole.addWidget(self._pane, 1)
        whole.addLayout(self._foot_row)

    def _connect(self) -> None:
        self._pane.verticalScrollBar().rangeChanged.connect(self._show_edge)
        self.foot.choices.turned.connect(self._show_choices)
        self._context.preferences.changed.connect(self._show_motion)
        self._look.look_changed.connect(self._show_motion)
        self._look.look_changed.connect(self._arrange)
