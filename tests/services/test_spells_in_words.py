"""Low spells and the shift note in words; the walk past what is forbidden is with the findings."""

import pytest

from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.low_spells import LowSpell
from resilience_desktop.insights.recurrence import Occasion, Recurrence
from resilience_desktop.insights.shift_note import Reference, ShiftNote
from resilience_desktop.insights.spell_noise import Noise
from resilience_desktop.insights.spell_summary import Compared, SpellsCompared, SpellSummary
from resilience_desktop.services import spells_in_words as words
from tests.insights.made_up import FIRST, day

ENOUGH, TOO_FEW = Enough(60, 42), Enough(30, 42)
NEAR = Compared(2.0, 2.5, could_be_chance=True)


def spell(onset, days, back, *, is_closed=True, eased=False):
    """Return a spell of so many days, the last of them on the way back."""
    low = day(onset + days - back - 1)
    last, end = day(onset + days - 1), day(onset + days)
    return LowSpell(day(onset), low, low, last, end if is_closed else None, 1.0, -3.0, eased)


def opened(onset, days, later=9, *, eased=True):
    """Return a spell without an end, low for so many days."""
    return spell(onset, days + later, later, is_closed=False, eased=eased)


def spells(*several, enough=ENOUGH, watched=90):
    return SpellSummary(several, watched, enough, Noise(0.2, 1.2, days_are_alike=False))


def several(number):
    return spells(*(spell(20 * at, 6, 3) for at in range(number)))


FIVE, SIX = several(5), several(6)


def compared(before=FIVE, after=SIX, **changed):
    same = dict.fromkeys(("frequency", "duration", "depth", "return_time"), NEAR)
    return SpellsCompared(before, after, **same | changed)


BY_CHANCE = "Even steady mood shows up to 3 in as many days."


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (spells(enough=TOO_FEW), "30 days so far. This takes 42 days with entries."),
        (spells(), "There was no low spell in these days."),
        (
            spells(spell(0, 11, 6)),
            "There was one low spell: low for 5 days, then 6 days on the way back to near your "
            "usual. " + BY_CHANCE,
        ),
        (
            spells(spell(0, 11, 5), spell(20, 8, 1)),
            "There were 2 low spells: low for 6 and 7 days. " + BY_CHANCE,
        ),
        (
            spells(spell(0, 6, 0), spell(20, 3, 1), spell(40, 3, 2)),
            "There were 3 low spells: low for 6, 2 and 1 day. " + BY_CHANCE,
        ),
        (several(3), "There were 3 low spells: each low for 3 days. " + BY_CHANCE),
        (
            spells(*several(3).spells, spell(70, 7, 0)),
            "There were 4 low spells: low for 3 to 7 days. " + BY_CHANCE,
        ),
        (
            spells(opened(0, 4, 1, eased=False)),
            "There was one low spell: low for 4 days or more. How it went on is not known yet. "
            + BY_CHANCE,
        ),
        (
            spells(opened(0, 6, 30)),
            "There was one low spell: low for 6 days. After it there was no clear return to near "
            "your usual, though most later days were not as low. " + BY_CHANCE,
        ),
        (
            spells(spell(0, 7, 1), opened(20, 4, 0, eased=False)),
            "There were 2 low spells: low for 6 and 4 days. How that of 21 June went on is not "
            "known yet. " + BY_CHANCE,
        ),
        (
            spells(opened(0, 6, 30), opened(40, 6, 2)),
            "There were 2 low spells: each low for 6 days. After 2 of them there was no clear "
            "return to near your usual, though most later days were not as low. " + BY_CHANCE,
        ),
        (
            spells(spell(0, 3, 0), watched=365),
            "There was one low spell: low for 3 days, then you were near your usual again. "
            + BY_CHANCE.replace("3", "8"),
        ),
    ],
)
def test_that_low_spells_are_told_with_their_way_back(summary, said):
    assert words.spells_in_words(summary) == said


