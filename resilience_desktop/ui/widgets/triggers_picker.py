"""What set it off: typed, or taken from what was noted before, with a kind if wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from resilience_desktop import content
from resilience_desktop.domain.details import Trigger, TriggerKind
from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.choice_box import ChoiceBox
from resilience_desktop.ui.widgets.layouts import column_in, empty
from resilience_desktop.ui.widgets.word_picker import WordPicker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from resilience_desktop.ui.theme import LookKeeper


class TriggersPicker(QWidget):
    """Any number of triggers. A word used before brings its kind along.

    ``what_kind`` opens the kinds; whoever uses the picker puts it where there is room.
    """

    changed = Signal()

    def __init__(self, look: LookKeeper, *, name: str, title: str) -> None:
        super().__init__()
        self._kinds: dict[str, TriggerKind | None] = {}
        """The kinds said here."""
        self._used: dict[str, TriggerKind | None] = {}
        """The kinds said before."""
        self._words = WordPicker(look, name=name, title=title)
        self._words.words_changed.connect(self._words_changed)
        self.what_kind = buttons.Opener(
            look, text("What kind?"), name=f"{name}.what_kind", flush=True
        )
        self.what_kind.turned.connect(self._show_kinds)
        self._rows = _Kinds(look, name)
        self._rows.kind_chosen.connect(self._kind_chosen)
        column = column_in(self, 6)
        column.addWidget(self._words)
        column.addWidget(self._rows)
        self.setFocusProxy(self._words)
        self._show_kinds()

    def triggers(self) -> tuple[Trigger, ...]:
        """Return what set it off, with what is being typed."""
        return tuple(Trigger(word, self._kind_of(word)) for word in self._words.words())

    def set_triggers(self, triggers: Iterable[Trigger]) -> None:
        """Show what set it off."""
        self._kinds = {trigger.word: trigger.kind for trigger in triggers}
        self.what_kind.set_open(is_open=False)
        self._words.set_words(self._kinds)
        self._show_kinds()

    def know(self, used: Iterable[tuple[str, str]]) -> None:
        """Offer these words with their kinds, those used most first."""
        self._used = {}
        for word, kind in used:
            self._used.setdefault(word, TriggerKind(kind) if kind else None)
        self._words.know(list(self._used))

    def take_typed(self) -> None:
        """Take over what was typed and not yet added."""
        self._words.take_typed()

    def _kind_of(self, word: str) -> TriggerKind | None:
        return self._kinds.get(word, self._used.get(word))

    def _words_changed(self) -> None:
        self._show_kinds()
        self.changed.emit()

    def _kind_chosen(self, word: str, kind: TriggerKind | None) -> None:
        self._kinds[word] = kind
        self.changed.emit()

    def _show_kinds(self) -> None:
        chosen = self._words.chosen()
        self.what_kind.setVisible(bool(chosen))
        if not chosen:
            self.what_kind.set_open(is_open=False)
        shown = chosen if self.what_kind.is_open else ()
        self._rows.show_kinds({word: self._kind_of(word) for word in shown})


class _Kinds(QWidget):
    """A row for each trigger: its word, and a box with the kinds."""

    kind_chosen = Signal(str, object)

    def __init__(self, look: LookKeeper, name: str) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._shown: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 0, 4, 4)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)

    def show_kinds(self, kinds: Mapping[str, TriggerKind | None]) -> None:
        """Show these triggers; rows that are there already stay."""
        self.setVisible(bool(kinds))
        if list(kinds) != self._shown:
            self._shown = list(kinds)
            self._build(kinds.items())

    def _build(self, kinds: Iterable[tuple[str, TriggerKind | None]]) -> None:
        empty(self._grid)
        for row, (word, kind) in enumerate(kinds):
            box = ChoiceBox(shrinks=True)
            box.setObjectName(f"{self._name}.kind{row + 1}")
            box.setAccessibleName(text("Kind of {trigger}").format(trigger=word))
            box.addItem(text("Not said"), None)
            for value, name in content.trigger_kinds().items():
                box.addItem(name, value)
            box.setCurrentIndex(max(0, box.findData(kind)))
            box.activated.connect(partial(self._tell, word, box))
            self._grid.addWidget(labels.label(self._look, word), row, 0)
            self._grid.addWidget(box, row, 1)

    def _tell(self, word: str, box: ChoiceBox, _place: int) -> None:
        kind = box.currentData()
        self.kind_chosen.emit(word, TriggerKind(kind) if kind else None)
