"""The first page, made in the time that opening a journal takes or typing a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from resilience_desktop.ui.frame import Frame
from resilience_desktop.ui.pages import first_of, in_order

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.entrance import Entrance


class MadeAhead(QObject):
    """Makes the frame with its first page before there is a journal.

    No key and no button of it does anything yet, and what it asks is held until the journal opens.
    """

    def __init__(
        self, context: UiContext, window: QWidget, whole: QStackedWidget, entrance: Entrance
    ) -> None:
        """Make it for ``whole``, in front of which ``entrance`` stands."""
        super().__init__(window)
        self._context, self._window = context, window
        self._whole, self._entrance = whole, entrance
        self._made: Frame | None = None
        self._opening = 0
        """Which opening answers what the page asked."""
        entrance.opening.connect(lambda: QTimer.singleShot(0, self, self._get_ready))
        entrance.waiting.connect(lambda: context.tasks.when_quiet(self._get_ready, owner=self))
        entrance.refused.connect(self._let_go)

    def take(self) -> Frame:
        """Return the frame: the one that was made for this journal, or else one without a page."""
        if self._opening != self._context.tasks.openings:
            self._let_go()  # what it asked went to a journal that did not open
        made, self._made = self._made or self._make(), None
        return made

    def _get_ready(self) -> None:
        """Read in what the page needs; keys that are typed come in between."""
        settings = self._context.preferences.settings
        first_of(in_order(settings.pages_first), settings.page).read_in()
        QTimer.singleShot(0, self, self._make_ahead)

    def _make_ahead(self) -> None:
        if self._made is None and self._whole.currentWidget() is self._entrance:
            tasks = self._context.tasks
            tasks.hold()
            self._opening = tasks.openings + tasks.is_holding  # held for the next one
            self._made = self._make()
            self._made.get_ready(self._context.preferences.settings.page)
            QTimer.singleShot(0, self, self._paint_ahead)

    def _paint_ahead(self) -> None:
        """Paint the page for nobody while a passphrase is typed.

        So the style and the letters of each part are known when it is painted to be seen.
        """
        if self._made is not None and self._context.tasks.is_holding:
            self._made.grab()

    def _let_go(self) -> None:
        """Take away what was made for a journal that did not open."""
        if self._made is not None:
            self._made.take_away()
            self._made = None

    def _make(self) -> Frame:
        frame = Frame(self._context, self._window, self._whole)
        frame.resize(self._whole.size())  # so that everything finds its place at once
        self._whole.addWidget(frame)
        return frame
