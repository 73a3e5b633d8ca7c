"""Text on a page: one label for every type in the tokens, in the colour of a role.

Labels draw their words themselves with the line height of the tokens, which a stock label cannot
do, and can stop after some lines. A person's words are plain text here by construction.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from resilience_desktop import themes
from resilience_desktop.ui.sides import direction_of
from resilience_desktop.ui.widgets.text_block import cut_off, without_empty_ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.ui.theme import LookKeeper


class Label(QLabel):
    """Words in one type and one role."""

    def __init__(
        self,
        look: LookKeeper,
        words: str = "",
        style: str = "body",
        role: str = "text",
        *,
        name: str = "",
        wraps: bool = True,
        selectable: bool = False,
        most_lines: int = 0,
        weight: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self._look, self._style, self._role, self._weight = look, style, role, weight
        self._most_lines = most_lines
        self._bold: list[tuple[int, int]] = []
        self._heights: dict[tuple[int, bool, str], int] = {}
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(words)
        look.follow(self.dress)

    def set_role(self, role: str) -> None:
        """Give the words the colour of another role."""
        self._role = role
        self.dress()

    def set_pieces(self, pieces: Iterable[tuple[str, bool]]) -> None:
        """Show pieces of text, with those marked True in semibold."""
        words, bold = "", []
        for piece, marked in pieces:
            if marked:
                bold.append((len(words), len(piece)))
            words += piece
        self.setText(words)
        self._bold = bold
        self._heights.clear()
        self.update()

    def setText(self, words: str) -> None:
        """Show these words."""
        self._bold = []
        self._heights.clear()
        super().setText(words)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Answer Qt: words that wrap are higher when narrow."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Answer Qt how high the words are at this width."""
        left, top, right, bottom = self._margins()
        width = min(width, self.maximumWidth())  # which a layout forgets when it asks
        return self._height(width - left - right) + top + bottom

    def sizeHint(self) -> QSize:
        """Return the size of the words, no wider than a line that reads well."""
        left, top, right, bottom = self._margins()
        width = self._natural_width()
        if self.wordWrap():
            measure: int = themes.tokens()["type"]["measure_ch"]
            digit = QFontMetricsF(self.font()).horizontalAdvance("0")
            width = min(width, math.ceil(measure * digit))
        return QSize(width + left + right, self._height(width) + top + bottom)

    def minimumSizeHint(self) -> QSize:
        """Return how narrow the words may become."""
        hint = self.sizeHint()
        if not self.wordWrap():
            return hint
        return QSize(min(hint.width(), self._look.px(72)), self._look.line_height(self._style))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words line by line."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        left, top, right, bottom = self._margins()
        layout, height = self._laid_out(self.width() - left - right)
        room = self.height() - top - bottom
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0, (room - height) // 2)
        elif self.alignment() & Qt.AlignmentFlag.AlignBottom:
            top += max(0, room - height)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(left, top))

    def dress(self) -> None:
        """Take font and colour from the look; Qt loses them when a label gets a new parent."""
        self._heights.clear()
        self.setFont(self._look.font(self._style, weight=self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._role))
        palette.setColor(
            QPalette.ColorGroup.Disabled,
            QPalette.ColorRole.WindowText,
            self._look.color("text_faint"),
        )
        self.setPalette(palette)
        self.updateGeometry()

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def _natural_width(self) -> int:
        metrics = QFontMetricsF(self._boldest())
        lines = self.text().split("\n")
        return math.ceil(max(metrics.horizontalAdvance(line) for line in lines)) + 1

    def _boldest(self) -> QFont:
        if not self._bold:
            return self.font()
        return self._look.font(self._style, weight=600)

    def _height(self, width: int) -> int:
        """Return how high the words are; layouts ask for the same widths again and again."""
        asked = (width, self.wordWrap(), self.font().key())
        if asked not in self._heights:
            self._heights[asked] = self._laid_out(width)[1]
        return self._heights[asked]

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the words broken into lines, and their height."""
        layout, lines = self._lines(self.text(), width)
        if self._most_lines and lines > self._most_lines:
            last = layout.lineAt(self._most_lines - 1)
            kept = self.text()[: last.textStart() + last.textLength()].rstrip()
            while kept and self._lines(cut_off(kept), width)[1] > self._most_lines:
                kept = kept[:-1].rstrip()
            layout, lines = self._lines(cut_off(kept), width)
        return layout, max(1, lines) * self._look.line_height(self._style)

    def _lines(self, words: str, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(words.replace("\n", "\N{LINE SEPARATOR}"), self.font())
        own = themes.tokens()["type"][self._style][3] == "own"
        direction = direction_of(words) if own else self.layoutDirection()
        across = QStyle.visualAlignment(direction, self.alignment())
        option = QTextOption(across & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(direction)
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self.wordWrap()
            else QTextOption.WrapMode.ManualWrap
        )
        layout.setTextOption(option)
        if self._bold:
            layout.setFormats(self._formats(len(words)))
        step = self._look.line_height(self._style)
        metrics = QFontMetricsF(self.font())
        lead = round((step - metrics.ascent() - metrics.descent()) / 2)
        count = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * step + lead))
            count += 1
        layout.endLayout()
        return layout, count

    def _formats(self, length: int) -> list[QTextLayout.FormatRange]:
        ranges = []
        for start, count in self._bold:
            if start < length:
                found = QTextLayout.FormatRange()
                found.start, found.length = start, min(count, length - start)
                found.format = QTextCharFormat()
                found.format.setFontWeight(600)
                ranges.append(found)
        return ranges


def display(look: LookKeeper, words: str, *, name: str = "") -> Label:
    """Return the largest words there are: first run only."""
    return Label(look, words, "display", name=name)


def title(look: LookKeeper, words: str, *, name: str = "") -> Label:
    """Return one question or the heading of a section."""
    return Label(look, words, "title", name=name)


def heading(look: LookKeeper, words: str, *, name: str = "") -> Label:
    """Return the name of a day, a column or a readout."""
    return Label(look, words, "heading", name=name)


def body(look: LookKeeper, words: str, *, name: str = "") -> Label:
    """Return ordinary words of the app."""
    return Label(look, words, name=name)


def muted(look: LookKeeper, words: str, *, name: str = "") -> Label:
    """Return ordinary words that come second."""
    return Label(look, words, role="text_muted", name=name)


def label(look: LookKeeper, words: str, *, name: str = "") -> Label:
    """Return the words above a field."""
    return Label(look, words, "label", name=name)


def small(look: LookKeeper, words: str, role: str = "text_faint", *, name: str = "") -> Label:
    """Return a time or a hint."""
    return Label(look, words, "small", role, name=name)


def own_words(
    look: LookKeeper,
    words: str,
    style: str = "excerpt",
    *,
    most_lines: int = 0,
    selectable: bool = False,
    name: str = "",
) -> Label:
    """Return a person's own words: ``excerpt``, ``reading`` or ``quote``."""
    shown = without_empty_ends(words)
    return Label(look, shown, style, most_lines=most_lines, selectable=selectable, name=name)


def above(look: LookKeeper, words: str, field: QWidget) -> QWidget:
    """Return a field with its label above it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    its_label = label(look, words)
    its_label.setBuddy(field)
    column.addWidget(its_label)
    column.addWidget(field)
    return both
