"""Where a person writes: plain text in the reading serif."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QSizePolicy, QWidget

from resilience_desktop.ui.widgets.keys import is_idle_undo
from resilience_desktop.ui.widgets.scroll_pane import bring_into_sight

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_PADDING, _PADDING_GROWING = 2 * (14 + 1) + 2, 2 * (4 + 1) + 2
"""Above and below the words, with the border (see the stylesheet) and the little that Qt wants
besides before it stops scrolling."""
_PARAGRAPH = "\N{PARAGRAPH SEPARATOR}"
"""What Qt keeps for the end of a line."""


class WordsEdit(QPlainTextEdit):
    """A writing area, never lower than some lines; one that is ``growing`` grows with the words.

    Where the page scrolls, the caret stays in sight.
    """

    words_changed = Signal()

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        title: str,
        growing: bool = False,
        lines: int = 3,
        most_lines: int = 12,
        style: str = "reading",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("kind", "words_growing" if growing else "words")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self._look, self._style = look, style
        self._growing, self._lines, self._most_lines = growing, lines, most_lines
        self._silent = False
        self._given = self._given_raw = self._told_raw = ""
        self._showing_caret = QTimer(self, singleShot=True, interval=0)  # once all has its place
        self._showing_caret.timeout.connect(self._show_caret)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._showing_caret.start)
        if growing:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.follow(self.dress)

    def words(self) -> str:
        """Return what is written, sign for sign; what was shown comes back as it was.

        Not ``toPlainText``, which makes an ordinary space of one that does not break.
        """
        raw = self.document().toRawText()
        return self._given if raw == self._given_raw else raw.replace(_PARAGRAPH, "\n")

    def set_words(self, words: str) -> None:
        """Show these words, with nothing to undo."""
        if words == self.words():
            return
        self._silent = True
        try:
            self.setPlainText(words)
        finally:
            self._silent = False
        self._given, self._given_raw = words, self.document().toRawText()

    def set_lines(self, lines: int) -> None:
        """Want room for so many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the first lines."""
        return QSize(self._look.px(320), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Return room for the first lines in a narrow field."""
        return QSize(self._look.px(160), self._height(self._lines))

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when nothing typed is left to undo; grow at a new width.

        It grows once what is inside has its place: while Qt gives it one, it takes no other size.
        What is hidden has its place only when it is shown, and Qt says nothing of the lines then.
        """
        if is_idle_undo(event, can_undo=self.document().isUndoAvailable()):
            event.ignore()
            return False
        taken = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and self._growing:
            self._fit()
        return taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new line with Shift+Enter too: the sign Qt has for it is none of the person's."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the caret in sight."""
        super().resizeEvent(event)
        self._showing_caret.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the next word goes."""
        super().focusInEvent(event)
        self._showing_caret.start()

    def _changed(self) -> None:
        """Tell of other words; Qt tells of another look of them as well."""
        raw, told = self.document().toRawText(), self._told_raw
        self._told_raw = raw
        if raw != told and not self._silent:
            self.words_changed.emit()

    def dress(self) -> None:
        """Take the font from the look; Qt loses it when a field gets a new parent."""
        self.setFont(self._look.font(self._style))
        self.updateGeometry()
        if self._growing:
            self._fit()

    def _show_caret(self) -> None:
        if self.hasFocus() and not QApplication.mouseButtons():  # a pointer is where someone looks
            self.ensureCursorVisible()
            bring_into_sight(self.viewport(), self.cursorRect())

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        lines = round(self.document().size().height())
        fits = lines <= self._most_lines
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        height = self._height(max(self._lines, min(lines, self._most_lines)))
        if height != self.height():
            self.setFixedHeight(height)

    def _height(self, lines: int) -> int:
        metrics = QFontMetricsF(self._look.font(self._style))
        line = math.ceil(metrics.ascent()) + math.ceil(metrics.descent())  # as Qt lays it out
        padding = _PADDING_GROWING if self._growing else _PADDING
        return lines * line + math.ceil(2 * self.document().documentMargin()) + padding
