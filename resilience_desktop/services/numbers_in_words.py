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
    from resilience_desktop.insights.mean import Interval, PeriodMean
    from resilience_desktop.insights.spread import Spread, Swing

    Number = Callable[[float], str]


def on_mood_scale(value: float) -> str:
    """Return a number from -5 to +5, with its sign."""
    return signed(value, decimals=1)


def plainly(value: float) -> str:
    """Return a number that has no sign unless it is below zero, such as hours."""
    return signed(value, decimals=1).removeprefix("+")


def still_missing(enough: Enough, *, can_grow: bool = True) -> str:
    """Return what it takes before something can be shown; nothing when it can.

    ``can_grow`` where more days can still come: nobody is told to wait for days that are over.
    """
    if enough.missing:
        return _more_days(enough) if can_grow else text("Too few days in this time.")
    if enough.is_thin:
        return text("This can be shown where at least half of the days have entries.")
    if enough.missing_pairs:
        return text("This takes more entries on two days in a row.")
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
        return f"{said} {still_missing(mean.enough, can_grow=is_recent)}"
    middle = number(mean.mean)
    if mean.interval is None:
        average = text("The average was {mean}.").format(mean=middle)
        return f"{said} {average} {_without_range(mean)}"
    average = text("The average was {mean} (likely between {low} and {high}).").format(
        mean=middle, low=number(mean.interval.low), high=number(mean.interval.high)
    )
    return f"{said} {average}"


def compared_in_words(comparison: Comparison, before: str = "") -> str:
    """Return whether the later period is higher or lower, and by how much.

    ``before`` names the earlier one where it does not end as the later begins. What is clear of
    chance only beyond the first decimal is not called a difference, and two periods are only called
    about the same where no more than a small difference is possible. Where it is not known which
    way it goes, no difference is named: it would be read as one.
    """
    before = before or plural(
        "the {n} day before", "the {n} days before", comparison.earlier.of_days
    )
    difference, interval = comparison.difference, comparison.interval
    if difference is None or interval is None:
        return _not_compared(comparison, before)
    least, most = sorted(round(abs(end), 1) for end in (interval.low, interval.high))
    if not (comparison.is_clear and least):
        return _not_told_apart(interval, before, is_wide=comparison.is_wide)
    words = (
        text("Higher than {before} by about {amount} ({least} to {most}).")
        if difference > 0
        else text("Lower than {before} by about {amount} ({least} to {most}).")
    )
    said = words.format(before=before, amount=plainly(abs(difference)), least=least, most=most)
    return said + " " + text("The numbers can't say why.")


def spread_in_words(spread: Spread, *, can_grow: bool = True) -> str:
    """Return how much days differ."""
    if spread.deviation is None:
        return still_missing(spread.enough, can_grow=can_grow)
    words = (
        text("Your days were nearly all alike: about {points} away from their average.")
        if spread.is_nearly_flat
        else text("Your days lay about {points} away from their average.")
    )
    return words.format(points=_points(spread.deviation))


def swing_in_words(swing: Swing, *, can_grow: bool = True) -> str:
    """Return how far the mood moved from one day to the next."""
    if swing.points is None:
        return still_missing(swing.enough, can_grow=can_grow)
    return text("From one day to the next your mood moved by about {points}.").format(
        points=_points(swing.points)
    )


def carry_over_in_words(carry_over: CarryOver, *, can_grow: bool = True) -> str:
    """Return how much of a day was left on the next; for the advanced view."""
    if carry_over.value is None or carry_over.error is None:
        return still_missing(carry_over.enough, can_grow=can_grow)
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


def _without_range(mean: PeriodMean) -> str:
    """Return why nothing is said about how sure an average is."""
    if not mean.enough_for_interval:
        return text("How sure that is cannot be said yet.")
    if not mean.has_separate_days:
        return text("These days follow each other so closely that no range can be given.")
    return text("It has no range, as that would go past the end of the scale.")


def _not_compared(comparison: Comparison, before: str) -> str:
    """Return what two periods lack before it can be said how far they differ."""
    sides = [side.enough_for_interval for side in (comparison.later, comparison.earlier)]
    if lacking := [side for side in sides if side.missing]:
        words = text("Not compared with {before}: it takes {least} days with entries in each.")
        return words.format(before=before, least=lacking[0].least)
    if any(side.is_thin for side in sides):
        words = text("Not compared with {before}: it takes entries on half of the days of each.")
    elif any(side.missing_pairs for side in sides):
        words = text("Not compared with {before}: it takes more entries on two days in a row.")
    else:
        words = text("Not compared with {before}: each day is too much like the day before it.")
    return words.format(before=before)


def _not_told_apart(interval: Interval, before: str, *, is_wide: bool) -> str:
    """Return the verdict first, then how far apart the two may be: lower, higher or either."""
    lower, higher = max(0.0, round(-interval.low, 1)), max(0.0, round(interval.high, 1))
    if not is_wide:
        return _about_the_same(lower, higher).format(before=before, lower=lower, higher=higher)
    if lower and higher:
        reach = text("anything from {lower} lower to {higher} higher fits")
    elif higher:
        reach = text("anything from no difference to {higher} higher fits")
    else:
        reach = text("anything from no difference to {lower} lower fits")
    return text("Whether this differs from {before} cannot be told: {reach}.").format(
        before=before, reach=reach.format(lower=lower, higher=higher)
    )


def _about_the_same(lower: float, higher: float) -> str:
    if lower and higher:
        return text("About the same as {before}: at most {lower} lower or {higher} higher.")
    if higher:
        return text("About the same as {before}: at most {higher} higher.")
    if lower:
        return text("About the same as {before}: at most {lower} lower.")
    return text("About the same as {before}.")


def _more_days(enough: Enough) -> str:
    takes = text("This takes {n} days with entries.").format(n=enough.least)
    if not enough.days:
        return takes
    there = plural("{n} day so far.", "{n} days so far.", enough.days)
    return f"{there} {takes}"


def _points(value: float) -> str:
    return plural("{n} point", "{n} points", round(value, 1))
