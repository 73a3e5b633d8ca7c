"""A filter of the records in words, part by part, so that each can be seen and taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import content, i18n
from resilience_desktop.domain.record_filter import RecordState
from resilience_desktop.i18n import text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from resilience_desktop.domain.record_filter import RecordFilter


def parts_of(chosen: RecordFilter) -> dict[str, RecordFilter]:
    """Return each part in words, and the filter without it; what is typed stands in its field."""
    return dict(_parts(chosen))


def state_name(state: RecordState) -> str:
    """Return what records in a state are called."""
    return {
        RecordState.UNFINISHED: text("Still open"),
        RecordState.FINISHED: text("Finished"),
        RecordState.WAITING: text("To look at again"),
        RecordState.STARRED: text("For my next session"),
    }[state]


def _parts(chosen: RecordFilter) -> Iterator[tuple[str, RecordFilter]]:
    if chosen.first or chosen.last:
        yield _days(chosen.first, chosen.last), replace(chosen, first=None, last=None)
    for part, pattern in (
        ("patterns", text("pattern: {word}")),
        ("feelings", text("feeling: {word}")),
        ("triggers", text("trigger: {word}")),
        ("tags", "#{word}"),
    ):
        words: tuple[str, ...] = getattr(chosen, part)
        for word in words:
            rest = tuple(other for other in words if other != word)
            name = content.pattern_name(word) if part == "patterns" else word
            yield pattern.format(word=name), replace(chosen, **{part: rest})  # type: ignore[arg-type]
    if chosen.state is not None:
        yield state_name(chosen.state), replace(chosen, state=None)


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first is not None and last is not None:
        return i18n.period(first, last)
    if first is not None:
        return text("from {day}").format(day=i18n.day(first))
    return text("until {day}").format(day=i18n.day(last)) if last else text("Any day")
