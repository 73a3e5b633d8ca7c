"""One fact: the line it is written on, what can be done with it, and at times a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from resilience_desktop import content
from resilience_desktop.domain.interpretation import signs_of_reading
from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.thoughts.quiet_words import QuietWords

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEY = Qt.KeyboardModifier.NoModifier


class FactRow(QWidget):
    """A line with its menu; below it, a question when it reads like an interpretation."""

    next_wanted = Signal()
    gone_up = Signal()
    gone_down = Signal()
    took_back = Signal()
    """Backspace where there was nothing to take back."""
    move_wanted = Signal(int)
    remove_wanted = Signal()
    left = Signal()
    """The keyboard went elsewhere."""
    left_alone = Signal()
    """Somebody said that the line is fine as it is."""
    lines_pasted = Signal(list)
    """What was pasted after its first line."""

    def __init__(self, context: UiContext, quiet: QuietWords, words: str, *, name: str) -> None:
        super().__init__()
        look = context.look
        self.field = _Line(look, self, name=name)
        self.field.set_words(words)
        self.field.words_changed.connect(self._typed)
        self._tools = buttons.IconButton(look, "more", text("More"))
        menu = QMenu(self._tools)
        self._up = menu.addAction(text("Move up"), partial(self.move_wanted.emit, -1))
        self._down = menu.addAction(text("Move down"), partial(self.move_wanted.emit, 1))
        menu.addAction(text("Remove"), self.remove_wanted.emit)
        self._menu = menu
        self._tools.clicked.connect(self._open_menu)
        self._quiet_line = quiet.below(self.field, name=f"{name}.quiet")
        self._nudge = _Nudge(look)
        self._nudge.fine.clicked.connect(self.left_alone)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        keeps_room = self._tools.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._tools.setSizePolicy(keeps_room)
        column = column_in(self, 0)
        column.addLayout(line)
        column.addWidget(self._quiet_line)
        column.addWidget(self._nudge)

    def words(self) -> str:
        """Return what is written."""
        return self.field.words()

    def holds_keyboard(self) -> bool:
        """Whether the keyboard is anywhere in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def look(self, wanted: bool) -> None:
        """Ask about the words that make it a reading, if there are any and that is wanted."""
        found = signs_of_reading(self.words(), content.interpretation_cues()) if wanted else ()
        self._nudge.ask(found)

    def stand_at(self, spoken: str, name: str) -> None:
        """Take a place in the list."""
        self.field.setObjectName(name)
        self.field.setAccessibleName(spoken)
        self._tools.setObjectName(f"{name}.tools")
        self._tools.set_words(text("Move or remove: {line}").format(line=spoken))
        self._menu.setObjectName(f"{name}.menu")
        self._quiet_line.setObjectName(f"{name}.quiet")
        self._nudge.stand_at(spoken, f"{name}.nudge")

    def offer_tools(self, *, first: bool, last: bool) -> None:
        """Offer what can be done with a line of words at its place."""
        written = bool(self.words().strip())
        self._tools.setVisible(written)
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)
        self.field.setPlaceholderText("" if written else text("Add a fact"))
        self.field.show_kind("fact" if written else "words_growing")

    def _typed(self) -> None:
        self._nudge.ask(())  # not while somebody is writing

    def _open_menu(self) -> None:
        self._menu.popup(self._tools.mapToGlobal(self._tools.rect().bottomLeft()))


class _Line(WordsEdit):
    """One line of words, which wraps; its row is told of the keys that lead elsewhere."""

    def __init__(self, look: LookKeeper, row: FactRow, *, name: str) -> None:
        super().__init__(look, name=name, title="", growing=True, lines=1)
        self._row = row

    def show_kind(self, kind: str) -> None:
        """Look like what is written, or like what is to be filled in."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another line, or write."""
        key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if key in _ENTER and keys == _NO_KEY:
            self._row.next_wanted.emit()
        elif by and keys == Qt.KeyboardModifier.AltModifier:
            self._row.move_wanted.emit(by)
        elif by and keys == _NO_KEY and self._is_at_edge(by):
            (self._row.gone_up if by < 0 else self._row.gone_down).emit()
        elif key == Qt.Key.Key_Backspace and keys == _NO_KEY and not self.words():
            self._row.took_back.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste; each further line is a fact of its own."""
        lines = [line for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.insertPlainText(lines[0])
            self._row.lines_pasted.emit(lines[1:])
        else:
            super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left, not for a menu or another window."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self._row.left.emit()

    def _is_at_edge(self, by: int) -> bool:
        """Whether there is no other row of the same words that way."""
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation
        return not cursor.movePosition(way.Up if by < 0 else way.Down)


class _Nudge(QWidget):
    """A question about some words of a line; hidden until there are any."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._found: tuple[str, ...] = ()
        self._words = labels.small(look, "", "text_muted")
        self.fine = buttons.link(look, text("It is fine as it is"), name="", small=True)
        self._row = FlowLayout(gap=0)
        self._row.setContentsMargins(13, 4, 0, 4)
        self._row.addWidget(self._words)
        self._row.addWidget(self.fine)
        self.setLayout(self._row)
        self.hide()

    def stand_at(self, spoken: str, name: str) -> None:
        self.setObjectName(name)
        self.fine.setObjectName(f"{name}.fine")
        self.fine.setAccessibleName(f"{self.fine.text()}: {spoken}")

    def ask(self, found: tuple[str, ...]) -> None:
        """Ask about these words of the line, or about none."""
        is_new = bool(found) and found != self._found
        self._found = found
        quoted = ", ".join(text("“{words}”").format(words=words) for words in found)
        question = text("This may be a reading of it. What would a camera show?")
        asked = text("{words}: this may be a reading of it. What would a camera show?")
        self._words.setText(asked.format(words=quoted) if found else "")
        self.setVisible(bool(found))
        if is_new and self.isVisible():
            announce(self, question)
