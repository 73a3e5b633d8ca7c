"""What the wider look at a month asks, in words."""

from __future__ import annotations

from resilience_desktop.domain.month_look import (
    AXES,
    CONNECTED,
    FLEXIBLE,
    LEAST,
    LIFE,
    MOST,
    NOTICING,
    PEOPLE,
    SAY,
    SELF,
    SETTLING,
    STEADY,
    WEIGHT,
    MonthLook,
)
from resilience_desktop.i18n import text


def axis_name(axis: str) -> str:
    """Return what an axis is called in a picture."""
    return {
        WEIGHT: text("Weight of difficulties"),
        STEADY: text("Feeling steady"),
        PEOPLE: text("People close to you"),
        SELF: text("How you see yourself"),
        LIFE: text("Content with life"),
        SETTLING: text("Settling yourself"),
        FLEXIBLE: text("Being flexible"),
        NOTICING: text("Noticing"),
        SAY: text("Having a say"),
        CONNECTED: text("Feeling connected"),
    }[axis]


def axis_question(axis: str) -> str:
    """Return what is asked of an axis."""
    return {
        WEIGHT: text("How heavy difficulties weighed on you"),
        STEADY: text("How steady you felt"),
        PEOPLE: text("How it was with people close to you"),
        SELF: text("How you thought of yourself"),
        LIFE: text("How content you were with your life"),
        SETTLING: text("Settling yourself when things got hard"),
        FLEXIBLE: text("Trying another way when something did not work"),
        NOTICING: text("Noticing what you felt and thought"),
        SAY: text("Having a say in how your days went"),
        CONNECTED: text("Feeling connected to other people"),
    }[axis]


def axis_ends(axis: str) -> dict[int, str]:
    """Return what the lowest and the highest number of an axis mean."""
    usual = text("not at all"), text("very much")
    low, high = {
        WEIGHT: (text("very light"), text("very heavy")),
        STEADY: (text("not steady"), text("very steady")),
        PEOPLE: (text("hard"), text("good")),
        SELF: (text("harshly"), text("kindly")),
        LIFE: (text("not content"), text("very content")),
    }.get(axis, usual)
    return {LEAST: low, MOST: high}


def look_in_words(look: MonthLook) -> str:
    """Return all that somebody said in a look, to be read elsewhere."""
    of_ten = text("{name}: {n} of 10")
    lines = [
        of_ten.format(name=axis_question(axis), n=number) for axis, number in known_ratings(look)
    ]
    for value in look.values:
        said = [value.name]
        if value.importance is not None:
            said.append(text("matters {n} of 10").format(n=value.importance))
        if value.lived is not None:
            said.append(text("lived {n} of 10").format(n=value.lived))
        lines.append(", ".join(said))
    return "\n\n".join(filter(None, ("\n".join(lines), look.words.strip())))


def known_ratings(look: MonthLook) -> tuple[tuple[str, int], ...]:
    """Return the ratings of the axes that this version knows, in their order."""
    found = ((axis, look.rating(axis)) for axis in AXES)
    return tuple((axis, number) for axis, number in found if number is not None)
