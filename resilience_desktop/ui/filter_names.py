"""A filter in words, part by part, so that each can be seen and taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.domain.search import Kind
from resilience_desktop.i18n import text
from resilience_desktop.ui.rows import kind_name
from resilience_desktop.ui.sides import number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from resilience_desktop.domain.timeline_filter import TimelineFilter


def parts_of(chosen: TimelineFilter) -> dict[str, TimelineFilter]:
    """Return each part of a filter in words, and the filter without it."""
    return dict(_parts(chosen))


def _parts(chosen: TimelineFilter) -> Iterator[tuple[str, TimelineFilter]]:
    if chosen.words.strip():
        quoted = text("\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}")
        yield quoted.format(words=chosen.words.strip()), replace(chosen, words="")
    if chosen.first or chosen.last:
        yield days_in_words(chosen.first, chosen.last), replace(chosen, first=None, last=None)
    if chosen.has_mood:
        without = replace(chosen, lowest_mood=None, highest_mood=None)
        yield _mood(chosen.lowest_mood, chosen.highest_mood), without
    for part, pattern in (
        ("feelings", "{word}"),
        ("tags", "#{word}"),
        ("sensations", text("body: {word}")),
        ("triggers", text("set off by: {word}")),
    ):
        words: tuple[str, ...] = getattr(chosen, part)
        for word in words:
            rest = tuple(other for other in words if other != word)
            yield pattern.format(word=word), replace(chosen, **{part: rest})  # type: ignore[arg-type]
    if chosen.kind is not None:
        yield kind_name(Kind(chosen.kind)), replace(chosen, kind=None)
    if chosen.starred:
        yield text("For my next session"), replace(chosen, starred=False)
    if chosen.with_picture:
        yield text("With a picture"), replace(chosen, with_picture=False)
    if chosen.went_well:
        yield text("Something that went all right"), replace(chosen, went_well=False)


def days_in_words(first: dt.date | None, last: dt.date | None) -> str:
    """Return a stretch of days that may be open at an end."""
    if first is not None and last is not None:
        return i18n.period(first, last)
    if first is not None:
        return text("from {day}").format(day=i18n.day(first))
    return text("until {day}").format(day=i18n.day(last)) if last else text("Any day")


def _mood(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        lowest, highest = number(i18n.signed(low)), number(i18n.signed(high))
        if low == high:
            return text("mood {n}").format(n=lowest)
        return text("mood {low} to {high}").format(low=lowest, high=highest)
    if low is not None:
        return text("mood {n} or higher").format(n=number(i18n.signed(low)))
    return text("mood {n} or lower").format(n=number(i18n.signed(high or 0)))
