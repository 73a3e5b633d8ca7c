"""A person's own early signs in sentences: what counts, how often it was so, and nothing more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resilience_desktop.domain.early_sign import (
    LASTING_DAYS,
    LASTING_OF,
    EarlySign,
    Measure,
    usual_threshold,
)
from resilience_desktop.i18n import plural, signed, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from resilience_desktop.domain.own_scale import OwnScale
    from resilience_desktop.insights.early_signs import Counted

_LOW_MOOD, _SHORT_NIGHT = -2, 6


def what_is_noted(sign: EarlySign, scales: Iterable[OwnScale]) -> str:
    """Return what of the entries shows a sign, as it is called."""
    names = {
        Measure.MOOD: text("Mood"),
        Measure.ENERGY: text("Energy"),
        Measure.SLEEP_HOURS: text("Hours of sleep"),
        Measure.SLEEP_QUALITY: text("Quality of sleep"),
    }
    if sign.measure is Measure.SCALE:
        return _scale(sign, scales)
    return names.get(sign.measure, sign.word)


def what_counts(sign: EarlySign, scales: Iterable[OwnScale]) -> str:
    """Return when a day counts; empty for a sign that has words alone."""
    if not sign.is_counted:
        return ""
    if sign.measure is Measure.FEELING:
        words = text("\N{LEFT SINGLE QUOTATION MARK}{word}\N{RIGHT SINGLE QUOTATION MARK} named")
        return words.format(word=sign.word)
    if sign.measure is Measure.TAG:
        words = text("Tag \N{LEFT SINGLE QUOTATION MARK}{word}\N{RIGHT SINGLE QUOTATION MARK}")
        return words.format(word=sign.word)
    words = text("{what} at {number} or more") if sign.at_least else text("{what} under {number}")
    return words.format(what=what_is_noted(sign, scales), number=number_in_words(sign, sign.number))


def when_it_is_there(sign: EarlySign, scales: Iterable[OwnScale]) -> str:
    """Return the whole of what somebody set: what counts, and on how many days."""
    if not sign.is_counted:
        return text("Words alone, nothing is counted")
    return text("{what}, on {days} of {of_days}").format(
        what=what_counts(sign, scales),
        days=sign.days,
        of_days=days_with(sign, scales, sign.of_days),
    )


def number_in_words(sign: EarlySign, number: float) -> str:
    """Return a number of a sign as it is written elsewhere: with a sign on scales that have 0."""
    decimals = 0 if number == round(number) else 1
    if sign.measure in (Measure.MOOD, Measure.ENERGY):
        return signed(number, decimals=decimals)
    return signed(number, decimals=decimals).removeprefix("+")


def days_with(sign: EarlySign, scales: Iterable[OwnScale], number: int) -> str:
    """Return so many days of the kind that a sign is counted on."""
    if sign.measure is Measure.MOOD:
        return plural("{n} day with a mood", "{n} days with a mood", number)
    if sign.measure is Measure.ENERGY:
        return plural("{n} day with energy", "{n} days with energy", number)
    if sign.measure is Measure.SLEEP_HOURS:
        return plural("{n} day with hours", "{n} days with hours", number)
    if sign.measure is Measure.SLEEP_QUALITY:
        return plural("{n} day with this", "{n} days with this", number)
    if sign.measure is Measure.SCALE:
        return text("{days} with {scale}").format(
            days=plural("{n} day", "{n} days", number), scale=_scale(sign, scales)
        )
    return plural("{n} day with entries", "{n} days with entries", number)


def label(sign: EarlySign, scales: Iterable[OwnScale]) -> str:
    """Return a sign by its name, with what counts unless that is its name."""
    counts = what_counts(sign, scales)
    if not counts or counts.casefold() == sign.name.strip().casefold():
        return sign.name
    return text("{name} ({what})").format(name=sign.name, what=counts)


def now_in_words(
    sign: EarlySign, counted: Counted | None, missing: int, scales: Iterable[OwnScale]
) -> str:
    """Return how it has been with a sign lately, or what it takes before that can be told."""
    if counted is None:
        return text("{sign}: too few days lately to tell. Still needed: {days}.").format(
            sign=label(sign, scales), days=days_with(sign, scales, missing)
        )
    said = text("{sign}: on {met} of the last {days}.").format(
        sign=label(sign, scales),
        met=counted.met,
        days=days_with(sign, scales, counted.of_days),
    )
    there = text("It is there now.") if counted.is_there else text("It is not there now.")
    return f"{said} {there}"


def there_in_words(there: Sequence[tuple[EarlySign, Counted]], scales: Sequence[OwnScale]) -> str:
    """Return the quiet line about signs that are there now."""
    asks = text("Would you like to look at what helps?")
    if len(there) == 1:
        sign, counted = there[0]
        said = text(
            "You noted that \N{LEFT SINGLE QUOTATION MARK}{sign}\N{RIGHT SINGLE QUOTATION MARK} is "
            "an early sign for you. It was so on {met} of the last {days}."
        ).format(
            sign=sign.name,
            met=counted.met,
            days=days_with(sign, scales, counted.of_days),
        )
        return f"{said} {asks}"
    each = text(
        "\N{LEFT SINGLE QUOTATION MARK}{sign}\N{RIGHT SINGLE QUOTATION MARK} on {met} of the last "
        "{days}"
    )
    signs = "; ".join(
        each.format(sign=sign.name, met=counted.met, days=days_with(sign, scales, counted.of_days))
        for sign, counted in there
    )
    said = text("You noted these as early signs for you, and they are there: {signs}.")
    return f"{said.format(signs=signs)} {asks}"


def examples(scales: Sequence[OwnScale]) -> tuple[EarlySign, ...]:
    """Return signs that somebody may take over and change; none is switched on by itself.

    Stress that stays is one of them: of a scale for it where there is one, else of its feeling.
    """
    signs = (
        EarlySign("-", Measure.SLEEP_HOURS, number=_SHORT_NIGHT),
        EarlySign("-", Measure.MOOD, number=_LOW_MOOD),
        EarlySign("-", Measure.FEELING, text("irritable")),
        _lasting_stress(scales),
    )
    named = (what_counts(sign, scales) for sign in signs)
    return tuple(replace(sign, name=name) for sign, name in zip(signs, named, strict=True))


def _lasting_stress(scales: Sequence[OwnScale]) -> EarlySign:
    stress = text("stress")
    for scale in scales:
        if stress in scale.name.casefold():
            return EarlySign(
                "-",
                Measure.SCALE,
                scale.id,
                at_least=True,
                number=usual_threshold(scale),
                days=LASTING_DAYS,
                of_days=LASTING_OF,
            )
    word = text("overwhelmed")
    return EarlySign("-", Measure.FEELING, word, days=LASTING_DAYS, of_days=LASTING_OF)


def _scale(sign: EarlySign, scales: Iterable[OwnScale]) -> str:
    """Return the name of a scale; one that is gone has none any more."""
    name = next((scale.name for scale in scales if scale.id == sign.word), "")
    return name or text("a scale that is gone")
