"""The people somebody can call, in a small dialog of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.contacts_editor import ContactsEditor
from resilience_desktop.ui.dialogs.reading import ReadingDialog
from resilience_desktop.ui.unsaved import has_to_ask
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class ContactsDialog(ReadingDialog):
    """The list, which is kept with every change."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        self._context = context
        self.editor = ContactsEditor(context)
        inside = QWidget()
        around = column_in(inside, 0)
        around.setContentsMargins(4, 4, 12, 4)  # room for the focus ring
        around.addWidget(self.editor)
        around.addStretch()
        title = text("People I can call")
        super().__init__(context.look, parent, "contacts_dialog", title, inside, (560, 560))
        self.setWindowTitle(text("People I can call"))
        self.editor.begin()

    def done(self, result: int) -> None:
        """Stay while something typed here is not saved, until somebody has been asked."""
        if not has_to_ask(self._context, self, partial(super().done, result)):
            super().done(result)
