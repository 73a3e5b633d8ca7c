"""Any table of days or moments, once someone has said which column is which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.calendar_text import clock, date_and_clock, day_order, moment
from resilience_desktop.exchange.cells import hours, is_missing, listed
from resilience_desktop.exchange.reading import Format, LeftOutError, Reading
from resilience_desktop.exchange.rows import Cells, MoodNumbers, collect, entry_of
from resilience_desktop.exchange.scale import OURS, Scale, number
from resilience_desktop.exchange.suggestion import FIELDS, suggest
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.exchange.table import Table


def read_columns(
    table: Table,
    *,
    zone: str,
    columns: Mapping[str, str],
    moods: Mapping[str, int],
    scale: Scale | None = None,
    energy_scale: Scale | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Return what a table holds, for someone living in ``zone``.

    ``columns`` gives for each field the name of its column: ``date`` (with or without a time in
    it), ``time``, ``mood``, ``energy``, ``note``, ``tags``, ``feelings``, ``sleep`` (hours). When
    empty, the columns are guessed from their names.

    Moods are words in ``moods`` or numbers on ``scale``; energy is a number on ``energy_scale``,
    which is -5 to +5 unless stated. Raises ``NotUnderstoodError`` when the columns do not fit
    the table.
    """
    chosen = columns or suggest(table.header, [row.cells for row in table.rows])
    reader = _ColumnRows(
        table,
        _places(table, chosen),
        zone=zone,
        numbers=MoodNumbers(moods),
        scale=scale,
        energy_scale=energy_scale or OURS,
    )
    return collect(Format.COLUMNS, table, reader, reader.notes(), progress)


class _ColumnRows:
    def __init__(
        self,
        table: Table,
        places: Mapping[str, int],
        *,
        zone: str,
        numbers: MoodNumbers,
        scale: Scale | None,
        energy_scale: Scale,
    ) -> None:
        self._scale = scale
        self._energy_scale = energy_scale
        self._table = table
        self._places = places
        self._zone = zone
        self._numbers = numbers
        dates = (self._cell(row.cells, "date") for row in table.rows)
        self._order, self._order_is_certain = day_order(dates)

    def notes(self) -> Iterable[str]:
        if not self._order_is_certain:
            yield text(
                "Dates such as 3/4/2021 could mean 3 April or March 4; they were read with the day "
                "first. If that is wrong, write them as 2021-03-04 in the file."
            )
        found = self._numbers_without_scale()
        if found:
            yield text(
                "The moods are numbers from {low} to {high}, but it is not said yet on which "
                "scale, such as 1 to 5 or 0 to 100."
            ).format(low=f"{min(found):f}", high=f"{max(found):f}")

    def fingerprinted(self) -> Iterable[tuple[str, int]]:
        return ((name, place) for place, name in enumerate(self._table.header))

    def unmapped_mood(self, cells: Cells) -> str:
        word = self._cell(cells, "mood")
        if self._numbers.get(word) is not None or is_missing(word) or number(word) is not None:
            return ""
        return word

    def entry(self, cells: Cells, source: str, id_: str) -> Entry:
        date, at = date_and_clock(self._cell(cells, "date"), self._order)
        time = self._cell(cells, "time")
        when, frame = moment(date, clock(time) if time else at, self._zone)
        mood, origin = self._mood(self._cell(cells, "mood"))
        return entry_of(
            at=when,
            frame=frame,
            mood=mood,
            converted_from=origin,
            energy=self._energy(self._cell(cells, "energy")),
            feelings=tuple(map(Feeling, listed(self._cell(cells, "feelings")))),
            note=self._cell(cells, "note").replace("\r\n", "\n").replace("\r", "\n"),
            tags=listed(self._cell(cells, "tags")),
            sleep_hours=hours(self._cell(cells, "sleep")),
            source=source,
            id_=id_,
        )

    def _cell(self, cells: Cells, field: str) -> str:
        place = self._places.get(field)
        return "" if place is None else cells[place].strip()

    def _mood(self, cell: str) -> tuple[int | None, str]:
        mapped = self._numbers.get(cell)
        if mapped is not None:
            return mapped, f"word: {cell}"
        if is_missing(cell):
            return None, ""
        if self._scale is None:
            raise LeftOutError(text("The mood is a number, but it is not said yet on which scale."))
        return _converted(cell, self._scale)

    def _energy(self, cell: str) -> int | None:
        return None if is_missing(cell) else _converted(cell, self._energy_scale)[0]

    def _numbers_without_scale(self) -> list[Decimal]:
        if self._scale is not None:
            return []
        cells = (self._cell(row.cells, "mood") for row in self._table.rows)
        unknown = (number(cell) for cell in cells if self._numbers.get(cell) is None)
        return [value for value in unknown if value is not None]


def _converted(cell: str, scale: Scale) -> tuple[int, str]:
    value = number(cell)
    if value is None or value not in scale:
        raise LeftOutError(text("A number on the scale {scale} is needed.").format(scale=scale))
    return scale.convert(value), scale.origin(value)


def _places(table: Table, columns: Mapping[str, str]) -> dict[str, int]:
    names = [_bare(name) for name in table.header]
    places: dict[str, int] = {}
    for field, column in columns.items():
        if field not in FIELDS:
            _refuse(text("Columns can be chosen for {field}.").format(field=", ".join(FIELDS)))
        if _bare(column) not in names:
            _refuse(
                text("The column chosen for the {field} is not in this file.").format(field=field)
            )
        places[field] = names.index(_bare(column))
    if "date" not in places:
        _refuse(text("It is not said yet which column holds the date."))
    return places


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())


def _refuse(reason: str) -> NoReturn:
    raise NotUnderstoodError(reason + " " + text("Nothing was changed."))
