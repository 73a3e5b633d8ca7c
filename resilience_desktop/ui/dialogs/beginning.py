"""What somebody may choose at the beginning: what helps most, reminders, the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.door import TwoHalves
from resilience_desktop.ui.dialogs.facts import Facts
from resilience_desktop.ui.settings.help_lines import country_choice
from resilience_desktop.ui.settings.pages_first import PagesFirst
from resilience_desktop.ui.settings.reminders import ReminderChoice
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.return_line import ReturnLine
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from pathlib import Path

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.preferences import Preferences
    from resilience_desktop.ui.theme import LookKeeper


class BeginningPage(TwoHalves):
    """The last page of a first start. Nothing on it has to be answered."""

    done = Signal()

    def __init__(self, look: LookKeeper, preferences: Preferences) -> None:
        super().__init__(look, "beginning")
        self._preferences = preferences
        self._pages = PagesFirst(preferences, "beginning")
        self._reminder = ReminderChoice(look, preferences, "beginning")
        self._country = country_choice(preferences, "beginning.country")
        self._country.setAccessibleName(text("Country of the help lines"))
        self.open = buttons.primary(
            look, text("Open my journal"), name="beginning.open", large=True
        )
        self.skip = buttons.quiet(look, text("Skip"), name="beginning.skip")
        self._lay_out()
        self.open.clicked.connect(self._finish)
        self.skip.clicked.connect(self.done)

    def start(self) -> None:
        """Put the keyboard on the first thing to choose."""
        self._pages.findChildren(QWidget)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        """Keep also the country that was only suggested: it was seen and left as it is."""
        self._preferences.change(country=self._country.currentData())
        self.done.emit()

    def _lay_out(self) -> None:
        look = self.look
        left = QVBoxLayout(self.left)
        left.setContentsMargins(4, 4, 4, 4)
        left.setSpacing(4)
        left.addWidget(ReturnLine(look, 150))
        left.addSpacing(28)
        left.addWidget(labels.display(look, text("Make it yours")))
        left.addWidget(
            labels.muted(
                look, text("All of this can stay as it is. It can be changed in the settings.")
            )
        )
        left.addSpacing(24)
        left.addWidget(labels.heading(look, text("What helps you most?")))
        left.addWidget(
            labels.muted(look, text("The pages for it come first. Choose none, some or all."))
        )
        left.addSpacing(8)
        left.addWidget(self._pages)
        right = QVBoxLayout(self.right)
        right.setContentsMargins(4, 4, 4, 4)
        right.setSpacing(4)
        right.addWidget(labels.small(look, text("3 of 3"), "text_muted"))
        right.addWidget(labels.heading(look, text("A reminder?")))
        right.addWidget(
            labels.muted(look, text("A short line that says nothing about you. None is fine."))
        )
        right.addSpacing(8)
        right.addWidget(self._reminder)
        right.addSpacing(28)
        right.addWidget(labels.heading(look, text("Help lines of which country?")))
        right.addWidget(labels.muted(look, text("Help now shows them, also without a network.")))
        right.addSpacing(8)
        right.addWidget(self._country)
        right.addSpacing(32)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self.open)
        actions.addWidget(self.skip)
        actions.addStretch()
        right.addLayout(actions)


class FirstStepsDialog(Dialog):
    """The first pages once more, in an open journal."""

    demo_requested = Signal()

    def __init__(self, context: UiContext, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first_steps")
        self.setWindowTitle(text("The first pages"))
        look, preferences = context.look, context.preferences
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 20, 4)
        column.setSpacing(8)
        column.addWidget(Facts(look, folder))
        for words, choice in (
            (text("What helps you most?"), PagesFirst(preferences, "first_steps")),
            (text("A reminder?"), ReminderChoice(look, preferences, "first_steps")),
            (
                text("Help lines of which country?"),
                country_choice(preferences, "first_steps.country"),
            ),
        ):
            column.addWidget(labels.heading(look, words))
            column.addWidget(choice)
            column.addSpacing(20)
            if not choice.accessibleName():
                choice.setAccessibleName(words)
        column.addStretch()
        demo = buttons.muted(look, text("Try with demo data"), name="first_steps.demo", flush=True)
        demo.clicked.connect(self.demo_requested)
        close = buttons.quiet(look, text("Close"), name="first_steps.close")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(demo)
        foot.addStretch()
        foot.addWidget(close)
        around = QVBoxLayout(self)
        around.setContentsMargins(32, 28, 12, 16)
        around.addWidget(ScrollPane("first_steps.scroll", inside), 1)
        around.addLayout(foot)
        resize_within_window(self, look.px(620), look.px(680))
