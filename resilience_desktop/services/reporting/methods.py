"""How the numbers on paper are worked out: formulas, what had to be there, where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.domain.report_part import ReportPart
from resilience_desktop.i18n import text
from resilience_desktop.insights.going_with import LEAST_DAYS, LEAST_OF_EACH
from resilience_desktop.insights.named import LEAST
from resilience_desktop.insights.practised import LEAST_PAIRS
from resilience_desktop.insights.records import LEAST_FOR_MEAN
from resilience_desktop.insights.spell_summary import ENOUGH_DAYS

if TYPE_CHECKING:
    from collections.abc import Collection


def methods(shown: Collection[ReportPart]) -> tuple[tuple[str, str], ...]:
    """Return a paragraph for each part that is on the paper and has numbers, with what it is of."""
    every = (
        ({ReportPart.MOOD}, _mood()),
        ({ReportPart.SLEEP_ACTIVITIES}, _sleep()),
        ({ReportPart.LOW_SPELLS}, _spells()),
        ({ReportPart.BETTER_DAYS}, _better_days()),
        ({ReportPart.FEELINGS, ReportPart.PATTERNS}, _counts()),
        ({ReportPart.RECORDS_TOGETHER}, _records()),
        ({ReportPart.SKILLS}, _skills()),
    )
    said = [paragraph for parts, paragraph in every if not parts.isdisjoint(shown)]
    return (*said, _all()) if said else ()


def _mood() -> tuple[str, str]:
    return text("Mood."), text(
        "One item, from \N{MINUS SIGN}5 (as bad as it gets) to +5 (as good as it gets). A day is "
        "the mean of its entries about the moment of writing; a day that only has entries about "
        "the whole day uses those. Line: median of seven days, the day in the middle, at least "
        "four of them with a mood; it stops where more than seven days in a row have none. "
        "Quartiles by linear interpolation (Hyndman and Fan 1996, definition 7)."
    )


def _sleep() -> tuple[str, str]:
    return text("Sleep and the day’s basics."), text(
        "Average of day values, and the quartiles between which the middle half of them lies, by "
        "linear interpolation. It takes 7 days, and half of the days of the period. Basics count "
        "only days on which they were answered, {least} or more."
    ).format(least=LEAST)


def _spells() -> tuple[str, str]:
    return text("Low spells."), text(
        "B is the median mood of the 28 days before (14 or more of them with a mood), and U is "
        "1.4826 times the median distance from B, at least 0.5 points. A spell begins with three "
        "days in a row below B \N{MINUS SIGN} 1.5 U and ends on the first of two days in a row at "
        "B \N{MINUS SIGN} 0.5 U or above; more than seven days without a mood leave it without "
        "an end. Shown from {days} days with a mood on. Sources: Rousseeuw and Croux 1993; "
        "Schreuder and others 2024. A description of entries, and no sign of an illness."
    ).format(days=ENOUGH_DAYS)


def _better_days() -> tuple[str, str]:
    return text("Better or worse days."), text(
        "Difference in mood of days with and without, adjusted for weekend (from 120 days on, for "
        "weekday); for sleep it is for one hour or one step more. Range: 95 %, Newey and West "
        "1987. Clear: circular shift test with false discovery rate 10 % over all that were "
        "looked at (Benjamini and Hochberg 1995). It takes {days} days with a mood, half of the "
        "days, and {least} days with and {least} without. Differences found with few days look "
        "larger than they are. Slow changes are not taken out."
    ).format(days=LEAST_DAYS, least=LEAST_OF_EACH)


def _counts() -> tuple[str, str]:
    return text("Feelings and patterns."), text(
        "Feelings: days on which one was named, from {least} days with entries on. Patterns: "
        "finished thought records in which one was chosen, from {records} records on."
    ).format(least=LEAST, records=LEAST_FOR_MEAN)


def _records() -> tuple[str, str]:
    return text("Thought records."), text(
        "Ratings from 0 to 100. Counted is in how many records the later rating is lower; for "
        "feelings it is the mean over the unpleasant ones rated twice in a record. It takes "
        "{least} records with both ratings."
    ).format(least=LEAST_FOR_MEAN)


def _skills() -> tuple[str, str]:
    return text("Skills."), text(
        "A day counts once for a skill. Distress is rated from 0 to 100, before and after, where "
        "somebody wants to; the average is of after minus before, over each use that has both. It "
        "takes {least} of them. A high first rating is likely to be followed by a lower one by "
        "chance alone."
    ).format(least=LEAST_PAIRS)


def _all() -> tuple[str, str]:
    return text("All of it."), text(
        "Days without entries are left out and never filled in; they may have been different "
        "from the others. None of the numbers can say why."
    )
