"""A filter of the timeline as conditions on ``items AS i``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.storage.search import match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.timeline_filter import TimelineFilter

SHOWN = "i.binned = 0 AND i.sealed = 0"
"""What is in the journal for all to see: neither in the bin nor sealed."""

IS_WRITTEN = "i.kind IN ('entry', 'thought_record')"
"""What stands in a calendar; a practice makes no day one on which something was written."""

AWAY = "binned = 1 OR sealed = 1"
"""What is not, as the index of it says."""

# Each of these is a list of rows, made once from an index; a row may be there more than once.
_FEELING = (
    "SELECT seq FROM entry_feelings WHERE word = {value} "
    "UNION ALL SELECT seq FROM record_feelings WHERE word = {value}"
)
_TAG = (
    "SELECT seq FROM entry_tags WHERE tag = {value} "
    "UNION ALL SELECT seq FROM record_details WHERE part = 'tag' AND word = {value}"
)
_DETAIL = (
    "SELECT seq FROM entry_details WHERE part = '{part}' AND word = {value} "
    "UNION ALL SELECT seq FROM record_details WHERE part = '{part}' AND word = {value}"
)
_MOOD = "SELECT seq FROM entries WHERE mood BETWEEN :low AND :high"
_PICTURE = "SELECT seq FROM entry_details WHERE part = 'picture'"
_WELL = "SELECT seq FROM entries WHERE went_well <> ''"
_WORDS = "SELECT rowid AS seq FROM search WHERE search MATCH :match"
_NOTHING = "SELECT seq FROM items WHERE 0"


def conditions_of(chosen: TimelineFilter) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions of a filter, all of which must hold, and their values.

    The timeline is gone through in its order, and stops when a page is full. The plus sign keeps
    SQLite from doing it the other way round: looking up all that have a common tag, and sorting
    them, only to show a few.
    """
    lists, conditions, values = _parts_of(chosen)
    return [*conditions, *(f"+i.seq IN ({rows})" for rows in lists)], values


def count_of(chosen: TimelineFilter) -> tuple[str, dict[str, Any]]:
    """Return the query that counts what a filter lets through, and its values.

    Lists alone are counted as they stand, and the few of their rows that are away are taken off:
    going through the whole timeline to look each row up in them takes many times longer.
    """
    lists, conditions, values = _parts_of(chosen)
    if lists and not conditions:
        each_once = (rows.replace("SELECT", "SELECT DISTINCT") for rows in lists)
        found = " INTERSECT ".join(f"SELECT seq FROM ({rows})" for rows in each_once)  # noqa: S608
        away = f"SELECT count(*) FROM items AS i WHERE ({AWAY}) AND +i.seq IN ({found})"  # noqa: S608
        return f"SELECT (SELECT count(*) FROM ({found})) - ({away})", values  # noqa: S608
    conditions, values = conditions_of(chosen)
    query = " AND ".join((SHOWN, *conditions))
    return f"SELECT count(*) FROM items AS i WHERE {query}", values  # noqa: S608


def _parts_of(chosen: TimelineFilter) -> tuple[list[str], list[str], dict[str, Any]]:
    """Return the lists a row must stand in, its other conditions, and the values of both."""
    lists: list[str] = []
    conditions: list[str] = []
    values: dict[str, Any] = {}

    def all_of(words: Sequence[str], rows: str) -> None:
        for word in words:
            name = f"word{len(values)}"
            values[name] = word
            lists.append(rows.replace("{value}", f":{name}"))

    if chosen.words.strip():
        values["match"] = match(chosen.words)
        lists.append(_WORDS if values["match"] else _NOTHING)
    for day, sign in ((chosen.first, ">="), (chosen.last, "<=")):
        if day is not None:
            name = "first" if sign == ">=" else "last"
            values[name] = day.isoformat()
            conditions.append(f"i.day {sign} :{name}")
    if chosen.has_mood:
        low, high = chosen.lowest_mood, chosen.highest_mood
        values |= {"low": -9 if low is None else low, "high": 9 if high is None else high}
        lists.append(_MOOD)
    all_of(chosen.feelings, _FEELING)
    all_of(chosen.tags, _TAG)
    all_of(chosen.sensations, _DETAIL.replace("{part}", "sensation"))
    all_of(chosen.triggers, _DETAIL.replace("{part}", "trigger"))
    lists += [
        rows
        for wanted, rows in ((chosen.with_picture, _PICTURE), (chosen.went_well, _WELL))
        if wanted
    ]
    if chosen.kind is not None:
        values["kind"] = chosen.kind.value
        conditions.append("i.kind = :kind")
    if chosen.starred:
        conditions.append("i.starred = 1")
    return lists, conditions, values
