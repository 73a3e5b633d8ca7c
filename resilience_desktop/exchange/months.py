"""Names of months in the languages that other apps write them in."""

from __future__ import annotations

import unicodedata

_NAMES = (
    "january januar janvier enero",
    "february februar fevrier febrero",
    "march marz mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juni juin junio",
    "july juli juillet julio",
    "august aout agosto",
    "september septembre septiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember decembre diciembre",
)
_SHORTEST = 3


def month(name: str) -> int:
    """Return the month, 1 to 12, of a name or its abbreviation; accents and case do not matter.

    English, German, French and Spanish. Raises ``ValueError`` when it is none, or when an
    abbreviation fits more than one month.
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    fitting = [
        place
        for place, names in enumerate(_NAMES, start=1)
        if len(bare) >= _SHORTEST and any(word.startswith(bare) for word in names.split())
    ]
    if len(fitting) != 1:
        message = "This is not the name of one month."
        raise ValueError(message)
    return fitting[0]
