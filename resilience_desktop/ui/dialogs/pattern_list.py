"""The names of the thinking patterns in groups, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from resilience_desktop.services.patterns import KnownPattern
    from resilience_desktop.ui.theme import LookKeeper

_ID = Qt.ItemDataRole.UserRole


class PatternList(QListWidget):
    """A list that stays on the chosen pattern whatever is shown anew."""

    pattern_chosen = Signal()

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self.setObjectName("patterns.list")
        self.setAccessibleName(text("Thinking patterns"))
        self.setProperty("kind", "sections")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look = look
        self._shown: list[tuple[str, list[KnownPattern]]] = []
        self.currentItemChanged.connect(self._tell)
        look.look_changed.connect(self._fill)

    @property
    def is_empty(self) -> bool:
        """Whether no pattern is shown."""
        return not self._shown

    def show_patterns(self, known: Iterable[KnownPattern], sought: str) -> None:
        """Show the patterns that have all of these words, by groups."""
        words = sought.casefold().split()
        found = [one for one in known if all(word in _searchable(one) for word in words)]
        groups = {
            text("Patterns"): [k for k in found if not (k.own or k.pattern.special or k.archived)],
            text("Your own"): [k for k in found if k.own and not k.archived],
            text("When none fits"): [k for k in found if k.pattern.special],
            text("No longer offered"): [k for k in found if k.archived and not k.pattern.special],
        }
        self._shown = [(name, inside) for name, inside in groups.items() if inside]
        self._fill()

    def chosen(self) -> str:
        """Return the id of the chosen pattern, or nothing."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def choose(self, pattern: str) -> str:
        """Stand on a pattern and return its id; nothing when it is not shown."""
        for place in range(self.count()):
            if pattern and self.item(place).data(_ID) == pattern:
                self.setCurrentRow(place)
                return pattern
        return ""

    def choose_first(self) -> str:
        """Stand on the first pattern and return its id, if there is any."""
        return self.choose(self._shown[0][1][0].pattern.id) if self._shown else ""

    def _fill(self) -> None:
        chosen, place = self.chosen(), self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            for name, inside in self._shown:
                self._add_heading(name)
                for known in inside:
                    item = QListWidgetItem(known.pattern.name, self)
                    item.setData(_ID, known.pattern.id)
                    item.setSizeHint(QSize(0, self._look.px(36)))
            self.choose(chosen)
        self.verticalScrollBar().setValue(place)

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._look.font("small", weight=600))
        item.setForeground(self._look.color("text_muted"))
        item.setSizeHint(QSize(0, self._look.px(32)))

    def _tell(self) -> None:
        if self.chosen():
            self.pattern_chosen.emit()


def _searchable(known: KnownPattern) -> str:
    pattern = known.pattern
    words = (pattern.name, *pattern.aliases, pattern.definition, pattern.example, known.note)
    return "\n".join(words).casefold()
