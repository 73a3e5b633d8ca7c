"""What the Toolkit page shows before anything is chosen: what was practised, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.domain.toolkit import FEWEST
from resilience_desktop.i18n import text
from resilience_desktop.ui.toolkit.practised_panel import PractisedPanel
from resilience_desktop.ui.toolkit.stage_choice import StageChoice
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import at_the_start

if TYPE_CHECKING:
    from resilience_desktop.services.known_skills import KnownSkills
    from resilience_desktop.ui.context import UiContext

_BETWEEN = 32


class Overview(QWidget):
    """Nothing here is due, and nothing is counted up."""

    change_requested = Signal()
    """Somebody wants to choose what is in the toolkit."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("toolkit.overview")
        self._context = context
        look = context.look
        self._hint = labels.muted(look, "", name="toolkit.hint")
        self._choose = buttons.quiet(
            look, text("Choose what is in it"), name="toolkit.choose", flush=True
        )
        self._choose.clicked.connect(self.change_requested)
        self.practised = PractisedPanel(context)
        self.stages = StageChoice(context)
        talk = buttons.plain(look, text("When to talk to someone ..."), name="toolkit.talk")
        talk.clicked.connect(self._open_talk)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(8)
        column.addWidget(labels.title(look, text("Skills for the moment and for every day")))
        column.addWidget(self._hint)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(_BETWEEN - column.spacing())
        column.addWidget(self.practised)
        column.addSpacing(_BETWEEN - column.spacing())
        column.addWidget(self.stages)
        column.addSpacing(_BETWEEN - column.spacing())
        column.addWidget(labels.heading(look, text("When it is more than this")))
        column.addWidget(
            labels.muted(look, text("Skills help with a lot, and not with everything."))
        )
        column.addWidget(at_the_start(talk))
        column.addStretch()

    def show_known(self, known: KnownSkills) -> None:
        """Show what somebody chose."""
        self._hint.setText(_hint(known))
        self._choose.setVisible(_is_small(known) or _made_room(known))
        self.stages.show_known(known)

    def take_keyboard_to_stages(self) -> None:
        """Put the keyboard on where somebody is now."""
        self.stages.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_talk(self) -> None:
        from resilience_desktop.ui.dialogs.talk import TalkDialog

        dialog = TalkDialog(self._context, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _is_small(known: KnownSkills) -> bool:
    return len(known.toolkit.chosen) < FEWEST


def _made_room(known: KnownSkills) -> bool:
    """Whether something that comes by itself now has left its place."""
    toolkit = known.toolkit
    return bool(set(toolkit.automatic) - set(toolkit.chosen)) and not toolkit.is_full


def _hint(known: KnownSkills) -> str:
    if not known.chosen():
        return text(
            "Choose three to five that you can find at once in a hard moment. The F2 key opens "
            "them from anywhere."
        )
    if _made_room(known):
        return text("There is room in your toolkit, if you would like to try something new.")
    return text("The F2 key opens your toolkit from anywhere.")
