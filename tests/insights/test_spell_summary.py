"""How often, how deep, how long: numbers of a drawing, and two periods held against each other."""

import pytest

from resilience_desktop.insights.low_spells import LowSpells
from resilience_desktop.insights.spell_summary import SpellsCompared, SpellSummary
from tests.insights.drawn import FIRST, FOUR_WEEKS, day, drawn

# Onsets on days 28, 56 and 84; they last 3, 4 and 5 days, and go 3, 4 and 5 points down.
THREE = (
    FOUR_WEEKS
    + "-1 -1 -1 2 "
    + "2 1 2 3 " * 6
    + "-1 -2 -1 -1 "
    + "2 2 3 1 " * 6
    + "-1 -1 -3 -1 -1 2 2 2"
)


def summary(*parts, first=FIRST, last=None, run=3):
    series = drawn(*parts)
    return SpellSummary.of(LowSpells.of(series, run), first, last or series.last)


def many(number, low, *, rest=25):
    """Draw so many spells of these days, four weeks apart, and the days before and after."""
    return FOUR_WEEKS + (low + " 2 2 1 2 3" + " 2 1 2 3" * (rest // 4) + " ") * number


def test_that_the_numbers_of_a_drawing_are_those_worked_out_by_hand():
    found = summary(THREE)
    assert [(s.onset, s.days, s.days_back, s.depth) for s in found.spells] == [
        (day(28), 3, 3, 3.0),
        (day(56), 4, 3, 4.0),
        (day(84), 5, 3, 5.0),
    ]
    assert (found.closed, found.enough.days, found.days_watched) == (3, 92, 78)
    assert found.per(90) == 3 / 78 * 90
    assert found.per(30) == 3 / 78 * 30
    assert (found.duration.median, found.return_time.median, found.depth.median) == (4, 3, 4.0)
    assert found.enough


def test_that_a_spell_belongs_to_the_period_that_it_began_in():
    assert [s.onset for s in summary(THREE, first=day(56), last=day(57)).spells] == [day(56)]
    assert summary(THREE, first=day(57), last=day(83)).spells == ()
    found = summary(THREE, first=day(28), last=day(57))
    assert (len(found.spells), found.days_watched) == (2, 30)
    assert found.spells[1].end == day(60)


@pytest.mark.parametrize(("days", "missing"), [(41, 1), (42, 0)])
def test_that_spells_need_42_days(days, missing):
    found = summary("2 " * days)
    assert (found.enough.missing, bool(found.enough)) == (missing, not missing)


def test_that_a_period_with_fewer_than_half_of_its_days_is_not_summed_up():
    assert summary("2 . " * 50 + "2 2").enough
    found = summary("2 . " * 50 + ". .")
    assert not found.enough
    assert (found.enough.is_thin, found.enough.missing) == (True, 0)


def test_that_no_days_watched_have_no_frequency():
    found = summary(". " * 60)
    assert (found.spells, found.per(90), found.duration.median) == ((), None, None)


def test_that_a_spell_without_an_end_counts_in_the_curve_as_far_as_it_was_seen():
    found = summary(THREE, FOUR_WEEKS, "-1 -2 -2 0 0 0 0 0")
    assert (len(found.spells), found.closed) == (4, 3)
    assert [(d.at, d.at_risk, d.ended) for d in found.duration.drops] == [
        (3, 4, 1),
        (4, 3, 1),
        (5, 2, 1),
    ]
    assert found.duration.share_beyond(5) == 0.25
    assert found.duration.median == 4.5
    assert found.return_time.share_beyond(3) == 0.25


def test_that_two_periods_of_few_spells_show_numbers_and_nothing_else():
    series = drawn(THREE, "2 1 2 3 " * 20)
    found = LowSpells.of(series)
    before = SpellSummary.of(found, FIRST, day(91))
    after = SpellSummary.of(found, day(92), series.last)
    compared = SpellsCompared.of(before, after)
    assert compared.closed_missing == 2
    assert (compared.frequency.before, compared.frequency.after) == (3 / 78 * 90, 0.0)
    assert compared.frequency.difference == -3 / 78 * 90
    assert compared.frequency.could_be_chance
    assert (compared.duration.before, compared.duration.after) == (4, None)
    assert compared.duration.difference is None
    assert SpellsCompared.of(after, before).duration.difference is None
    assert all(
        one.could_be_chance for one in (compared.duration, compared.depth, compared.return_time)
    )


def test_that_spells_that_became_shorter_shallower_and_faster_are_told_from_chance():
    before = summary(many(6, "0 -3 0 0 0 0 0 0"))
    after = summary(many(6, "0 -1 0"))
    compared = SpellsCompared.of(before, after)
    assert compared.closed_missing == 0
    assert (compared.duration.before, compared.duration.after) == (8, 3)
    assert (compared.depth.before, compared.depth.after) == (5.0, 3.0)
    assert (compared.return_time.before, compared.return_time.after) == (7, 2)
    assert compared.duration.difference == -5
    assert not compared.duration.could_be_chance
    assert not compared.depth.could_be_chance
    assert not compared.return_time.could_be_chance
    assert compared.frequency.could_be_chance  # as many spells, in days that are a few less


def test_that_sizes_of_fewer_than_five_spells_are_not_held_against_others():
    before = summary(many(9, "0 -3 0 0 0 0 0 0"))
    after = summary(many(4, "0 -1 0"))
    compared = SpellsCompared.of(before, after)
    assert compared.closed_missing == 0
    assert (before.has_enough, after.has_enough) == (True, False)
    assert compared.duration.could_be_chance
    assert compared.depth.could_be_chance


def test_that_spells_that_became_fewer_are_told_from_chance():
    before, after = summary(many(8, "0 -1 0")), summary("1 2 3 2 " * 60)
    compared = SpellsCompared.of(before, after)
    assert not compared.frequency.could_be_chance
    assert compared.frequency.after == 0
    assert not SpellsCompared.of(after, before).frequency.could_be_chance
