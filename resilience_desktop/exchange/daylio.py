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
from typing import TYPE_CHECKING

from resilience_desktop.domain.entry import Entry
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
from resilience_desktop.exchange.rows import Cells, MoodNumbers, collect
from resilience_desktop.exchange.suggestion import is_sleep
from resilience_desktop.exchange.table import read_table
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from resilience_desktop.domain.progress import Progress

FIVE_MOODS = {"rad": 4, "good": 2, "meh": 0, "bad": -2, "awful": -4}
"""The moods Daylio starts with, on our five-point map. People rename them and add their own."""

_LOCALISED = frozenset({"weekday"})
_DAY_AND_MONTH = re.compile(r"(?:([0-9]{1,2})\W+)?(?:de )?([^\W\d_]+)\.?(?:\W+([0-9]{1,2}))?")


def is_daylio(header: Sequence[str]) -> bool:
    """Return whether these are the column names of a Daylio export."""
    names = {_column(name) for name in header}
    return {"mood", "activities"} <= names and ("full_date" in names or {"year", "date"} <= names)


def read_daylio(
    data: bytes,
    *,
    name: str,
    zone: str,
    moods: Mapping[str, int],
    progress: Progress | None = None,
) -> Reading:
    """Return what a Daylio export holds, for someone living in ``zone``.

    ``moods`` are numbers, -5 to +5, for the person's own mood words; they win over Daylio's five.
    Raises ``NotUnderstoodError`` when the file is no Daylio export.
    """
    table = read_table(data, name=name, progress=progress)
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
        self._zone = zone
        self._numbers = numbers

    def fingerprinted(self, cells: Cells) -> Iterable[tuple[str, str]]:
        # The names of days and months follow the phone's language, which people change.
        ignored = _LOCALISED | ({"date"} if "full_date" in self._columns else set())
        return (pair for pair in zip(self._columns, cells, strict=True) if pair[0] not in ignored)

    def unmapped_mood(self, cells: Cells) -> str:
        word = self._row(cells)["mood"].strip()
        return word if self._numbers.get(word) is None else ""

    def entry(self, cells: Cells, source: str) -> Entry:
        row = self._row(cells)
        time = row.get("time", "").strip()
        at, frame = moment(_date(row), clock(time) if time else None, self._zone)
        word = row["mood"].strip()
        return Entry(
            at=at,
            frame=frame,
            mood=self._numbers.get(word),
            converted_from=f"Daylio: {word}" if word else "",
            note=_note(row),
            tags=distinct(row["activities"].split("|")),
            sleep_hours=_sleep(row.get("scales", "")),
            source=source,
        )

    def _row(self, cells: Cells) -> dict[str, str]:
        return dict(zip(self._columns, cells, strict=True))


def _column(name: str) -> str:
    return "_".join(name.casefold().split())


def _date(row: Mapping[str, str]) -> dt.date:
    if "full_date" in row:
        return date_and_clock(row["full_date"], DayOrder.DAY_FIRST)[0]
    found = _DAY_AND_MONTH.fullmatch(" ".join(row["date"].split()))
    if not found:
        raise no_date()
    try:
        return dt.date(int(row["year"]), month(found[2]), int(found[1] or found[3] or 0))
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


def _note(row: Mapping[str, str]) -> str:
    scales = (scale.strip() for scale in row.get("scales", "").split("|"))
    lines = (plain(row.get("note_title", "")), plain(row.get("note", "")), *scales)
    return "\n".join(line for line in lines if line)
