"""Nothing but the words: a note on the whole screen, in a column that reads well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.ui.journal.writing.menu import WritingMenu
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.reading_order import go_on
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.keys import press_on_ctrl_enter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.journal.writing.editor import MarkdownEdit
    from resilience_desktop.ui.widgets.saved_state import SavedState

_COLUMN = 680
"""Text units: lines of about 72 characters."""
_INSIDE = 22
"""Pixels from the edge of the field to its words."""
_ALMOST_ALL = 1000
"""Of the width, as far as the column may have it; the sides share what is left."""


class FocusPage(QWidget):
    """Borrows the field of a note and what tells whether it is saved, and gives them back.

    It is the same field, so the draft, the caret and what can be undone are the same. Whoever
    only read is then again where they came from, whoever wrote is in the words.
    """

    left = Signal()
    given_back = Signal()

    def __init__(
        self,
        context: UiContext,
        editor: MarkdownEdit,
        state: SavedState,
        *,
        heading: str = "",
        below: Sequence[QWidget] = (),
        sentence: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("writing")
        self._context, self._editor = context, editor
        self._came_from = QApplication.focusWidget()
        borrowed: list[QWidget] = [editor, state, state.banner, *below]
        self._borrowed = [_Borrowed(part) for part in borrowed]
        self._labels = [label for part in borrowed for label in part.findChildren(labels.Label)]
        self._kind = editor.property("kind")
        look = context.look
        back = buttons.muted(look, text("Back"), name="writing.back", drawing="arrow-left")
        back.setToolTip(QKeySequence("Esc").toString(QKeySequence.SequenceFormat.NativeText))
        back.clicked.connect(self.left)
        more = buttons.muted(look, text("More"), name="writing.more")
        more.setAccessibleName(text("More for writing"))
        menu = WritingMenu(editor, self, name="writing.menu")
        menu.count_requested.connect(self.show_count)
        more.setMenu(menu)
        more.setProperty("opens", "menu")
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the words
        help_now = buttons.Button(look, text("Help now"), "help_quiet", name="writing.help")
        help_now.clicked.connect(context.navigator.help_requested)
        self._count = labels.small(look, "", "text_muted", name="writing.count")
        self._count.setWordWrap(False)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 12, 20, 0)
        bar.setSpacing(8)
        bar.addWidget(back)
        bar.addStretch(1)
        for part in (self._count, state, more, help_now):
            bar.addWidget(part)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 16, 0, 24)
        column.setSpacing(8)
        if heading:
            above = labels.small(look, heading, "text_muted", name="writing.heading")
            above.setContentsMargins(_INSIDE, 0, _INSIDE, 0)
            column.addWidget(above)
        column.addWidget(editor, 1)
        for under in borrowed[2:]:
            column.addWidget(under)
        if sentence:
            column.addWidget(labels.small(look, sentence, "text_muted", name="writing.said"))
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addStretch()
        column.addLayout(self._foot)
        sides = QHBoxLayout()
        sides.setContentsMargins(20, 0, 20, 0)
        sides.addStretch(1)
        sides.addWidget(self._middle, _ALMOST_ALL)
        sides.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addLayout(sides, 1)
        self.setFocusProxy(editor)
        editor.words_changed.connect(self._changed)
        _restyle(editor, "words_alone")
        everything = QSizePolicy.Policy.Expanding
        editor.setSizePolicy(everything, everything)
        for keys in ("Esc", "F11"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.left)
        look.follow(self._fit)

    def add_action(self, button: QWidget) -> None:
        """Add a button at the foot."""
        self._foot.addWidget(button)

    def press_on_ctrl_enter(self, button: QAbstractButton) -> None:
        """Let Ctrl+Enter press a button from here too."""
        press_on_ctrl_enter(self, button)

    def give_back(self) -> None:
        """Put field and state back where they were."""
        self._editor.words_changed.disconnect(self._changed)
        _restyle(self._editor, self._kind)
        for borrowed in self._borrowed:
            borrowed.give_back()
        self._dress()
        here = self._came_from
        if here is None or not isValid(here):
            here = self._editor
        here.setFocus(Qt.FocusReason.OtherFocusReason)
        self.given_back.emit()

    def _changed(self) -> None:
        self._came_from = None
        self._count.clear()

    def show_count(self) -> None:
        """Say once how many words there are."""
        number = len(self._editor.words().split())
        self._count.setText(i18n.plural("{n} word", "{n} words", number))
        announce(self._editor, self._count.text())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard among what is shown."""
        return go_on(self, forward=forward)

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._context.look.px(_COLUMN))
        self._dress()

    def _dress(self) -> None:
        """Give back the fonts that Qt takes from what gets a new parent."""
        self._editor.dress()
        for label in self._labels:
            label.dress()


class _Borrowed:
    """A widget that was taken out of its layout, with something that keeps its place there."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._keeper: QWidget | None = None
        home = widget.parentWidget()
        layout = home.layout() if home is not None else None
        if home is not None and layout is not None:
            self._keeper = QWidget(home)
            self._keeper.setSizePolicy(widget.sizePolicy())
            self._keeper.setHidden(widget.isHidden())
            self._keeper.stackUnder(widget)  # a screen reader goes by this order
            layout.replaceWidget(widget, self._keeper)

    def give_back(self) -> None:
        """Put the widget back."""
        keeper = self._keeper
        home = keeper.parentWidget() if keeper is not None else None
        layout = home.layout() if home is not None else None
        if keeper is None or home is None or layout is None:
            return
        was_hidden = self._widget.isHidden()
        self._widget.setParent(home)
        self._widget.stackUnder(keeper)
        self._widget.setSizePolicy(keeper.sizePolicy())
        layout.replaceWidget(keeper, self._widget)
        keeper.hide()
        keeper.deleteLater()
        self._widget.setHidden(was_hidden)


def _restyle(editor: MarkdownEdit, kind: str) -> None:
    editor.setProperty("kind", kind)
    editor.style().unpolish(editor)
    editor.style().polish(editor)
