"""Share: a PDF for somebody, or a session with them; one of the two at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.share.page import SharePage
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons
from resilience_desktop.ui.widgets.segments import RangeSwitch
from resilience_desktop.ui.widths import page_margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.services.looking import Selection
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.share.session.page import SessionPage

_PDF, _SESSION = "pdf", "session"


class SwitchPage(QWidget):
    """The switch, and below it the page that was chosen; the second is made when it is wanted."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("share_pages")
        self._context = context
        look = context.look
        self.report = SharePage(context)
        self._session: SessionPage | None = None
        self.switch = RangeSwitch(
            look,
            ((_PDF, text("A PDF")), (_SESSION, text("A session"))),
            name="share.switch",
            title=text("What to share"),
        )
        self._sheet = buttons.quiet(
            look, text("Blank worksheet ..."), name="share.worksheet", drawing="printer"
        )
        self._sheet.clicked.connect(self._open_worksheet)
        self.switch.range_chosen.connect(self._show)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.report)
        self._top = QHBoxLayout()
        self._top.addWidget(self.switch)
        self._top.addStretch()
        self._top.addWidget(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        look.look_changed.connect(self._arrange)

    def session(self) -> SessionPage:
        """Show the session, and return its page."""
        self.switch.set_chosen(_SESSION)
        self._show(_SESSION)
        assert self._session is not None  # noqa: S101
        return self._session

    def save_now(self) -> None:
        """Keep what was written here."""
        self.report.save_now()
        if self._session is not None:
            self._session.save_now()

    def show_words(self, part: str) -> None:
        """Put the keyboard where this part of the words of a report is written."""
        self._show_report()
        self.report.show_words(part)

    def show_these(self, selection: Selection) -> None:
        """Choose these entries and finished thought records for a report."""
        self._show_report()
        self.report.show_these(selection)

    def panes(self) -> list[QWidget]:
        """Return what F6 steps through."""
        inside: SharePage | SessionPage = self.report
        if self._session is not None and self._stack.currentWidget() is self._session:
            inside = self._session
        return [self.switch, *inside.panes()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin where the page below begins."""
        super().resizeEvent(event)
        self._arrange()

    def _show_report(self) -> None:
        self.switch.set_chosen(_PDF)
        self._show(_PDF)

    def _show(self, key: str) -> None:
        self.save_now()
        if key == _PDF:
            self._stack.setCurrentWidget(self.report)
            return
        if self._session is None:
            from resilience_desktop.ui.share.session.page import SessionPage

            self._session = SessionPage(self._context)
            self._stack.addWidget(self._session)
        self._stack.setCurrentWidget(self._session)

    def _open_worksheet(self) -> None:
        from resilience_desktop.ui.dialogs.sheet import open_blank_sheet

        open_blank_sheet(self._context, self.window())

    def _arrange(self) -> None:
        margin = page_margin(self, self._context.look)
        set_margins(self._top, margin, 16, margin, 8)
