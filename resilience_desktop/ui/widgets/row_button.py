"""A button as wide as a row: a drawing, a name that may break, and a few words at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.buttons import Button
from resilience_desktop.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

_HIGH, _BORDERS = 46, 2
"""Text units and pixels, as the stylesheet has them."""


class RowButton(Button):
    """Offers one of a few things that are not to be searched for."""

    def __init__(
        self,
        look: LookKeeper,
        words: str,
        *,
        name: str,
        drawing: str,
        number: int = 0,
        aside: str = "",
    ) -> None:
        """Say ``number`` as well: the key that does the same, if there is one."""
        super().__init__(look, "", "row", name=name)
        self._row_look = look
        self.setAccessibleName(f"{words}, {aside}" if aside else words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        if number:
            key = labels.small(look, str(number), "text_muted")
            key.setWordWrap(False)
            row.addWidget(key)
            self.setAccessibleDescription(str(number))
        row.addWidget(Picture(look, drawing, "text_muted", 20))
        row.addWidget(labels.body(look, words), 1)
        if aside:
            end = labels.small(look, aside, "text_muted")
            end.setWordWrap(False)
            row.addWidget(end)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """Say that a long name takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the name at this width."""
        layout = self.layout()
        inside = layout.heightForWidth(width) if layout is not None else 0
        return max(inside, self._row_look.px(_HIGH) + _BORDERS)

    def sizeHint(self) -> QSize:
        """Return the room for everything in one line."""
        layout = self.layout()
        inside = layout.sizeHint() if layout is not None else QSize()
        return inside.expandedTo(QSize(0, self._row_look.px(_HIGH) + _BORDERS))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        layout = self.layout()
        inside = layout.minimumSize() if layout is not None else QSize()
        return QSize(inside.width(), self._row_look.px(_HIGH) + _BORDERS)
