"""How much there is of each part of a report, in a few quiet words beside its tick."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.summary import MoodSummary
from resilience_desktop.reports.sections import Table, Words
from resilience_desktop.services.reporting.compose import outcome_of
from resilience_desktop.services.reporting.source import Excerpt, Journal, excerpt

if TYPE_CHECKING:
    from resilience_desktop.services.reporting.choice import ReportChoice
    from resilience_desktop.services.reporting.outcome import Outcome

_OF_WHOLE_DAYS = {
    ReportPart.MOOD,
    ReportPart.SLEEP_ACTIVITIES,
    ReportPart.LOW_SPELLS,
    ReportPart.BETTER_DAYS,
    ReportPart.SKILLS,
}
_NAMED_ONLY_IN_NUMBERS = {ReportPart.FEELINGS, ReportPart.PATTERNS}
_ALWAYS = {ReportPart.MY_WORDS, ReportPart.STORY, ReportPart.METHODS}
"""What the form knows of by itself."""


@dataclass(frozen=True, slots=True)
class HowMuch:
    """A few words, and whether there is anything that could go in."""

    words: str = ""
    is_there: bool = True


def excerpt_of_all(journal: Journal, choice: ReportChoice) -> Excerpt:
    """Return what it takes to say how much there is, whatever is ticked."""
    return excerpt(journal, _with_all_parts(choice))


def how_much(part: Excerpt, choice: ReportChoice) -> dict[ReportPart, HowMuch]:
    """Return how much there is of each part for the days of this choice."""
    whole = _with_all_parts(choice)
    summary = MoodSummary.of(DayMoods.of(part.entries, whole.first, whole.last))
    found = {
        ReportPart.MOOD: _number(
            summary.days_with_mood, plural("{n} day", "{n} days", summary.days_with_mood)
        ),
        ReportPart.DATA: _number(
            summary.entries, plural("{n} entry", "{n} entries", summary.entries)
        ),
    }
    for one in ReportPart:
        if one in _OF_WHOLE_DAYS and whole.only is not None:
            found[one] = HowMuch(text("of whole days only"), is_there=False)
        elif one not in found and one not in _ALWAYS:
            found[one] = _told(one, outcome_of(one, part, whole), part)
    return found


def _told(one: ReportPart, outcome: Outcome, part: Excerpt) -> HowMuch:
    if not outcome.sections:
        too_little = HowMuch(text("too little yet"))
        return too_little if outcome.lacking else _nothing()
    if one in _NAMED_ONLY_IN_NUMBERS:
        return HowMuch(text("counts only"))
    if one is ReportPart.RECORDS_TOGETHER:
        finished = sum(record.finished for record in part.counted)
        return HowMuch(plural("{n} record", "{n} records", finished))
    if one is ReportPart.NEXT_SESSION:
        starred = sum(e.starred for e in part.open_entries) + sum(r.starred for r in part.counted)
        return HowMuch(_starred(starred, outcome))
    if one is ReportPart.SKILLS:
        times = len(part.practices)
        return HowMuch(plural("{n} time", "{n} times", times))
    rows = [len(section.rows) for section in outcome.sections if isinstance(section, Table)]
    if one is ReportPart.LOW_SPELLS:
        return HowMuch(f"{sum(rows):,}" if rows else text("none"))
    if one is ReportPart.BETTER_DAYS:
        found = text("{n} found").format(n=f"{sum(rows):,}")
        return HowMuch(found if rows else text("nothing clear"))
    return HowMuch()


def _starred(pages: int, outcome: Outcome) -> str:
    """Return how many pages there are, and of how many the person's words are told."""
    sections = (section for section in outcome.sections if isinstance(section, Words))
    told = sum(bool(said.words) for section in sections for said in section.rows)
    if not told:
        return f"{pages:,}"
    return text("{n}, with words of {told}").format(n=f"{pages:,}", told=f"{told:,}")


def _number(count: int, words: str) -> HowMuch:
    return HowMuch(words) if count else _nothing()


def _nothing() -> HowMuch:
    return HowMuch(text("nothing yet"), is_there=False)


def _with_all_parts(choice: ReportChoice) -> ReportChoice:
    return replace(choice, parts=frozenset(ReportPart))
