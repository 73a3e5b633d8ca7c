"""Asking before a window is closed over words that could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.errors import NotWrittenError
from resilience_desktop.i18n import text
from resilience_desktop.ui.clipboard import copy_unsaved
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.saving import Saving, save_elsewhere
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import outermost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.ui.context import UiContext


def unsaved_in(part: QWidget) -> list[Saving]:
    """Save everything typed in a part of the window now, and return what could not be."""
    return [saving for saving in part.findChildren(Saving) if not saving.keep_now()]


def would_be_lost(part: QWidget) -> NotWrittenError | None:
    """Return why a part of the window cannot make room for another journal yet, if it cannot."""
    if not unsaved_in(part):
        return None
    return NotWrittenError(
        text(
            "Something you typed is not saved yet, and would be lost. Close this, copy it or save "
            "it elsewhere, then try again."
        )
    )


def has_to_ask(context: UiContext, part: QWidget, leave: Callable[[], object]) -> bool:
    """Ask before ``leave`` takes a part of the window away with words that are not saved.

    Returns whether there is something to ask; ``leave`` then waits for the answer.
    """
    unsaved = unsaved_in(part)
    if unsaved:
        ask_first(context, part, unsaved, leave)
    return bool(unsaved)


def ask_first(
    context: UiContext, part: QWidget, unsaved: Sequence[Saving], leave: Callable[[], object]
) -> None:
    """Ask whether to ``leave``, once at a time."""
    there = [asked for asked in part.findChildren(UnsavedQuestion) if asked.isVisible()]
    if there:
        there[0].activateWindow()
        return
    question = UnsavedQuestion(context, part, unsaved, unsaved[0].why())
    question.accepted.connect(leave)
    question.open()


class UnsavedQuestion(Dialog):
    """Why it is not saved, what can be done first, and two answers; the safe one has the keyboard.

    ``accepted`` is told when the window is to be closed anyway.
    """

    def __init__(
        self, context: UiContext, parent: QWidget, unsaved: Sequence[Saving], why: str
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unsaved")
        self.setWindowTitle(text("Resilience"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._unsaved = context, unsaved
        look = context.look
        self._title = labels.title(look, text("What you typed is not saved yet"))
        self._why = labels.body(look, why, name="unsaved.why")
        meaning = text(
            "If you close now, it is lost. You can copy it first, or save it in a file elsewhere; "
            "that file is not encrypted."
        )
        self._said = labels.body(look, meaning, name="unsaved.said")
        copy = buttons.quiet(look, text("Copy"), name="unsaved.copy", flush=True)
        elsewhere = buttons.quiet(
            look, text("Save elsewhere ..."), name="unsaved.elsewhere", flush=True
        )
        self._stay = buttons.plain(look, text("Keep it open"), name="unsaved.stay")
        self._close = buttons.danger(
            look, text("Close without saving"), name="unsaved.close", filled=True
        )
        copy.clicked.connect(self._copy)
        elsewhere.clicked.connect(self._save_elsewhere)
        self._stay.clicked.connect(self.reject)
        self._close.clicked.connect(self.accept)
        for saving in unsaved:
            saving.settled.connect(self._look_again)
        ways = FlowLayout(gap=16)
        ways.addWidget(copy)
        ways.addWidget(elsewhere)
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addStretch()
        answers.addWidget(self._stay)
        answers.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        for part in (self._title, self._why, self._said):
            column.addWidget(part)
        column.addLayout(ways)
        column.addSpacing(12)
        column.addLayout(answers)
        self._fit()
        FocusRing(self, look)
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        copy_unsaved(QApplication.clipboard(), self._words())
        self._say(
            text(
                "Copied. Paste it somewhere before you close: a copy can be gone when the "
                "program has ended."
            )
        )

    def _save_elsewhere(self) -> None:
        save_elsewhere(self._context, self, self._words(), self._say)

    def _words(self) -> str:
        return "\n\n\n".join(saving.words() for saving in self._unsaved)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._fit()
        announce(self._said, sentence)

    def _look_again(self) -> None:
        """Tell when saving has worked meanwhile."""
        if any(saving.is_failing for saving in self._unsaved):
            return
        self._title.setText(text("What you typed is saved now"))
        self._why.hide()
        self._close.setText(text("Close"))
        self._close.set_kind("plain")
        self._say(text("You can close, or keep it open."))

    def _fit(self) -> None:
        column = self.layout()
        if column is not None:
            width = min(self._context.look.px(480), outermost(self).width())
            self.setFixedWidth(width)
            self.resize(width, column.totalHeightForWidth(width))  # which Qt asks for another width
