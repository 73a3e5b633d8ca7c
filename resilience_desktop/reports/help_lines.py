"""Help lines for the foot of every page."""

from __future__ import annotations

from resilience_desktop import content, i18n
from resilience_desktop.i18n import text

_NO_BREAK = "\N{NO-BREAK SPACE}"  # a number stays on one line


def help_footer(code: str) -> str:
    """Return the numbers of a country (two letters) and when they were checked.

    Without a country that is listed, it says where to find them.
    """
    country = content.country(code)
    if country is None:
        return text(
            "In an emergency call your local emergency number. findahelpline.com lists free"
            " support lines by country."
        )
    numbers = text(" or ").join(country.emergency)
    sentences = [text("Emergency {numbers}.").format(numbers=numbers)]
    for service in country.lines:
        contacts = [contact.replace(" ", _NO_BREAK) for contact in service.contacts]
        first, *others = [*contacts, *filter(None, [service.hours])]
        sentences.append(", ".join([f"{service.name}: {first}", *others]) + ".")
    said = text("Checked {month}.").format(month=i18n.month(country.checked_on))
    return " ".join([*sentences, said])
