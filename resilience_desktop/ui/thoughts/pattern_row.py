"""One thinking pattern to choose: its name, and on request what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.sides import set_margins
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.layouts import column_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.content import ThinkingPattern
    from resilience_desktop.ui.theme import LookKeeper

_INDENT = 30


class PatternRow(QWidget):
    """A box to tick; what stands below it is built when somebody first wants to know it."""

    toggled = Signal(str)
    main_requested = Signal(str)
    more_requested = Signal(str)
    """Show all there is to know about the pattern."""

    def __init__(self, look: LookKeeper, pattern: ThinkingPattern, name: str) -> None:
        super().__init__()
        self.pattern = pattern
        self._look, self._name, self._note = look, name, ""
        self._about = QWidget()
        self._about.hide()
        self._noted = QWidget(self._about)  # at once: else it would be a window of its own
        noted = column_in(self._noted, 0)
        noted.addWidget(labels.small(look, text("Your note"), "text_muted"))
        self._own_note = labels.own_words(look, "", name=f"{name}.note")
        noted.addWidget(self._own_note)
        self._noted.hide()
        words = (pattern.name, *pattern.aliases, pattern.definition, pattern.example)
        self.searchable = "\n".join(words).casefold()
        self.box = QCheckBox(pattern.name.replace("&", "&&"))
        self.box.setObjectName(name)
        self.box.setAccessibleName(pattern.name)
        self.box.setAccessibleDescription(pattern.definition)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not pattern.special:
            self.box.setMinimumWidth(look.px(96))  # a long name gives way, not the page
        self.box.toggled.connect(self._tell)
        self._opener = buttons.IconButton(
            look,
            "chevron-down",
            text("What it is: {pattern}").format(pattern=pattern.name),
            name=f"{name}.about",
        )
        self._opener.setAccessibleDescription(text("closed"))
        self._opener.clicked.connect(self._turn)
        self._make_main = buttons.link(look, text("Make it main"), name=f"{name}.main", small=True)
        self._make_main.setAccessibleName(
            text("Make it main: {pattern}").format(pattern=pattern.name)
        )
        self._make_main.clicked.connect(self._ask_main)
        self._is_main = labels.Label(look, text("main one"), "small", "text_muted", wraps=False)
        top = QHBoxLayout()  # with all that comes and goes, so that the rows below stay in place
        top.setSpacing(4)
        top.addWidget(self.box, 1)
        top.addWidget(self._is_main)
        top.addWidget(self._make_main)
        top.addWidget(self._opener)
        self._under = QVBoxLayout()
        set_margins(self._under, _INDENT, 0, 0, 0)
        self._under.setSpacing(4)
        self._under.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._under)
        self.tell_main(main=False, several=False)

    def put(self, *, chosen: bool) -> None:
        """Show whether the pattern is chosen."""
        with QSignalBlocker(self.box):
            self.box.setChecked(chosen)

    def put_note(self, note: str) -> None:
        """Take what somebody noted about the pattern, to be shown with what it is."""
        if note != self._note:
            self._note = note
            self._own_note.setText(note)
            self._noted.setVisible(bool(note.strip()))

    def tell_main(self, *, main: bool, several: bool) -> None:
        """Say whether it is the main one of several."""
        shown = several and self.box.isChecked() and not self.pattern.special
        self._is_main.setVisible(shown and main)
        self._make_main.setVisible(shown and not main)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten a long name of one's own; the library has all of it."""
        super().resizeEvent(event)
        if not self.pattern.special:
            room = self.box.width() - self._look.px(_INDENT)
            elide = Qt.TextElideMode.ElideRight
            shown = self.box.fontMetrics().elidedText(self.pattern.name, elide, room)
            self.box.setText(shown.replace("&", "&&"))

    def _turn(self) -> None:
        """Show what the pattern is, or no longer."""
        if self._about.layout() is None:
            self._fill_about()
        is_open = self._about.isHidden()
        self._about.setVisible(is_open)
        self._opener.set_drawing("chevron-up" if is_open else "chevron-down")
        self._opener.setAccessibleDescription(text("open") if is_open else text("closed"))

    def _fill_about(self) -> None:
        column = column_in(self._about, 4)
        pattern, look = self.pattern, self._look
        definition = pattern.definition or text("A pattern of your own.")
        column.addWidget(labels.small(look, definition, "text_muted", name=f"{self._name}.means"))
        if pattern.example:
            example = text("For example: {thought}").format(thought=pattern.example)
            column.addWidget(labels.small(look, example, "text"))
        column.addWidget(self._noted)
        more = buttons.link(look, text("More about it"), name=f"{self._name}.more", small=True)
        more.setAccessibleName(text("More about it: {pattern}").format(pattern=pattern.name))
        more.clicked.connect(self._ask_more)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _tell(self, _on: bool) -> None:
        self.toggled.emit(self.pattern.id)

    def _ask_main(self) -> None:
        self.main_requested.emit(self.pattern.id)

    def _ask_more(self) -> None:
        self.more_requested.emit(self.pattern.id)
