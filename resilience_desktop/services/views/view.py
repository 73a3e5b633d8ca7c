"""What a view of the charts is made of: sentences, pictures, tables, and how each is worked out.

Everything here is plain values and functions without Qt, so that a view is worked out on any
thread, and the same panel serves the window, a file and a test.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from resilience_desktop.domain.timeline_filter import TimelineFilter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.early_sign import EarlySign
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.month_look import MonthLook
    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.domain.period import Period
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.domain.toolkit import OwnSkill

    Opens = dt.date | TimelineFilter | None
    """What of the journal a mark or a row opens: a day, or all that passes a filter."""
    Place = tuple[float, float]
    """Logical pixels from the top left of a picture."""

    class Draw(Protocol):
        """Draws a picture in a style."""

        def __call__(self, figure: Figure, *, style: ChartStyle) -> Mapping[Any, Place]:
            """Draw on an empty figure; return mark -> its middle, in reading order."""


SHORT_SPELLS = "short"
"""What to choose for low spells that begin with two days in a row instead of three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which days somebody wants to look at, and what of them."""

    period: Period
    other: Period | None = None
    """A second period to compare with."""
    beside: tuple[Period, ...] = ()
    """All periods that stand beside each other, so that their pictures can share a scale."""
    filter: TimelineFilter = field(default_factory=TimelineFilter, repr=False)
    choice: str = ""
    """What a view that can be looked at in several ways shows."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """The days that are asked about, and those beside them, if any."""
        return (self.period,) if self.other is None else (self.period, self.other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What views read of a journal: everything that passes the filter, of any day."""

    today: dt.date
    entries: Sequence[Entry] = field(default=(), repr=False)
    """Oldest first, also those outside the period: a baseline reaches back."""
    records: Sequence[ThoughtRecord] = field(default=(), repr=False)
    scales: Sequence[OwnScale] = field(default=(), repr=False)
    times_of_change: Sequence[TimeOfChange] = field(default=(), repr=False)
    month_looks: Sequence[MonthLook] = field(default=(), repr=False)
    """Oldest first."""
    early_signs: Sequence[EarlySign] = field(default=(), repr=False)
    """The one that was made first comes first."""
    practices: Sequence[Practice] = field(default=(), repr=False)
    """Oldest first; no filter is of them."""
    own_skills: Sequence[OwnSkill] = field(default=(), repr=False)
    goals_done: Sequence[dt.date] = field(default=(), repr=False)
    """The day of each small goal that was done."""
    people: frozenset[str] = field(default=frozenset(), repr=False)
    """Tags that are people."""
    whole: Found | None = field(default=None, repr=False)
    """The same without the filter, where there is one: some sums need the days as they follow."""

    @property
    def is_filtered(self) -> bool:
        """Whether this is not all there is."""
        return self.whole is not None

    def can_grow(self, period: Period) -> bool:
        """Whether more can still be written on days of a period: it is not over."""
        return period.last >= self.today

    def within(self, period: Period) -> Sequence[Entry]:
        """Return the entries of these days, without looking at all the others."""
        start = bisect_left(self.entries, period.first, key=_day)
        return self.entries[start : bisect_right(self.entries, period.last, key=_day)]


def _day(entry: Entry) -> dt.date:
    return entry.at.day


@dataclass(frozen=True, slots=True)
class Told:
    """One value in words, for the eye and for the ear."""

    shown: str = field(repr=False)
    spoken: str = field(default="", repr=False)
    """Empty when it is said as it is written."""
    plain: str = field(default="", repr=False)
    """What a file for a spreadsheet has instead, such as an ISO date; empty for what is shown.

    Never what a person wrote: it is not looked at for formulas.
    """

    @property
    def aloud(self) -> str:
        """What a screen reader says."""
        return self.spoken or self.shown


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodRange:
    """A row of a picture of ranges: a number, and between which two it likely lies."""

    key: Hashable = field(repr=False)
    name: str = field(repr=False)
    middle: float | None = field(repr=False)
    """None where there are too few days: the row stays, empty, and its words say why."""
    low: float = field(default=0.0, repr=False)
    high: float = field(default=0.0, repr=False)
    words: str = field(repr=False)
    """What stands at the end of the row."""
    told: Told = field(repr=False)
    is_clear: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture that can be drawn in any size and style, and asked about each of its marks."""

    name: str
    """Of the control, without its page: ``mood``."""
    title: str
    description: str = field(repr=False)
    draw: Draw = field(repr=False)
    """Draws on an empty figure and returns mark -> its middle, in reading order."""
    tell: Callable[[Any], Told] = field(repr=False)
    """Mark -> its value in words."""
    height: Callable[[float], float]
    """Text scale -> logical pixels; 1.0 is text of 100 %."""
    is_timeline: bool = False
    """Whether marks are days from left to right: they open, and a stretch can be chosen."""
    row: int = 0
    """How many marks Up and Down move by; 0 for the next mark above or below."""
    opens: Callable[[Any], Opens] = field(default=lambda _mark: None, repr=False)
    """Mark -> what a click or Enter opens."""
    reach: int = 14
    """Pixels from a mark within which the pointer means it."""
    ring: float = 9.0
    """Pixels from the middle of a mark to the ring round the one in view."""
    least: float = 1.0
    """The share of its height to which it may shrink, so that a low window shows it whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A day with a note that stands in a list below a picture, and as a number at its foot."""

    number: int
    day: dt.date = field(repr=False)
    words: str = field(repr=False)
    """How the note begins, as the person wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """Days that somebody can look back at in a note of its own, by a link below a picture."""

    first: dt.date = field(repr=False)
    last: dt.date = field(repr=False)
    words: str = field(repr=False)
    """The link itself, short, beside others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    title: str
    is_number: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The values of a panel, each row worked out when it is looked at."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Any] = field(repr=False)
    cells: Callable[[Any], tuple[Told, ...]] = field(repr=False)
    """Row -> a cell for each column."""
    opens: Callable[[Any], Opens] = field(default=lambda _row: None, repr=False)
    """Row -> what a click or Enter opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A picture with its sentences, its table, and how it is worked out.

    One that has too little to go on has sentences alone, and they say how much is missing.
    """

    name: str
    title: str
    sentences: tuple[str, ...] = field(default=(), repr=False)
    drawings: tuple[Drawing, ...] = ()
    table: Table | None = None
    how: tuple[str, ...] = ()
    """Paragraphs: formulas in words, what had to be there, and what the numbers cannot say."""
    advanced: tuple[str, ...] = field(default=(), repr=False)
    """A number most people have no use for, and what it is; closed until somebody opens it."""
    note: str = field(default="", repr=False)
    """A quiet line under the picture."""
    of_what: str = field(default="", repr=False)
    """A quiet line under the title where it is of some entries only, or of all despite a filter."""
    flags: tuple[Flag, ...] = field(default=(), repr=False)
    """What the numbers at the foot of the picture stand for."""
    look_backs: tuple[LookBack, ...] = field(default=(), repr=False)
    """Low spells that a note can be written about."""
