"""Lines of one's own that wrap: to add, change, tick and remove, and to bring back what went."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resilience_desktop.i18n import text
from resilience_desktop.ui.widgets import buttons, labels
from resilience_desktop.ui.widgets.enter_edit import EnterEdit
from resilience_desktop.ui.widgets.layouts import column_in
from resilience_desktop.ui.widgets.removed_line import RemovedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

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


class OwnLines(QWidget):
    """A list of fields; Enter goes on in a new one.

    ``spoken`` is what a screen reader calls a line, such as "Point {n}". With ``tick``, such as
    "Talked about: {line}", each has a box to tick; ``about`` stands above them once there are any.
    """

    changed = Signal()
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
        super().__init__()
        self.setObjectName(name)
        self._look, self._spoken, self._tick = look, spoken, tick
        self._rows: list[_Row] = []
        self._removed: tuple[int, OwnLine] | None = None
        self._about = labels.small(look, about, name=f"{name}.about")
        self._holder = QWidget()
        self._column = column_in(self._holder, 6)
        self._gone = RemovedLine(look, name=name)
        self._gone.undo_wanted.connect(self._put_back)
        self._add = buttons.quiet(look, add, name=f"{name}.add", flush=True, drawing="plus")
        self._add.clicked.connect(lambda: self._begin(len(self._rows)))
        column = column_in(self, 4)
        column.addWidget(self._about)
        column.addWidget(self._holder)
        column.addWidget(self._gone)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def lines(self) -> tuple[OwnLine, ...]:
        """Return the lines that are not blank."""
        found = (row.line() for row in self._rows)
        return tuple(line for line in found if line.words.strip())

    def set_lines(self, lines: Iterable[OwnLine]) -> None:
        """Show these lines."""
        self._removed = None
        while self._rows:
            self._drop(self._rows[0])
        for line in lines:
            self._insert(len(self._rows), line)
        self._arrange()

    def put(self, *lines: OwnLine) -> None:
        """Add lines below the others."""
        for line in lines:
            self._insert(len(self._rows), line)
        self._arrange()
        self.changed.emit()

    def start(self) -> None:
        """Put the keyboard where the next line goes."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, number: int) -> None:
        row = self._insert(number, OwnLine(""))
        self._arrange()
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, row: _Row) -> None:
        """Begin another line below one that has words."""
        if row.line().words.strip():
            self._begin(self._rows.index(row) + 1)

    def _insert(self, number: int, line: OwnLine) -> _Row:
        row = _Row(self._look, line, has_tick=bool(self._tick))
        row.field.words_changed.connect(self.changed)
        row.field.next_wanted.connect(partial(self._go_on, row))
        row.tick.toggled.connect(self.changed)
        row.open.clicked.connect(partial(self.link_opened.emit, line.link))
        row.remove.clicked.connect(partial(self._remove, row))
        self._rows.insert(number, row)
        self._column.insertWidget(number, row)
        row.show()  # at once, so that the keyboard can go there
        row.dress()
        return row

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: _Row) -> None:
        line, number = row.line(), self._rows.index(row)
        self._removed = (number, line) if line.words.strip() else None
        self._drop(row)
        self._arrange()
        if self._removed:
            self._gone.offer()
        else:
            following = self._rows[min(number, len(self._rows) - 1)].field if self._rows else None
            (following or self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _put_back(self) -> None:
        if self._removed is None:
            return
        (number, line), self._removed = self._removed, None
        row = self._insert(min(number, len(self._rows)), line)
        self._arrange()
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _arrange(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.stand_at(self._spoken.format(n=number), f"{self.objectName()}.{number}", self._tick)
            row.raise_()  # which is also the order of reading out
        self._about.setVisible(bool(self._rows and self._about.text()))
        self._holder.setVisible(bool(self._rows))
        self._gone.setVisible(self._removed is not None)


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


class _Row(QWidget):
    """A box to tick, the words, the way to their page, and what takes them away."""

    def __init__(self, look: LookKeeper, line: OwnLine, *, has_tick: bool) -> None:
        super().__init__()
        self._line = line
        self.tick = _Tick(look)
        self.tick.setChecked(line.ticked)
        self.field = EnterEdit(
            look, name="", title=text("Line"), growing=True, lines=1, style="excerpt"
        )
        self.field.set_words(line.words)
        self.open = buttons.link(look, text("Open"), name="")
        self.remove = buttons.IconButton(look, "close", text("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._beside: list[tuple[QVBoxLayout, QWidget]] = []
        for part in (self.tick, self.field, self.open, self.remove):
            if part is self.field:
                row.addWidget(part, 1)
            else:
                row.addLayout(self._level_with_words(part))
        self.tick.setVisible(has_tick)  # now that it is not a window of its own
        self.open.setVisible(bool(line.link))
        look.follow(self._level)

    def dress(self) -> None:
        """Take fonts anew: Qt takes them when there is a parent."""
        self.field.dress()
        self._level()

    def line(self) -> OwnLine:
        """Return the line as it stands."""
        line = self._line
        return OwnLine(self.field.words(), self.tick.isChecked(), line.kept, line.link)

    def stand_at(self, spoken: str, name: str, tick: str) -> None:
        """Take a place in the list."""
        self.field.setObjectName(name)
        self.field.setAccessibleName(spoken)
        self.tick.setObjectName(f"{name}.tick")
        self.tick.setAccessibleName(tick.format(line=spoken))
        self.open.setObjectName(f"{name}.open")
        self.open.setAccessibleName(text("Open the page of {line}").format(line=spoken))
        self.remove.setObjectName(f"{name}.remove")
        self.remove.set_words(text("Remove: {line}").format(line=spoken))

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
