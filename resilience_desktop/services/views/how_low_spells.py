"""How low spells are worked out, and what they cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.insights.low_spells import RUN, SHORT_RUN
from resilience_desktop.insights.spell_noise import Noise
from resilience_desktop.insights.spell_summary import ENOUGH_DAYS

if TYPE_CHECKING:
    from resilience_desktop.insights.low_spells import LowSpells
    from resilience_desktop.insights.spell_summary import SpellSummary


def how(summary: SpellSummary, spells: LowSpells) -> tuple[str, ...]:
    """Return it in paragraphs, with the rates of what is shown."""
    other = Noise.of(spells.series, other_run(spells.run))
    return (
        text(
            "A low spell begins with {run} days in a row that lie below B \N{MINUS SIGN} 1.5 U. "
            "B is the middle mood (the median) of the 28 days before, of which 14 or more need "
            "one. U is how far those days lay apart: 1.4826 times their median distance from B, "
            "and at least half a point. Both stay as they were on the first day. Between the days "
            "there may be two without a mood at most."
        ).format(run=spells.run),
        text(
            "Days are low up to the last two in a row below B \N{MINUS SIGN} 1.5 U, as long as "
            "half of the days up to then were, or to the lowest day. Days between them are counted "
            "too, also those without a mood. It is over "
            "on the first of two days in a row at B \N{MINUS SIGN} 0.5 U or above, and what lies "
            "between is the way back."
        ),
        text(
            "Some have no such end: days stay a little lower, or nothing is written for more than "
            "seven days. Where three days or more followed with a mood, and most of them were not "
            "below B \N{MINUS SIGN} 1.5 U, the low days are taken to be over, and those that "
            'followed are no part of it. Otherwise the number of low days has "or more" behind it.'
        ),
        text(
            "The days of an earlier low spell stay among those that say what was usual. So for "
            "about four weeks after one, another is harder to see. Of made-up drops of ten days, "
            "72 of 100 were found, but only 19 of 100 when another had just been."
        ),
        text(
            "In made-up mood in which nothing ever changed there were {least} to {most} low spells "
            "in 90 days on the whole. When {other} days in a row begin one, there were "
            "{other_least} to {other_most}. Of 100 such moods, 95 or more had no more than "
            "the number above, in as many days as yours. So one low spell alone says little."
        ).format(
            least=summary.noise.lowest,
            most=summary.noise.highest,
            other=other_run(spells.run),
            other_least=other.lowest,
            other_most=other.highest,
        ),
        text(
            "This can be shown for periods with {days} days with a mood or more, on at least half "
            "of their days. A low spell describes what you wrote. It is no sign of an illness, and "
            "it says nothing about why. Sources: Rousseeuw and Croux 1993 on the median distance; "
            "Schreuder and others 2024 on the way back."
        ).format(days=ENOUGH_DAYS),
    )


def other_run(run: int) -> int:
    """Return how many low days begin a spell in the other way of looking."""
    return SHORT_RUN if run == RUN else RUN
