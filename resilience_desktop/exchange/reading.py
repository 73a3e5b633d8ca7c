"""What a file was understood to hold, before any of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resilience_desktop.domain.contact import Contact
    from resilience_desktop.domain.coping_card import CopingCard
    from resilience_desktop.domain.early_sign import EarlySign
    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.helper import Helper
    from resilience_desktop.domain.insight import Insight
    from resilience_desktop.domain.month_look import MonthLook
    from resilience_desktop.domain.own_pattern import OwnPattern
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.domain.report_profile import ReportMade, ReportProfile
    from resilience_desktop.domain.session import Session
    from resilience_desktop.domain.sheet import Sheet
    from resilience_desktop.domain.small_goal import SmallGoal
    from resilience_desktop.domain.tag import Tag
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.domain.time_of_change import TimeOfChange
    from resilience_desktop.domain.toolkit import OwnSkill, Toolkit
    from resilience_desktop.domain.worry import Worry


class Format(StrEnum):
    """The formats that can be read."""

    DAYLIO = "daylio"
    COLUMNS = "columns"
    RESILIENCE = "resilience"


class LeftOutError(ValueError):
    """A row cannot be used. The message is a sentence for the person, without their words."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that was left out, and why."""

    line: int
    """Line of the file the row starts on; in JSON, the number of the item in its list."""
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that was still being written when the export was made."""

    slot: str
    """Where the draft was kept, in the words of the journal's storage."""
    entry: Entry = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything in a file: what can be kept, what was left out and what needs an answer."""

    format: str
    rows: int
    """Rows (or items) in the file: those that can be kept and those left out."""
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    problems: tuple[RowProblem, ...] = field(default=(), repr=False)
    unmapped_moods: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    """Mood words that have no number yet and how many rows hold them, most frequent first."""
    records: tuple[ThoughtRecord, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = field(default=(), repr=False)
    """Sentences about the file as a whole, such as how its dates were read."""
    binned_entries: tuple[Entry, ...] = field(default=(), repr=False)
    binned_records: tuple[ThoughtRecord, ...] = field(default=(), repr=False)
    drafts: tuple[Draft, ...] = field(default=(), repr=False)
    report_words: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Part of a report and what was written for it."""
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    settings: tuple[tuple[str, Any], ...] = field(default=(), repr=False)
    """Name and JSON value of each setting of the journal."""
    tags: tuple[Tag, ...] = field(default=(), repr=False)
    """What the file says of tags besides which entries have them."""
    goals: tuple[SmallGoal, ...] = field(default=(), repr=False)
    pictures: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Id and bytes of each picture, which nobody has looked into yet."""
    cards: tuple[CopingCard, ...] = field(default=(), repr=False)
    insights: tuple[Insight, ...] = field(default=(), repr=False)
    patterns: tuple[OwnPattern, ...] = field(default=(), repr=False)
    times_of_change: tuple[TimeOfChange, ...] = field(default=(), repr=False)
    sessions: tuple[Session, ...] = field(default=(), repr=False)
    report_profiles: tuple[ReportProfile, ...] = field(default=(), repr=False)
    reports_made: tuple[ReportMade, ...] = ()
    month_looks: tuple[MonthLook, ...] = field(default=(), repr=False)
    early_signs: tuple[EarlySign, ...] = field(default=(), repr=False)
    practices: tuple[Practice, ...] = field(default=(), repr=False)
    own_skills: tuple[OwnSkill, ...] = field(default=(), repr=False)
    toolkit: tuple[Toolkit, ...] = field(default=(), repr=False)
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    worries: tuple[Worry, ...] = field(default=(), repr=False)
    helpers: tuple[Helper, ...] = field(default=(), repr=False)
