"""What can be done with a note besides typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from resilience_desktop.ui.journal.writing.editor import MarkdownEdit


class WritingMenu(QMenu):
    """Signs for the words first, then what is about the whole note."""

    count_requested = Signal()
    template_requested = Signal()
    free_writing_requested = Signal()
    sealed_requested = Signal()

    def __init__(
        self, editor: MarkdownEdit, parent: QWidget, *, name: str = "journal.note.menu"
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._editor = editor
        self._add("strong", text("Bold"), editor.turn_strong, "Ctrl+B")
        self._add("emphasis", text("Italic"), editor.turn_emphasis, "Ctrl+I")
        self._add("heading", text("Heading"), editor.turn_heading, "Ctrl+H")
        self._add("list", text("List"), editor.turn_list, "Ctrl+U")
        self._add("box", text("Box to tick"), editor.tick, "Ctrl+Shift+X")
        self._add("indent", text("Move the line in"), editor.indent, "Ctrl+]")
        self._add("outdent", text("Move the line out"), editor.outdent, "Ctrl+[")
        self.addSeparator()
        self._add("count", text("Count the words"), self.count_requested.emit)

    def add_whole_note(self) -> None:
        """Offer what is about the whole note too."""
        self._template = self._add(
            "template", text("Save as a template ..."), self.template_requested.emit
        )
        self.addSeparator()
        words = text("Write a page to seal ...")
        self._add("free", words, self.free_writing_requested.emit)
        self._add("sealed", text("Sealed pages ..."), self.sealed_requested.emit)
        self.aboutToShow.connect(self._offer)

    def _offer(self) -> None:
        self._template.setEnabled(bool(self._editor.words().strip()))

    def _add(self, name: str, words: str, work: Callable[[], object], keys: str = "") -> QAction:
        # The field knows the keys; as a shortcut of the menu they would work on the whole page.
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{words}\t{native}" if keys else words, self)
        action.setObjectName(f"{self.objectName()}.{name}")
        action.triggered.connect(lambda: work())
        self.addAction(action)
        return action
