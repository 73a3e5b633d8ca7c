"""A chart in the window: a picture drawn elsewhere, and one mark at a time in words."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from resilience_desktop.ui.charts.beside import mark_beside
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QShowEvent

    from resilience_desktop.charts.picture import Picture
    from resilience_desktop.services.views.view import Drawing
    from resilience_desktop.themes import Theme
    from resilience_desktop.ui.context import UiContext

_PULL = 8  # pixels after which a press is no click any more
_ACROSS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
CLOSER, FARTHER = 0.5, 2.0


class ChartPicture(Graphic):
    """Shows a drawing; arrows move from mark to mark, Enter or a click opens its day.

    On a timeline a stretch of days can be pulled out with the mouse. Ctrl and the wheel, or plus
    and minus, come closer and go back; Shift and the arrows move earlier and later; Esc is left to
    the page, and so is the bare wheel.
    """

    mark_chosen = Signal(object)
    """The mark in view, or None."""
    day_opened = Signal(object)
    stretch_chosen = Signal(object, object)
    """First and last day of what somebody wants to see closer."""
    zoomed = Signal(object, float)
    """The day that stays in its place, and by how much more or less is to be seen round it."""
    moved = Signal(int)
    """-1 to go to earlier days, 1 to later ones."""
    menu_wanted = Signal(object)
    """Where in the picture: at the pointer, or at the mark in view."""

    def __init__(self, context: UiContext, drawing: Drawing, *, name_end: str = "") -> None:
        super().__init__()
        self.setObjectName(f"charts.{drawing.name}{name_end}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._context, self._look = context, context.look
        self._drawing = drawing
        self._picture: Picture | None = None
        self._image = QImage()
        self._marks: list[Hashable] = []
        self._mark: Hashable | None = None
        self._pulled_from: float | None = None
        self._pulled_to = 0.0
        self._less = 0.0
        self._is_new = False
        """Whether the mark in view has not been told again since the drawing changed."""
        self._rest = QTimer(self, singleShot=True, interval=60)
        self._rest.timeout.connect(self._draw)
        self._look.look_changed.connect(self._again)
        self.set_drawing(drawing)

    @property
    def drawing(self) -> Drawing:
        """What is shown."""
        return self._drawing

    @property
    def marks(self) -> list[Hashable]:
        """What the picture has marks of, in reading order."""
        return list(self._marks)

    @property
    def mark(self) -> Hashable | None:
        """The mark in view."""
        return self._mark

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another drawing of the same name."""
        self._drawing = drawing
        self._marks = []  # of what is still seen, and the new drawing may not know them
        self._is_new = True
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.description)
        self.updateGeometry()
        self._draw()

    def image(self) -> QImage:
        """Return the chart on the colour of the page, to be saved."""
        page = QImage(self._image.size(), QImage.Format.Format_RGB32)
        page.setDevicePixelRatio(self._image.devicePixelRatio())
        page.fill(self._look.color("window"))
        painter = QPainter(page)
        painter.drawImage(0, 0, self._image)
        painter.end()
        return page

    def show_mark(self, mark: Hashable) -> None:
        """Have a mark in view again, if the picture still has it."""
        if mark in self._marks:
            self._choose(mark)

    def place_of(self, mark: Hashable) -> QPointF | None:
        """Return where a mark is, or None when it has none."""
        if self._picture is None or mark not in self._picture.places:
            return None
        return QPointF(*self._picture.places[mark])

    def sizeHint(self) -> QSize:
        """Return the height of the drawing; the width follows the page."""
        return QSize(640, round(self.whole_height - self._less))

    @property
    def whole_height(self) -> float:
        """How high it is where there is room, in pixels."""
        return self._drawing.height(self._look.current.scale)

    @property
    def spare(self) -> float:
        """How many pixels of that it can do without."""
        return self.whole_height * (1 - self._drawing.least)

    def give_way(self, less: float) -> None:
        """Be lower by this many pixels.

        Pictures beside each other are told the same, so that they keep the same scale whatever
        else they have above and below it.
        """
        if less != self._less:
            self._less = less
            self.updateGeometry()

    def come_closer(self, factor: float, x: float | None = None) -> None:
        """Ask for less round the day at ``x``, else round the mark in view; above 1 for more."""
        here = self._mark if isinstance(self._mark, dt.date) and x is None else None
        day = here or self._day_at(self.width() / 2 if x is None else x)
        if day is not None:
            self.zoomed.emit(day, factor)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which marks can be told apart."""
        return QSize(280, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while it was out of sight."""
        super().showEvent(event)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, a ring round the mark in view, and the stretch being pulled out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pulled_from is not None:
            left, right = sorted((self._pulled_from, self._pulled_to))
            painter.fillRect(
                QRectF(left, 0, right - left, self.height()), self._look.color("chart_band")
            )
        painter.drawImage(0, 0, self._image)
        place = self.place_of(self._mark) if self._mark is not None else None
        if place is not None:
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawEllipse(place, self._drawing.ring, self._drawing.ring)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it in the new size when the resizing rests."""
        super().resizeEvent(event)
        self._rest.start()

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pull out a stretch, or to click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pulled_to = event.position().x()
            self._pulled_from = self._pulled_to if self._drawing.is_timeline else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the mark under the pointer, or pull out a stretch."""
        if self._pulled_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._pulled_to = event.position().x()
            self.update()
            return
        mark = self._near(event.position())
        opens = mark is not None and self._drawing.opens(mark) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        if mark is not None:
            self._choose(mark)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the mark that was clicked, or go to the stretch that was pulled out."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        start, self._pulled_from = self._pulled_from, None
        self.update()
        if start is not None and abs(event.position().x() - start) > _PULL:
            first, last = sorted((start, event.position().x()))
            days = self._day_at(first), self._day_at(last)
            if None not in days:
                self.stretch_chosen.emit(*days)
            return
        mark = self._near(event.position())
        if mark is not None:
            self._choose(mark)
            self._open(mark)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come closer or go back, with Ctrl; else leave the wheel to the page."""
        turn = event.angleDelta().y()
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and turn and self._drawing.is_timeline:
            self.come_closer(CLOSER if turn > 0 else FARTHER, event.position().x())
            event.accept()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mark when the pointer goes, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say what can be done with the picture."""
        mark = self.place_of(self._mark) if self._mark is not None else None
        by_key = event.reason() != QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(mark.toPoint() if by_key and mark is not None else event.pos())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the marks, open one, or change how much is seen."""
        if not self._marks or not (self._step(event) or self._see_more_or_less(event)):
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        here = self._marks.index(self._mark) if self._mark in self._marks else None
        if key in _ACROSS or key in _DOWN:
            self._choose(self._next(here, _ACROSS.get(key, 0), _DOWN.get(key, 0)))
        elif key == Qt.Key.Key_Home:
            self._choose(self._marks[0])
        elif key == Qt.Key.Key_End:
            self._choose(self._marks[-1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mark is not None:
            self._open(self._mark)
        else:
            return False
        return True

    def _next(self, here: int | None, across: int, down: int) -> Hashable:
        if here is None:
            return self._marks[-1]
        if across or self._drawing.row:
            there = here + across + down * self._drawing.row
            return self._marks[max(0, min(len(self._marks) - 1, there))]
        assert self._picture is not None  # noqa: S101  (there are marks)
        return mark_beside(self._marks[here], down, self._picture.places)

    def _see_more_or_less(self, event: QKeyEvent) -> bool:
        if not self._drawing.is_timeline:
            return False
        key = Qt.Key(event.key())
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and key in _ACROSS:
            self.moved.emit(_ACROSS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.come_closer(CLOSER)
        elif key == Qt.Key.Key_Minus:
            self.come_closer(FARTHER)
        else:
            return False
        return True

    # What is drawn

    def _draw(self) -> None:
        if not self.isVisible() or self.width() < 2:
            return
        look = self._look
        work = partial(
            _picture,
            self._drawing,
            look.current.theme,
            QFontInfo(look.font("small")).family(),
            look.current.scale,
            (self.width(), self.height(), self.devicePixelRatioF()),
        )
        self._context.tasks.compute(work, self._show, owner=self, latest=self.objectName())

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        )
        self._image = image.copy()  # its own memory: the bytes go with the picture
        self._image.setDevicePixelRatio(picture.ratio)
        self._marks = list(picture.places)
        if self._mark not in picture.places:
            self._choose(None)
        elif self._is_new and self._mark is not None:
            self.mark_chosen.emit(self._mark)
        self._is_new = False
        self.update()

    def _near(self, place: QPointF) -> Hashable | None:
        """Return the mark nearest to the pointer, if any is near."""
        if self._picture is None or not self._marks:
            return None
        places = self._picture.places

        def distance(mark: Hashable) -> float:
            offset = place - QPointF(*places[mark])
            return float(offset.x() ** 2 + offset.y() ** 2)

        mark = min(self._marks, key=distance)
        return mark if distance(mark) <= self._drawing.reach**2 else None

    def _day_at(self, x: float) -> dt.date | None:
        """Return the day at a place of a timeline: its marks say where days are."""
        if not self._drawing.is_timeline or self._picture is None:
            return None
        days = [mark for mark in self._marks if isinstance(mark, dt.date)]
        if len(days) < 2:
            return None
        (left, _), (right, _) = (self._picture.places[days[end]] for end in (0, -1))
        start, span = days[0].toordinal(), (days[-1] - days[0]).days
        ordinal = round(start + (x - left) / (right - left) * span)
        return dt.date.fromordinal(max(1, min(dt.date.max.toordinal(), ordinal)))

    def _choose(self, mark: Hashable | None) -> None:
        if mark != self._mark:
            self._mark = mark
            self.mark_chosen.emit(mark)
            self.update()

    def _open(self, mark: Hashable) -> None:
        day = self._drawing.opens(mark)
        if day is not None:
            self.day_opened.emit(day)

    def _again(self) -> None:
        self.updateGeometry()
        self._rest.start()


def _picture(
    drawing: Drawing, theme: Theme, family: str, scale: float, size: tuple[int, int, float]
) -> Picture:
    from resilience_desktop.charts.picture import render_rgba
    from resilience_desktop.charts.style import screen_style

    style = screen_style(theme, family, scale)

    return render_rgba(partial(drawing.draw, style=style), *size)
