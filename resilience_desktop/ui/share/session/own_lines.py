"""Lines of one's own that wrap: to add, change, tick and remove, and to bring back what went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.enter_edit import EnterEdit
from resilience_desktop.ui.widgets.growing_list import GrowingList, GrowingRow

if TYPE_CHECKING:
    from resilience_desktop.ui.theme import LookKeeper


_LEAST = 32
"""Text units across what can be pressed."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One line as it stands in the list."""

    words: str = field(repr=False)
    ticked: bool = False
    kept: str = ""
    """What else belongs to it, and is given back as it came."""
    link: str = ""
    """Id of a page it leads to."""


class OwnLines(GrowingList[OwnLine]):
    """A list of fields; Enter goes on in a new one.

    With ``tick``, such as "Talked about: {line}", each has a box to tick; ``about`` stands above
    them once there are any.
    """

    link_opened = Signal(str)

    def __init__(
        self,
        look: LookKeeper,
        *,
        name: str,
        spoken: str,
        add: str,
        tick: str = "",
        about: str = "",
    ) -> None:
        self._tick = tick
        self._about: QWidget | None = None
        super().__init__(look, name=name, spoken=spoken, add=add, gaps=(6, 4))
        if about:
            self._about = labels.small(look, about, name=f"{name}.about")
            self.column.insertWidget(0, self._about)
        self._arrange()

    def new_row(self, value: OwnLine | None) -> _Row:
        """Return a line that wraps."""
        row = _Row(self._look, value or OwnLine(""), self._tick)
        row.link_opened.connect(self.link_opened)
        return row

    def _arrange(self) -> None:
        super()._arrange()
        if self._about is not None:
            self._about.setVisible(bool(self._rows))


class _Tick(QCheckBox):
    """A box without words, as large as whatever is pressed."""

    def __init__(self, look: LookKeeper) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Leave room round the box."""
        return super().sizeHint().expandedTo(QSize(self._look.px(_LEAST), 0))

    def hitButton(self, place: QPoint) -> bool:
        """Answer in all of it, not only on the box."""
        return self.rect().contains(place)


class _Row(GrowingRow[OwnLine]):
    """A box to tick, the words, the way to their page, and what takes them away."""

    link_opened = Signal(str)

    def __init__(self, look: LookKeeper, line: OwnLine, tick: str) -> None:
        super().__init__(look)
        self._line, self._spoken_tick = line, tick
        self.tick = _Tick(look)
        self.tick.setChecked(line.ticked)
        self.tick.toggled.connect(self.changed)
        self.field: EnterEdit = EnterEdit(
            look, name="", title=text("Line"), growing=True, lines=1, style="excerpt"
        )
        self.field.set_words(line.words)
        self.field.words_changed.connect(self.changed)
        self.field.next_wanted.connect(self.next_wanted)
        self.open = buttons.link(look, text("Open"), name="")
        self.open.clicked.connect(lambda: self.link_opened.emit(line.link))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._beside: list[tuple[QVBoxLayout, QWidget]] = []
        for part in (self.tick, self.field, self.open, self.remove):
            if part is self.field:
                row.addWidget(part, 1)
            else:
                row.addLayout(self._level_with_words(part))
        self.tick.setVisible(bool(tick))  # now that it is not a window of its own
        self.open.setVisible(bool(line.link))
        look.follow(self._level)

    def dress(self) -> None:
        """Take fonts anew: Qt takes them when there is a parent."""
        self.field.dress()
        self._level()

    def value(self) -> OwnLine | None:
        """Return the line as it stands, unless it is blank."""
        words, line = self.field.words(), self._line
        if not words.strip():
            return None
        return OwnLine(words, self.tick.isChecked(), line.kept, line.link)

    def stand_at(self, spoken: str, name: str) -> None:
        """Take a place in the list."""
        super().stand_at(spoken, name)
        self.tick.setObjectName(f"{name}.tick")
        self.tick.setAccessibleName(self._spoken_tick.format(line=spoken))
        self.open.setObjectName(f"{name}.open")
        self.open.setAccessibleName(text("Open the page of {line}").format(line=spoken))

    def _level_with_words(self, part: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(part)
        column.addStretch()
        self._beside.append((column, part))
        return column

    def _level(self) -> None:
        """Let everything beside the words stand level with their first line."""
        height = self.field.sizeHint().height()
        for column, part in self._beside:
            column.setContentsMargins(0, max(0, (height - part.sizeHint().height()) // 2), 0, 0)
