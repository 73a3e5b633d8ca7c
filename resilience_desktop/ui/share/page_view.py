"""One page of the preview, in a size somebody chose or as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent

from resilience_desktop.ui.sides import is_turned
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper

SIZES = (50, 75, 100, 125, 150, 200)
"""Per cent of how large a page is on paper, where the screen has 96 pixels an inch."""
_A4_INCHES, _LETTER_INCHES = 8.27, 8.5
_TALL = 1.35
"""A4 is higher than this for its width, Letter is not."""
_PIXELS_AN_INCH = 96
_WIDEST = 760
"""A page that only fills the room is no wider: lines would be too large to read at a glance."""
_SIDE, _BELOW = 12, 32
_BLUR = 0.03
"""Share of its width that a page may be stretched by before somebody sees it."""
_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_ZOOM_KEYS = (*_LARGER, Qt.Key.Key_Minus, Qt.Key.Key_0)


class PageView(Graphic):
    """A page with a hairline round it. Plus and minus make it larger and smaller, 0 fits it."""

    size_wanted = Signal(object)
    """One of ``SIZES``, or None for as wide as there is room."""
    blurred = Signal()
    """The room for the page is another than the one it was made for."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("share.preview_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and Page Down scroll the page
        self._look, self._image = look, QImage()
        self._size: int | None = None

    def inches(self) -> float:
        """Return how wide the page is on paper."""
        tall = self._image.isNull() or self._image.height() > _TALL * self._image.width()
        return _A4_INCHES if tall else _LETTER_INCHES

    def page_width(self) -> int:
        """Return how wide the page is shown."""
        if self._size is None:
            return max(120, min(self.width() - _SIDE, self._look.px(_WIDEST)))
        return round(self.inches() * _PIXELS_AN_INCH * self._size / 100)

    def set_size(self, size: int | None) -> None:
        """Show the page in one of ``SIZES``, or as wide as there is room."""
        self._size = size
        self._fit()

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a page."""
        return QSize(420, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions of the page."""
        super().resizeEvent(event)
        self._fit()
        wanted = self.page_width() * self.devicePixelRatioF()
        if not self._image.isNull() and abs(self._image.width() - wanted) > _BLUR * wanted:
            self.blurred.emit()

    def event(self, event: QEvent) -> bool:
        """Take the keys of the text size, where a page is what somebody wants larger."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_zoom(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make the page larger or smaller, or leave the key to the pane."""
        if not _is_zoom(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_0:
            self.size_wanted.emit(None)
        else:
            self._step(larger=event.key() in _LARGER)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the page larger or smaller with Ctrl, or leave the wheel to the pane."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self._step(larger=turned > 0)
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = max(0, (self.width() - _SIDE - self.page_width()) // 2)
        left += _SIDE if is_turned() else 0
        target = self.rect().adjusted(left, 0, 0, 0)
        target.setSize(QSize(self.page_width(), self._height()))
        painter.drawImage(target, self._image)
        painter.setPen(self._look.color("rule_strong"))
        painter.drawRect(target.adjusted(0, 0, -1, -1))

    def _step(self, *, larger: bool) -> None:
        """Ask for the next size from the one that is seen."""
        now = 100 * self.page_width() / (self.inches() * _PIXELS_AN_INCH)
        others = [size for size in SIZES if (size > now + 1 if larger else size < now - 1)]
        if others:
            self.size_wanted.emit(others[0] if larger else others[-1])

    def _fit(self) -> None:
        self.setMinimumWidth(0 if self._size is None else self.page_width() + _SIDE)
        self.setMinimumHeight(self._height() + _BELOW)
        self.update()

    def _height(self) -> int:
        if self._image.isNull():
            return 0
        return round(self.page_width() * self._image.height() / self._image.width())


def _is_zoom(event: QKeyEvent) -> bool:
    taken = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return event.key() in _ZOOM_KEYS and not event.modifiers() & taken
