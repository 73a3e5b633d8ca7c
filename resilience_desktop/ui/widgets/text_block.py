"""Text painted line by line with the line height of the tokens, cut off after some lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from resilience_desktop.ui.sides import direction_of, is_turned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QPainter

    from resilience_desktop.ui.theme import LookKeeper

BREAK = "\N{LINE SEPARATOR}"
"""Begins a new line; any other white space is a single space."""
_SPACES = re.compile(rf"[^\S{BREAK}]+")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_ENOUGH = 2000
"""More than any cut-off text can show; keeps a book-length entry from being laid out whole."""


def cut_off(words: str) -> str:
    """Return the beginning of words with the sign that there are more, and no fourth dot."""
    return words.rstrip(". " + _ELLIPSIS) + _ELLIPSIS


def without_empty_ends(words: str) -> str:
    """Return words to be read, without the empty lines before and after them."""
    lines = words.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[filled[0] : filled[-1] + 1]) if filled else ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that are ready to be drawn."""

    layout: QTextLayout
    height: int


def lay_out(
    look: LookKeeper,
    words: str | Iterable[tuple[str, bool]],
    style: str,
    width: int,
    *,
    most_lines: int,
    weight: int = 0,
) -> TextBlock:
    """Break words, or pieces of which those marked True are semibold, into lines."""
    joined, marked = _one_line([(words, False)] if isinstance(words, str) else words)
    font = look.font(style, weight=weight)
    step = look.line_height(style)
    metrics = QFontMetricsF(font)
    lead = round((step - metrics.ascent() - metrics.descent()) / 2)
    across = Qt.AlignmentFlag.AlignRight if is_turned() else Qt.AlignmentFlag.AlignLeft

    def broken(shown: str) -> QTextLayout:
        layout = QTextLayout(shown, font)
        option = QTextOption(across)
        option.setTextDirection(direction_of(shown))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([f for f in marked if f.start + f.length <= len(layout.text())])
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * step + lead))
        layout.endLayout()
        return layout

    layout = broken(joined)
    if layout.lineCount() > most_lines:
        last = layout.lineAt(most_lines - 1)
        kept = layout.text()[: last.textStart() + last.textLength()].rstrip()
        layout = broken(cut_off(kept))
        while layout.lineCount() > most_lines and kept:
            kept = kept[:-1].rstrip()
            layout = broken(cut_off(kept))
    return TextBlock(layout, max(1, layout.lineCount()) * step)


def draw_block(
    painter: QPainter | None, block: TextBlock, x: float, y: float, color: QColor
) -> int:
    """Draw a block, unless only its height is wanted, and return its height."""
    if painter is not None:
        painter.setPen(color)
        block.layout.draw(painter, QPointF(x, y))
    return block.height


def _one_line(
    pieces: Iterable[tuple[str, bool]],
) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Join pieces as one line has them, and say where the marked ones stand."""
    line, marked = "", []
    for piece, bold in pieces:
        words = _SPACES.sub(" ", piece[:_ENOUGH])
        if not line or line.endswith(" "):
            words = words.lstrip()
        if bold and words:
            marked.append(_semibold(len(line), len(words)))
        line += words
        if len(line) >= _ENOUGH:
            break
    return line[:_ENOUGH].rstrip(), marked


def _semibold(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    found.format = QTextCharFormat()
    found.format.setFontWeight(600)
    return found
