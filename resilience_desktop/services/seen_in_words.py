"""What records show together, in sentences: numbers with how many records they are of, no cause.

The rules are those of honest wording: a mean comes with its number of records, a difference is a
difference, and nothing says what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.records import LEAST_FOR_MEAN, Axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.insights.records import Change, Found, Mark, Share
    from resilience_desktop.insights.records_seen import RecordRatings, RecordsSeen


def what_is_counted(seen: RecordsSeen) -> str:
    """Return of how many records, and of which days, everything below is."""
    if seen.first is None or seen.last is None:
        return text("There is no finished record in these days.")
    records = plural("{n} finished record", "{n} finished records", seen.records)
    return text("{records}, {days}.").format(
        records=records, days=i18n.period(seen.first, seen.last)
    )


def feelings_changed(change: Change) -> str:
    """Return how far feelings were from first to later, or what is missing to say it."""
    return _changed(
        change,
        lower=text(
            "{records}, unpleasant feelings were about {points} lower the second time, on average."
        ),
        higher=text(
            "{records}, unpleasant feelings were about {points} higher the second time, on average."
        ),
        same=text(
            "{records}, unpleasant feelings were about the same the second time, on average."
        ),
    )


def belief_changed(change: Change) -> str:
    """Return the same about belief in the automatic thought."""
    return _changed(
        change,
        lower=text(
            "{records}, belief in the automatic thought was about {points} lower the second "
            "time, on average."
        ),
        higher=text(
            "{records}, belief in the automatic thought was about {points} higher the second "
            "time, on average."
        ),
        same=text(
            "{records}, belief in the automatic thought was about the same the second time, on "
            "average."
        ),
    )


def numbers_are_quiet() -> str:
    """Return what is not in the numbers, and what no number can say."""
    return text(
        "All ratings go from 0 to 100. Pleasant feelings, such as calm, are left out; words of "
        "your own are in. What is rated when it is strongest tends to be lower later anyhow: the "
        "numbers can't say why."
    )


def later_ratings(rated: Sequence[RecordRatings]) -> str:
    """Return in how many records the later rating is lower, higher or the same, of how many."""
    number = len(rated)
    both = plural(
        "Unpleasant feelings are rated both times in {n} record.",
        "Unpleasant feelings are rated both times in {n} records.",
        number,
    )
    if number < LEAST_FOR_MEAN:
        return both
    said = [both]
    for words, having in (
        (text("The later rating is lower in {n} of {all}."), sum(r.later < r.first for r in rated)),
        (text("It is higher in {n} of {all}."), sum(r.later > r.first for r in rated)),
        (text("It is the same in {n} of {all}."), sum(r.later == r.first for r in rated)),
    ):
        if having or len(said) == 1:
            said.append(words.format(n=having, all=number))
    return " ".join(said)


def lower_and_higher(rated: Sequence[RecordRatings], *, can_grow: bool = True) -> str:
    """Return in how many records the later rating is lower, or what is missing to say it."""
    number = len(rated)
    if number < LEAST_FOR_MEAN:
        return _so_far(number) if can_grow else _too_few_in_this_time()
    lower = sum(one.later < one.first for one in rated)
    higher = sum(one.later > one.first for one in rated)
    each = [
        words.format(n=having)
        for words, having in (
            (text("lower in {n}"), lower),
            (text("higher in {n}"), higher),
            (text("the same in {n}"), number - lower - higher),
        )
        if having
    ]
    both = text("{n} records have both ratings. The later one is {each} of them.")
    return both.format(n=number, each=", ".join(each))


def picture_in_words(shown: int, of: int) -> str:
    """Return what the picture shows, which may be the newest ``of`` more records."""
    how = text("The ring is the first rating, the dot the later one.")
    if shown == of:
        return how
    newest = plural("The picture has the newest {n}.", "The picture has the newest {n}.", shown)
    return f"{newest} {how}"


def in_records(number: int) -> str:
    """Return in how many records something is."""
    return plural("in {n} record", "in {n} records", number)


def of_records(number: int, of: int) -> str:
    """Return the same in short, of how many there are."""
    return text("{n} of {all}").format(n=number, all=of)


def too_few(*, can_grow: bool = True) -> str:
    """Return from how many records on they are counted; how many there are stands before it.

    ``can_grow`` where there can still be more: nobody is told to wait for days that are over.
    """
    if not can_grow:
        return _too_few_in_this_time()
    return text("More shows from {n} records on.").format(n=LEAST_FOR_MEAN)


def responses_in_all(share: Share, *, can_grow: bool = True) -> str:
    """Return how many records say what was chosen, of those that could, or what is missing."""
    if share.missing and not can_grow:
        return _too_few_in_this_time()
    if share.missing:
        so_far = plural(
            "{n} says what you did so far.", "{n} say what you did so far.", share.records
        )
        return f"{_from_five_on()} {so_far}" if share.records else _from_five_on()
    words = text("Of {all} records that say what you did, {n} also say what you chose instead.")
    return words.format(n=share.having, all=share.records)


def kindness_in_all(share: Share) -> str:
    """Return how many records have something kind in them, of all."""
    words = text("{n} of {all} records have something said to yourself as to a friend.")
    return words.format(n=share.having, all=share.records)


def name_of(mark: Mark) -> str:
    """Return what records have in common, as it is called."""
    return content.pattern_name(mark.word) if mark.axis is Axis.PATTERN else mark.word


def names_of(found: Found) -> str:
    """Return one name, or two in quotation marks."""
    names = [name_of(mark) for mark in found.marks]
    if len(names) == 1:
        return names[0]
    both = text(
        "\N{LEFT SINGLE QUOTATION MARK}{one}\N{RIGHT SINGLE QUOTATION MARK} and "
        "\N{LEFT SINGLE QUOTATION MARK}{other}\N{RIGHT SINGLE QUOTATION MARK}"
    )
    return both.format(one=names[0], other=names[1])


def counted_aloud(found: Found) -> str:
    """Return a count as a sentence."""
    if len(found.marks) == 1:
        return f"{names_of(found)}, {in_records(found.number)}"
    met = plural("met in {n} record", "met in {n} records", found.number)
    return text("{both} {met}").format(both=names_of(found), met=met)


def of_month(share: Share) -> str:
    """Return of how many records of a month something is true, of those that could have it."""
    records = plural("{n} record", "{n} records", share.records)
    return text("{having} of {records}").format(having=share.having, records=records)


def _so_far(number: int) -> str:
    so_far = plural("{n} has both ratings so far.", "{n} have both ratings so far.", number)
    return f"{_from_five_on()} {so_far}" if number else _from_five_on()


def _too_few_in_this_time() -> str:
    words = text("Too few records in this time: it takes {n}.")
    return words.format(n=LEAST_FOR_MEAN)


def _from_five_on() -> str:
    return text("This shows from {n} records on.").format(n=LEAST_FOR_MEAN)


def _changed(change: Change, *, lower: str, higher: str, same: str) -> str:
    if change.mean is None:
        return _so_far(change.records)
    records = plural(
        "In {n} record with both ratings", "In {n} records with both ratings", change.records
    )
    points = round(abs(change.mean))
    if points == 0:
        return same.format(records=records)
    words = lower if change.mean > 0 else higher
    return words.format(records=records, points=plural("{n} point", "{n} points", points))
