"""Skills that were practised: on how many days, and distress before and after each of them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, signed, text
from resilience_desktop.insights.practised import LEAST_PAIRS, by_skill, days_of, rated_twice
from resilience_desktop.services.practised import change_in_words, how_often, is_lower, tends
from resilience_desktop.services.skills import name_of
from resilience_desktop.services.views.bars import Bar, bars
from resilience_desktop.services.views.numbers import NOTHING_YET, count, on_day
from resilience_desktop.services.views.view import Column, Drawing, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from matplotlib.figure import Figure

    from resilience_desktop.charts.style import ChartStyle
    from resilience_desktop.domain.period import Period
    from resilience_desktop.domain.practice import Practice
    from resilience_desktop.insights.practised import OwnChange, SkillUse
    from resilience_desktop.services.views.view import Asked, Found, Place

_MOST = 12
"""Rows of a picture; the tables have all."""
_ROW, _FOOT = 30, 31


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return how often skills were practised, then each that was rated often enough."""
    every = {period: _within(found, period) for period in (*asked.beside, asked.period)}
    here = every[asked.period]
    can_grow = found.can_grow(asked.period)
    rated = Counter[str]()
    for practices in every.values():
        for use in by_skill(practices):
            if use.change.mean is not None:
                rated[use.skill] += use.change.times
    each = [
        _before_and_after(
            skill,
            name_of(skill, found.own_skills),
            [one for one in here if one.skill == skill],
            can_grow=can_grow,
        )
        for skill, _ in sorted(rated.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return (_how_often(found, here, list(every.values()), can_grow=can_grow), *each)


def compared(_period: Period, _other: Period, _found: Found) -> str:
    """Return why two periods are not compared in numbers."""
    return text("How often you use a skill, and how hard things are then, has many reasons.")


def _within(found: Found, period: Period) -> list[Practice]:
    return [one for one in found.practices if period.has(one.at.day)]


def _how_often(
    found: Found, here: Sequence[Practice], beside: Sequence[Sequence[Practice]], *, can_grow: bool
) -> Panel:
    """Return on how many days there was what; pictures beside each other have the same rows."""
    name, title = "skills.often", text("Skills you used")
    uses, days = by_skill(here), len(days_of(here))
    said = [_in_all(days, len(here), can_grow=can_grow)]
    if not any(beside):
        return Panel(name=name, title=title, sentences=tuple(said))
    in_all = Counter[str]()
    for some in beside:
        in_all.update({use.skill: len(use.days) for use in by_skill(some)})
    if len(in_all) > _MOST:
        words = text("The picture has the {n} used on the most days, the table has all.")
        said.append(words.format(n=_MOST))
    named = {skill: name_of(skill, found.own_skills) for skill in in_all}
    by_name = {use.skill: use for use in uses}
    rows = [_bar(skill, named[skill], by_name.get(skill)) for skill, _ in in_all.most_common(_MOST)]
    return Panel(
        name=name,
        title=title,
        sentences=tuple(said),
        drawings=(bars(name, title, said[0], rows, full=max(1, days), on_whole=False),),
        table=_table_of_skills(title, uses, named),
        how=_how_it_is_counted(),
    )


def _in_all(days: int, times: int, *, can_grow: bool) -> str:
    if not times:
        if can_grow:
            return text("Skills that you use in these days show here.")
        return text("No skill was used in these days.")
    in_days = plural("You used a skill on {n} day", "You used a skill on {n} days", days)
    in_times = plural("{n} time in all", "{n} times in all", times)
    return text("{days}, {times}.").format(days=in_days, times=in_times)


def _bar(skill: str, name: str, use: SkillUse | None) -> Bar:
    words = Told(how_often(use) if use else plural("{n} day", "{n} days", 0))
    return Bar(key=skill, name=name, number=len(use.days) if use else 0, words=words)


def _table_of_skills(title: str, uses: Sequence[SkillUse], named: Mapping[str, str]) -> Table:
    def cells(use: SkillUse) -> tuple[Told, ...]:
        return (
            Told(named[use.skill]),
            count(len(use.days)),
            count(use.times),
            count(use.change.times),
            mean_change(use.change),
        )

    return Table(
        title=title,
        columns=(
            Column(title=text("Skill"), is_number=False),
            Column(title=text("Days")),
            Column(title=text("Times")),
            Column(title=text("Rated before and after")),
            Column(title=text("Change, on average")),
        ),
        rows=uses,
        cells=cells,
    )


def mean_change(change: OwnChange) -> Told:
    """Return the mean change of distress as a cell, or that there are too few ratings."""
    if change.mean is None:
        return Told(NOTHING_YET, text("not enough ratings"))
    return Told(signed(round(change.mean)))


def _before_and_after(
    skill: str, name: str, practices: Sequence[Practice], *, can_grow: bool
) -> Panel:
    """Return the ratings of one skill; sentences alone where only another time has enough."""
    key, pairs = f"skills.{skill}", rated_twice(practices)
    (use,) = by_skill(practices) or (None,)
    if use is None or use.change.mean is None:
        return Panel(name=key, title=name, sentences=(_still_missing(pairs, can_grow=can_grow),))
    said = [change_in_words(use.change), _lower_and_higher(pairs)]
    if is_lower(use.change):
        said.append(tends())
    notes = [text("The ring is distress before, the dot is after. Both go from 0 to 100.")]
    if len(pairs) > _MOST:
        words = text("The picture has the newest {n}, the table has all {all}.")
        notes.append(words.format(n=_MOST, all=len(pairs)))
    return Panel(
        name=key,
        title=name,
        sentences=tuple(said),
        drawings=(_picture(key, name, said[0], pairs[:_MOST]),),
        table=_table_of_ratings(name, pairs),
        note=" ".join(notes),
        how=_how_it_changed(),
    )


def _still_missing(pairs: Sequence[Practice], *, can_grow: bool) -> str:
    if not can_grow:
        return text("Too few ratings in this time: it takes {n}.").format(n=LEAST_PAIRS)
    return plural(
        "Once you have rated it before and after {n} more time, this shows here.",
        "Once you have rated it before and after {n} more times, this shows here.",
        LEAST_PAIRS - len(pairs),
    )


def _lower_and_higher(pairs: Sequence[Practice]) -> str:
    changes = [one.change or 0 for one in pairs]
    each = [
        words.format(n=having)
        for words, having in (
            (text("lower in {n}"), sum(change < 0 for change in changes)),
            (text("higher in {n}"), sum(change > 0 for change in changes)),
            (text("the same in {n}"), changes.count(0)),
        )
        if having
    ]
    return text("After, it was {each} of them.").format(each=", ".join(each))


def _picture(key: str, title: str, said: str, pairs: Sequence[Practice]) -> Drawing:
    by_id = {one.id: one for one in pairs}

    def tell(id_: str) -> Told:
        one = by_id[id_]
        words = text("{day}: {before} of 100 before, {after} after")
        return Told(words.format(day=i18n.day(one.at.day), before=one.before, after=one.after))

    return Drawing(
        name=key,
        title=title,
        description=said,
        draw=partial(_draw, tuple(pairs)),
        tell=tell,
        height=lambda scale: (len(pairs) * _ROW + _FOOT) * scale,
        opens=lambda id_: by_id[id_].at.day,
    )


def _draw(
    pairs: Sequence[Practice], figure: Figure, *, style: ChartStyle
) -> Mapping[Hashable, Place]:
    from resilience_desktop.charts.first_and_later import RatedTwice, draw_first_and_later

    rows = [
        RatedTwice(one.id, i18n.day(one.at.day), one.before or 0, one.after or 0) for one in pairs
    ]
    return draw_first_and_later(figure, rows, style=style)


def _table_of_ratings(title: str, pairs: Sequence[Practice]) -> Table:
    def cells(one: Practice) -> tuple[Told, ...]:
        return on_day(one.at.day), Told(f"{one.before}"), Told(f"{one.after}")

    return Table(
        title=title,
        columns=(
            Column(title=text("Day"), is_number=False),
            Column(title=text("Before")),
            Column(title=text("After")),
        ),
        rows=pairs,
        cells=cells,
        opens=lambda one: one.at.day,
    )


def _how_it_is_counted() -> tuple[str, ...]:
    return (
        text(
            "A day counts once for a skill, however long or often it was used then. A bar of the "
            "whole width is all days with any skill. Stopping early counts like going to the end."
        ),
        text(
            "Only what was kept by the toolkit is counted. A day without is a gap and says nothing "
            "about you."
        ),
    )


def _how_it_changed() -> tuple[str, ...]:
    return (
        text(
            "The change is the rating after minus the rating before, and its average is over each "
            "time that has both. It takes {n} of them."
        ).format(n=LEAST_PAIRS),
        text(
            "Distress that is very high at first is likely to be lower later, also without a "
            "skill (regression to the mean). So this is what was rated, not what the skill did, "
            "and it cannot say which skill is best for you."
        ),
    )
