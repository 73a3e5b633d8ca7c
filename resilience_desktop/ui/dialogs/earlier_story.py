"""My story as it was on an earlier day, to read and to bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.insight import InsightKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.prompted import prompt_name
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.ui.context import UiContext


class EarlierStory(SmallDialog):
    """Nothing in it can be changed."""

    bring_back = Signal()

    def __init__(self, context: UiContext, parent: QWidget, story: Insight) -> None:
        look = context.look
        title = text("My story on {day}").format(day=i18n.day(story.made))
        super().__init__(look, parent, "earlier_story", title)
        for prompt, words in story.answers:
            part = QWidget()
            column = column_in(part, 4)
            column.addWidget(labels.label(look, prompt_name(InsightKind.STORY, prompt)))
            column.addWidget(labels.own_words(look, words, "reading", selectable=True))
            self.column.addWidget(part)
        self.column.addStretch()
        bring = buttons.plain(look, text("Bring it back"), name="earlier_story.bring")
        close = buttons.plain(look, text("Close"), name="earlier_story.close")
        self.foot.addWidget(bring)
        self.foot.addStretch()
        self.foot.addWidget(close)
        bring.clicked.connect(self.bring_back)
        bring.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
