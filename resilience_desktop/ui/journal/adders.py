"""What else an entry can say: a quiet button for each part that is not asked at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QMenu, QStyle, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.theme import LookKeeper
    from resilience_desktop.ui.widgets.buttons import Button

_GAP = 4
OWN_SCALES, WHAT_IS_ASKED = "journal.scales", "journal.asks"
"""Places in the settings."""


class Adders(QWidget):
    """One line of buttons; those that have no room in it are in the menu at its end."""

    part_wanted = Signal(str)
    choice_wanted = Signal(str)
    """Somebody wants to choose what is asked; the place of the settings where that is."""

    def __init__(self, look: LookKeeper, parts: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("journal.adders")
        self._names = dict(parts)
        self._offered: list[str] = []
        self._in_menu: list[str] = []
        self.buttons = {
            part: buttons.quiet(look, words, name=f"journal.add_{part}")
            for part, words in parts.items()
        }
        self.more = buttons.quiet(
            look, text("Add"), name="journal.add_more", drawing="plus", flush=True
        )
        self.more.setAccessibleName(text("Add to this entry"))
        self.more.clicked.connect(self._open_menu)
        for button in (self.more, *self.buttons.values()):
            button.setParent(self)
        for part, button in self.buttons.items():
            button.clicked.connect(partial(self.part_wanted.emit, part))
        look.look_changed.connect(self._look_changed)

    def offer(self, parts: Collection[str]) -> None:
        """Offer these parts only."""
        self._offered = [part for part in self._names if part in parts]
        self._fit()

    def menu(self) -> QMenu:
        """Return what has no room in the line, and the way to what is asked."""
        menu = QMenu(self)
        menu.setObjectName("journal.add_more.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for part in self._in_menu:
            action = menu.addAction(self._names[part])
            action.setObjectName(f"journal.add_{part}")
            action.triggered.connect(partial(self.part_wanted.emit, part))
        if self._in_menu:
            menu.addSeparator()
        for name, place, words in (
            ("journal.own_scales", OWN_SCALES, text("Make your own scale ...")),
            ("journal.choose_asked", WHAT_IS_ASKED, text("Choose what is asked ...")),
        ):
            action = menu.addAction(words)
            action.setObjectName(name)
            action.triggered.connect(partial(self.choice_wanted.emit, place))
        return menu

    def sizeHint(self) -> QSize:
        """Return the size of all buttons in one line."""
        return self._size([self.more, *(self.buttons[part] for part in self._offered)])

    def minimumSizeHint(self) -> QSize:
        """Return the size of the way to all of them."""
        return self._size([self.more])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _look_changed(self) -> None:
        self.updateGeometry()
        self._fit()

    def _size(self, shown: list[Button]) -> QSize:
        hints = [button.sizeHint() for button in shown]
        width = sum(hint.width() for hint in hints) + _GAP * (len(hints) - 1)
        return QSize(width, max(hint.height() for hint in hints))

    def _fit(self) -> None:
        """Put the buttons in their places, from where lines of writing start."""
        self._in_menu = []
        start, height = 0, self.height()
        for part, button in ((None, self.more), *self.buttons.items()):
            hint = button.sizeHint()
            wanted = part is None or part in self._offered
            fits = wanted and not self._in_menu and start + hint.width() <= self.width()
            if wanted and part and not fits:
                self._in_menu.append(part)
            if fits or part is None:
                place = QRect(QPoint(start, (height - hint.height()) // 2), hint)
                button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
                start += hint.width() + _GAP
            button.setVisible(fits or part is None)

    def _open_menu(self) -> None:
        menu = self.menu()
        self.more.rest_after(menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