def test_that_the_shift_note_is_quiet_and_silent_otherwise():
    reference = Reference(FIRST, ENOUGH, 1.0, 0.2)
    assert words.shift_in_words(ShiftNote(reference, (), is_lower=True)) == (
        "Your days have been lower than in the weeks you chose. "
        "Would you like to look at your plan?"
    )
    assert words.shift_in_words(ShiftNote(reference, (), is_lower=False)) == ""
    short = Reference(FIRST, TOO_FEW, 0.0, 0.0)
    assert words.shift_in_words(ShiftNote(short, (), is_lower=False)).startswith("30 days so far.")


@pytest.mark.parametrize(
    ("part", "less", "more"),
    [
        (
            "duration",
            "They were shorter than in May: typically 2.0 days, there 4.0.",
            "They were longer than in May: typically 4.0 days, there 2.0.",
        ),
        (
            "depth",
            "They were less deep than in May: typically 2.0 points, there 4.0.",
            "They were deeper than in May: typically 4.0 points, there 2.0.",
        ),
        (
            "return_time",
            "From the lowest day back it was faster than in May: typically 2.0 days, there 4.0.",
            "From the lowest day back it was slower than in May: typically 4.0 days, there 2.0.",
        ),
    ],
)
def test_that_only_what_is_clear_of_chance_has_changed(part, less, more):
    for before, after, said in ((4.0, 2.0, less), (2.0, 4.0, more)):
        found = compared(**{part: Compared(before, after, could_be_chance=False)})
        assert words.spells_compared_in_words(found, "May") == f"{said} The numbers can't say why."


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (8, 1, "less often than in May: 1 in 90 days that could be checked, there 8 in 90."),
        (1, 8, "more often than in May: 8 in 90 days that could be checked, there 1 in 90."),
    ],
)
def test_that_how_often_is_told_in_whole_spells(then, now, said):
    rate = Compared(float(then), float(now), could_be_chance=False)
    found = compared(several(then), several(now), frequency=rate)
    assert words.spells_compared_in_words(found, "May") == (
        f"Low spells came {said} The numbers can't say why."
    )


@pytest.mark.parametrize("unknown", [NEAR, Compared(None, 2.0, could_be_chance=False)])
def test_that_spells_that_could_differ_by_chance_are_about_the_same(unknown):
    found = compared(frequency=unknown, duration=unknown)
    assert words.spells_compared_in_words(found, "May") == (
        "Low spells were about the same as in May; the differences could be chance."
    )


def test_that_nobody_is_asked_for_more_low_spells():
    assert words.spells_compared_in_words(compared(several(2), several(2)), "May") == (
        "These are too few low spells to say whether they have changed."
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (several(0), several(0), "There was no low spell in either."),
        (spells(enough=TOO_FEW), several(6), "Of May: Too few days in this time."),
        (several(6), spells(enough=TOO_FEW), "30 days so far."),
    ],
)
def test_that_what_there_is_too_little_of_is_said_first(before, after, said):
    found = compared(before, after)
    assert words.spells_compared_in_words(found, "May").startswith(said)


def test_that_a_trigger_of_several_spells_is_told_with_their_number():
    found = Recurrence("rent", tuple(Occasion(spell(at, 3, 1), (day(at),)) for at in (0, 9, 20)))
    assert words.recurrence_in_words(found) == (
        "‘rent’ was written down around 3 low spells. That may be worth a look."
    )


def spell_sentences():
    """Return each sentence of this module."""
    unclear = (opened(0, 6), opened(9, 3, 1, eased=False))
    for found in ((), (spell(0, 6, 3),), unclear[:1], unclear, (*unclear, spell(30, 3, 1)) * 2):
        yield words.spells_in_words(spells(*found))
    yield words.shift_in_words(ShiftNote(Reference(FIRST, ENOUGH, 1, 0), (), is_lower=True))
    yield words.spells_compared_in_words(compared(), "the 90 days before")
    few = compared(several(1), several(1))
    yield words.spells_compared_in_words(few, "the 90 days before")
    for less, more in ((1.0, 2.0), (2.0, 1.0)):
        clear = Compared(less, more, could_be_chance=False)
        every = compared(frequency=clear, duration=clear, depth=clear, return_time=clear)
        yield words.spells_compared_in_words(every, "the 90 days before")
    yield words.spells_compared_in_words(compared(several(0), several(0)), "May")
    yield words.recurrence_in_words(Recurrence("rent", (Occasion(spell(0, 6, 3), ()),) * 3))
