"""Low spells, what was there around them, and the shift note, in sentences.

A low spell is a description of what was written and no sign of an illness; steady mood shows some
too, which is said beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop import i18n
from resilience_desktop.i18n import plural, text
from resilience_desktop.services.numbers_in_words import plainly, still_missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resilience_desktop.insights.low_spells import LowSpell
    from resilience_desktop.insights.recurrence import Recurrence
    from resilience_desktop.insights.shift_note import ShiftNote
    from resilience_desktop.insights.spell_summary import Compared, SpellsCompared, SpellSummary


_EACH = 3
"""Up to how many low spells each has its number of low days in the sentence."""


def spells_in_words(summary: SpellSummary, *, can_grow: bool = True) -> str:
    """Return how many low spells there were, how long days were low, and what is not known.

    None is told from the others by its way back: what counts is how long days were low.
    ``can_grow`` where more days can still come.
    """
    if not summary.enough:
        return still_missing(summary.enough, can_grow=can_grow)
    spells = summary.spells
    if not spells:
        return text("There was no low spell in these days.")
    if len(spells) == 1:
        went = text("There was one low spell: {low}.").format(low=_how_it_went(spells[0]))
    else:
        number = plural("There was {n} low spell", "There were {n} low spells", len(spells))
        went = text("{spells}: {low}.").format(spells=number, low=_low_days(spells))
    return " ".join(
        [
            went,
            *_ends_not_known(spells),
            text("Even steady mood shows up to {most} in as many days.").format(
                most=summary.most_by_chance
            ),
        ]
    )


def spells_compared_in_words(
    compared: SpellsCompared, before: str, *, can_grow: bool = True
) -> str:
    """Return what differs between the spells of two periods; ``before`` names the earlier one.

    What either has too few days for comes first, as in ``spells_in_words``.
    """
    if not compared.after.enough:
        return still_missing(compared.after.enough, can_grow=can_grow)
    if not compared.before.enough:
        missing = still_missing(compared.before.enough, can_grow=False)
        return text("Of {before}: {missing}").format(before=before, missing=missing)
    if not (compared.before.spells or compared.after.spells):
        return text("There was no low spell in either.")
    if compared.closed_missing:
        return text("These are too few low spells to say whether they have changed.")
    said = [*_frequency(compared, before), *_sizes(compared, before)]
    if not said:
        return text(
            "Low spells were about the same as in {before}; the differences could be chance."
        ).format(before=before)
    return " ".join([*said, text("The numbers can't say why.")])


def recurrence_in_words(recurrence: Recurrence) -> str:
    """Return what several low spells had in common."""
    spells = plural("{n} low spell", "{n} low spells", recurrence.number)
    return text(
        "\N{LEFT SINGLE QUOTATION MARK}{trigger}\N{RIGHT SINGLE QUOTATION MARK} was written down "
        "around {spells}. That may be worth a look."
    ).format(trigger=recurrence.trigger, spells=spells)


def shift_in_words(note: ShiftNote) -> str:
    """Return the quiet note, or what is missing for it; nothing while days are as they were."""
    if not note.reference.enough:
        return still_missing(note.reference.enough)
    if not note.is_lower:
        return ""
    return text(
        "Your days have been lower than in the weeks you chose. Would you like to look at your "
        "plan?"
    )


def _frequency(compared: SpellsCompared, before: str) -> list[str]:
    rate, now, then = compared.frequency, compared.after, compared.before
    if rate.could_be_chance or rate.difference is None:
        return []
    words = (
        text(
            "Low spells came less often than in {before}: {now} in {days} days that could be "
            "checked, there {then} in {others}."
        )
        if rate.difference < 0
        else text(
            "Low spells came more often than in {before}: {now} in {days} days that could be "
            "checked, there {then} in {others}."
        )
    )
    counts = {"now": len(now.spells), "then": len(then.spells)}
    return [words.format(before=before, days=now.days_watched, others=then.days_watched, **counts)]


def _sizes(compared: SpellsCompared, before: str) -> list[str]:
    kinds = (
        (
            compared.duration,
            text("They were shorter than in {before}: typically {now} days, there {then}."),
            text("They were longer than in {before}: typically {now} days, there {then}."),
        ),
        (
            compared.depth,
            text("They were less deep than in {before}: typically {now} points, there {then}."),
            text("They were deeper than in {before}: typically {now} points, there {then}."),
        ),
        (
            compared.return_time,
            text(
                "From the lowest day back it was faster than in {before}: typically {now} days, "
                "there {then}."
            ),
            text(
                "From the lowest day back it was slower than in {before}: typically {now} days, "
                "there {then}."
            ),
        ),
    )
    return [
        _filled(less if size.difference < 0 else more, size, before)
        for size, less, more in kinds
        if not size.could_be_chance and size.difference
    ]


def _filled(words: str, compared: Compared, before: str) -> str:
    return words.format(
        before=before, now=plainly(compared.after or 0), then=plainly(compared.before or 0)
    )


def _how_it_went(spell: LowSpell) -> str:
    low = plural("low for {n} day", "low for {n} days", spell.low_days)
    if not spell.low_days_are_over:
        return text("{low} or more").format(low=low)
    if not spell.is_closed:
        return low
    if not spell.way_back:
        return text("{low}, then you were near your usual again").format(low=low)
    back = plural("{n} day", "{n} days", spell.way_back)
    words = text("{low}, then {days} on the way back to near your usual")
    return words.format(low=low, days=back)


def _low_days(spells: Sequence[LowSpell]) -> str:
    """Return for how long days were low: of few spells in their order, of many from least."""
    days = [spell.low_days for spell in spells]
    most = plural("{n} day", "{n} days", max(days))
    if min(days) == max(days):
        return text("each low for {days}").format(days=most)
    if len(days) > _EACH:
        return text("low for {least} to {days}").format(least=min(days), days=most)
    *before, last = days
    last_days = plural("{n} day", "{n} days", last)
    return text("low for {first} and {days}").format(
        first=text(", ").join(map(str, before)), days=last_days
    )


def _ends_not_known(spells: Sequence[LowSpell]) -> list[str]:
    """Return which came to no clear end, and which are still low or were lost from sight."""
    several = len(spells) > 1
    said = []
    eased = [spell for spell in spells if spell.eased]
    if eased:
        words = text(
            "After {which} there was no clear return to near your usual, though most later days "
            "were not as low."
        )
        said.append(words.format(which=_which(eased, several=several)))
    unknown = [spell for spell in spells if not spell.low_days_are_over]
    if unknown:
        words = text("How {which} went on is not known yet.")
        said.append(words.format(which=_which(unknown, several=several)))
    return said


def _which(spells: Sequence[LowSpell], *, several: bool) -> str:
    if not several:
        return text("it")
    if len(spells) == 1:
        return text("that of {day}").format(day=i18n.day(spells[0].onset, year=False))
    return text("{number} of them").format(number=len(spells))
