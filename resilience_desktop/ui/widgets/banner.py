"""A banner inside a page: worth knowing, an offer, or help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets.buttons import Button, IconButton
from resilience_desktop.ui.widgets.flow_layout import FlowLayout
from resilience_desktop.ui.widgets.labels import Label
from resilience_desktop.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

Kind = Literal["notice", "offer", "help"]
_DRAWINGS = {"notice": "info", "offer": "wind", "help": "help"}
_ROLES = {"notice": "notice", "offer": "on_accent_soft", "help": "help"}


class Banner(QFrame):
    """A heading, at most two lines, and what can be done."""

    action_chosen = Signal()
    dismissed = Signal()

    def __init__(
        self,
        look: LookKeeper,
        kind: Kind,
        heading: str,
        lines: str = "",
        action: str = "",
        *,
        name: str,
        dismissible: bool = False,
        drawing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("banner", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._heading = Label(look, heading, "label", name=f"{name}.heading")
        self._lines = Label(look, lines, "small", "text_muted", name=f"{name}.lines")
        self._words = words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._lines)
        self._row = row = QHBoxLayout(self)
        set_margins(row, 20, 16, 12, 16)
        row.setSpacing(14)
        self._picture = Picture(look, drawing or _DRAWINGS[kind], _ROLES[kind])
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        if action:
            quiet = "help_quiet" if kind == "help" else "quiet"
            button = Button(look, action, quiet, name=f"{name}.action")
            button.clicked.connect(self.action_chosen)
            row.addWidget(button)
        if dismissible:
            close = IconButton(look, "close", text("Dismiss"), "inner", name=f"{name}.dismiss")
            close.clicked.connect(self._dismiss)
            row.addWidget(close)
        self.set_words(heading, lines)

    def put_below(self, *ways: QWidget, space: int = 4) -> None:
        """Put buttons and what belongs to them below the words, side by side where they fit."""
        flow = FlowLayout(gap=16)
        for way in ways:
            flow.addWidget(way)
        self._words.addSpacing(space)
        self._words.addLayout(flow)

    def set_words(self, heading: str, lines: str = "") -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._lines.setText(lines)
        self._lines.setVisible(bool(lines))
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._picture, top if lines else middle)
        self.setAccessibleName(heading)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
