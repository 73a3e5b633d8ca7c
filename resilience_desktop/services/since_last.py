"""What there is since the last session, in a few quiet facts; nothing of it is a judgement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.entry import Entry
from resilience_desktop.domain.markdown import plain_words
from resilience_desktop.domain.record_filter import RecordFilter
from resilience_desktop.domain.thought_record import Share
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.practised import days_of

if TYPE_CHECKING:
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.insights.low_spells import LowSpell
    from resilience_desktop.insights.summary import Middle
    from resilience_desktop.services.journal import Journal

WITHOUT_A_SESSION = 28
"""Days that are looked at before the first session."""
_EARLIER = 366
"""Days before them that say what was usual."""
_MOST_STARRED = 50
_LONGEST = 160
"""Letters of a page that are offered to be talked about; the link leads to the rest."""


@dataclass(frozen=True, slots=True)
class Starred:
    """A page with a star, to be put among what to talk about."""

    id: str
    is_record: bool
    day: dt.date
    words: str = field(repr=False)
    """How it begins; which page it is, where it has no words or must not be shared."""


@dataclass(frozen=True, slots=True)
class SinceLast:
    """The days since a session, or the last four weeks where there was none."""

    first: dt.date
    last: dt.date
    is_after_session: bool
    days_written: int
    days_with_mood: int
    middle: Middle | None = field(repr=False)
    """None until there are enough days with a mood."""
    records: int
    days_with_skills: int = 0
    spells: tuple[LowSpell, ...] = field(default=(), repr=False)
    """Low spells in these days; none before there are enough days of all to tell."""

    @property
    def days(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1


def since_last(journal: Journal, held_on: dt.date | None) -> SinceLast:
    """Look at the days from a session until today; the first call loads numpy."""
    from resilience_desktop.insights.days import DayMoods
    from resilience_desktop.insights.summary import MoodSummary

    today = journal.today()
    first = today - dt.timedelta(days=WITHOUT_A_SESSION - 1)
    first = min(held_on, today) if held_on else first
    found = journal.looking.days(first - dt.timedelta(days=_EARLIER), today)
    means = {day: mean for day, (mean, _) in found.items() if mean is not None}
    inside = {day: count for day, (_, count) in found.items() if day >= first}
    moods = DayMoods(first, today, {d: m for d, m in means.items() if d >= first}, inside)
    summary = MoodSummary.of(moods)
    return SinceLast(
        first,
        today,
        is_after_session=held_on is not None,
        days_written=summary.days_with_entries,
        days_with_mood=summary.days_with_mood,
        middle=summary.middle,
        records=journal.records.number_of(RecordFilter(first=first, last=today)),
        days_with_skills=len(days_of(journal.practices.between(first, today))),
        spells=_spells(means, first, today),
    )


def _spells(means: dict[dt.date, float], first: dt.date, last: dt.date) -> tuple[LowSpell, ...]:
    from resilience_desktop.insights.low_spells import LowSpells
    from resilience_desktop.insights.series import DaySeries
    from resilience_desktop.insights.spell_summary import ENOUGH_DAYS

    if len(means) < ENOUGH_DAYS:
        return ()
    series = DaySeries.of(means, min(means), last)
    return tuple(spell for spell in LowSpells.of(series).spells if spell.last_inside >= first)


def title(since: SinceLast) -> str:
    """Return what these days are called."""
    return text("Since last time") if since.is_after_session else text("The last four weeks")


def in_words(since: SinceLast) -> tuple[str, ...]:
    """Return what there is to say, a sentence each; nothing is said of what is not there."""
    days = plural("{n} day", "{n} days", since.days)
    if not since.days_written:
        said = [text("Nothing was written in these days, and that is fine.")]
        return (*said, _days_with_skills(since)) if since.days_with_skills else tuple(said)
    said = [text("You wrote on {n} of {days}.").format(n=f"{since.days_written:,}", days=days)]
    if since.middle is not None:
        lower, median, upper = (
            signed(value, decimals=1)
            for value in (
                since.middle.lower_quartile,
                since.middle.median,
                since.middle.upper_quartile,
            )
        )
        middle = text("Mood: the middle day was {median}, half of the days {lower} to {upper}.")
        said.append(middle.format(median=median, lower=lower, upper=upper))
    if since.records:
        said.append(plural("{n} thought record.", "{n} thought records.", since.records))
    if since.days_with_skills:
        said.append(_days_with_skills(since))
    return (*said, *(_spell_in_words(spell) for spell in since.spells))


def _days_with_skills(since: SinceLast) -> str:
    n = since.days_with_skills
    return plural("You used a skill on {n} day.", "You used a skill on {n} days.", n)


def _spell_in_words(spell: LowSpell) -> str:
    if spell.is_closed:
        return text("A low spell, {days}.").format(days=i18n.period(spell.onset, spell.last_inside))
    return text("A low spell from {day} on.").format(day=i18n.day(spell.onset))


def starred(journal: Journal, talked_about: frozenset[str]) -> tuple[Starred, ...]:
    """Return what has a star and was not talked about in a session, the newest first."""
    found = journal.looking.timeline(limit=_MOST_STARRED, chosen=TimelineFilter(starred=True))
    return tuple(_starred(item) for item in found.written if item.id not in talked_about)


def _starred(item: Entry | ThoughtRecord) -> Starred:
    day = i18n.day(item.at.day)
    if isinstance(item, Entry):
        words = "" if item.never_share else plain_words(item.note) or item.went_well
        name = text("Entry of {day}").format(day=day)
        return Starred(item.id, False, item.at.day, _short(words) or name)
    hot = item.hot_thought
    words = item.situation.strip() or (hot.text if hot else "") or item.balanced_thought
    name = text("Thought record of {day}").format(day=day)
    may = item.share is not Share.NEVER
    return Starred(item.id, True, item.at.day, _short(words if may else "") or name)


def _short(words: str) -> str:
    """Return the beginning of words in one line."""
    words = " ".join(words.split())
    if len(words) <= _LONGEST:
        return words
    beginning = words[:_LONGEST].rpartition(" ")[0] or words[:_LONGEST]
    return beginning.rstrip(" .\N{HORIZONTAL ELLIPSIS}") + "\N{HORIZONTAL ELLIPSIS}"
