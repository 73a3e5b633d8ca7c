"""The pages as they will be, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane
from resilience_desktop.ui.widgets.spoken import Graphic

if TYPE_CHECKING:
    from resilience_desktop.services.sharing import Preview
    from resilience_desktop.ui.theme import LookKeeper

_POINTS_WIDE = 595.3  # an A4 page


class PreviewPane(QFrame):
    """A page of the compiled PDF, as wide as the pane."""

    size_changed = Signal()
    """The pages are wanted sharper or smaller."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("share.preview")
        self.setProperty("kind", "well")
        self._look = look
        self._count = 0
        self._pages: tuple[bytes, ...] = ()
        self._place = 0
        self._wanted = ""
        """A thought record whose first page is to be shown as soon as it is set."""
        self._whole = False
        self._where = labels.small(look, "", "text_muted", name="share.page")
        self._where.setWordWrap(False)
        self.back = buttons.IconButton(
            look, "chevron-left", text("Previous page"), name="share.previous_page"
        )
        self.on = buttons.IconButton(
            look, "chevron-right", text("Next page"), name="share.next_page"
        )
        self._missing = labels.small(look, "", "notice", name="share.unprintable")
        self.page = _Page(look)
        scroll = ScrollPane("share.preview_scroll", self.page)
        self._scroll = scroll
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(labels.label(look, text("Preview")))
        top.addWidget(self._where, 1)
        top.addWidget(self.back)
        top.addWidget(self.on)
        column = QVBoxLayout(self)
        set_margins(column, 40, 20, 28, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._missing)
        column.addWidget(scroll, 1)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self._missing.hide()
        self._tell()

    def resolution(self) -> float:
        """Return the pixels an inch at which a page fits the pane sharply."""
        return max(40.0, self.page.page_width() * self.devicePixelRatioF() / _POINTS_WIDE * 72)

    def want(self, record: str) -> None:
        """Go to this thought record as soon as it is in the pages; to none for an empty id."""
        self._wanted = record

    def show_preview(self, preview: Preview) -> None:
        """Show new pages, at what was added or at the place someone was looking at."""
        self._pages, self._count = preview.pages, preview.page_count
        added = dict(preview.records).get(self._wanted)
        if added is not None:
            self._place, self._wanted = added, ""
            self._scroll.verticalScrollBar().setValue(0)
        self._place = min(self._place, len(self._pages) - 1)
        self._missing.setVisible(bool(preview.unprintable))
        if preview.unprintable:
            signs = "  ".join(preview.unprintable[:12])
            self._missing.setText(
                text("No font on this computer has these; a box stands for each: {signs}").format(
                    signs=signs
                )
            )
        self._show()

    def show_whole_page(self, *, whole: bool) -> None:
        """Be as high as the page, where the form around it scrolls, or scroll by itself."""
        self._whole = whole
        self._fit()

    def _fit(self) -> None:
        above = self._scroll.geometry().top()
        height = above + self.page.minimumHeight() + 8 if self._whole else 0
        self.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pages that fit."""
        super().resizeEvent(event)
        self.size_changed.emit()

    def _go_back(self) -> None:
        self._go_to(self._place - 1)

    def _go_on(self) -> None:
        self._go_to(self._place + 1)

    def _go_to(self, place: int) -> None:
        self._place = max(0, min(place, len(self._pages) - 1))
        self._scroll.verticalScrollBar().setValue(0)
        self._show()

    def _show(self) -> None:
        if self._pages:
            self.page.show_image(QImage.fromData(self._pages[self._place]))
            self._fit()
        self._tell()

    def _tell(self) -> None:
        here = text("Page {n} of {all}").format(n=self._place + 1, all=self._count)
        shown = len(self._pages)
        if shown < self._count:
            first = i18n.plural("the first {n} is shown", "the first {n} are shown", shown)
            here = f"{here}; {first}"
        self._where.setText(here if self._count else text("Setting the pages ..."))
        self.page.setAccessibleName(text("Preview"))
        self.page.setAccessibleDescription(self._where.text())
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place + 1 < shown)


class _Page(Graphic):
    """One page with a hairline round it."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("share.preview_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and Page Down scroll the page
        self._look, self._image = look, QImage()

    def page_width(self) -> int:
        """Return how wide a page is shown."""
        return max(120, min(self.width() - 12, self._look.px(760)))

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self.setMinimumHeight(self._height() + 32)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a page."""
        return QSize(420, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions of the page."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._height() + 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = self.page_width()
        left = (self.width() - 12 - width) // 2
        target = self.rect().adjusted(left, 0, 0, 0)
        target.setSize(QSize(width, self._height()))
        painter.drawImage(target, self._image)
        painter.setPen(self._look.color("rule_strong"))
        painter.drawRect(target.adjusted(0, 0, -1, -1))

    def _height(self) -> int:
        if self._image.isNull():
            return 0
        return round(self.page_width() * self._image.height() / self._image.width())
