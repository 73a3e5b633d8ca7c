"""One picture, large, with a few words for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.dialog import Dialog
from resilience_desktop.ui.widgets.focus_ring import FocusRing
from resilience_desktop.ui.widgets.layouts import resize_within_window
from resilience_desktop.ui.widgets.line_field import LineField
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from resilience_desktop.domain.details import Picture
    from resilience_desktop.ui.context import UiContext


class PictureDialog(Dialog):
    """Shows a picture; what is written about it is told when the dialog is left."""

    described = Signal(str)
    remove_requested = Signal()

    def __init__(self, context: UiContext, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("picture")
        self.setWindowTitle(text("Picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = context.look
        self._view = _View()
        self._view.tell(picture.words)
        self.words = LineField(picture.words)
        self.words.setObjectName("picture.words")
        asked = labels.label(look, text("What is to be seen in it"))
        asked.setBuddy(self.words)
        why = labels.small(
            look,
            text("If you like: for anyone who cannot see it, and for finding it by its words."),
            "text_muted",
        )
        remove = buttons.quiet(
            look, text("Remove"), name="picture.remove", drawing="trash", flush=True
        )
        close = buttons.primary(look, text("Done"), name="picture.close")
        remove.clicked.connect(self._remove)
        close.clicked.connect(self.accept)
        self.finished.connect(self._tell)
        foot = QHBoxLayout()
        foot.addWidget(remove)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(8)
        column.addWidget(self._view, 1)
        column.addSpacing(8)
        column.addWidget(asked)
        column.addWidget(self.words)
        column.addWidget(why)
        column.addSpacing(8)
        column.addLayout(foot)
        resize_within_window(self, look.px(720), look.px(640))
        FocusRing(self, look)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

        def draw(body: bytes | None) -> None:
            context.tasks.compute(
                lambda: QImage.fromData(body or b""), self._view.show_image, owner=self
            )

        context.tasks.read(lambda journal: journal.pictures.get(picture.id), draw, owner=self)

    def _tell(self) -> None:
        self.described.emit(self.words.text().strip())

    def _remove(self) -> None:
        self.accept()
        self.remove_requested.emit()


class _View(Graphic):
    """The picture as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("picture.view")
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def tell(self, words: str) -> None:
        """Say what is to be seen."""
        self.setAccessibleName(words or text("Picture"))

    def show_image(self, image: QImage) -> None:
        """Show the picture."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a picture."""
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        """Return room for a small picture."""
        return QSize(120, 90)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in the middle, never larger than it is."""
        if self._image.isNull():
            return
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
