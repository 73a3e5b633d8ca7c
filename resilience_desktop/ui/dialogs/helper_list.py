"""The own help list: whose work it is to help, to add to, change, put in order and remove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.services.helper_words import said_of, swap
from resilience_desktop.ui.dialogs.helper_form import HelperForm
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.removed_line import RemovedLine
from resilience_desktop.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from resilience_desktop.domain.changes import Changes
    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.ui.context import UiContext


class HelperList(QWidget):
    """A row for each; what was just removed can come back."""

    def __init__(self, context: UiContext, *, has_heading: bool = True) -> None:
        super().__init__()
        self.setObjectName("talk.helpers")
        self._context = context
        self._helpers: list[Helper] = []
        self._hand = ""
        self._removed: Helper | None = None
        look = self._look = context.look
        holder = QWidget()
        self._rows = column_in(holder, 12)
        self._gone = RemovedLine(look, name="talk.helpers")
        self._gone.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(
            look, text("Add someone who can help ..."), name="talk.add", flush=True, drawing="plus"
        )
        self._add.clicked.connect(lambda: self._open(None))
        column = column_in(self, 8)
        if has_heading:
            column.addWidget(labels.heading(look, text("My help list")))
        column.addWidget(
            labels.small(
                look,
                text(
                    "A therapist, a doctor, a group: whoever you would turn to. The list is "
                    "in Help now too, and stays in your journal."
                ),
                "text_muted",
            )
        )
        column.addSpacing(4)
        column.addWidget(holder)
        column.addWidget(self._gone)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        context.tasks.journal_changed.connect(self._journal_changed)
        self._read()

    def take_keyboard(self) -> None:
        """Put the keyboard where somebody would begin."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._context.tasks.read(
            lambda journal: journal.helpers.all(), self._show, owner=self, latest="talk.helpers"
        )

    def _show(self, helpers: list[Helper]) -> None:
        focus = self.focusWidget()
        hand = self._hand or (focus.objectName() if focus is not None else "")
        self._hand = ""
        self._helpers = helpers
        empty(self._rows)
        for number, helper in enumerate(helpers, 1):
            row = self._row(number, helper)
            self._rows.addWidget(row)
            row.show()  # at once, so that the keyboard can go there
        for wanted in self.findChildren(QWidget, hand) if hand else ():
            if not wanted.isHidden() and wanted.isEnabled():
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, number: int, helper: Helper) -> QWidget:
        look, name = self._look, f"talk.helper.{number}"
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labels.own_words(look, helper.name, name=f"{name}.name"))
        if helper.reach.strip():
            words.addWidget(labels.Label(look, helper.reach, selectable=True, name=f"{name}.reach"))
        words.addWidget(labels.small(look, said_of(helper), "text_muted", name=f"{name}.said"))
        edit = buttons.link(look, text("Change"), name=f"{name}.change")
        edit.setAccessibleName(text("Change number {n}").format(n=number))
        edit.clicked.connect(partial(self._open, helper))
        up, down, away = (
            buttons.IconButton(look, drawing, said.format(n=number), name=f"{name}.{way}")
            for drawing, said, way in (
                ("chevron-up", text("Move number {n} up"), "up"),
                ("chevron-down", text("Move number {n} down"), "down"),
                ("trash", text("Remove number {n}"), "remove"),
            )
        )
        up.setEnabled(number > 1)
        down.setEnabled(number < len(self._helpers))
        up.clicked.connect(partial(self._move, number - 1, -1))
        down.clicked.connect(partial(self._move, number - 1, 1))
        away.clicked.connect(partial(self._remove, helper))
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addLayout(words, 1)
        for tool in (edit, up, down, away):
            across.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        row = QWidget()
        column = column_in(row, 12)
        column.addLayout(across)
        column.addWidget(Rule())
        return row

    def _open(self, helper: Helper | None, *_: object) -> None:
        HelperForm(self._context, self.window(), helper).open()

    def _move(self, place: int, step: int, *_: object) -> None:
        there = place + step
        one, other = self._helpers[place], self._helpers[there]
        at_an_end = there in (0, len(self._helpers) - 1)
        way = {-1: "up", 1: "down"}[-step if at_an_end and len(self._helpers) > 1 else step]
        self._hand = f"talk.helper.{there + 1}.{way}"
        announce(self, text("Number {n}").format(n=there + 1))
        self._context.tasks.write(lambda journal: swap(journal, one, other), owner=self)

    def _remove(self, helper: Helper, *_: object) -> None:
        def gone(_changes: Changes) -> None:
            self._removed = helper
            self._gone.offer()

        self._context.tasks.write(lambda journal: journal.helpers.drop(helper), gone, owner=self)

    def _put_back(self) -> None:
        helper, self._removed = self._removed, None
        if helper is None:
            return

        def back(_changes: Changes) -> None:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._gone.hide()

        self._context.tasks.write(lambda journal: journal.helpers.keep(helper), back, owner=self)

    def _journal_changed(self, changes: Changes) -> None:
        if changes.helpers:
            self._read()
