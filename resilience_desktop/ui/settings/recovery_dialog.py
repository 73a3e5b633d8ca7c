"""The recovery sheet of a journal that is open: to write down, to print, or to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.recovery_paper import RecoveryPaper
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.code_font import CodeLabel
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.context import UiContext


class RecoveryDialog(SmallDialog):
    """Shows the code, with the sheet to take away."""

    def __init__(
        self, context: UiContext, parent: QWidget, groups: tuple[str, ...], *, is_new: bool
    ) -> None:
        look = context.look
        title = text("Keep this code somewhere safe") if is_new else text("Recovery sheet")
        super().__init__(look, parent, "recovery_dialog", title)
        why = (
            text(
                "This is a new recovery code. Sheets from before no longer open the journal, only "
                "backups made before."
            )
            if is_new
            else text("It opens the journal if nothing else does. A drawer at home is fine.")
        )
        code = CodeLabel(look, groups, name="recovery_dialog.code")
        code.setAccessibleName(text("Recovery code"))
        self._said = labels.small(look, "", "text_muted", name="recovery_dialog.said")
        self._said.hide()
        paper = RecoveryPaper(context.tasks, groups, self)
        paper.said.connect(self._say)
        print_out = buttons.plain(
            look, text("Print"), name="recovery_dialog.print", drawing="printer"
        )
        print_out.clicked.connect(paper.print_out)
        save = buttons.plain(
            look, text("Save as PDF"), name="recovery_dialog.save", drawing="download"
        )
        save.clicked.connect(paper.save)
        ways = FlowLayout()
        ways.addWidget(print_out)
        ways.addWidget(save)
        self.column.addWidget(labels.muted(look, why))
        self.column.addSpacing(8)
        self.column.addWidget(code)
        self.column.addSpacing(8)
        self.column.addLayout(ways)
        self._kept = QCheckBox(text("I have kept this code"))
        self._kept.setObjectName("recovery_dialog.kept")
        self._kept.toggled.connect(lambda _on: self._said.hide())
        self._kept.setVisible(is_new)
        self.column.addWidget(self._kept)
        self.column.addWidget(self._said)
        self.column.addStretch()
        later = buttons.quiet(look, text("Do this later"), name="recovery_dialog.later")
        later.clicked.connect(self._leave_for_later)
        later.setVisible(is_new)
        make = buttons.primary if is_new else buttons.quiet
        close = make(look, text("Close"), name="recovery_dialog.close")
        close.clicked.connect(self.reject)
        self.foot.addStretch()
        self.foot.addWidget(later)
        self.foot.addWidget(close)
        self._is_new, self._tasks = is_new, context.tasks
        if is_new:
            self._keep_waiting(waits=True)

    def reject(self) -> None:
        """Close, but not past a code that nobody has kept yet."""
        if self._is_new and not self._kept.isChecked():
            self._say(
                text("Please keep the code first and tick that it is kept, or do it later."),
                wrong=False,
            )
            self._kept.setFocus()
            return
        if self._is_new:
            self._keep_waiting(waits=False)
        super().reject()

    def _leave_for_later(self) -> None:
        super().reject()

    def _keep_waiting(self, *, waits: bool) -> None:
        """Remember that this sheet is not kept yet, even if the computer stops right here."""
        self._tasks.write(
            lambda journal: journal.remembered.keep_sheet_waiting(waits),
            owner=self._tasks,
            failed=_let_it_be,
        )

    def _say(self, sentence: str, wrong: bool) -> None:
        self._said.set_role("danger" if wrong else "text_muted")
        self._said.setText(sentence)
        self._said.show()
        self.fit()
        announce(self._said, sentence)


def _let_it_be(_error: BaseException) -> None:
    """Go on: it only reminds."""
