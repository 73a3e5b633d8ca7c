"""The pages as they will be: one of them large, in a size that can be chosen, and all small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.share.page_list import PageList
from resilience_desktop.ui.share.page_view import SIZES, PageView
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.services.sharing import Preview
    from resilience_desktop.ui.theme import LookKeeper

_LIST_FROM = 660
"""Pixels of the pane from which on there is room for the small pages beside the large one."""


class PreviewPane(QFrame):
    """The pages of the compiled PDF."""

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
        self.page = PageView(look)
        self.list = PageList(look)
        self.list.hide()
        self.zoom = ChoiceBox()
        self.zoom.setObjectName("share.zoom")
        self.zoom.setAccessibleName(text("Size of the page"))
        self.zoom.addItem(text("Fit"), None)
        for size in SIZES:
            self.zoom.addItem(text("{n} %").format(n=size), size)
        self._scroll = ScrollPane("share.preview_scroll", self.page)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(labels.label(look, text("Preview")))
        top.addWidget(self._where, 1)
        top.addWidget(self.zoom)
        top.addWidget(self.back)
        top.addWidget(self.on)
        column = QVBoxLayout(self)
        set_margins(column, 40, 20, 28, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._missing)
        pages = QHBoxLayout()
        pages.setSpacing(12)
        pages.addWidget(self.list)
        pages.addWidget(self._scroll, 1)
        column.addLayout(pages, 1)
        self.zoom.currentIndexChanged.connect(self._set_size)
        self.page.size_wanted.connect(self._choose_size)
        self.page.blurred.connect(self.size_changed)
        self.list.selectionModel().currentChanged.connect(self._go_to_index)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self._missing.hide()
        self._tell()

    def resolution(self) -> float:
        """Return the pixels an inch at which a page fits the pane sharply."""
        return max(40.0, self.page.page_width() * self.devicePixelRatioF() / self.page.inches())

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
        self.list.rows.show_pages(self._pages)
        self._show_list()
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
        self._show_list()
        self._fit()

    def _show_list(self) -> None:
        room = self.width() >= self._look.px(_LIST_FROM) and not self._whole
        self.list.setVisible(room and len(self._pages) > 1)

    def _choose_size(self, size: int | None) -> None:
        self.zoom.setCurrentIndex(self.zoom.findData(size))

    def _set_size(self) -> None:
        """Show the page in the size that was chosen, and the same middle of it."""
        size = self.zoom.currentData()
        bars = Qt.ScrollBarPolicy
        self._scroll.setHorizontalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if size is None else bars.ScrollBarAsNeeded
        )
        bar = self._scroll.verticalScrollBar()
        share = bar.value() / (bar.maximum() or 1)
        self.page.set_size(size)
        self._fit()
        QTimer.singleShot(0, bar, lambda: bar.setValue(round(share * bar.maximum())))
        self.size_changed.emit()

    def _fit(self) -> None:
        above = self._scroll.geometry().top()
        height = above + self.page.minimumHeight() + 8 if self._whole else 0
        self.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pages that fit."""
        super().resizeEvent(event)
        self._show_list()
        self.size_changed.emit()

    def _go_back(self) -> None:
        self._go_to(self._place - 1)

    def _go_on(self) -> None:
        self._go_to(self._place + 1)

    def _go_to_index(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() != self._place:
            self._go_to(index.row())

    def _go_to(self, place: int) -> None:
        self._place = max(0, min(place, len(self._pages) - 1))
        self._scroll.verticalScrollBar().setValue(0)
        self._show()

    def _show(self) -> None:
        if self._pages:
            self.page.show_image(QImage.fromData(self._pages[self._place]))
            self._fit()
            self.list.show_page(self._place)
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
