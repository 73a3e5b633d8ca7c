"""The people somebody can call, in a small dialog of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.contacts_editor import ContactsEditor
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from resilience_desktop.ui.context import UiContext


class ContactsDialog(Dialog):
    """Every change is kept at once; closing is all there is to do."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("contacts_dialog")
        look = context.look
        title = text("People I can call")
        self.setWindowTitle(text("People I can call"))
        self.editor = ContactsEditor(context)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(4, 4, 12, 4)  # room for the focus ring
        around.addWidget(self.editor)
        around.addStretch()
        close = buttons.plain(look, text("Close"), name="contacts_dialog.close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 20, 20)
        column.setSpacing(12)
        heading = labels.title(look, title)
        heading.setContentsMargins(4, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(ScrollPane("contacts_dialog.scroll", inside), 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = parent.window().size()
        self.resize(min(look.px(560), room.width()), min(look.px(560), room.height()))
        self.editor.begin()
