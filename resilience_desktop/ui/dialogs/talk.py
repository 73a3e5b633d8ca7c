"""When to talk to someone: five things to look at, and whose work it is to help.

Nothing is added up, nothing is concluded, and no answer is kept.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.dialogs.helper_list import HelperList
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import column_in, resize_within_window
from resilience_desktop.ui.widgets.rule import Rule
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.segments import RangeSwitch

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from resilience_desktop.ui.context import UiContext

_WIDE, _HIGH = 680, 720
_QUESTION = 240
"""Text units that a question has at least beside its answers."""
_SIDE, _RING = 28, 4
"""Pixels at the sides, and the room for the ring round what has the keyboard."""
YES, NO, SKIP = "yes", "no", "skip"


class TalkDialog(Dialog):
    """Five questions to answer or not, one kind sentence, and the own help list."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("talk")
        self.setWindowTitle(text("When to talk to someone"))
        self._look = context.look
        self._answers: dict[str, RangeSwitch] = {}
        self._said = labels.body(self._look, "", name="talk.said")
        self._said.hide()
        self.helpers = HelperList(context)
        self._close = buttons.plain(self._look, text("Close"), name="talk.close")
        self._close.clicked.connect(self.accept)
        self._lay_out()
        resize_within_window(self, self._look.px(_WIDE), self._look.px(_HIGH))

    def open(self) -> None:
        """Show the window over its parent."""
        if self.findChild(FocusRing) is None:
            FocusRing(self, self._look)
        super().open()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first question."""
        super().showEvent(event)
        next(iter(self._answers.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, _answer: str) -> None:
        """Say the sentence that belongs to what is answered now."""
        words = _sentence([switch.chosen for switch in self._answers.values()])
        if words != self._said.text():
            self._said.setText(words)
            self._said.setVisible(bool(words))
            if words:
                announce(self, words)

    def _lay_out(self) -> None:
        look = self._look
        inside = QWidget()
        column = column_in(inside, 12)
        column.setContentsMargins(_RING, _RING, _RING, _RING)
        intro = text(
            "Skills help with a lot, and not with everything. These five questions are only for "
            "you: your answers are not kept and not added up."
        )
        column.addWidget(labels.muted(look, intro, name="talk.intro"))
        column.addSpacing(4)
        for key, words in _questions().items():
            column.addWidget(self._question(key, words))
        column.addWidget(self._do_not_wait())
        column.addWidget(self._said)
        column.addSpacing(4)
        column.addWidget(Rule())
        column.addSpacing(4)
        column.addWidget(self.helpers)
        column.addStretch()
        pane = ScrollPane("talk.scroll", inside)
        end = pane.keep_width() + _RING
        head = self.head_with_help(look, text("When to talk to someone"))
        set_margins(head, _RING, 0, end, 0)
        foot = QHBoxLayout()
        set_margins(foot, 0, 0, end, 0)
        foot.addStretch()
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        set_margins(whole, _SIDE - _RING, _SIDE, _SIDE - end, 20)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(pane, 1)
        whole.addLayout(foot)

    def _do_not_wait(self) -> QWidget:
        """Return what is there whatever is answered, with the one way on that cannot wait."""
        look = self._look
        words = text(
            "If you think of hurting yourself, or of not wanting to live, do not wait: Help now."
        )
        button = buttons.help_now(look, name="talk.do_not_wait.help_now")
        button.clicked.connect(self.open_help)
        row = QWidget()
        row.setObjectName("talk.do_not_wait")
        said = labels.body(look, words, name="talk.do_not_wait.words")
        row.setLayout(BesideOrBelow(said, button, 16, least=partial(look.px, _QUESTION)))
        return row

    def _question(self, key: str, words: str) -> QWidget:
        look = self._look
        answers = ((YES, text("Yes")), (NO, text("No")), (SKIP, text("Skip")))
        switch = RangeSwitch(look, answers, name=f"talk.{key}", title=words, chosen=SKIP)
        switch.range_chosen.connect(self._answered)
        self._answers[key] = switch
        row = QWidget()
        least = partial(look.px, _QUESTION)
        row.setLayout(BesideOrBelow(labels.body(look, words), switch, 16, least=least))
        return row


def _questions() -> dict[str, str]:
    return {
        "overwhelmed": text("Do things feel like too much on most days?"),
        "hard_to_do": text("Is it hard to do what has to be done?"),
        "away": text("Do you keep away from people or places?"),
        "far": text("Do you feel far away from yourself, or as if things are not real?"),
        "weeks": text("Have worry or a low mood been there for more than two weeks?"),
    }


def _sentence(answers: list[str]) -> str:
    if YES in answers:
        return text(
            "That is a lot to carry alone, and talking to someone could help: a person you trust, "
            "a doctor, a therapist. You do not have to be sure, and you do not have to wait."
        )
    if NO in answers:
        return text(
            "Nothing here says that you have to. You can still talk to someone at any time, just "
            "because you would like to."
        )
    return ""
