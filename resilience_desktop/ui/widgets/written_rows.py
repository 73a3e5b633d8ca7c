"""What a list of what was written holds: headings and rows, loaded a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex

SEPARATOR = "   \N{MIDDLE DOT}   "
"""Between facts on one line of a row."""
ROW = Qt.ItemDataRole.UserRole
"""The role under which the model gives the ``Heading`` or ``Row`` itself."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a day, or of a group."""

    words: str
    note: str = ""
    """Such as how much there is in the group."""
    mood: float | None = field(default=None, repr=False)
    """The mood of the day."""
    aloud: str = field(default="", repr=False)
    """The mood, as a screen reader should say it."""
    tip: str = field(default="", repr=False)
    """What its numbers are, for the mouse."""

    def spoken(self) -> str:
        """Return the heading as a screen reader should say it."""
        return ", ".join(part for part in (self.words, self.note, self.aloud) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was written."""

    id: str
    kind: str
    when: str
    """Time of day, or a short date."""
    mood: int | None = field(default=None, repr=False)
    drawing: str = ""
    """An icon in place of the mood mark."""
    label: str | tuple[tuple[str, bool], ...] = field(default="", repr=False)
    """Or in pieces, as ``words``."""
    words: tuple[tuple[str, bool], ...] = field(default=(), repr=False)
    """The person's own words in pieces; True marks what a search found."""
    under: str = field(default="", repr=False)
    """More of them, quieter and below."""
    foot: str = field(default="", repr=False)
    aloud: str = field(default="", repr=False)
    """What mark, label and foot show, as a screen reader should say it."""
    marks: tuple[str, ...] = field(default=(), repr=False)
    """Small drawings at the end, such as a star; they are said in ``aloud``."""
    starred: bool | None = field(default=None, repr=False)
    """Whether it has a star, or None for what cannot have one."""
    never_share: bool | None = field(default=None, repr=False)
    """Whether nobody else is to read it, or None for what that is not said of in a list."""
    skill: str = field(default="", repr=False)
    """Id of the skill that it belongs to, and opens with."""
    is_action: bool = False
    """Whether the label is not about something written, but says what opening the row does."""

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        said = "".join(piece for piece, _ in self.words)
        return ", ".join(part for part in (self.when, self.aloud, said, self.under) if part)


class RowsModel(QAbstractListModel):
    """Headings and rows, loaded a page at a time as someone scrolls."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Row] = []
        self._numbers: dict[str, int] = {}
        """Where a row stands by its id, counted from ``_first``."""
        self._first = 0
        self._more = False
        self._waiting = False
        self._unfinished: frozenset[str] = frozenset()
        self.scrolls = True
        """Whether the list has a pane of its own; else whoever scrolls it asks for more."""

    def show_rows(self, rows: Sequence[Heading | Row], *, more: bool) -> None:
        """Show these rows from the top; ``more`` says whether others follow."""
        self.beginResetModel()
        self._rows, self._more, self._waiting = list(rows), more, False
        self._numbers, self._first = {}, 0
        self._note_numbers(0, self._rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[Heading | Row], *, more: bool) -> None:
        """Show these rows below the others."""
        self._more, self._waiting = more, False
        if rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows.extend(rows)
            self._note_numbers(start, rows)
            self.endInsertRows()

    def put_above(self, rows: Sequence[Heading | Row]) -> None:
        """Show these rows above the others, whose heading is not repeated within a day."""
        last = next((row.words for row in reversed(rows) if isinstance(row, Heading)), "")
        first = self._rows[0] if self._rows else None
        if isinstance(first, Heading) and first.words == last:
            self.drop_first(1)
        if rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows[:0] = rows
            self._first -= len(rows)
            self._note_numbers(0, rows)
            self.endInsertRows()

    def drop_first(self, count: int) -> None:
        """Let go of what stands at the top."""
        self._drop(0, count)
        self._first += count

    def drop_last(self, count: int) -> None:
        """Let go of what stands at the bottom; it can be asked for again."""
        self._drop(len(self._rows) - count, count)
        self._more = True

    def start_of_day(self, number: int) -> int:
        """Return where the day begins that this row is of; 0 when it is the first one."""
        return next((n for n in range(number, 0, -1) if isinstance(self._rows[n], Heading)), 0)

    def _drop(self, start: int, count: int) -> None:
        if not count:
            return
        self.beginRemoveRows(QModelIndex(), start, start + count - 1)
        for row in self._rows[start : start + count]:
            if isinstance(row, Row):
                del self._numbers[row.id]
        del self._rows[start : start + count]
        self.endRemoveRows()

    def _note_numbers(self, start: int, rows: Sequence[Heading | Row]) -> None:
        for number, row in enumerate(rows, self._first + start):
            if isinstance(row, Row):
                self._numbers[row.id] = number

    @property
    def is_waiting(self) -> bool:
        """Whether the next page was asked for and has not come yet."""
        return self._waiting

    def mark_unfinished(self, ids: frozenset[str]) -> None:
        """Say of these rows that something was changed in them and not kept yet."""
        touched, self._unfinished = ids ^ self._unfinished, ids
        for index in map(self.index_of, touched):
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _as_it_is(self, row: Heading | Row) -> Heading | Row:
        if isinstance(row, Heading) or row.id not in self._unfinished:
            return row
        said = text("unfinished changes")
        foot = SEPARATOR.join(part for part in (said, row.foot) if part)
        return replace(row, foot=foot, aloud=f"{row.aloud}, {said}")

    def row_at(self, index: Index) -> Heading | Row | None:
        """Return what stands at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> list[Row]:
        """Return the rows without the headings."""
        return [row for row in self._rows if isinstance(row, Row)]

    def index_of(self, id_: str) -> QModelIndex:
        """Return where the row with this id stands, or an invalid index."""
        number = self._numbers.get(id_)
        return QModelIndex() if number is None else self.index(number - self._first)

    def heading_of(self, index: Index) -> Heading | None:
        """Return the heading that a row stands below."""
        above = range(index.row(), -1, -1) if index.isValid() else ()
        found = (self._rows[number] for number in above)
        return next((row for row in found if isinstance(row, Heading)), None)

    def last_heading(self) -> str:
        """Return the lowest heading, so that the next page need not repeat it."""
        return next((r.words for r in reversed(self._rows) if isinstance(r, Heading)), "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt: the row itself, and its words for screen readers."""
        row = self.row_at(index)
        if row is None:
            return None
        row = self._as_it_is(row)
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Heading):
            return row.tip or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answer Qt: a heading is passed over by the keyboard."""
        if isinstance(self.row_at(index), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def canFetchMore(self, parent: Index) -> bool:
        """Answer Qt, which asks whenever the end of the list is in its pane."""
        return self.scrolls and not parent.isValid() and self._more and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Answer Qt."""
        if self.canFetchMore(parent):
            self.ask_for_more()

    def ask_for_more(self) -> None:
        """Ask for the next page; it comes later through ``add_rows``."""
        if self._more and not self._waiting:
            self._waiting = True
            self.more_wanted.emit()
