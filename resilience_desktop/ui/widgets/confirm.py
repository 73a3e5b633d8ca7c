"""Asking once more: before something that cannot be undone, or that has to be understood first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


class ConfirmDialog(Dialog):
    """A question, what it would mean, and two answers; the safe one has the keyboard.

    ``accepted`` is told for a yes; whatever else closes it is a no. A yes that is not final looks
    like any other answer.
    """

    def __init__(
        self,
        look: LookKeeper,
        parent: QWidget,
        *,
        name: str,
        question: str,
        meaning: str,
        yes: str,
        is_final: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(text("Resilience"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.no = buttons.plain(look, text("Cancel"), name=f"{name}.cancel")
        if is_final:
            self.yes = buttons.danger(look, yes, name=f"{name}.yes", filled=True)
        else:
            self.yes = buttons.primary(look, yes, name=f"{name}.yes")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addStretch()
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addWidget(labels.title(look, question))
        column.addWidget(labels.body(look, meaning, name=f"{name}.meaning"))
        column.addSpacing(12)
        column.addLayout(answers)
        width = min(look.px(440), parent.window().width())
        self.setFixedWidth(width)
        self.resize(width, column.totalHeightForWidth(width))  # which Qt asks for another width
        FocusRing(self, look)
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
