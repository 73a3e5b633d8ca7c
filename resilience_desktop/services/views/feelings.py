"""Feelings, sensations of the body and triggers: how often, how strong, with what mood, when."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.named import LEAST, NamedInEntries
from resilience_desktop.services.findings_in_words import named_in_words
from resilience_desktop.services.numbers_in_words import still_missing
from resilience_desktop.services.views.bars import Bar, bars
from resilience_desktop.services.views.named_by_month import over_time
from resilience_desktop.services.views.named_kinds import MOST, kinds, most_named, what_is_left_out
from resilience_desktop.services.views.numbers import NOTHING_YET, count, mood
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from resilience_desktop.domain.entry import Entry
    from resilience_desktop.domain.period import Period
    from resilience_desktop.insights.named import Named
    from resilience_desktop.services.views.named_kinds import Kind
    from resilience_desktop.services.views.view import Asked, Drawing, Found

_STRONGEST = 100


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return what was named in the period, kind by kind: all of it, then by month."""
    periods = dict.fromkeys((asked.period, *asked.beside))
    within = [found.within(period) for period in periods]
    made: list[Panel] = []
    can_grow, of_filter = found.can_grow(asked.period), asked.filter if found.is_filtered else None
    for kind in kinds():
        chosen = kind.chosen(of_filter) if of_filter else ()
        seen, *others = (_seen(entries, kind, chosen) for entries in within)
        beside = [one for one in (seen, *others) if one.enough and one.things]
        if seen.enough and seen.things:
            counted = _counted(kind, seen, beside, is_chosen=found.is_filtered)
            made += [
                counted,
                over_time(kind, seen, beside, is_chosen=found.is_filtered, can_grow=can_grow),
            ]
        else:
            said = (_nothing(kind, seen, chosen, can_grow=can_grow),)
            made.append(Panel(name=f"feelings.{kind.key}", title=kind.title, sentences=said))
            if beside:  # what stands beside it has this panel
                name = f"feelings.{kind.key}_by_month"
                made.append(Panel(name=name, title=kind.over_time, sentences=said))
    return tuple(made)


def compared(period: Period, other: Period, found: Found) -> str:
    """Return why two periods are not compared."""
    return text("Of so many words, some come up more or less often by chance alone.")


def _seen(entries: Sequence[Entry], kind: Kind, chosen: Collection[str]) -> NamedInEntries:
    """Count what is named, without what was chosen: that is in every one of these entries."""
    seen = NamedInEntries.of(entries, kind.names)
    left_out = {word.casefold() for word in chosen}
    things = tuple(one for one in seen.things if one.word.casefold() not in left_out)
    return replace(seen, things=things)


def _nothing(kind: Kind, seen: NamedInEntries, chosen: Collection[str], *, can_grow: bool) -> str:
    """Return why nothing is shown: a day more without a word for it would change nothing."""
    if seen.things:
        return still_missing(seen.enough, can_grow=can_grow)
    if chosen:
        return text("Nothing else was named in these entries.")
    return kind.to_come if can_grow else kind.none


def _counted(
    kind: Kind, seen: NamedInEntries, beside: Sequence[NamedInEntries], *, is_chosen: bool
) -> Panel:
    name = f"feelings.{kind.key}"
    sentences = [named_in_words(seen.things[0], seen, is_chosen=is_chosen)]
    if left_out := what_is_left_out(seen, beside, MOST):
        sentences.append(left_out)
    return Panel(
        name=name,
        title=kind.title,
        sentences=tuple(sentences),
        drawings=tuple(_drawings(kind, name, seen, beside, sentences[0])),
        table=_table(kind, seen),
        how=_how(kind),
    )


def _drawings(
    kind: Kind, name: str, seen: NamedInEntries, beside: Sequence[NamedInEntries], said: str
) -> Iterator[Drawing]:
    each = [(one, most_named(one, beside, MOST)) for one in beside]
    often, *others = (_often(kind, one, shown) for one, shown in each)
    rows = list(chain(*others))
    yield bars(f"{name}.often", text("How often"), said, often, full=1, beside=rows)
    strong, *others = (_strong(shown) for _, shown in each)
    if any(one.strength is not None for _, shown in each for one in shown):
        about = text("The middle of the ratings, for those that have {n} or more.").format(n=LEAST)
        rows = list(chain(*others))
        yield bars(
            f"{name}.strong", text("How strong"), about, strong, full=_STRONGEST, beside=rows
        )


def _often(kind: Kind, seen: NamedInEntries, shown: Sequence[Named]) -> list[Bar]:
    days = seen.enough.days
    return [
        Bar(key=one.word, name=one.word, number=one.days / days, words=_how_often(kind, one, days))
        for one in shown
    ]


def _strong(shown: Sequence[Named]) -> list[Bar]:
    return [
        Bar(key=one.word, name=one.word, number=one.strength, words=_how_strong(one))
        for one in shown
    ]


def _how_often(kind: Kind, one: Named, of_days: int) -> Told:
    days = plural("{n} day", "{n} days", of_days)
    words = text("{number} of {days}").format(number=one.days, days=days)
    if one.mood is None or not kind.has_mood:
        return Told(words)
    value, with_mood = mood(one.mood), text("{words}, mood {mood}")
    return Told(
        with_mood.format(words=words, mood=value.shown),
        with_mood.format(words=words, mood=value.aloud),
    )


def _how_strong(one: Named) -> Told:
    ratings = plural("{n} rating", "{n} ratings", one.rated)
    if one.strength is None:
        return Told(text("{ratings}, too few to say").format(ratings=ratings))
    words = text("{strength} of 100 ({ratings})")
    return Told(words.format(strength=f"{one.strength:.0f}", ratings=ratings))


def _table(kind: Kind, seen: NamedInEntries) -> Table:
    def cells(one: Named) -> tuple[Told, ...]:
        strength = (count(one.rated), _strength(one)) if kind.has_strength else ()
        return (
            Told(one.word),
            count(one.days),
            count(one.entries),
            *strength,
            count(one.mood_days),
            mood(one.mood),
        )

    strength = (
        (Column(title=text("Ratings")), Column(title=text("Strength"))) if kind.has_strength else ()
    )
    return Table(
        title=kind.title,
        columns=(
            Column(title=kind.one, is_number=False),
            Column(title=text("Days")),
            Column(title=text("Entries")),
            *strength,
            Column(title=text("With a mood")),
            Column(title=text("Mood")),
        ),
        rows=seen.things,
        cells=cells,
    )


def _strength(one: Named) -> Told:
    if one.strength is None:
        return Told(NOTHING_YET, text("not enough ratings"))
    return Told(f"{one.strength:.0f}", text("{n} of 100").format(n=f"{one.strength:.0f}"))


def _how(kind: Kind) -> tuple[str, ...]:
    said = [
        text(
            "A day counts once, however many of its entries name the same word. Capitals make no "
            "other word. A whole bar is all days with entries; days without one are left out."
        )
    ]
    if kind.has_strength:
        said.append(
            text(
                "Strength is the median of the ratings from 0 to 100: half of them are that or "
                "more. It takes {n} ratings, and entries without a rating are left out."
            ).format(n=LEAST)
        )
    said.append(
        text(
            "The mean mood is that of the entries which name the word, first over each day and "
            "then over the days. It takes {n} days. Hard things are often named on hard days, so "
            "it says nothing about what comes from what."
        ).format(n=LEAST)
    )
    said.append(
        text(
            "What is named often need not be what matters most, and what nobody put a word to is "
            "not here."
        )
    )
    return tuple(said)
