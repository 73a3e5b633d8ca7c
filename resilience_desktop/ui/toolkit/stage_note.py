"""The short note before a skill of a later stage: why it may wait, and a way on all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.content.stages import stage_words
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from resilience_desktop.content.skills import Skill
    from resilience_desktop.ui.theme import LookKeeper


class StageHint(QWidget):
    """Says above an open skill why it may wait, as long as nobody chose a stage."""

    gone_on = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("toolkit.hint")
        self._why = labels.muted(look, "", name="toolkit.hint.why")
        away = buttons.link(look, text("Do not show this again"), name="toolkit.hint.away")
        away.clicked.connect(self.gone_on)
        self.column = column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addWidget(self._why)
        column.addWidget(away, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_skill(self, skill: Skill | None) -> None:
        """Speak of a skill, or of none."""
        self._why.setText(stage_words(skill.stage).why_later if skill else "")
        self.setVisible(skill is not None)


class StageNote(QWidget):
    """Closes nothing: whoever wants to go on, goes on."""

    gone_on = Signal(str)
    """The id of the skill to be used all the same."""
    stages_wanted = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("toolkit.note")
        self._skill = ""
        self._title = labels.title(look, "", name="toolkit.note.title")
        self._why = labels.body(look, "", name="toolkit.note.why")
        self._after = labels.muted(
            look,
            text("You know best. If you go on, this note stays away until you bring it back."),
        )
        self.go_on = buttons.plain(look, text("Go on anyway"), name="toolkit.note.go_on")
        self._stages = buttons.quiet(look, text("Where I am now"), name="toolkit.note.stages")
        self.go_on.clicked.connect(lambda: self.gone_on.emit(self._skill))
        self._stages.clicked.connect(self.stages_wanted)
        ways = FlowLayout(gap=12)
        ways.addWidget(self.go_on)
        ways.addWidget(self._stages)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(12)
        for part in (self._title, self._why, self._after):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(ways)
        column.addStretch()

    def show_skill(self, skill: Skill) -> None:
        """Speak of a skill."""
        self._skill = skill.id
        self._title.setText(skill.name)
        self._why.setText(stage_words(skill.stage).why_later)
