"""Where somebody says they are, and which skills of a later stage they use all the same."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resilience_desktop.content.stages import stage_words
from resilience_desktop.domain.toolkit import Stage
from resilience_desktop.i18n import text
from resilience_desktop.ui.settings.section import choice
from resilience_desktop.ui.toolkit.toolkit_changes import change_toolkit, with_gone_on
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import at_the_start, column_in, empty

if TYPE_CHECKING:
    from resilience_desktop.domain.toolkit import Toolkit
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.context import UiContext

_NOT_SAID = ""


class StageChoice(QWidget):
    """A quiet switch: the order is soft, and nothing is ever locked."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("toolkit.stages")
        self._context = context
        look = context.look
        names = {_NOT_SAID: text("Not said")}
        names |= {str(stage): stage_words(stage).name for stage in Stage}
        self.choice = choice("toolkit.stage", names, _NOT_SAID, self._choose)
        self.choice.setAccessibleName(text("Where I am now"))
        self._about = labels.muted(look, "", name="toolkit.stage_about")
        self._gone_on = QWidget()
        self._rows = column_in(self._gone_on, 0)
        heading = labels.heading(look, text("Where I am now"))
        heading.setBuddy(self.choice)
        hint = text("It goes back and forth, and you can change it at any time.")
        column = column_in(self, 8)
        column.addWidget(heading)
        column.addWidget(labels.small(look, hint, "text_muted"))
        column.addWidget(at_the_start(self.choice))
        column.addWidget(self._about)
        column.addWidget(self._gone_on)
        self._tell(None)

    def show_known(self, known: KnownSkills) -> None:
        """Show what was said."""
        stage = known.toolkit.stage
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(max(0, self.choice.findData(str(stage or _NOT_SAID))))
        self._tell(stage)
        empty(self._rows)
        found = [one for id_ in known.toolkit.gone_on if (one := known.skill(id_)) is not None]
        for number, skill in enumerate(found, 1):
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            said = text("Opens without a note: {skill}").format(skill=skill.name)
            again = buttons.link(
                self._context.look, text("Show the note again"), name=f"toolkit.again.{number}"
            )
            again.setAccessibleName(text("Show the note again: {skill}").format(skill=skill.name))
            again.clicked.connect(partial(self._show_again, skill.id))
            across.addWidget(labels.small(self._context.look, said, "text_muted"), 1)
            across.addWidget(again)
            self._rows.addWidget(row)
        self._gone_on.setVisible(bool(found))

    def _choose(self, chosen: str) -> None:
        stage = Stage(chosen) if chosen else None
        self._tell(stage)

        def move(now: Toolkit) -> Toolkit:
            return replace(now, stage=stage)

        change_toolkit(self._context, self, move)

    def _show_again(self, skill: str) -> None:
        change_toolkit(self._context, self, lambda now: with_gone_on(now, skill, goes_on=False))

    def _tell(self, stage: Stage | None) -> None:
        about = stage_words(stage).about if stage else ""
        self._about.setVisible(bool(about))
        self._about.setText(about)
        self.choice.setAccessibleDescription(about)
