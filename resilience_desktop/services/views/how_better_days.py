"""How what goes with better days is worked out, and what it cannot say.

The rates are those of ``insights.going_with.Family`` and ``insights.hac.Difference``.
"""

from __future__ import annotations

from resilience_desktop.i18n import text
from resilience_desktop.insights.going_with import LEAST_DAYS, LEAST_OF_EACH


def how_same_days() -> tuple[str, ...]:
    """Return the paragraphs of the same day, which hold for the day after too."""
    return (
        text(
            "Each dot is how much higher (+) or lower (\N{MINUS SIGN}) your mood was on days with "
            "something than on days without it. For sleep it is how much for each extra hour, or "
            "for each extra point of quality from 1 to 5."
        ),
        text(
            "Something is looked at once it and your mood are known on {days} days, with {least} "
            "days with it and {least} without. A day with a mood that does not mention a tag or "
            "what set it off counts as a day without it. For the day’s basics and sleep only days "
            "on which you answered count. Slow breathing and 5-4-3-2-1 steps are those of thought "
            "records, so they are mostly of hard days."
        ).format(days=LEAST_DAYS, least=LEAST_OF_EACH),
        text(
            "Weekends often differ anyway, so days are compared with days of their sort: weekend "
            "or not, and from 120 days on each day of the week (a regression on these and on what "
            "is looked at)."
        ),
        text(
            "The line is a rough range in which the true difference likely lies (95 %, Newey and "
            "West 1987: days near each other are alike). In made-up journals it held the true one "
            "in 90 to 94 of 100."
        ),
        text(
            "Clear means that it would hardly come about by chance. To see that, the days of one "
            "are moved along those of the other, place by place (circular shift test). Looking at "
            "many would always find a few, so all that were looked at share one correction "
            "(Benjamini and Hochberg 1995, q = .10). About one in ten of what is shown as clear is "
            "still chance. The line does not decide this: one that stays off 0 may be not clear, "
            "and one that just crosses it may be clear."
        ),
        text(
            "First findings look too large, because only what came out large is found. In made-up "
            "journals a true difference of half a standard deviation of mood, once found, came out "
            "about 1.8 times as large with 60 days, 1.5 times with 90 and 1.3 times with 150. And "
            "with so many days it was found in 18, 30 and 55 of 100: what is not clear may still "
            "be there."
        ),
        text(
            "The numbers cannot say what brings what. Slow changes are not taken out: if your mood "
            "rose over months, whatever came into use on the way can look as if it went with it. "
            "And what comes as regularly as every seventh day is hardly ever clear."
        ),
    )


def how_days_after() -> tuple[str, ...]:
    """Return what is different with the day after."""
    return (
        text(
            "Here it is the mood of the day after, where that day has one. The sums are those of "
            "the same day, with a correction of their own: the better of the two is never chosen."
        ),
        text(
            "Moods of days after each other are alike, so what goes with one day often goes with "
            "the next. Sleep is left out: it is already of the night before."
        ),
    )
