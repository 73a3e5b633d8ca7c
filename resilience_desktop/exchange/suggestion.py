"""A first guess at which column of an unknown table is which."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from resilience_desktop.exchange.calendar_text import DayOrder, date_and_clock
from resilience_desktop.exchange.reading import LeftOutError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Likeliest first; English, German, French, Spanish; without accents.
_NAMES = {
    "date": "date datetime timestamp full_date day created_at when datum zeitpunkt zeitstempel "
    "jour horodatage fecha dia",
    "time": "time time_of_day uhrzeit zeit heure hora",
    "mood": "mood mood_score mood_rating mood_level happiness happy feeling_score stimmung laune "
    "humeur moral animo estado_de_animo humor",
    "energy": "energy energy_level energie antrieb energia",
    "note": "note notes journal text entry comment comments description diary notiz notizen "
    "tagebuch eintrag kommentar bemerkung beschreibung commentaire remarque nota notas comentario "
    "comentarios diario",
    "tags": "tags tag_list activities activity labels categories topics aktivitaten aktivitat "
    "schlagworte schlagworter stichworte activites activite etiquettes actividades actividad "
    "etiquetas",
    "feelings": "feelings feeling emotions emotion gefuhle gefuhl emotionen sentiments "
    "emociones emocion sentimientos",
    "sleep": "sleep sleep_hours hours_slept hours_of_sleep schlaf schlafdauer schlafstunden "
    "sommeil heures_de_sommeil sueno horas_de_sueno",
}
FIELDS = tuple(_NAMES)
"""What a column can be."""

_SAMPLE = 50


def suggest(header: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return, for each field that can be guessed, the name of its column.

    Names decide. When none of them speaks of a date, the first column that holds only dates does.
    """
    free = {_bare(name): name for name in reversed(header) if name.strip()}
    chosen: dict[str, str] = {}
    for field, names in _NAMES.items():
        found = next((name for name in names.split() if name in free), None)
        if found:
            chosen[field] = free.pop(found)
    if "date" not in chosen:
        dated = _dated_column(header, list(islice(rows, _SAMPLE)))
        chosen = {field: name for field, name in chosen.items() if name != dated}
        if dated:
            chosen["date"] = dated
    return chosen


@lru_cache  # the same few names stand in every row
def is_sleep(name: str) -> bool:
    """Return whether this is what people call their hours of sleep."""
    return _bare(name) in _NAMES["sleep"].split()


def _dated_column(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    for name, cells in zip(header, zip(*rows, strict=False), strict=False):
        held = [cell for cell in cells if cell.strip()]
        if held and all(_is_date(cell) for cell in held):
            return name
    return ""


def _is_date(cell: str) -> bool:
    try:
        date_and_clock(cell, DayOrder.DAY_FIRST)
    except LeftOutError:
        return _is_american(cell)
    return True


def _is_american(cell: str) -> bool:
    try:
        date_and_clock(cell, DayOrder.MONTH_FIRST)
    except LeftOutError:
        return False
    return True


def _bare(name: str) -> str:
    """Return a column name without accents, units in brackets, case and punctuation."""
    letters = unicodedata.normalize("NFKD", re.sub(r"\(.*|\[.*", "", name).casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "_".join(re.findall(r"\w+", plain.replace("_", " ")))
