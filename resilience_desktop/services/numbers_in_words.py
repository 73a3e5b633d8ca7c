"""What the numbers of a period say, in sentences that claim no more than the numbers carry.

An average comes with its days and between what it likely lies, a difference that could be chance is
not called one, and nothing says why. What is not known yet is said as what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, signed, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from resilience_desktop.insights.carry_over import CarryOver
    from resilience_desktop.insights.comparison import Comparison
    from resilience_desktop.insights.enough import Enough
    from resilience_desktop.insights.mean import PeriodMean
    from resilience_desktop.insights.spread import Spread, Swing

    Number = Callable[[float], str]


def on_mood_scale(value: float) -> str:
    """Return a number from -5 to +5, with its sign."""
    return signed(value, decimals=1)


def plainly(value: float) -> str:
    """Return a number that has no sign unless it is below zero, such as hours."""
    return signed(value, decimals=1).removeprefix("+")


def still_missing(enough: Enough) -> str:
    """Return what it takes before something can be shown; nothing when it can."""
    if enough.missing:
        return plural(
            "{n} more day with entries and this view can be shown.",
            "{n} more days with entries and this view can be shown.",
            enough.missing,
        )
    if enough.is_thin:
        return text("This can be shown where at least half of the days have entries.")
    if enough.missing_pairs:
        return plural(
            "{n} more time with entries on two days in a row and this view can be shown.",
            "{n} more times with entries on two days in a row and this view can be shown.",
            enough.missing_pairs,
        )
    return ""


def mean_in_words(
    mean: PeriodMean,
    *,
    is_recent: bool = False,
    days_with_entries: int | None = None,
    number: Number = on_mood_scale,
) -> str:
    """Return how many days there are and what they come to.

    ``is_recent`` when the period ends today. ``days_with_entries`` where not every entry has the
    number.
    """
    said = _written(mean, days_with_entries, is_recent=is_recent)
    if mean.mean is None:
        return f"{said} {still_missing(mean.enough)}"
    middle = number(mean.mean)
    if mean.interval is None:
        average = text("The average was {mean}. How sure that is cannot be said yet.")
        return f"{said} {average.format(mean=middle)}"
    average = text("The average was {mean} (likely between {low} and {high}).").format(
        mean=middle, low=number(mean.interval.low), high=number(mean.interval.high)
    )
    return f"{said} {average}"


def compared_in_words(comparison: Comparison, before: str = "") -> str:
    """Return whether the later period is higher or lower, and by how much.

    ``before`` names the earlier one where it does not end as the later begins. What is clear of
    chance only beyond the first decimal is not called a difference.
    """
    before = before or plural(
        "the {n} day before", "the {n} days before", comparison.earlier.of_days
    )
    interval = comparison.interval
    if comparison.difference is None or interval is None:
        if missing := still_missing(comparison.later.enough_for_interval):
            return missing
        missing = still_missing(comparison.earlier.enough_for_interval)
        return text("Of {before}: {missing}").format(before=before, missing=missing)
    least, most = sorted(round(abs(end), 1) for end in (interval.low, interval.high))
    if not (comparison.is_clear and least):
        same = text("About the same as {before}; the difference could be chance.")
        return same.format(before=before)
    words = (
        text("Higher than {before} by about {amount} ({least} to {most}).")
        if comparison.difference > 0
        else text("Lower than {before} by about {amount} ({least} to {most}).")
    )
    said = words.format(
        before=before, amount=plainly(abs(comparison.difference)), least=least, most=most
    )
    return said + " " + text("The numbers can't say why.")


def spread_in_words(spread: Spread) -> str:
    """Return how much days differ."""
    if spread.deviation is None:
        return still_missing(spread.enough)
    words = (
        text("Your days were nearly all alike: about {points} around their average.")
        if spread.is_nearly_flat
        else text("Your days lay about {points} around their average.")
    )
    return words.format(points=_points(spread.deviation))


def swing_in_words(swing: Swing) -> str:
    """Return how far the mood moved from one day to the next."""
    if swing.points is None:
        return still_missing(swing.enough)
    return text("From one day to the next your mood moved by about {points}.").format(
        points=_points(swing.points)
    )


def carry_over_in_words(carry_over: CarryOver) -> str:
    """Return how much of a day was left on the next; for the advanced view."""
    if carry_over.value is None or carry_over.error is None:
        return still_missing(carry_over.enough)
    return text(
        "From one day to the next about {value} carried over, where 0 is nothing and 1 is all "
        "(standard error {error})."
    ).format(value=f"{carry_over.value:.2f}", error=f"{carry_over.error:.2f}")


def _written(mean: PeriodMean, days_with_entries: int | None, *, is_recent: bool) -> str:
    days = plural("{n} day", "{n} days", mean.of_days)
    span = text("In the last {days}") if is_recent else text("In these {days}")
    if days_with_entries in (None, mean.days):
        said = text("{span} you wrote on {written} of them.")
    else:
        said = text("{span} you wrote on {written} of them, and {known} have this number.")
    return said.format(
        span=span.format(days=days),
        written=f"{days_with_entries or mean.days:,}",
        known=f"{mean.days:,}",
    )


def _points(value: float) -> str:
    return plural("{n} point", "{n} points", round(value, 1))
