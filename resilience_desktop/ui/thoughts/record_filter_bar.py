"""What the list of records is chosen by: words, and chips of all else, each to be taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.i18n import plural, text
from resilience_desktop.ui.notices import announce
from resilience_desktop.ui.thoughts.record_filter_dialog import RecordFilterDialog
from resilience_desktop.ui.thoughts.record_filter_names import parts_of
from resilience_desktop.ui.thoughts.record_ways import RecordWays
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.beside_or_below import BesideOrBelow
from resilience_desktop.ui.widgets.chips import Chip, ChipGroup
from resilience_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from resilience_desktop.ui.context import UiContext
    from resilience_desktop.ui.widgets.buttons import Button

_REST_MS = 250
_GAP = 16
_FIELD, _AROUND = 320, 72  # the glass and the edges of the field


class RecordFilterBar(QWidget):
    """A field, a button for the rest, and below them what is chosen and how much was found.

    ``ways`` go on from the list to other things; they stand at the end of its first line.
    """

    filter_changed = Signal(object)
    list_wanted = Signal()
    """The keyboard goes on to what was found."""

    def __init__(self, context: UiContext, ways: Sequence[Button]) -> None:
        super().__init__()
        self.setObjectName("thoughts.filter_bar")
        self._context = context
        look = context.look
        self._filter = RecordFilter()
        self._said = ""
        self.field = SearchField(look, name="thoughts.search")
        self.field.setAccessibleName(text("Search thought records"))
        self.field.setPlaceholderText(text("Search records"))
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_words)
        self.field.textEdited.connect(lambda: self._rest.start())
        self.field.left_downwards.connect(self.list_wanted)
        self.field.returnPressed.connect(self._tell_words)
        self.field.left.connect(self._clear_words)
        self._open = buttons.quiet(look, text("Filter ..."), name="thoughts.filter")
        self._open.clicked.connect(self._choose)
        self._chips = ChipGroup(
            look, name="thoughts.filter_chips", title=text("Filters; choose one to take it away")
        )
        self._chips.chosen_changed.connect(self._take_away)
        self._found = labels.small(look, "", "text_muted", name="thoughts.found")
        self._found.setWordWrap(False)
        self._all = buttons.link(look, text("Show all"), name="thoughts.show_all", small=True)
        self._all.clicked.connect(self.take_all_away)
        end = QWidget()
        foot = self._foot = QHBoxLayout(end)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self._found)
        foot.addWidget(self._all)
        foot.addStretch()
        look_for = QWidget()
        top = QHBoxLayout(look_for)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self.field, 100)
        top.addWidget(self._open)
        top.addStretch(1)
        self._ways = RecordWays(look, ways, name="thoughts.more_ways")
        self._chosen = QWidget()
        column = QVBoxLayout(self._chosen)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(
            BesideOrBelow(self._chips, end, 12, least=lambda: self._chips.sizeHint().width())
        )
        whole = self._column = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 4)
        whole.setSpacing(0)
        whole.addLayout(BesideOrBelow(look_for, self._ways, _GAP, least=self._least))
        whole.addWidget(self._chosen)
        look.follow(self._dress)
        self.show_filter(self._filter)

    def show_filter(self, chosen: RecordFilter) -> None:
        """Show what is chosen now."""
        self._filter = chosen
        self._rest.stop()
        if self.field.text().strip() != chosen.words.strip():
            self.field.setText(chosen.words)
        names = list(parts_of(chosen))
        self._chips.set_words(names)
        self._chips.set_chosen(names)
        self._chips.setVisible(bool(names))
        for chip in self._chips.findChildren(Chip):
            chip.mark = "close"
        self._chosen.setVisible(bool(chosen))

    def say_found(self, number: int) -> None:
        """Say how many there are, where not all are shown."""
        words = plural("{n} found", "{n} found", number) if self._filter else ""
        self._found.setText(words)
        for layout in (self._foot, self._column):
            layout.activate()
        if words and words != self._said:
            announce(self.window(), words)
        self._said = words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is looked for and the ways onwards in one line."""
        super().resizeEvent(event)
        self._fold()

    def take_all_away(self) -> None:
        """Show everything."""
        self.filter_changed.emit(RecordFilter())
        self.field.setFocus()

    def _tell_words(self) -> None:
        self._rest.stop()
        chosen = replace(self._filter, words=self.field.text())
        if chosen.words.strip() != self._filter.words.strip():
            self.filter_changed.emit(chosen)

    def _clear_words(self) -> None:
        if self.field.text():
            self.field.clear()
            self._tell_words()
        else:
            self.list_wanted.emit()

    def _take_away(self) -> None:
        kept = self._chips.chosen()
        for name, without in parts_of(self._filter).items():
            if name not in kept:
                self.filter_changed.emit(without)
                return

    def _choose(self) -> None:
        self._tell_words()
        dialog = RecordFilterDialog(self._context, self.window(), self._filter)
        dialog.chosen.connect(self.filter_changed)
        dialog.open()

    def _least(self) -> int:
        """Return the width in which what the field is for can be read."""
        words = self.field.fontMetrics().horizontalAdvance(self.field.placeholderText())
        around = self._context.look.px(_AROUND)
        return words + around + self._open.sizeHint().width()

    def _fold(self) -> None:
        self._ways.fold(self.width() - self._least() - _GAP)

    def _dress(self) -> None:
        self.field.setMaximumWidth(self._context.look.px(_FIELD))
        self._fold()
