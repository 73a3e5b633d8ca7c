"""What is to be known of the quiet note about lower days, and how it stands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import text
from resilience_desktop.insights.shift_note import (
    DAYS_OUTSIDE,
    ENOUGH_DAYS,
    FOUND,
    LIMIT,
    MOST_BY_CHANCE,
    REFERENCE_DAYS,
    SMOOTHING,
)

if TYPE_CHECKING:
    from resilience_desktop.services.lower_days import LowerDays

_NAMED = 3
"""Up to how many earlier notes are told with their days."""


def about_the_note() -> str:
    """Return what the note does, and how often it comes by chance."""
    return text(
        "It looks back at what you wrote and foretells nothing. You choose eight weeks that were "
        "as usual for you; {least} of their {days} days need a mood. When later days stay clearly "
        "lower, one line here and in the journal says so. It often misses days that are lower. And "
        "of 100 people whose mood stays steady, up to {chance} see it by chance within 90 days."
    ).format(least=ENOUGH_DAYS, days=REFERENCE_DAYS, chance=round(MOST_BY_CHANCE * 100))


def how_it_stands(found: LowerDays) -> str:
    """Return which weeks were chosen, what they lack, and what was noted since; or nothing."""
    reference = found.reference
    if reference is None:
        return ""
    weeks = i18n.period(reference.first, reference.last)
    enough, after = reference.enough, i18n.day(reference.last + dt.timedelta(days=1))
    if not enough and not found.can_fill:
        words = text(
            "In {weeks}, {n} days have a mood, and it takes {least}. Another first day may have "
            "more."
        )
        return words.format(weeks=weeks, n=enough.days, least=enough.least)
    said = [text("Your weeks are {weeks}.").format(weeks=weeks)]
    if not enough:
        words = text("So far {n} of their days have a mood, and it takes {least}.")
        said.append(words.format(n=enough.days, least=enough.least))
    if found.can_fill:
        words = text("From {day} on, days are compared with these.")
        return " ".join([*said, words.format(day=after)])
    said.append(text("Compared since {day}.").format(day=after))
    if found.noted is None:
        said.append(text("No note at present."))
    elif found.words:
        said.append(text("There is a note since {day}.").format(day=i18n.day(found.noted)))
    else:
        words = text("There is a note since {day}, which you put away.")
        said.append(words.format(day=i18n.day(found.noted)))
    return " ".join([*said, _earlier(found)])


def _earlier(found: LowerDays) -> str:
    """Return what was noted before."""
    if not found.earlier:
        return text("There was none before.")
    days = text(", ").join(map(i18n.day, found.earlier[-_NAMED:]))
    number = len(found.earlier)
    if number > _NAMED:
        words = text("There were {number} before, the last on: {days}.")
        return words.format(number=number, days=days)
    return text("Noted before: {days}.").format(days=days)


def how() -> tuple[str, ...]:
    """Return how it is worked out, in paragraphs."""
    return (
        text(
            "The {days} days from the one you choose on are compared with; {least} of them need a "
            "mood. After them each day moves an average: {part} of the new day and the rest of "
            "the average before. There is a note when that average is below a limit after "
            "{outside} days with a mood in a row."
        ).format(days=REFERENCE_DAYS, least=ENOUGH_DAYS, part=SMOOTHING, outside=DAYS_OUTSIDE),
        text(
            "The limit lies {limit} standard deviations of that average below the mean of the "
            "chosen days. It lies lower when one day is like the day before, since such days would "
            "be below it by chance far more often. Days without a mood are passed over, and so are "
            "days of a time you marked as hard."
        ).format(limit=round(LIMIT)),
        text(
            "These numbers come from made-up moods that dropped by one standard deviation. At "
            "best three of four such drops were noted within three weeks. At worst it was {least} "
            "of 100: near the end of the scale, with many days missing. Sources: Roberts 1959; "
            "Schmid and Sch\N{LATIN SMALL LETTER O WITH DIAERESIS}ne 1997 on days that are alike; "
            "Smit, Schat and Ceulemans 2022 on mood."
        ).format(least=round(min(FOUND) * 100)),
    )
