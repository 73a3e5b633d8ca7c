"""A filter of the timeline as conditions on ``items AS i``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from resilience_desktop.storage.search import match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.domain.timeline_filter import TimelineFilter

SHOWN = "i.binned = 0 AND i.sealed = 0"
"""What is in the journal for all to see: neither in the bin nor sealed."""

# Each condition is a list of rows, made once from an index; the timeline is then gone through in
# its order, and stops when a page is full. The plus sign keeps SQLite from doing it the other way
# round: looking up all that have a common tag, and sorting them, only to show a few.
_FEELING = (
    "+i.seq IN (SELECT seq FROM entry_feelings WHERE word = {value} "
    "UNION ALL SELECT seq FROM record_feelings WHERE word = {value})"
)
_TAG = (
    "+i.seq IN (SELECT seq FROM entry_tags WHERE tag = {value} "
    "UNION ALL SELECT seq FROM record_details WHERE part = 'tag' AND word = {value})"
)
_DETAIL = (
    "+i.seq IN (SELECT seq FROM entry_details WHERE part = '{part}' AND word = {value} "
    "UNION ALL SELECT seq FROM record_details WHERE part = '{part}' AND word = {value})"
)
_MOOD = "+i.seq IN (SELECT seq FROM entries WHERE mood BETWEEN :low AND :high)"
_PICTURE = "+i.seq IN (SELECT seq FROM entry_details WHERE part = 'picture')"
_WELL = "+i.seq IN (SELECT seq FROM entries WHERE went_well <> '')"
_WORDS = "+i.seq IN (SELECT rowid FROM search WHERE search MATCH :match)"


def conditions_of(chosen: TimelineFilter) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions of a filter, all of which must hold, and their values."""
    conditions: list[str] = []
    values: dict[str, Any] = {}

    def all_of(words: Sequence[str], condition: str) -> None:
        for word in words:
            name = f"word{len(values)}"
            values[name] = word
            conditions.append(condition.replace("{value}", f":{name}"))

    if chosen.words.strip():
        values["match"] = match(chosen.words)
        conditions.append(_WORDS if values["match"] else "0")
    for day, sign in ((chosen.first, ">="), (chosen.last, "<=")):
        if day is not None:
            name = "first" if sign == ">=" else "last"
            values[name] = day.isoformat()
            conditions.append(f"i.day {sign} :{name}")
    if chosen.has_mood:
        low, high = chosen.lowest_mood, chosen.highest_mood
        values |= {"low": -9 if low is None else low, "high": 9 if high is None else high}
        conditions.append(_MOOD)
    all_of(chosen.feelings, _FEELING)
    all_of(chosen.tags, _TAG)
    all_of(chosen.sensations, _DETAIL.replace("{part}", "sensation"))
    all_of(chosen.triggers, _DETAIL.replace("{part}", "trigger"))
    if chosen.kind is not None:
        values["kind"] = chosen.kind.value
        conditions.append("i.kind = :kind")
    for wanted, condition in (
        (chosen.starred, "i.starred = 1"),
        (chosen.with_picture, _PICTURE),
        (chosen.went_well, _WELL),
    ):
        if wanted:
            conditions.append(condition)
    return conditions, values
