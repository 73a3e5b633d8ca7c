"""In Help now: the toolkit somebody chose, and some of the things that help them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop.domain.toolkit import Comfort
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in, empty

if TYPE_CHECKING:
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.theme import LookKeeper

_ABOVE = 24
"""Pixels between what stands above and these."""
_OF_EACH = 2
"""Things of one kind, so that some of each are in sight."""


class OwnToolkit(QWidget):
    """Nothing is to be seen while nothing was chosen."""

    skill_chosen = Signal(object)
    """The ``Skill`` that somebody wants now."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("help.toolkit")
        self._look = look
        self._column = column_in(self, 4)
        set_margins(self._column, 0, _ABOVE, 0, 0)
        self.hide()

    def show_known(self, known: KnownSkills) -> None:
        """Show what somebody chose, and some things of each kind."""
        look = self._look
        empty(self._column)
        chosen = known.chosen()
        if chosen:
            self._column.addWidget(labels.label(look, text("Settle, with my toolkit")))
        ways = QWidget()
        flow = FlowLayout(ways, gap=8)
        for number, skill in enumerate(chosen, 1):
            button = buttons.quiet(
                look,
                skill.name.replace("&", "&&"),
                name=f"help.toolkit.{number}",
                drawing=skill.drawing,
                flush=True,
            )
            button.clicked.connect(partial(self.skill_chosen.emit, skill))
            flow.addWidget(button)
        self._column.addWidget(ways)
        ways.setVisible(bool(chosen))
        things = [
            words for comfort in Comfort for words in known.toolkit.of_kind(comfort)[:_OF_EACH]
        ]
        if things:
            self._column.addSpacing(8)
            self._column.addWidget(labels.label(look, text("Things that help")))
            self._column.addWidget(labels.own_words(look, "\n".join(things)))
        self.setVisible(bool(chosen or things))
