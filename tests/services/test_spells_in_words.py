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


def spell(onset, days, back, *, is_closed=True):
    lowest = day(onset + days - back)
    end = day(onset + days) if is_closed else None
    return LowSpell(day(onset), lowest, day(onset + days), end, 1.0, -3.0)


def spells(*several, enough=ENOUGH):
    return SpellSummary(several, 90, enough, Noise(0.2, 1.2, days_are_alike=False))


def compared(*, closed=6, **changed):
    same = dict.fromkeys(("frequency", "duration", "depth", "return_time"), NEAR)
    return SpellsCompared(**same | changed, closed=closed)


NOW_AND_THEN = "Steady mood also shows spells like this now and then: 0.2 to 1.2 in 90 days."


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (spells(enough=TOO_FEW), "12 more days with entries and this view can be shown."),
        (spells(), "There was no low spell in these days."),
        (
            spells(spell(0, 6, 3)),
            "There was one low spell. It lasted 6 days; you were back near your usual level 3 days "
            "after the lowest point. " + NOW_AND_THEN,
        ),
        (
            spells(spell(0, 6, 3), spell(20, 3, 1)),
            "There were 2 low spells. The longest lasted 6 days; you were back near your usual "
            "level 3 days after the lowest point. " + NOW_AND_THEN,
        ),
        (
            spells(spell(0, 4, 1, is_closed=False)),
            "There was one low spell. It was seen for 4 days; how it ended is not known. "
            + NOW_AND_THEN,
        ),
        (
            spells(spell(0, 4, 1, is_closed=False), spell(20, 3, 1)),
            "There were 2 low spells. The longest was seen for 4 days; how it ended is not known. "
            + NOW_AND_THEN,
        ),
    ],
)
def test_that_low_spells_are_told_with_their_way_back(summary, said):
    assert words.spells_in_words(summary) == said


def test_that_the_shift_note_is_quiet_and_silent_otherwise():
    reference = Reference(FIRST, ENOUGH, 1.0, 0.2)
    assert words.shift_in_words(ShiftNote(reference, (), is_lower=True)) == (
        "Your days have been lower than in the period you chose as reference. "
        "Would you like to look at your plan?"
    )
    assert words.shift_in_words(ShiftNote(reference, (), is_lower=False)) == ""
    short = Reference(FIRST, TOO_FEW, 0.0, 0.0)
    assert words.shift_in_words(ShiftNote(short, (), is_lower=False)).startswith("12 more days")


@pytest.mark.parametrize(
    ("part", "less", "more"),
    [
        (
            "frequency",
            "Low spells came less often than in May: 2.0 in 90 days, 4.0 in those.",
            "Low spells came more often than in May: 4.0 in 90 days, 2.0 in those.",
        ),
        (
            "duration",
            "They were shorter than in May: the middle one 2.0 days, then 4.0.",
            "They were longer than in May: the middle one 4.0 days, then 2.0.",
        ),
        (
            "depth",
            "They were shallower than in May: the middle one 2.0 points, then 4.0.",
            "They were deeper than in May: the middle one 4.0 points, then 2.0.",
        ),
        (
            "return_time",
            "The way back was faster than in May: 2.0 days in the middle, then 4.0.",
            "The way back was slower than in May: 4.0 days in the middle, then 2.0.",
        ),
    ],
)
def test_that_only_what_is_clear_of_chance_has_changed(part, less, more):
    for before, after, said in ((4.0, 2.0, less), (2.0, 4.0, more)):
        found = compared(**{part: Compared(before, after, could_be_chance=False)})
        assert words.spells_compared_in_words(found, "May") == f"{said} The numbers can't say why."


@pytest.mark.parametrize("unknown", [NEAR, Compared(None, 2.0, could_be_chance=False)])
def test_that_spells_that_could_differ_by_chance_are_about_the_same(unknown):
    found = compared(frequency=unknown, duration=unknown)
    assert words.spells_compared_in_words(found, "May") == (
        "Low spells were about the same as in May; the differences could be chance."
    )


def test_that_nobody_is_asked_for_more_low_spells():
    assert words.spells_compared_in_words(compared(closed=4), "May") == (
        "These are too few low spells to say whether they have changed."
    )


def test_that_a_trigger_of_several_spells_is_told_with_their_number():
    found = Recurrence("rent", tuple(Occasion(spell(at, 3, 1), (day(at),)) for at in (0, 9, 20)))
    assert words.recurrence_in_words(found) == (
        "‘rent’ was written down around 3 low spells. That may be worth a look."
    )


def spell_sentences():
    """Return each sentence of this module."""
    for several in ((), (spell(0, 6, 3),), (spell(0, 6, 3, is_closed=False), spell(9, 3, 1))):
        yield words.spells_in_words(spells(*several))
    yield words.shift_in_words(ShiftNote(Reference(FIRST, ENOUGH, 1, 0), (), is_lower=True))
    yield words.spells_compared_in_words(compared(), "the 90 days before")
    yield words.spells_compared_in_words(compared(closed=1), "the 90 days before")
    for less, more in ((1.0, 2.0), (2.0, 1.0)):
        clear = Compared(less, more, could_be_chance=False)
        every = compared(frequency=clear, duration=clear, depth=clear, return_time=clear)
        yield words.spells_compared_in_words(every, "the 90 days before")
    yield words.recurrence_in_words(Recurrence("rent", (Occasion(spell(0, 6, 3), ()),) * 3))
