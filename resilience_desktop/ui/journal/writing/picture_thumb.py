"""A small picture of an entry, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import is_turned
from resilience_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from resilience_desktop.ui.theme import LookKeeper

SIDE = 72
"""Of a small picture, in text units."""


class PictureThumb(Button):
    """A small picture that opens the large one; keys and a menu move it and take it away."""

    remove_requested = Signal()
    move_requested = Signal(int)
    """By so many places."""

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__(look, "", "thumb", name=name, drawing="picture")
        self._image = QImage()
        self._number = self._count = 1
        look.follow(self._fit)

    def tell(self, words: str, number: int, count: int) -> None:
        """Say what is to be seen, or else which picture this is, and of how many."""
        self._number, self._count = number, count
        self.setAccessibleDescription(text("{n} of {count}").format(n=number, count=count))
        numbered = text("Picture {n}").format(n=number)
        self.setObjectName(f"journal.pictures.{number}")
        self.setAccessibleName(f"{numbered}: {words}" if words else numbered)
        self.setToolTip("")

    def show_image(self, image: QImage) -> None:
        """Show the picture."""
        self._image = image
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the picture away with Delete, move it with Ctrl and an arrow."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Delete):
            self.remove_requested.emit()
        elif step and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.move_requested.emit(-step if is_turned() else step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the picture."""
        by_key = event.reason() == event.Reason.Keyboard
        place = self.rect().bottomLeft() if by_key else event.pos()
        self.menu().popup(self.mapToGlobal(place))

    def menu(self) -> QMenu:
        """Return what can be done with the picture, as it is now."""
        menu = QMenu(self)
        menu.setObjectName("journal.pictures.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for name, words, works, work in (
            ("open", text("Show it large"), True, self.click),
            ("earlier", text("Move earlier"), self._number > 1, partial(self._move, -1)),
            ("later", text("Move later"), self._number < self._count, partial(self._move, 1)),
            ("remove", text("Remove"), True, self.remove_requested.emit),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"journal.pictures.menu.{name}")
            action.setEnabled(works)
            action.triggered.connect(lambda _checked=False, work=work: work())
        return menu

    def _move(self, step: int) -> None:
        self.move_requested.emit(step)

    def _fit(self) -> None:
        side = self._look.px(SIDE)
        self.setFixedSize(side + 8, side + 8)
        self.setIconSize(QSize(side, side))
        if not self._image.isNull():
            self.setIcon(QIcon(QPixmap.fromImage(self._image)))
