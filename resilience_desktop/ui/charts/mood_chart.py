"""The mood chart in the window: a picture drawn elsewhere, and one day at a time in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QEvent

    from resilience_desktop.charts.picture import Picture
    from resilience_desktop.ui.theme import LookKeeper

_NEAR = 14  # pixels from a mark within which the pointer means it
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 7,
    Qt.Key.Key_Up: -7,
}


class MoodChart(Graphic):
    """Shows the picture; arrows move from day to day, Enter or a click opens one."""

    picture_wanted = Signal()
    """The picture no longer fits the widget."""
    day_chosen = Signal(object)
    """The day in view, or None."""
    day_opened = Signal(object)

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("charts.mood")
        self.setAccessibleName(text("Mood"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look
        self._picture: Picture | None = None
        self._image = QImage()
        self._days: list[dt.date] = []
        self._day: dt.date | None = None
        self._rest = QTimer(self, singleShot=True, interval=60)
        self._rest.timeout.connect(self.picture_wanted)
        look.look_changed.connect(self._again)

    def show_picture(self, picture: Picture) -> None:
        """Show a new picture of the chart."""
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
        self._days = sorted(picture.places)
        if self._day not in picture.places:
            self._choose(None)
        self.update()

    def image(self) -> QImage:
        """Return the chart on the colour of the page, to be saved."""
        page = QImage(self._image.size(), QImage.Format.Format_RGB32)
        page.setDevicePixelRatio(self._image.devicePixelRatio())
        page.fill(self._look.color("window"))
        painter = QPainter(page)
        painter.drawImage(0, 0, self._image)
        painter.end()
        return page

    def place_of(self, day: dt.date) -> QPointF | None:
        """Return where the mark of a day is, or None when it has none."""
        if self._picture is None or day not in self._picture.places:
            return None
        return QPointF(*self._picture.places[day])

    def sizeHint(self) -> QSize:
        """Return the height of the tokens; the width follows the page."""
        extra = 2 * (self._look.line_height("small") - 18)
        return QSize(640, 308 + max(0, extra))

    def minimumSizeHint(self) -> QSize:
        """Never so low that days lie on each other."""
        return QSize(320, 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and a ring round the day in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(0, 0, self._image)
        place = self.place_of(self._day) if self._day else None
        if place is not None:
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawEllipse(place, 9, 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size when the resizing rests."""
        super().resizeEvent(event)
        self._rest.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the day under the pointer."""
        day = self._near(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if day else Qt.CursorShape.ArrowCursor)
        if day is not None:
            self._choose(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day that was clicked."""
        day = self._near(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(day)
            self.day_opened.emit(day)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the day when the pointer goes, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the days that have entries, or open one."""
        if not self._days:
            super().keyPressEvent(event)
            return
        here = self._days.index(self._day) if self._day in self._days else None
        if event.key() in _STEPS:
            step = _STEPS[Qt.Key(event.key())]
            place = len(self._days) - 1 if here is None else here + step
            self._choose(self._days[max(0, min(len(self._days) - 1, place))])
        elif event.key() == Qt.Key.Key_Home:
            self._choose(self._days[0])
        elif event.key() == Qt.Key.Key_End:
            self._choose(self._days[-1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day is not None:
            self.day_opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def _near(self, place: QPointF) -> dt.date | None:
        """Return the day whose mark is nearest to the pointer, if any is near."""
        if self._picture is None or not self._days:
            return None

        def distance(day: dt.date) -> float:
            offset = place - QPointF(*places[day])
            return float(offset.x() ** 2 + offset.y() ** 2)

        places = self._picture.places
        day = min(self._days, key=distance)
        return day if distance(day) <= _NEAR**2 else None

    def _choose(self, day: dt.date | None) -> None:
        if day != self._day:
            self._day = day
            self.day_chosen.emit(day)
            self.update()

    def _again(self) -> None:
        self.updateGeometry()
        self._rest.start()
