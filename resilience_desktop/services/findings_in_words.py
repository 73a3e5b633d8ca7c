"""What was found in a period, in sentences: rhythms, what was named, what goes together.

Each says how many days it is of, and that there may be other reasons. None of them names an
illness, foretells anything or says that one thing brings about another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.services.numbers_in_words import on_mood_scale, plainly, still_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.insights.going_with import LookedAt
    from resilience_desktop.insights.mean import Interval
    from resilience_desktop.insights.named import Named, NamedInEntries
    from resilience_desktop.insights.rhythm import Part, Rhythm


def part_of_day(hour: int) -> str:
    """Return three hours as people write them: ``06:00 to 09:00``."""
    return text("{first} to {last}").format(first=f"{hour:02}:00", last=f"{hour + 3:02}:00")


def rhythm_in_words(rhythm: Rhythm, name: Callable[[int], str], *, can_grow: bool = True) -> str:
    """Return which parts of a week, a day or a year stand apart; ``name`` names a part."""
    if not rhythm.whole.enough_for_interval:
        return still_missing(rhythm.whole.enough_for_interval, can_grow=can_grow)
    if not rhythm.shown:
        if any(part.enough for part in rhythm.parts):
            return text("These days follow each other so closely that no range can be given.")
        if not can_grow:
            return text("Too few days in this time.")
        least = max(part.enough.least for part in rhythm.parts)
        return plural(
            "Each of these can be shown once it has {n} day with entries.",
            "Each of these can be shown once it has {n} days with entries.",
            least,
        )
    if not rhythm.apart:
        return text(
            "None of these is further from the average of all days than chance often brings about."
        )
    each = [
        _apart(name(part.key), part, part.mean, part.interval)
        for part in rhythm.apart
        if part.mean is not None and part.interval is not None
    ]
    return " ".join([*each, text("The numbers can't say why.")])


def of_one_year(rhythm: Rhythm) -> str:
    """Return what has to be said of months that were seen once; nothing where all came back."""
    if any(part.years == 1 for part in rhythm.shown):
        return text("A month of one year alone says nothing about that month in other years.")
    return ""


def of_different_days() -> str:
    """Return what has to be said of hours, since nobody writes at all of them every day."""
    return text("Mornings and evenings may be of different days, as nobody writes at all hours.")


def named_in_words(named: Named, found: NamedInEntries, *, is_chosen: bool = False) -> str:
    """Return how often something was named, how strong it was, and with what mood.

    ``is_chosen`` where these are not all entries of their days, but those that a filter lets by.
    """
    if not found.enough:
        return still_missing(found.enough)
    days = (
        plural("{n} day with such entries", "{n} days with such entries", found.enough.days)
        if is_chosen
        else plural("{n} day with entries", "{n} days with entries", found.enough.days)
    )
    said = [
        text(
            "\N{LEFT SINGLE QUOTATION MARK}{word}\N{RIGHT SINGLE QUOTATION MARK} was there on "
            "{number} of {days}."
        ).format(word=named.word, number=f"{named.days:,}", days=days)
    ]
    if named.strength is not None:
        words = plural("{n} rating", "{n} ratings", named.rated)
        half = text("Half of the {ratings} were {strength} or more.")
        said.append(half.format(ratings=words, strength=f"{named.strength:.0f}"))
    if named.mood is not None:
        mood = text("The mood of these entries was {mood} on average ({days}).")
        with_mood = plural("{n} day", "{n} days", named.mood_days)
        said.append(mood.format(mood=on_mood_scale(named.mood), days=with_mood))
    return " ".join(said)


def going_with_in_words(one: LookedAt, name: str, *, next_day: bool = False) -> str:
    """Return what goes with better or harder days; ``name`` is the factor as it is called.

    Only for what was found. Of a number, ``name`` says one unit more of it: ``hour of sleep``.
    """
    return f"{_difference(one, name, next_day=next_day)} {_other_reasons([one])}"


def all_going_with_in_words(
    named: Sequence[tuple[LookedAt, str]], *, next_day: bool = False
) -> tuple[str, ...]:
    """Return a sentence for each that was found, sleep last, and other reasons for all of them."""
    said: list[str] = []
    for is_sleep in (False, True):
        some = [(one, name) for one, name in named if (one.days_with is None) == is_sleep]
        if len(some) == 1:
            said.append(going_with_in_words(*some[0], next_day=next_day))
        elif some:
            said += [_difference(one, name, next_day=next_day) for one, name in some]
            said.append(_other_reasons([one for one, _ in some]))
    return tuple(said)


def days_with_in_words(one: LookedAt) -> str:
    """Return how many days had it and how many did not; of a number, how many days there are."""
    if one.days_with is None:
        return plural("{n} day", "{n} days", one.days)
    with_it = plural("{n} day with", "{n} days with", one.days_with)
    return text("{days_with}, {n} without").format(
        days_with=with_it, n=f"{one.days_without or 0:,}"
    )


def _apart(name: str, part: Part, mean: float, interval: Interval) -> str:
    words = text("{name} stood apart: {mean} on average (likely between {low} and {high}; {days}).")
    return words.format(
        name=name,
        mean=on_mood_scale(mean),
        low=on_mood_scale(interval.low),
        high=on_mood_scale(interval.high),
        days=plural("{n} day", "{n} days", part.enough.days),
    )


def _difference(one: LookedAt, name: str, *, next_day: bool) -> str:
    is_higher = one.difference.points > 0
    ends = sorted((one.difference.lower, one.difference.upper), key=abs)
    if one.days_with is None:
        words = (
            text("With each extra {name} your mood was about {points} higher ({range}; {days}).")
            if is_higher
            else text(
                "With each extra {name} your mood was about {points} lower ({range}; {days})."
            )
        )
    else:
        words = _with_and_without(is_higher=is_higher, next_day=next_day)
    reach = text("roughly {least} to {most}")
    sign = 1 if is_higher else -1
    return words.format(
        name=name,
        points=f"{abs(one.difference.points):.1f}",
        range=reach.format(least=plainly(sign * ends[0]), most=plainly(sign * ends[1])),
        days=days_with_in_words(one),
    )


def _with_and_without(*, is_higher: bool, next_day: bool) -> str:
    word = "\N{LEFT SINGLE QUOTATION MARK}{name}\N{RIGHT SINGLE QUOTATION MARK}"
    if next_day:
        words = (
            text("On the day after {word} your mood was about {points} higher ({range}; {days}).")
            if is_higher
            else text(
                "On the day after {word} your mood was about {points} lower ({range}; {days})."
            )
        )
    else:
        words = (
            text("On days with {word} your mood was about {points} higher ({range}; {days}).")
            if is_higher
            else text("On days with {word} your mood was about {points} lower ({range}; {days}).")
        )
    return words.replace("{word}", word)


def _other_reasons(found: Sequence[LookedAt]) -> str:
    """Return what else may be behind things of one sort: all of sleep, or none of it."""
    if found[0].days_with is None:  # no day brings the night before it
        nights = text(
            "The night comes before the day: sleep may make a difference, or something else may "
            "change both."
        )
        both = text("Hours and quality of sleep are two sides of the same nights.")
        return f"{nights} {both}" if len(found) > 1 else nights
    are_higher = {one.difference.points > 0 for one in found}
    if len(are_higher) > 1:
        return text(
            "It may be that they make days better or harder, that better or harder days bring "
            "them, or something else."
        )
    if len(found) > 1 and all(are_higher):
        return text(
            "It may be that they help, that better days make them easier, or something else."
        )
    if len(found) > 1:
        return text("It may be that they are hard, that harder days bring them, or something else.")
    if all(are_higher):
        return text("It may be that it helps, that better days make it easier, or something else.")
    return text("It may be that it is hard, that harder days bring it, or something else.")
