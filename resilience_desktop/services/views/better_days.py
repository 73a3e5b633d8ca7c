"""What goes with better and with harder days: of the same day, and of the day after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.factors import Factors
from resilience_desktop.insights.going_with import (
    LEAST_DAYS,
    LEAST_OF_EACH,
    GoingWith,
    LookedAt,
)
from resilience_desktop.insights.mean import Interval
from resilience_desktop.services.findings_in_words import (
    all_going_with_in_words,
    days_with_in_words,
)
from resilience_desktop.services.numbers_in_words import still_missing
from resilience_desktop.services.views.factor_words import (
    lacking_in_words,
    name_in_sentence,
    names_of,
)
from resilience_desktop.services.views.how_better_days import how_days_after, how_same_days
from resilience_desktop.services.views.numbers import NOTHING_YET, count, mood, mood_range
from resilience_desktop.services.views.scales import mood_ranges
from resilience_desktop.services.views.view import Column, MoodRange, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resilience_desktop.insights.factors import Factor
    from resilience_desktop.insights.going_with import Family, NotLookedAt
    from resilience_desktop.services.views.view import Asked, Found

    Name = Callable[[Factor], str]

MOST_NOT_CLEAR = 6
"""How many rows that are not clear are drawn; the table has all of them."""
_WIDEST = 10
"""Points from one end of the mood scale to the other."""


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return what goes with the mood of the same day, and what with that of the day after."""
    period = asked.period
    entries = [entry for entry in found.entries if period.has(entry.at.day)]
    factors = Factors.of(entries, DayMoods.of(entries, period.first, period.last))
    going = GoingWith.of(factors)
    if not going.enough:
        return (
            Panel(
                name="better_days.same_day",
                title=text("What goes with better days"),
                sentences=(still_missing(going.enough),),
                how=how_same_days(),
            ),
        )
    name = names_of(factors)
    return (
        _panel("same_day", text("On the same day"), going.same_day, name, how_same_days()),
        _panel("day_after", text("On the day after"), going.next_day, name, how_days_after()),
    )


def _panel(key: str, title: str, family: Family, name: Name, how: tuple[str, ...]) -> Panel:
    clear = _highest_first(family.found)
    others = [one for one in family.looked_at if not one.found]
    drawn = [*clear, *_highest_first(others[:MOST_NOT_CLEAR])]
    named = [(one, name_in_sentence(one.factor, name)) for one in clear]
    sentences = all_going_with_in_words(named, next_day=key == "day_after")
    # One below the other, since each is about something else.
    said = "\n".join([_looked_at_in_words(family), *sentences])
    rows = [_row(one, name) for one in drawn]
    return Panel(
        name=f"better_days.{key}",
        title=title,
        sentences=(said,),
        drawings=(mood_ranges(f"better_days.{key}", title, said, rows, _WIDEST),) if rows else (),
        table=_table(title, [*clear, *_highest_first(others), *family.not_looked_at], name),
        how=how,
        note=" ".join(filter(None, _left_out(family, len(others)))),
    )


def _highest_first(some: Sequence[LookedAt]) -> list[LookedAt]:
    return sorted(some, key=lambda one: -one.difference.points)


def _looked_at_in_words(family: Family) -> str:
    looked_at, clear = len(family.looked_at), len(family.found)
    if not (looked_at or family.not_looked_at):
        return text(
            "There is nothing to look at yet. Tags, what set it off, the day’s basics and sleep "
            "are looked at once they are in your entries."
        )
    if not looked_at:
        return text(
            "Nothing has enough days yet: each needs {days} days on which it is known, with at "
            "least {least} days with it and {least} without. The table says what each lacks."
        ).format(days=LEAST_DAYS, least=LEAST_OF_EACH)
    if not clear:
        return text(
            "Of {all} looked at, none was clear. Something may still matter: with this many days, "
            "real differences can be missed."
        ).format(all=f"{looked_at:,}")
    return text("Of {all} looked at, {clear}.").format(
        all=f"{looked_at:,}", clear=plural("{n} was clear", "{n} were clear", clear)
    )


def _left_out(family: Family, not_clear: int) -> tuple[str, ...]:
    """Return what the picture does not have and the table has."""
    if not family.looked_at:
        return ()
    not_drawn, few = max(0, not_clear - MOST_NOT_CLEAR), len(family.not_looked_at)
    more = plural(
        "{n} more that was not clear is in the table.",
        "{n} more that were not clear are in the table.",
        not_drawn,
    )
    lacking = plural(
        "{n} more cannot be looked at yet; the table says what it lacks.",
        "{n} more cannot be looked at yet; the table says what each lacks.",
        few,
    )
    return (more if not_drawn else "", lacking if few else "")


def _row(one: LookedAt, name: Name) -> MoodRange:
    difference, called = one.difference, name(one.factor)
    not_clear = text("not clear")
    return MoodRange(
        key=one.factor,
        name=called,
        middle=difference.points,
        low=difference.lower,
        high=difference.upper,
        words=signed(difference.points, decimals=1) if one.found else not_clear,
        told=_told(called, one, "" if one.found else not_clear),
        is_clear=one.found,
    )


def _told(name: str, one: LookedAt, aside: str) -> Told:
    value, reach, days = mood(one.difference.points), _reach(one), days_with_in_words(one)
    shown, aloud = (
        text("{value}, roughly {reach}").format(value=first, reach=second)
        for first, second in ((value.shown, reach.shown), (value.aloud, reach.aloud))
    )
    if aside:
        return Told(f"{name}: {aside}, {shown} ({days})", f"{name}, {aside}, {aloud}, {days}")
    return Told(f"{name}: {shown} ({days})", f"{name}, {aloud}, {days}")


def _reach(one: LookedAt) -> Told:
    return mood_range(Interval(one.difference.lower, one.difference.upper))


def _days(one: LookedAt) -> tuple[Told, Told]:
    if one.days_with is None:
        return count(one.days), Told(NOTHING_YET, text("every day has a number"))
    return count(one.days_with), count(one.days_without or 0)


def _table(title: str, rows: Sequence[LookedAt | NotLookedAt], name: Name) -> Table | None:
    def cells(one: LookedAt | NotLookedAt) -> tuple[Told, ...]:
        called = Told(name(one.factor))
        if not isinstance(one, LookedAt):
            unknown = mood(None)
            return called, Told(lacking_in_words(one)), unknown, unknown, unknown, unknown
        verdict = Told(text("clear") if one.found else text("not clear"))
        return called, verdict, mood(one.difference.points), _reach(one), *_days(one)

    if not rows:
        return None
    return Table(
        title=title,
        columns=(
            Column(title=text("What"), is_number=False),
            Column(title=text("Clear, or what it lacks"), is_number=False),
            Column(title=text("Difference")),
            Column(title=text("Roughly between")),
            Column(title=text("Days with")),
            Column(title=text("Days without")),
        ),
        rows=rows,
        cells=cells,
    )
