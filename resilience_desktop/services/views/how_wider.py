"""How the wider view is worked out, in words."""

from __future__ import annotations

from resilience_desktop.i18n import text
from resilience_desktop.insights.named import LEAST as LEAST_DAYS
from resilience_desktop.insights.records import LEAST_FOR_MEAN as LEAST_RECORDS
from resilience_desktop.insights.spread import DAYS_FOR_SPREAD


def signs() -> tuple[str, ...]:
    """Return how the five signs are made."""
    return (
        text(
            "The first five are your own ratings from 0 to 10, as you gave them. The change is the "
            "latest one less the first one of these days. It takes two ratings of the same thing. "
            "What you skipped is left out, and counts as nothing else."
        ),
        text(
            "How much days differed is the standard deviation of your mood, one number a day, over "
            "the 30 days up to a look. It takes {n} of them. Between people, moods that change "
            "more go with lower well-being only weakly (Houben and others 2015), so it says "
            "nothing about how you are."
        ).format(n=DAYS_FOR_SPREAD),
        no_score(),
    )


def sides() -> tuple[str, ...]:
    """Return how the two sides are made."""
    return (
        text(
            "The picture has your own ratings from 0 to 10. Beside them stands what your journal "
            "has of these days: finished thought records, days on which entries name feelings or "
            "people, and small goals. They are counts, and are not mixed with your ratings."
        ),
        text(
            "A change takes two ratings, a count of days takes {days} days with entries, and a "
            "count of records takes {records} finished records. People are tags in the group of "
            "people."
        ).format(days=LEAST_DAYS, records=LEAST_RECORDS),
        text(
            "What is not written down is not counted: a day without a name on it may have been "
            "full of people."
        ),
        no_score(),
    )


def values() -> tuple[str, ...]:
    """Return how what matters is made."""
    return (
        text(
            "These are your own words and ratings of the latest look of these days that has some. "
            "The difference is how far it was lived less how much it matters. Both have to be "
            "rated."
        ),
        text(
            "Differences of one step are not named, since a rating easily moves by one. Nobody "
            "lives all that matters to them at once."
        ),
    )


def no_score() -> str:
    """Return what the numbers are not."""
    return text(
        "This is no test and has no norms, so nobody knows how often a change comes about by "
        "chance. Nothing is added up, and there is no total."
    )
