"""How far long work has come: what is done, a bar, and Stop. Nothing at all for short work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.widgets import buttons, labels

if TYPE_CHECKING:
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.ui.theme import LookKeeper

PATIENCE_MS = 400
"""Work that takes less than this is not worth a word; what was shown stays as long at least."""
_LOOK_MS = 100


class ProgressLine(QWidget):
    """Shows itself when the work it follows takes a while, and goes when that is over.

    While it is seen in a dialog, Escape stops the work and does not close the dialog yet.
    """

    shown = Signal()
    gone = Signal()
    """The work is over, whether it was ever shown or not."""

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        escape: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._progress: Progress | None = None
        self._since = 0.0
        self._words = labels.label(look, "", name=f"{name}.words")
        self._per_cent = labels.small(look, "", "text_muted", name=f"{name}.per_cent")
        self._per_cent.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}.bar")
        self._bar.setTextVisible(False)
        self.stop = buttons.quiet(look, text("Stop"), name=f"{name}.stop")
        self.stop.clicked.connect(self.cancel)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(escape)
        leave.activated.connect(self.cancel)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._words, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._per_cent, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._bar, 1, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.stop, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self._look_again)
        self.hide()

    def follow(self, progress: Progress) -> None:
        """Show this work, in place of what was shown, once it has taken a while."""
        self._progress = progress
        if self.isHidden():
            self._since = time.monotonic()
        self._looking.start()

    @property
    def is_following(self) -> bool:
        """Whether there is work under way, shown or not."""
        return self._progress is not None and not self._progress.is_over

    def cancel(self) -> bool:
        """Stop the work; return whether there was any and it was not too late."""
        if self._progress is None or self._progress.is_over:
            return False
        cancelled = self._progress.cancel()
        self._look_again()
        return cancelled

    def _look_again(self) -> None:
        progress, taken = self._progress, (time.monotonic() - self._since) * 1000
        if progress is None:
            return
        if progress.is_over:
            if progress.cancelled or self.isHidden() or taken >= PATIENCE_MS:
                self._leave()
        elif not self.isHidden():
            self._tell(progress)
        elif taken >= PATIENCE_MS:
            self._tell(progress)
            self._since = time.monotonic()
            self.show()
            self.shown.emit()
            announce(self, progress.words)

    def _tell(self, progress: Progress) -> None:
        fraction = progress.fraction
        self._words.setText(progress.words)
        self._bar.setAccessibleName(progress.words)
        self._per_cent.setText(
            "" if fraction is None else text("{n} %").format(n=int(fraction * 100))
        )
        self._bar.setRange(0, 0 if fraction is None else 100)
        self._bar.setValue(int((fraction or 0) * 100))
        # A bar that moves without end is for those who want movement; the words are enough.
        self._bar.setVisible(fraction is not None or not self._look.reduced_motion)
        self.stop.setEnabled(progress.can_cancel)

    def _leave(self) -> None:
        self._looking.stop()
        self._progress = None
        self.hide()
        self.gone.emit()
