"""The recovery sheet of a journal that is open: to write down, to print, or to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.recovery_paper import RecoveryPaper
from resilience_desktop.ui.settings.small_dialog import SmallDialog
from resilience_desktop.ui.widgets import buttons, labels
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
        code = labels.heading(look, "  ".join(groups), name="recovery_dialog.code")
        code.setAccessibleName(text("Recovery code"))
        code.setAccessibleDescription(", ".join(groups))
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
        self.column.addWidget(self._said)
        self.column.addStretch()
        close = buttons.quiet(look, text("Close"), name="recovery_dialog.close")
        close.clicked.connect(self.accept)
        self.foot.addStretch()
        self.foot.addWidget(close)

    def _say(self, sentence: str, wrong: bool) -> None:
        self._said.set_role("danger" if wrong else "text_muted")
        self._said.setText(sentence)
        self._said.show()
        self.fit()
        announce(self._said, sentence)
