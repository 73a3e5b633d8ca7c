"""CSV exports of the app Daylio, from its first years until 2026.

Three generations, told apart by their header::

    full_date,date,weekday,time,mood,activities,scales,note_title,note      2026
    full_date,date,weekday,time,mood,activities,note_title,note             2020 to 2025
    year,date,weekday,time,mood,activities,note                             until 2018

Files without some of these columns, as scripts and spreadsheets leave them, are read as well.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from operator import itemgetter
from typing import TYPE_CHECKING

from resilience_desktop.errors import NotUnderstoodError
from resilience_desktop.exchange.calendar_text import (
    DayOrder,
    clock,
    date_and_clock,
    moment,
    no_date,
)
from resilience_desktop.exchange.cells import distinct, hours
from resilience_desktop.exchange.markup import plain
from resilience_desktop.exchange.months import month
from resilience_desktop.exchange.reading import Format, LeftOutError, Reading
from resilience_desktop.exchange.rows import Cells, MoodNumbers, collect, entry_of
from resilience_desktop.exchange.suggestion import is_sleep
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.progress import Progress
    from resilience_desktop.exchange.table import Table

FIVE_MOODS = {"rad": 4, "good": 2, "meh": 0, "bad": -2, "awful": -4}
"""The moods Daylio starts with, on our five-point map. People rename them and add their own."""

_NEEDED = (
    *("full_date", "year", "date", "time", "mood", "activities"),
    *("note_title", "note", "scales"),
)
_LOCALISED = frozenset({"weekday"})
_DAY_AND_MONTH = re.compile(r"(?:([0-9]{1,2})\W+)?(?:de )?([^\W\d_]+)\.?(?:\W+([0-9]{1,2}))?")


def is_daylio(header: Sequence[str]) -> bool:
    """Return whether these are the column names of a Daylio export."""
    names = {_column(name) for name in header}
    return {"mood", "activities"} <= names and ("full_date" in names or {"year", "date"} <= names)


def read_daylio(
    table: Table,
    *,
    name: str,
    zone: str,
    moods: Mapping[str, int],
    progress: Progress | None = None,
) -> Reading:
    """Return what a Daylio export holds, for someone living in ``zone``.

    ``name`` is the file's name, for messages. ``moods`` are numbers, -5 to +5, for the person's
    own mood words; they win over Daylio's five. Raises ``NotUnderstoodError`` when the file is no
    Daylio export.
    """
    if not is_daylio(table.header):
        raise NotUnderstoodError(
            text(
                "“{name}” is not a Daylio export: its first line has other column names. Please "
                "choose its columns yourself. Nothing was changed."
            ).format(name=name)
        )
    reader = _DaylioRows(table.header, zone, MoodNumbers(FIVE_MOODS, moods))
    return collect(Format.DAYLIO, table, reader, (), progress)


class _DaylioRows:
    def __init__(self, header: Sequence[str], zone: str, numbers: MoodNumbers) -> None:
        self._columns = [_column(name) for name in header]
        places = {name: place for place, name in enumerate(self._columns)}
        self._mood = places["mood"]
        self._is_old = "full_date" not in places
        # A column that is not there is read as the one behind the last, which is empty.
        self._needed = itemgetter(*(places.get(name, len(self._columns)) for name in _NEEDED))
        self._zone = zone
        self._numbers = numbers
        self._tags: dict[str, tuple[str, ...]] = {}

    def fingerprinted(self) -> Iterable[tuple[str, int]]:
        # The names of days and months follow the phone's language, which people change.
        ignored = _LOCALISED | (set() if self._is_old else {"date"})
        columns = enumerate(self._columns)
        return ((name, place) for place, name in columns if name not in ignored)

    def unmapped_mood(self, cells: Cells) -> str:
        word = cells[self._mood].strip()
        return word if self._numbers.get(word) is None else ""

    def entry(self, cells: Cells, source: str, id_: str) -> Entry:
        full_date, year, date, time, word, activities, title, note, scales = self._needed(
            (*cells, "")
        )
        if self._is_old:
            day = _old_date(year, date)
        else:
            day, _ = date_and_clock(full_date, DayOrder.DAY_FIRST)
        time, word, note = time.strip(), word.strip(), plain(note)
        if title or scales:
            lines = (plain(title), note, *map(str.strip, scales.split("|")))
            note = "\n".join(filter(None, lines))
        at, frame = moment(day, clock(time) if time else None, self._zone)
        if activities not in self._tags:  # the same are often done together
            self._tags[activities] = distinct(activities.split("|"))
        return entry_of(
            at=at,
            frame=frame,
            mood=self._numbers.get(word),
            converted_from=f"Daylio: {word}" if word else "",
            note=note,
            tags=self._tags[activities],
            sleep_hours=_sleep(scales) if scales else None,
            source=source,
            id_=id_,
        )


def _column(name: str) -> str:
    return "_".join(name.casefold().split())


def _old_date(year: str, date: str) -> dt.date:
    found = _DAY_AND_MONTH.fullmatch(" ".join(date.split()))
    if not found:
        raise no_date()
    try:
        return dt.date(int(year), month(found[2]), int(found[1] or found[3] or 0))
    except (ValueError, OverflowError):
        raise no_date() from None


def _sleep(scales: str) -> float | None:
    """Return the hours of a scale for sleep; it has its line in the note all the same."""
    named = (scale.partition(":")[::2] for scale in scales.split("|"))
    amounts = (amount.strip() for name, amount in named if is_sleep(name))
    for amount in amounts:
        if ":" in amount:  # else it is points, or words
            with suppress(LeftOutError):
                return hours(amount)
    return None
