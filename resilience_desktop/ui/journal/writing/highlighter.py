"""Shows Markdown as it is typed: the words get another look, the text stays what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextFormat

from resilience_desktop.domain.markdown import Part, heading_level, item_of, pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from resilience_desktop.ui.theme import LookKeeper

    Wrong = Callable[[str], list[tuple[int, int]]]

_LARGER = {1: 1.35, 2: 1.2, 3: 1.1}
"""How much larger headings are than the words, by their level."""


class Highlighter(QSyntaxHighlighter):
    """Looks at one line at a time, so that a long note stays as quick as a short one."""

    def __init__(self, document: QTextDocument, look: LookKeeper, style: str) -> None:
        super().__init__(document)
        self._look, self._style = look, style
        self.wrong: Wrong | None = None
        """Tells where words of a line stand that may be misspelt."""
        look.look_changed.connect(self.rehighlight)

    def highlightBlock(self, line: str) -> None:
        """Give a line its look."""
        at = qt_places(line)
        level = heading_level(line)
        for piece in pieces(line):
            start, end = at(piece.start), at(piece.end)
            self.setFormat(start, end - start, self._format(piece.part, level))
        item = item_of(line)
        if item is not None and item.box >= 0:
            self.setFormat(at(item.box - 1), 3, self._box())
        for first, last in self.wrong(line) if self.wrong else ():
            self._underline(at(first), at(last))

    def _format(self, part: Part, level: int) -> QTextCharFormat:
        look, made = self._look, QTextCharFormat()
        if Part.HEADING in part:
            made.setFontWeight(600)
            size = look.font(self._style).pixelSize() * _LARGER.get(level, 1)
            made.setProperty(QTextFormat.Property.FontPixelSize, round(size))
        if Part.STRONG in part:
            made.setFontWeight(700)
        if Part.EMPHASIS in part:
            made.setFontItalic(True)
        if Part.CODE in part:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            made.setFontFamilies(fixed.families())
            made.setBackground(look.color("sunken"))
        if part & (Part.QUOTE | Part.DONE):
            made.setForeground(look.color("text_muted"))
        if Part.SIGN in part:
            made.setForeground(look.color("text_faint"))
        return made

    def _box(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._look.color("accent"))
        made.setFontWeight(600)
        return made

    def _underline(self, start: int, end: int) -> None:
        for place in range(start, end):
            made = QTextCharFormat(self.format(place))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            made.setUnderlineColor(self._look.color("text_muted"))
            self.setFormat(place, 1, made)


def qt_places(line: str) -> Callable[[int], int]:
    """Return how to count as Qt does, for which signs such as most emoji are two."""
    if line.isascii() or max(line) <= "\uffff":
        return lambda place: place
    return lambda place: place + sum(sign > "\uffff" for sign in line[:place])
