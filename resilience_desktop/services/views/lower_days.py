"""What is to be known of the quiet note about lower days, before somebody asks for it."""

from __future__ import annotations

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
from resilience_desktop.services.views.view import Panel


def note_panel() -> Panel:
    """Return how often the note comes by chance and how it is worked out."""
    least, most = (round(share * 100) for share in FOUND)
    return Panel(
        name="low_spells.note",
        title=text("A quiet note, if you want one"),
        sentences=(
            text(
                "It looks back at what you wrote and foretells nothing. Of 100 people whose mood "
                "stayed steady, up to {chance} would see it by chance within 90 days. Of drops "
                "that were clear but not large, it noted {least} to {most} of 100 within three "
                "weeks."
            ).format(chance=round(MOST_BY_CHANCE * 100), least=least, most=most),
        ),
        how=(
            text(
                "The {days} days from the one you choose on are compared with; {least} of them "
                "need a mood. After them each day moves an average: {part} of the new day and the "
                "rest of the average before. There is a note when that average is below a limit "
                "after {outside} days with a mood in a row."
            ).format(days=REFERENCE_DAYS, least=ENOUGH_DAYS, part=SMOOTHING, outside=DAYS_OUTSIDE),
            text(
                "The limit lies {limit} standard deviations of that average below the mean of the "
                "chosen days. It lies lower when one day is like the day before, since such days "
                "would be below it by chance far more often. Days without a mood are passed over, "
                "and so are days of a time you marked as hard."
            ).format(limit=round(LIMIT)),
            text(
                "The numbers were counted in made-up mood with drops by one standard deviation. "
                "Sources: Roberts 1959; Schmid and Sch\N{LATIN SMALL LETTER O WITH DIAERESIS}ne "
                "1997 on days that are alike; Smit, Schat and Ceulemans 2022 on mood."
            ),
        ),
    )
