"""Low spells, what was there around them, and the shift note, in sentences.

A low spell is a description of what was written and no sign of an illness; steady mood shows some
too, which is said beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resilience_desktop.i18n import plural, text
from resilience_desktop.services.numbers_in_words import plainly, still_missing

if TYPE_CHECKING:
    from resilience_desktop.insights.low_spells import LowSpell
    from resilience_desktop.insights.recurrence import Recurrence
    from resilience_desktop.insights.shift_note import ShiftNote
    from resilience_desktop.insights.spell_summary import Compared, SpellsCompared, SpellSummary


def spells_in_words(summary: SpellSummary) -> str:
    """Return how many low spells there were, and how the longest one went."""
    if not summary.enough:
        return still_missing(summary.enough)
    number = len(summary.spells)
    if not number:
        return text("There was no low spell in these days.")
    longest = max(summary.spells, key=lambda spell: spell.days)
    lasted = plural("{n} day", "{n} days", longest.days)
    if number == 1:
        said = text("There was one low spell.")
        length = text("It lasted {days}") if longest.is_closed else text("It was seen for {days}")
    else:
        said = plural("There was {n} low spell.", "There were {n} low spells.", number)
        length = (
            text("The longest lasted {days}")
            if longest.is_closed
            else text("The longest was seen for {days}")
        )
    return " ".join(
        [
            said,
            length.format(days=lasted) + _way_back(longest),
            _by_chance(summary),
        ]
    )


def spells_compared_in_words(compared: SpellsCompared, before: str) -> str:
    """Return what differs between the spells of two periods; ``before`` names the earlier one.

    The gates of both summaries come first, as in ``spells_in_words``.
    """
    if compared.closed_missing:
        return text("These are too few low spells to say whether they have changed.")
    said = [*_frequency(compared.frequency, before), *_sizes(compared, before)]
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
        "Your days have been lower than in the period you chose as reference. Would you like to "
        "look at your plan?"
    )


def _frequency(rate: Compared, before: str) -> list[str]:
    if rate.could_be_chance or rate.difference is None:
        return []
    words = (
        text("Low spells came less often than in {before}: {now} in 90 days, {then} in those.")
        if rate.difference < 0
        else text("Low spells came more often than in {before}: {now} in 90 days, {then} in those.")
    )
    return [_filled(words, rate, before)]


def _sizes(compared: SpellsCompared, before: str) -> list[str]:
    kinds = (
        (
            compared.duration,
            text("They were shorter than in {before}: the middle one {now} days, then {then}."),
            text("They were longer than in {before}: the middle one {now} days, then {then}."),
        ),
        (
            compared.depth,
            text("They were shallower than in {before}: the middle one {now} points, then {then}."),
            text("They were deeper than in {before}: the middle one {now} points, then {then}."),
        ),
        (
            compared.return_time,
            text(
                "The way back was faster than in {before}: {now} days in the middle, then {then}."
            ),
            text(
                "The way back was slower than in {before}: {now} days in the middle, then {then}."
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


def _by_chance(summary: SpellSummary) -> str:
    words = text(
        "Steady mood also shows spells like this now and then: {least} to {most} in 90 days."
    )
    return words.format(least=summary.noise.lowest, most=summary.noise.highest)


def _way_back(spell: LowSpell) -> str:
    if not spell.is_closed:
        return text("; how it ended is not known.")
    return plural(
        "; you were back near your usual level {n} day after the lowest point.",
        "; you were back near your usual level {n} days after the lowest point.",
        spell.days_back,
    )
