"""Long work without a dialog: a small panel at the bottom of the window, above the notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resilience_desktop.ui.notices import ABOVE_EDGE
from resilience_desktop.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.ui.theme import LookKeeper

_GAP, _WIDTH = 12, 420
_NOTICE = 44  # kept free, so that nothing moves under the pointer when a notice comes


class ProgressPanel(QFrame):
    """Follows one piece of work, and is gone with it."""

    def __init__(self, look: LookKeeper, window: QWidget, progress: Progress) -> None:
        super().__init__(window)
        self.setObjectName("progress")
        self.setProperty("kind", "card")
        self._look = look
        only_here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.line = ProgressLine(look, name="progress.line", escape=only_here)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 12)
        column.addWidget(self.line)
        self.hide()
        self.line.shown.connect(self._appear)
        self.line.gone.connect(self.deleteLater)
        self._notice = window.findChild(QFrame, "notice")
        for watched in filter(None, (window, self._notice)):
            watched.installEventFilter(self)
        look.look_changed.connect(self._place)
        self.line.follow(progress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes, and above a notice that comes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return False

    def _appear(self) -> None:
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        """Put all panels of the window above each other, the one that came first lowest."""
        window = self.parentWidget()
        if window is None:
            return
        floor = window.height() - ABOVE_EDGE - self._look.px(_NOTICE)
        if self._notice is not None and self._notice.isVisible():
            floor = min(floor, self._notice.y())
        width = min(self._look.px(_WIDTH), window.width() - 2 * ABOVE_EDGE)
        left = (window.width() - width) // 2
        for panel in window.findChildren(ProgressPanel):
            if not panel.isHidden():
                height = max(panel.heightForWidth(width), panel.sizeHint().height())
                floor -= _GAP + height
                panel.setGeometry(left, floor, width, height)
