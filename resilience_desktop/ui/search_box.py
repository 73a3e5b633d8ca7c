"""Search over everything written: as you type, with the words marked; Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.icons import icon
from resilience_desktop.ui.rows import hit_row
from resilience_desktop.ui.widgets import labels
from resilience_desktop.ui.widgets.written_list import WrittenList

if TYPE_CHECKING:
    from resilience_desktop.domain.search import Hit
    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.written_list import Row

_MOST = 50


class SearchField(QLineEdit):
    """Where words are typed."""

    left_downwards = Signal()
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("search.field")
        self.setAccessibleName(text("Search"))
        self.setPlaceholderText(text("Search"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = context.look
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        context.look.follow(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to what was found, Escape back to where one was."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass at its place."""
        super().resizeEvent(event)
        self._glass.move(12, (self.height() - self._glass.height()) // 2)

    def _dress(self) -> None:
        side = self._look.px(18)
        self._glass.setPixmap(icon("search", self._look, "text_muted").pixmap(side, side))
        self._glass.resize(side, side)
        self.setTextMargins(side + 8, 0, 0, 0)


class SearchBox(QObject):
    """The field in the header and the list below it."""

    closed = Signal()
    """The list is gone; the field has the focus no more, unless words are typed anew."""

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._before: QWidget | None = None
        self.field = SearchField(context)
        self._panel = QFrame(window)
        self._panel.setObjectName("search.panel")
        self._panel.setProperty("kind", "card")
        self._said = labels.small(context.look, "", "text_muted", name="search.said")
        self.results = WrittenList(
            context.look,
            name="search.results",
            spoken_name=text("What was found"),
            when_sample="30 Nov 2026",
        )
        self.results.has_menu = False
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(12, 12, 4, 8)
        column.setSpacing(4)
        column.addWidget(self._said)
        column.addWidget(self.results)
        self._panel.hide()
        self._rest = QTimer(self, singleShot=True, interval=120)
        self._rest.timeout.connect(self._search)
        self.field.textChanged.connect(self._rest.start)
        self.field.left.connect(self.leave)
        self.field.left_downwards.connect(self._enter_results)
        self.field.returnPressed.connect(self._open_first)
        self.results.row_opened.connect(self._open)
        for watched in (self.field, self.results, window):
            watched.installEventFilter(self)

    def start(self) -> None:
        """Put the keyboard into the field."""
        focus = self._window.focusWidget()
        if focus is not self.field and focus is not self.results:
            self._before = focus
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._rest.start()

    def leave(self) -> None:
        """Close the list and go back to where one was."""
        self.field.clear()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.clearFocus()
        self.close()

    def close(self) -> None:
        """Close the list."""
        self._rest.stop()
        self._panel.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the focus goes elsewhere; keep the list below the field."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            popup = event.reason() == Qt.FocusReason.PopupFocusReason
            if not popup and watched is not self._window:
                QTimer.singleShot(0, self, self._close_if_left)
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        elif (
            watched is self.results
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.leave()
            return True
        return False

    def _close_if_left(self) -> None:
        if not self.field.hasFocus() and not self.results.hasFocus():
            self.close()

    def _search(self) -> None:
        words = self.field.text()
        if not words.strip():
            self._panel.hide()
            return
        self._context.tasks.read(
            lambda journal: journal.search(words, _MOST),
            self._show,
            owner=self,
            latest="search",
        )

    def _show(self, hits: list[Hit]) -> None:
        if not self.field.text().strip() or not (self.field.hasFocus() or self.results.hasFocus()):
            return
        if len(hits) == _MOST:
            said = text("The {n} newest; more words find fewer").format(n=_MOST)
        elif hits:
            said = i18n.plural("{n} found", "{n} found", len(hits))
        else:
            said = text("Nothing found. Search looks for the beginnings of words.")
        self._said.setText(said)
        self.results.rows.show_rows([hit_row(hit) for hit in hits], more=False)
        self.results.setVisible(bool(hits))
        self._place()
        self._panel.show()
        self._panel.raise_()

    def _place(self) -> None:
        look, window = self._context.look, self._window
        width = min(look.px(560), window.width() - 40)
        corner = self.field.mapTo(window, QPoint(self.field.width(), self.field.height() + 6))
        left = max(20, min(corner.x() - width, window.width() - width - 20))
        most = max(120, window.height() - corner.y() - 24)
        inside = width - 16 - self.results.verticalScrollBar().sizeHint().width()
        rows = self.results.content_height(inside) if self.results.isVisibleTo(self._panel) else 0
        height = min(most, rows + self._said.sizeHint().height() + 32)
        self._panel.setGeometry(left, corner.y(), width, height)

    def _enter_results(self) -> None:
        if self._panel.isVisible() and self.results.rows.rowCount():
            self.results.setCurrentIndex(self.results.rows.index(0))
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        if self._panel.isVisible() and self.results.rows.rowCount():
            row = self.results.rows.row_at(self.results.rows.index(0))
            self._open(row)  # type: ignore[arg-type]

    def _open(self, row: Row) -> None:
        self.close()
        self.field.clear()
        navigator = self._context.navigator
        if row.kind == Kind.ENTRY:
            navigator.entry_requested.emit(row.id)
        else:
            navigator.thought_record_requested.emit(row.id)
