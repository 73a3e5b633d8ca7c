"""The note of an entry: where it is written, what can be done with it, and its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.markdown import number_of_words
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.writing.begin import Beginnings
from resilience_desktop.ui.journal.writing.editor import MarkdownEdit
from resilience_desktop.ui.journal.writing.menu import WritingMenu
from resilience_desktop.ui.journal.writing.pictures import PictureStrip
from resilience_desktop.ui.journal.writing.spelling import SpellCheck
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.details import Picture
    from resilience_desktop.ui.context import UiContext

_FEWEST_LINES, _LINES, _MOST_LINES = 4, 5, 14


class NoteArea(QWidget):
    """The field with what belongs to it; it shows a note and gives it back, and keeps nothing."""

    words_changed = Signal()
    pictures_changed = Signal()
    whole_screen_requested = Signal()
    free_writing_requested = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journal.writing")
        self._context = context
        self._takes_all, self._grows = True, False
        self._lines = _LINES
        look = context.look
        title = text("In your own words")
        self.editor = MarkdownEdit(look, name="journal.note", title=title, lines=_LINES)
        self.setFocusProxy(self.editor)
        SpellCheck(context, self.editor)
        self.pictures_strip = PictureStrip(context)
        self.beginnings = Beginnings(context, self.editor)
        self.menu = WritingMenu(self.editor, self)
        self.menu.add_whole_note()
        self.count = labels.small(look, "", "text_muted", name="journal.note.count")
        self.count.hide()
        self._add_picture = buttons.quiet(
            look, text("Picture"), name="journal.note.picture", drawing="picture", flush=True
        )
        self._whole = buttons.quiet(
            look,
            text("Whole screen"),
            name="journal.note.whole",
            drawing="whole-screen",
            flush=True,
        )
        self._more = buttons.quiet(look, text("More"), name="journal.note.more", flush=True)
        self._more.setAccessibleName(text("More for writing"))
        self._more.setMenu(self.menu)
        self._more.setProperty("opens", "menu")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it in the words
        self._lay_out()
        self._connect()

    def words(self) -> str:
        """Return what is written."""
        return self.editor.words()

    def set_words(self, words: str, *, to_read: bool = False) -> None:
        """Show these words, with nothing to undo; those ``to_read`` are seen without scrolling.

        As far as that is possible: a long note has a scroll bar of its own.
        """
        self.count.hide()
        self.editor.set_words(words)
        self._grows = to_read
        self._grow()
        self.beginnings.begin_anew()

    def go_on_with(self, words: str = "") -> None:
        """Have the keyboard here, behind what is written, and write on."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.insertPlainText(words)

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures in their order."""
        return self.pictures_strip.pictures()

    def set_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these pictures."""
        self.pictures_strip.set_pictures(pictures)

    def take_room(self, *, all_of_it: bool, is_low: bool = False) -> None:
        """Take what room is left, or grow with the words where the whole page scrolls."""
        self._takes_all = all_of_it
        self._lines = _FEWEST_LINES if is_low else _LINES
        if self.editor.parentWidget() is self:  # and not on the whole screen
            policy = QSizePolicy.Policy
            upwards = policy.Expanding if all_of_it else policy.Fixed
            self.editor.setSizePolicy(policy.Expanding, upwards)
            self._grow()

    def show_count(self) -> None:
        """Say once how many words there are; they are not counted while somebody writes."""
        number = number_of_words(self.words())
        self.count.setText(i18n.plural("{n} word", "{n} words", number))
        self.count.setMinimumHeight(self._more.sizeHint().height())  # in line with its words
        self.count.show()
        announce(self.editor, self.count.text())

    def _grow(self) -> None:
        lines = round(self.editor.document().size().height())  # which is measured in lines
        grown = max(self._lines, min(lines, _MOST_LINES))
        takes_all = self._takes_all and not self._grows
        self.editor.set_lines(self._lines if takes_all else grown)

    def _changed(self) -> None:
        self.count.hide()
        self.words_changed.emit()

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools, 0)
        for tool in (self.beginnings.button, self._add_picture, self._whole, self._more):
            flow.addWidget(tool)
        flow.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.beginnings.line)
        column.addWidget(self.editor, 1)
        column.addWidget(tools)
        column.addWidget(self.pictures_strip)

    def _connect(self) -> None:
        self.editor.words_changed.connect(self._changed)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.editor.pictures_given.connect(self.pictures_strip.add)
        self.pictures_strip.pictures_changed.connect(self.pictures_changed)
        self._add_picture.clicked.connect(self.pictures_strip.ask)
        self._whole.clicked.connect(self.whole_screen_requested)
        self.menu.count_requested.connect(self.show_count)
        self.menu.template_requested.connect(self.beginnings.save_as_template)
        self.menu.free_writing_requested.connect(self.free_writing_requested)
        self.menu.sealed_requested.connect(self._context.navigator.sealed_requested)
        whole = QShortcut(QKeySequence("F11"), self)
        whole.activated.connect(self.whole_screen_requested)
