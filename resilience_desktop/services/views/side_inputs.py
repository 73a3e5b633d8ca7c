"""What a journal has beside the ratings of the two sides: counts, each with what it is out of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from resilience_desktop.domain.month_look import CONNECTED, FLEXIBLE, NOTICING, SAY, SETTLING
from resilience_desktop.domain.thought_record import Settled
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.named import LEAST as LEAST_DAYS
from resilience_desktop.insights.records import LEAST_FOR_MEAN as LEAST_RECORDS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.period import Period
    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.services.views.view import Found

_AS_SKILLS = {Settled.BREATHING: "slow_breathing", Settled.GROUNDING: "grounding_54321"}
"""What settling in a thought record is called in the toolkit."""


def skill_days(found: Found) -> Mapping[str, set[dt.date]]:
    """Return on which days each skill was used, by itself or to settle in a thought record."""
    days = defaultdict(set)
    for practice in found.practices:
        days[practice.skill].add(practice.at.day)
    for record in found.records:
        if record.settled is not None and record.settled.choice in _AS_SKILLS:
            days[_AS_SKILLS[record.settled.choice]].add(record.at.day)
    return days


def inputs_of(period: Period, found: Found) -> dict[str, str]:
    """Return for each axis in words what the journal has, or how much is missing."""
    done = sum(period.has(day) for day in found.goals_done)
    goals = plural("{n} small goal done", "{n} small goals done", done)
    return {
        SETTLING: _settling(period, found),
        FLEXIBLE: _of_records(
            period, found, _put_fairer, text("a fairer way to put it in {n} of {all}")
        ),
        NOTICING: _of_days(
            period,
            found,
            lambda entry: bool(entry.feelings),
            text("feelings named on {n} of {all}"),
        ),
        SAY: goals if done else text("nothing noted of small goals"),
        CONNECTED: _of_days(
            period,
            found,
            lambda entry: not found.people.isdisjoint(entry.tags),
            text("people named on {n} of {all}"),
        )
        if found.people
        else text("no tag is in the group of people yet"),
    }


def _settling(period: Period, found: Found) -> str:
    """Return how often records began with settling, and on how many days a skill was used."""
    records = _of_records(period, found, _settled, text("settled first in {n} of {all}"))
    used = len({one.at.day for one in found.practices if period.has(one.at.day)})
    if not used:
        return records
    days = plural("a skill used on {n} day", "a skill used on {n} days", used)
    return text("{records}; {days}").format(records=records, days=days)


def _settled(record: ThoughtRecord) -> bool:
    return record.settled is not None and record.settled.choice is not Settled.DECLINED


def _put_fairer(record: ThoughtRecord) -> bool:
    return bool(record.balanced_thought.strip())


def _of_records(
    period: Period, found: Found, has: Callable[[ThoughtRecord], bool], words: str
) -> str:
    records = [one for one in found.records if one.finished and period.has(one.at.day)]
    if missing := max(0, LEAST_RECORDS - len(records)):
        return plural(
            "not enough yet: {n} more finished record",
            "not enough yet: {n} more finished records",
            missing,
        )
    every = plural("{n} finished record", "{n} finished records", len(records))
    return words.format(n=sum(map(has, records)), all=every)


def _of_days(period: Period, found: Found, has: Callable[[Entry], bool], words: str) -> str:
    entries = found.within(period)
    days = {entry.at.day for entry in entries}
    if missing := max(0, LEAST_DAYS - len(days)):
        return plural(
            "not enough yet: {n} more day with entries",
            "not enough yet: {n} more days with entries",
            missing,
        )
    every = plural("{n} day with entries", "{n} days with entries", len(days))
    return words.format(n=len({entry.at.day for entry in entries if has(entry)}), all=every)
