"""Buttons, by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import BESIDE_WORDS, icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu

    from resilience_desktop.ui.theme import LookKeeper

_NO_KEY = Qt.KeyboardModifier.NoModifier
_ICON_ROLE = {
    "primary": "on_accent",
    "plain": "text_muted",
    "quiet": "accent",
    "link": "accent",
    "danger": "danger",
    "danger_filled": "on_danger",
    "help": "help",
    "help_quiet": "help",
}


class Button(QPushButton):
    """A button of one kind, with a drawing in the colour of its words.

    A ``flush`` one has no border to show and starts almost where the text above it does.
    """

    def __init__(
        self,
        look: LookKeeper,
        words: str,
        kind: str = "plain",
        *,
        name: str = "",
        drawing: str = "",
        large: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setProperty("flush", "true" if flush else "false")
        self.setProperty("large", "true" if large else "false")
        self.setAutoDefault(False)
        self._look, self._kind, self._drawing = look, kind, drawing
        look.follow(self._dress)

    def set_drawing(self, drawing: str) -> None:
        """Show another drawing."""
        self._drawing = drawing
        self._dress()

    def set_kind(self, kind: str) -> None:
        """Become a button of another kind."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def setMenu(self, menu: QMenu) -> None:
        """Open a menu, and rest when it has gone."""
        super().setMenu(menu)
        self.rest_after(menu)

    def rest_after(self, menu: QMenu) -> None:
        """Look untouched again after a menu: Qt does not tell that the pointer has left."""
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._look_for_pointer))

    def _look_for_pointer(self) -> None:
        if not self.rect().contains(self.mapFromGlobal(QCursor.pos())):
            self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too, not only Space."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (_NO_KEY, Qt.KeyboardModifier.KeypadModifier)
        if enter and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        if self._drawing:
            role = _ICON_ROLE.get(self._kind, "text_muted")
            beside_words = bool(self.text())
            self.setIcon(icon(self._drawing, self._look, role, beside_words=beside_words))
            side = self._look.px(18)
            width = round(side * BESIDE_WORDS) if beside_words else side
            self.setIconSize(QSize(width, side))


class IconButton(Button):
    """A button without words on it: lock, menu, close, arrows."""

    def __init__(
        self,
        look: LookKeeper,
        drawing: str,
        words: str,
        kind: str = "icon",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "", kind, name=name, drawing=drawing, parent=parent)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say what the button does, to the eye that waits and to the ear."""
        self.setAccessibleName(words)
        self.setToolTip(words)


class Opener(Button):
    """A quiet button that opens something, and closes it again.

    With ``closing`` its words say what it does next; else a chevron shows how it is, and a screen
    reader is told.
    """

    turned = Signal(bool)
    """Whether it is open now."""

    def __init__(
        self,
        look: LookKeeper,
        words: str,
        closing: str = "",
        *,
        name: str,
        drawing: str = "",
        flush: bool = False,
    ) -> None:
        super().__init__(look, words, "quiet", name=name, drawing=drawing, flush=flush)
        self._opening, self._closing, self._is_open = words, closing, False
        self.clicked.connect(self._turn)
        self._tell()

    @property
    def is_open(self) -> bool:
        """Whether what it opens is shown."""
        return self._is_open

    def set_open(self, *, is_open: bool) -> None:
        """Open or close."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._tell()
            self.turned.emit(is_open)

    def _turn(self) -> None:
        self.set_open(is_open=not self._is_open)

    def _tell(self) -> None:
        if self._closing:
            self.setText(self._closing if self._is_open else self._opening)
        else:
            self.set_drawing("chevron-up" if self._is_open else "chevron-down")
            self.setAccessibleDescription(text("open") if self._is_open else text("closed"))


def primary(
    look: LookKeeper, words: str, *, name: str, drawing: str = "", large: bool = False
) -> Button:
    """Return the one main action of a pane."""
    return Button(look, words, "primary", name=name, drawing=drawing, large=large)


def plain(look: LookKeeper, words: str, *, name: str, drawing: str = "") -> Button:
    """Return an ordinary action."""
    return Button(look, words, "plain", name=name, drawing=drawing)


def quiet(
    look: LookKeeper, words: str, *, name: str, drawing: str = "", flush: bool = False
) -> Button:
    """Return an action that steps back: words in the accent without a border."""
    return Button(look, words, "quiet", name=name, drawing=drawing, flush=flush)


def muted(
    look: LookKeeper, words: str, *, name: str, drawing: str = "", flush: bool = False
) -> Button:
    """Return a way back or onwards: muted words without a border."""
    return Button(look, words, "muted", name=name, drawing=drawing, flush=flush)


def link(look: LookKeeper, words: str, *, name: str, small: bool = False) -> Button:
    """Return a small action inside a line of text, which may be small itself."""
    button = Button(look, words, "link", name=name)
    button.setProperty("small", "true" if small else "false")
    return button


def danger(look: LookKeeper, words: str, *, name: str, filled: bool = False) -> Button:
    """Return what cannot be undone; filled only inside the dialog that confirms it."""
    return Button(look, words, "danger_filled" if filled else "danger", name=name)


def help_now(look: LookKeeper, *, name: str = "help_now") -> Button:
    """Return Help now: the same words and the same colour everywhere."""
    button = Button(look, text("Help now"), "help", name=name, drawing="help")
    button.setCursor(Qt.CursorShape.ArrowCursor)
    return button
