"""What is chosen for a report, remembered under a name; never anybody's words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from resilience_desktop.domain.ids import new_id
from resilience_desktop.domain.period import first_day_of_last_months
from resilience_desktop.domain.plain_values import (
    Plain,
    day_in,
    mapping,
    text_in,
    words_in,
)
from resilience_desktop.domain.report_part import SUMMARY, ReportPart

PAPERS = ("a4", "us-letter")


class Preset(StrEnum):
    """Which days a report is of."""

    SINCE_LAST = "since_last"
    """From the last day of the report before this one."""
    WEEKS = "weeks"
    MONTHS_3 = "months_3"
    MONTHS_6 = "months_6"
    YEAR = "year"
    ALL = "all"
    OWN = "own"
    """Dates of one's own."""


_MONTHS = {Preset.MONTHS_3: 3, Preset.MONTHS_6: 6, Preset.YEAR: 12}
_WEEKS = dt.timedelta(days=27)


class OneByOne(StrEnum):
    """What is chosen one by one."""

    RECORDS = "records"
    ENTRIES = "entries"
    CARDS = "cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportProfile:
    """What goes into a report, but for the things that are chosen one by one and the words."""

    name: str = field(default="", repr=False)
    preset: Preset = Preset.MONTHS_6
    dates: tuple[dt.date, dt.date] | None = field(default=None, repr=False)
    """The first and the last day, for dates of one's own."""
    parts: frozenset[ReportPart] = SUMMARY
    lists: frozenset[OneByOne] = frozenset()
    """Of which lists the things that are chosen go in."""
    paper: str = field(default="a4", repr=False)
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            message = "A report is printed on a paper there is."
            raise ValueError(message)
        if self.dates is not None and self.dates[1] < self.dates[0]:
            message = "A period does not end before it begins."
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A report that was saved or printed, and the days it was of."""

    made_on: dt.date
    first: dt.date
    last: dt.date
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = "A period does not end before it begins."
            raise ValueError(message)


def days_of(
    preset: Preset, span: tuple[dt.date, dt.date], before: ReportMade | None
) -> tuple[dt.date, dt.date]:
    """Return the days a preset stands for; all days for dates of one's own, until there are some.

    ``span`` is the first day with anything written and the last day a report can be of,
    ``before`` the report that was made last; without one, it is of all days. The day on which
    that one ended belongs to the next one too: more may have been written on it. Nobody wrote
    before they began.
    """
    first, last = span
    if preset is Preset.SINCE_LAST and before is not None:
        return min(before.last, last), last
    if preset is Preset.WEEKS:
        return max(first, last - _WEEKS), last
    if preset in _MONTHS:
        return max(first, first_day_of_last_months(last, _MONTHS[preset])), last
    return first, last


def profile_to_plain(profile: ReportProfile) -> Plain:
    """Return a profile as JSON values."""
    return {
        "id": profile.id,
        "name": profile.name,
        "preset": profile.preset.value,
        "dates": [day.isoformat() for day in profile.dates] if profile.dates else None,
        "parts": [part.value for part in ReportPart if part in profile.parts],
        "lists": [one.value for one in OneByOne if one in profile.lists],
        "paper": profile.paper,
    }


def profile_from_plain(value: object) -> ReportProfile:
    """Return what ``profile_to_plain`` wrote; a part that only a newer version has is left out.

    Raises ``ValueError`` for anything else.
    """
    plain = mapping(value)
    parts, lists = words_in(plain, "parts"), words_in(plain, "lists")
    return ReportProfile(
        name=text_in(plain, "name"),
        preset=Preset(text_in(plain, "preset")),
        dates=_dates_in(plain),
        parts=frozenset(part for part in ReportPart if part.value in parts),
        lists=frozenset(one for one in OneByOne if one.value in lists),
        paper=text_in(plain, "paper"),
        id=text_in(plain, "id"),
    )


def _dates_in(plain: Plain) -> tuple[dt.date, dt.date] | None:
    if plain.get("dates") is None:
        return None
    first, last = (day_in({"dates": day}, "dates") for day in words_in(plain, "dates"))
    return first, last


def made_to_plain(made: ReportMade) -> Plain:
    """Return a report that was made as JSON values."""
    return {
        "id": made.id,
        "made_on": made.made_on.isoformat(),
        "first": made.first.isoformat(),
        "last": made.last.isoformat(),
    }


def made_from_plain(value: object) -> ReportMade:
    """Return what ``made_to_plain`` wrote; raise ``ValueError`` for anything else."""
    plain = mapping(value)
    return ReportMade(
        day_in(plain, "made_on"),
        day_in(plain, "first"),
        day_in(plain, "last"),
        text_in(plain, "id"),
    )
