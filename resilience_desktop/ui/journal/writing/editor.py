"""Where a note is written: plain text that shows its Markdown, and keys that help with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor

from resilience_desktop.domain.markdown import INDENT, item_of, place_to_fill
from resilience_desktop.ui.journal.writing.given import pictures_in
from resilience_desktop.ui.journal.writing.highlighter import Highlighter, qt_places
from resilience_desktop.ui.widgets.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QTextBlock

    from resilience_desktop.domain.markdown import Item
    from resilience_desktop.ui.theme import LookKeeper

_NO_KEY = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | _SHIFT
_HEADING_SIGN = re.compile(r"[ \t]*(#{1,6}[ \t]+)")
_LIST_SIGN = re.compile(r"[ \t]*((?:[-*+]|[0-9]{1,6}[.)])[ \t]+(?:\[[ xX]\](?:[ \t]+|$))?)")
_SIDE = 2  # pixels around a box that still belong to it


class MarkdownEdit(WordsEdit):
    """Its text is what was typed and nothing else, whatever it looks like."""

    pictures_given = Signal(list)
    """Pictures that were pasted or dropped: paths of files and images."""
    menu_made = Signal(object, object)
    """A ``QMenu`` that is about to be shown, and a ``QTextCursor`` where it was asked for."""

    def __init__(self, look: LookKeeper, *, name: str, title: str, lines: int) -> None:
        super().__init__(look, name=name, title=title, lines=lines)
        self.highlighter = Highlighter(self.document(), look, "reading")
        self._pressed_box = -1
        self.viewport().setMouseTracking(True)
        self._commands = {
            (Qt.Key.Key_B, _CTRL): self.turn_strong,
            (Qt.Key.Key_I, _CTRL): self.turn_emphasis,
            (Qt.Key.Key_H, _CTRL): self.turn_heading,
            (Qt.Key.Key_U, _CTRL): self.turn_list,
            (Qt.Key.Key_X, _CTRL_SHIFT): self.tick,
            (Qt.Key.Key_BracketRight, _CTRL): self.indent,
            (Qt.Key.Key_BracketLeft, _CTRL): self.outdent,
        }

    def event(self, event: QEvent) -> bool:
        """Move a list item in or out with Tab where it begins; anywhere else Tab leaves."""
        if event.type() == QEvent.Type.KeyPress:
            pressed = cast("QKeyEvent", event)
            tab = Qt.Key(pressed.key()), pressed.modifiers()
            if tab == (Qt.Key.Key_Tab, _NO_KEY) and self._can_move_in():
                self.indent()
                return True
            if tab == (Qt.Key.Key_Backtab, _SHIFT) and self._can_move_out():
                self.outdent()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out a command, go on with a list, or type."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._commands.get((Qt.Key(event.key()), modifiers))
        if command is not None:
            command()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self._new_line()
        elif event.text() == " " and self._begins_box():
            self._make_box()
        else:
            super().keyPressEvent(event)

    # Commands

    def turn_strong(self) -> None:
        """Make the selected words strong, or plain again."""
        self._wrap("**")

    def turn_emphasis(self) -> None:
        """Stress the selected words, or make them plain again."""
        self._wrap("*")

    def turn_heading(self) -> None:
        """Make headings of the selected lines, or plain lines again."""
        self._turn_lines("## ", _HEADING_SIGN)

    def turn_list(self) -> None:
        """Make a list of the selected lines, or plain lines again."""
        self._turn_lines("- ", _LIST_SIGN)

    def tick(self) -> None:
        """Tick the boxes of the selected lines or take the ticks away; a line gets a box first."""
        blocks = self._blocks()
        with_box = [b for b in blocks if (item := item_of(b.text())) and item.box >= 0]
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in with_box or blocks:
            _turn_box(cursor, block)
        cursor.endEditBlock()

    def indent(self) -> None:
        """Move the selected lines in."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._blocks():
            cursor.setPosition(block.position())
            cursor.insertText(INDENT)
        cursor.endEditBlock()

    def outdent(self) -> None:
        """Move the selected lines out again."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._blocks():
            line = block.text()
            spaces = 1 if line.startswith("\t") else len(line[:2]) - len(line[:2].lstrip(" "))
            _replace(cursor, block.position(), spaces, "")
        cursor.endEditBlock()

    def put_in(self, words: str) -> None:
        """Put lines below the one the caret is in, as typing would, so that they can be undone.

        The caret goes to the first line that is to be filled.
        """
        cursor = self.textCursor()
        cursor.clearSelection()
        block = cursor.block()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        gap = "\n\n" if block.text().strip() else "\n" if block.previous().text().strip() else ""
        start = cursor.position() + len(gap)
        cursor.insertText(gap + words)
        cursor.setPosition(start + qt_places(words)(place_to_fill(words)))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        first = self.document().findBlock(start)
        self.verticalScrollBar().setValue(first.firstLineNumber())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done here; others may add to it."""
        by_key = event.reason() == event.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        place = self.cursorRect().bottomLeft() if by_key else event.pos()
        menu = self.createStandardContextMenu()
        menu.setObjectName(f"{self.objectName()}.context")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_made.emit(menu, cursor)
        menu.popup(self.viewport().mapToGlobal(place))

    # Boxes under the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press on a box for a tick."""
        self._pressed_box = -1
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._pressed_box = self._box_at(event.position().toPoint())
        if self._pressed_box < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box that was pressed."""
        number, self._pressed_box = self._pressed_box, -1
        if number < 0:
            super().mouseReleaseEvent(event)
        elif self._box_at(event.position().toPoint()) == number:
            _turn_box(QTextCursor(self.document()), self.document().findBlockByNumber(number))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second of two quick clicks on a box for a click of its own."""
        if self._box_at(event.position().toPoint()) >= 0:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a box can be pressed."""
        if self._pressed_box >= 0:
            return
        on_box = not event.buttons() and self._box_at(event.position().toPoint()) >= 0
        shape = Qt.CursorShape.PointingHandCursor if on_box else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    # Pasting and dropping

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, and pictures."""
        return bool(pictures_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in words as plain text; pictures go to whoever keeps them."""
        given = pictures_in(source)
        if given:
            self.pictures_given.emit(given)
        else:
            super().insertFromMimeData(source)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font: headings are a little larger than the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "highlighter"):
            self.highlighter.rehighlight()

    # Inside

    def _turn_lines(self, sign: str, pattern: re.Pattern[str]) -> None:
        """Put a sign before the selected lines, or take it away where all of them have it."""
        blocks = self._blocks()
        written = [block for block in blocks if block.text().strip()] or blocks
        signs = [pattern.match(block.text()) for block in written]
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block, there in zip(written, signs, strict=True):
            if there is None:
                _replace(cursor, block.position() + _indent_of(block.text()), 0, sign)
            elif all(signs):
                _replace(cursor, block.position() + there.start(1), len(there[1]), "")
        cursor.endEditBlock()

    def _begins_box(self) -> bool:
        """Whether a box was just typed where a line begins."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        return not cursor.hasSelection() and before.lstrip(" \t") in ("[]", "[ ]")

    def _make_box(self) -> None:
        cursor = self.textCursor()
        start = _indent_of(cursor.block().text())
        _replace(
            cursor, cursor.block().position() + start, cursor.positionInBlock() - start, "- [ ] "
        )
        self.setTextCursor(cursor)

    def _begun_item(self) -> Item | None:
        """Return the list item that the caret stands right at the words of."""
        cursor = self.textCursor()
        item = item_of(cursor.block().text())
        begins = item is not None and cursor.positionInBlock() == item.words_at
        return item if begins and not cursor.hasSelection() else None

    def _can_move_in(self) -> bool:
        """Whether it can stand below the item before: a level at a time, so that Tab goes on."""
        item = self._begun_item()
        above = item_of(self.textCursor().block().previous().text())
        return item is not None and above is not None and len(item.indent) <= len(above.indent)

    def _can_move_out(self) -> bool:
        item = self._begun_item()
        return item is not None and bool(item.indent)

    def _new_line(self) -> None:
        """Begin a line; in a list the next item, and after an empty one no item any more."""
        cursor = self.textCursor()
        block = cursor.block()
        item = item_of(block.text())
        inside = item is not None and cursor.positionInBlock() >= item.words_at
        cursor.beginEditBlock()
        if item is None or not inside or cursor.hasSelection():
            cursor.insertBlock()
        elif item.is_empty:
            _replace(cursor, block.position(), block.length() - 1, "")
        else:
            cursor.insertText(f"\n{item.next()}")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _wrap(self, sign: str) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start, end, length = cursor.selectionStart(), cursor.selectionEnd(), len(sign)
        around = self._between(start - length, start), self._between(end, end + length)
        cursor.beginEditBlock()
        if around == (sign, sign) and not (sign == "*" and self._is_only_strong(start, end)):
            _replace(cursor, end, length, "")
            _replace(cursor, start - length, length, "")
            start, end = start - length, end - length
        else:
            _replace(cursor, end, 0, sign)
            _replace(cursor, start, 0, sign)
            start, end = start + length, end + length
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _is_only_strong(self, start: int, end: int) -> bool:
        """Whether the signs around are two, which is strong, and not one or three."""
        pairs = self._between(start - 2, start), self._between(end, end + 2)
        threes = self._between(start - 3, start), self._between(end, end + 3)
        return pairs == ("**", "**") and threes != ("***", "***")

    def _between(self, start: int, end: int) -> str:
        if start < 0 or end >= self.document().characterCount():
            return ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _blocks(self) -> list[QTextBlock]:
        """Return the lines that are selected, or the one the caret is in."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return [document.findBlockByNumber(number) for number in range(first, last + 1)]

    def _box_at(self, point: QPoint) -> int:
        """Return the number of the line whose box is here, or -1."""
        block = self.cursorForPosition(point).block()
        item = item_of(block.text())
        if item is None or item.box < 0:
            return -1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + item.box - 1)
        place = self.cursorRect(cursor)
        cursor.setPosition(block.position() + item.box + 2)
        place = place.united(self.cursorRect(cursor)).adjusted(-_SIDE, 0, _SIDE, 0)
        return block.blockNumber() if place.contains(point) else -1


def _indent_of(line: str) -> int:
    """Return where the words or signs of a line begin."""
    return len(line) - len(line.lstrip(" \t"))


def _turn_box(cursor: QTextCursor, block: QTextBlock) -> None:
    """Tick a box or take the tick away; a line without a box gets one."""
    item = item_of(block.text())
    if item is None:
        cursor.setPosition(block.position() + _indent_of(block.text()))
        cursor.insertText("- [ ] ")
    elif item.box < 0:
        cursor.setPosition(block.position() + item.words_at)
        cursor.insertText("[ ] ")
    else:
        _replace(cursor, block.position() + item.box, 1, " " if item.ticked else "x")


def _replace(cursor: QTextCursor, start: int, length: int, words: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)
