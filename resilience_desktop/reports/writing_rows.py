"""Rows of a sheet to write on: what was written, or lines for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import text
from resilience_desktop.reports.wording import line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.thought_record import ThoughtRecord
    from resilience_desktop.reports.document import Plain
    from resilience_desktop.reports.wording import Paragraph

_EMPTY_FEELINGS = 3


def words(
    label: str,
    hint: str,
    written: Iterable[str],
    room: int,
    numbers: Sequence[Plain] = (),
) -> Plain:
    """Return a row of somebody's own words; without any it has ``room`` lines."""
    found = _paragraphs(written)
    return {
        "kind": "words",
        "label": label,
        "hint": "" if found else hint,
        "words": found,
        "room": 0 if found else room,
        "numbers": list(numbers),
    }


def rating(label: str, number: int | None) -> list[Plain]:
    """Return a number, or the place for one."""
    return [{"label": label, "value": "" if number is None else str(number)}]


def feelings(record: ThoughtRecord | None, *, again: bool) -> Plain:
    """Return the feelings with their numbers, and in ``again`` a column for a second look."""
    found = record.feelings if record else ()
    rows = [
        {"words": paragraphs(one.word), "numbers": _numbers((one.before, one.after), again=again)}
        for one in found
    ]
    empty = {"words": [], "numbers": _numbers((None, None), again=again)}
    return {
        "kind": "feelings",
        "label": text("Feelings"),
        "hint": "" if rows else text("What did you feel, and how strongly, 0 to 100?"),
        "columns": [text("Feeling"), text("First"), *([text("Later")] if again else [])],
        "rows": rows or [empty] * _EMPTY_FEELINGS,
    }


def ticks(label: str, hint: str, choices: Iterable[tuple[str, bool]]) -> Plain:
    """Return names with a box each; where some are ticked, those alone."""
    found = [{"words": line(name), "ticked": ticked} for name, ticked in choices]
    ticked = [one for one in found if one["ticked"]]
    return {
        "kind": "ticks",
        "label": label,
        "hint": "" if ticked else hint,
        "choices": ticked or found,
    }


def pair(
    label: str, titles: tuple[str, str], facts: tuple[Iterable[str], Iterable[str]], room: int
) -> Plain:
    """Return two columns of facts side by side."""
    sides = [
        {"title": title, "words": found, "room": 0 if found else room}
        for title, found in zip(titles, map(_paragraphs, facts), strict=True)
    ]
    return {"kind": "pair", "label": label, "hint": "", "sides": sides}


def _numbers(numbers: tuple[int | None, int | None], *, again: bool) -> list[str]:
    shown = numbers if again else numbers[:1]
    return ["" if number is None else str(number) for number in shown]


def _paragraphs(written: Iterable[str]) -> list[Paragraph]:
    return [paragraph for one in written for paragraph in paragraphs(one)]
