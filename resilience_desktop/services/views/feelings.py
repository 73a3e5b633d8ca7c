"""Feelings, sensations of the body and triggers: how often, how strong, with what mood, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.insights.named import LEAST, NamedInEntries
from resilience_desktop.services.findings_in_words import named_in_words
from resilience_desktop.services.numbers_in_words import still_missing
from resilience_desktop.services.views.bars import Bar, bars
from resilience_desktop.services.views.named_by_month import over_time
from resilience_desktop.services.views.named_kinds import MOST, kinds
from resilience_desktop.services.views.numbers import NOTHING_YET, count, mood
from resilience_desktop.services.views.view import Column, Panel, Table, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from resilience_desktop.insights.named import Named
    from resilience_desktop.services.views.named_kinds import Kind
    from resilience_desktop.services.views.view import Asked, Drawing, Found

_STRONGEST = 100


def panels(asked: Asked, found: Found) -> tuple[Panel, ...]:
    """Return what was named in the period, kind by kind: all of it, then by month."""
    periods = dict.fromkeys((asked.period, *asked.beside))
    within = [[e for e in found.entries if period.has(e.at.day)] for period in periods]
    made: list[Panel] = []
    for kind in kinds():
        beside = [NamedInEntries.of(entries, kind.names) for entries in within]
        seen = beside[0]
        made.append(_counted(kind, seen, beside))
        if seen.enough and seen.things:
            made.append(over_time(kind, seen, beside))
    return tuple(made)


def _counted(kind: Kind, seen: NamedInEntries, beside: Sequence[NamedInEntries]) -> Panel:
    name = f"feelings.{kind.key}"
    if not (seen.enough and seen.things):
        said = kind.none if seen.enough else still_missing(seen.enough)
        return Panel(name=name, title=kind.title, sentences=(said,))
    sentences = [named_in_words(seen.things[0], seen)]
    if len(seen.things) > MOST:
        words = text("The picture has the {n} named on most days, the table has all {all}.")
        sentences.append(words.format(n=MOST, all=f"{len(seen.things):,}"))
    return Panel(
        name=name,
        title=kind.title,
        sentences=tuple(sentences),
        drawings=tuple(_drawings(kind, name, seen, beside)),
        table=_table(kind, seen),
        how=_how(kind),
    )


def _drawings(
    kind: Kind, name: str, seen: NamedInEntries, beside: Sequence[NamedInEntries]
) -> Iterator[Drawing]:
    said = named_in_words(seen.things[0], seen)
    shown = seen.things[:MOST]
    often = [
        Bar(
            key=one.word,
            name=one.word,
            number=one.days / seen.enough.days,
            words=_how_often(kind, one),
        )
        for one in shown
    ]
    most = max(one.things[0].days / one.enough.days for one in beside if one.enough and one.things)
    yield bars(f"{name}.often", text("How often"), said, often, full=most)
    strong = [
        Bar(
            key=one.word,
            name=one.word,
            number=one.strength or 0,
            words=_how_strong(one),
        )
        for one in shown
    ]
    if any(one.strength is not None for one in shown):
        about = text("The middle of the ratings, for those that have {n} or more.").format(n=LEAST)
        yield bars(f"{name}.strong", text("How strong"), about, strong, full=_STRONGEST)


def _how_often(kind: Kind, one: Named) -> Told:
    words = text("{days}, {entries}").format(
        days=plural("{n} day", "{n} days", one.days),
        entries=plural("{n} entry", "{n} entries", one.entries),
    )
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
            "other word. Days without entries are left out."
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
