"""Low spells: where they begin and end, in drawings worked out by hand and in made-up series."""

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.insights.low_spells import MOST_MISSING, LowSpell, LowSpells
from resilience_desktop.insights.series import DaySeries
from resilience_desktop.insights.usual_level import UsualLevels
from tests.insights.drawn import FIRST, FOUR_WEEKS, day, drawn


def spells(*parts, run=3):
    return LowSpells.of(drawn(*parts), run).spells


@st.composite
def moods(draw):
    """Up to half a year of moods that wander between high and low, with days missing."""
    values, level = {}, 2
    for at in range(draw(st.integers(0, 180))):
        level = draw(st.sampled_from([level] * 8 + [-4, 2]))
        if draw(st.integers(0, 9)) < 8:
            values[at] = min(5, max(-5, level + draw(st.integers(-1, 1))))
    return values


def series(values, plus=0.0):
    days = {day(at): value + plus for at, value in values.items()}
    return DaySeries.of(days, FIRST, day(200))


def test_that_a_spell_has_the_days_and_depth_worked_out_by_hand():
    assert spells(FOUR_WEEKS, "0 -1 -3 -2 1 2 1 2 2 2") == (
        LowSpell(day(28), day(30), day(31), last=day(34), end=day(35), usual=2.0, lowest=-3.0),
    )
    (spell,) = spells(FOUR_WEEKS, "0 -1 -3 -2 1 2 1 2 2 2")
    assert (spell.days, spell.days_back, spell.depth) == (7, 5, 5.0)
    assert (spell.low_days, spell.way_back) == (4, 3)
    assert spell.is_closed
    assert spell.last_inside == day(34)


def test_that_two_low_days_are_a_spell_only_for_whoever_asked_for_short_ones():
    two = (FOUR_WEEKS, "2 0 -1 2 2 2")
    assert spells(*two) == ()
    (short,) = spells(*two, run=2)
    assert (short.onset, short.end, short.days, short.days_back) == (day(29), day(31), 2, 1)


@pytest.mark.parametrize(("lowest", "is_low"), [("0.888", True), ("0.8881", False)])
def test_that_a_low_day_lies_below_one_and_a_half_spreads(lowest, is_low):
    assert bool(spells(FOUR_WEEKS, f"{lowest} 0 0 2 2")) is is_low


@pytest.mark.parametrize(("back", "end"), [("1.6294", 31), ("1.6293", 33)])
def test_that_it_is_over_half_a_spread_below_the_usual_level(back, end):
    (spell,) = spells(FOUR_WEEKS, f"0 0 0 {back} {back} 2 2 2")
    assert spell.end == day(end)


def test_that_days_almost_all_alike_have_a_spread_of_half_a_point():
    flat = "2 " * 28
    assert spells(flat, "1.25 1.25 1.25 2 2") == ()
    (spell,) = spells(flat, "1.2 1.2 1.2 1.7 1.75 1.75 2")
    assert (spell.onset, spell.end) == (day(28), day(32))


def test_that_the_level_stays_as_it_was_at_the_onset():
    """The level of the days before would sink below a long spell, and end it."""
    (spell,) = spells(FOUR_WEEKS, "-2 " * 40, "2 2")
    assert (spell.usual, spell.end, spell.days) == (2.0, day(68), 40)


def test_that_there_is_no_spell_before_two_weeks_have_been_written():
    thirteen, fourteen = "1 2 3 2 1 2 3 2 1 2 3 2 2", "1 2 3 2 1 2 3 2 1 2 3 2 2 2"
    assert spells(thirteen, "-5 -5 -5 2 2") == ()
    (spell,) = spells(fourteen, "-5 -5 -5 2 2")
    assert spell.onset == day(14)
    (spell,) = spells(fourteen, ". " * 14, "-5 -5 -5 2 2")
    assert spell.onset == day(28)
    assert spells(fourteen, ". " * 15, "-5 -5 -5 2 2") == ()  # the first day is out of reach


def test_that_only_the_four_weeks_before_say_what_was_usual():
    (spell,) = spells("-4 " * 60, FOUR_WEEKS, "-1 -1 -1 2 2")
    assert (spell.onset, spell.usual) == (day(88), 2.0)


@pytest.mark.parametrize(("missing", "onset"), [(". .", 28), (". . .", None)])
def test_that_days_of_an_onset_have_at_most_two_missing_between_them(missing, onset):
    found = spells(FOUR_WEEKS, f"0 0 {missing} 0 2 2")
    assert [spell.onset for spell in found] == ([day(onset)] if onset else [])


def test_that_an_onset_may_begin_after_a_low_day_that_stood_apart():
    (spell,) = spells(FOUR_WEEKS, "-1 . . . -1 -1 -1 2 2")
    assert spell.onset == day(32)


@pytest.mark.parametrize("missing", [1, 7])
def test_that_a_week_without_writing_is_bridged(missing):
    (spell,) = spells(FOUR_WEEKS, "0 0 0", ". " * missing, "-1 2", ". " * missing, "2 2")
    assert (spell.lowest_on, spell.end) == (day(31 + missing), day(32 + missing))


def test_that_more_than_a_week_without_writing_leaves_the_end_unknown():
    (spell,) = spells(FOUR_WEEKS, "0 -2 0 1", ". " * 8, "2 2 2 2")
    assert spell == LowSpell(day(28), day(29), day(30), day(31), end=None, usual=2.0, lowest=-2.0)
    assert (spell.days, spell.days_back, spell.last_inside) == (3, 2, day(30))
    assert not spell.is_closed


def test_that_a_first_good_day_before_a_long_gap_is_no_end():
    (spell,) = spells(FOUR_WEEKS, "0 -2 0 2", ". " * 8, "2 2")
    assert (spell.end, spell.last) == (None, day(31))


def test_that_a_low_row_after_a_long_gap_is_a_spell_of_its_own():
    first, second = spells(FOUR_WEEKS, "-2 -2 -2", ". " * 8, "-2 -2 -2 2 2")
    assert (first.end, first.last) == (None, day(30))
    assert (second.onset, second.end) == (day(39), day(42))


@pytest.mark.parametrize("still", ["0 0 0", "0 0 0 2"])
def test_that_a_spell_at_the_end_is_open(still):
    (spell,) = spells(FOUR_WEEKS, still)
    assert (spell.onset, spell.end) == (day(28), None)
    assert spell.last == day(27 + len(still.split()))


@pytest.mark.parametrize(
    ("later", "eased"),
    [
        ("", False),
        ("1 1", False),
        ("1 1 1", True),
        ("1 0 1", True),
        ("1 0 1 0", False),
        ("1 2 1 0 1 2 1 1 " * 3, True),
        ("1 1 1" + " . " * 9 + "2 2", True),
    ],
)
def test_that_low_days_are_over_once_most_of_three_later_days_were_not_low(later, eased):
    """Without a clear return it has no end, and yet it does not go on."""
    (spell,) = spells(FOUR_WEEKS, "0 -1 0", later)
    assert (spell.end, spell.eased, spell.low_days_are_over) == (None, eased, eased)
    assert (spell.low_days, spell.way_back, spell.last_inside) == (3, 0, day(30))


def test_that_a_spell_with_an_end_is_over_and_not_only_eased():
    (spell,) = spells(FOUR_WEEKS, "0 -1 0 1 1 1 1 2 2")
    assert (spell.low_days_are_over, spell.eased) == (True, False)


def test_that_days_that_rise_above_the_low_ones_are_the_way_back_and_not_low():
    (spell,) = spells(FOUR_WEEKS, "-3 -2 -1 1 1 . 1 1 2 2")
    assert (spell.last_low, spell.low_days, spell.way_back) == (day(30), 3, 5)
    assert spell.low_days + spell.way_back == spell.days


def test_that_a_single_low_day_on_the_way_back_does_not_lengthen_the_low_ones():
    (spell,) = spells(FOUR_WEEKS, "-2 -2 -2 2 -2 1 2 2")
    assert (spell.low_days, spell.way_back) == (3, 3)


def test_that_the_lowest_day_is_never_on_the_way_back():
    (spell,) = spells(FOUR_WEEKS, "-2 -2 -2 2 -4 1 2 2")
    assert (spell.lowest_on, spell.low_days, spell.way_back) == (day(32), 5, 1)


def test_that_a_few_low_days_after_many_that_were_not_do_not_make_all_of_them_low():
    (spell,) = spells(FOUR_WEEKS, "0 -1 0", "1 1 1 1 1 1 1 1", "0 0 2 2")
    assert (spell.low_days, spell.way_back) == (3, 10)
    (spell,) = spells(FOUR_WEEKS, "0 -1 0", "1 1 1 1 1", "0 0 2 2")
    assert (spell.low_days, spell.way_back) == (10, 0)


def test_that_a_day_between_low_ones_is_no_way_back():
    (spell,) = spells(FOUR_WEEKS, "-2 -2 -2 2 -2 . -2 1 2 2")
    assert (spell.low_days, spell.way_back) == (7, 1)


def test_that_of_a_row_of_days_at_the_end_of_the_scale_the_first_is_the_lowest():
    (spell,) = spells(FOUR_WEEKS, "-1 -5 -5 -5 -5 0 2 2")
    assert (spell.lowest_on, spell.lowest) == (day(29), -5.0)
    assert (spell.days, spell.days_back, spell.depth) == (6, 5, 7.0)


def test_that_two_spells_back_to_back_are_two():
    first, second = spells(FOUR_WEEKS, "-2 -2 -2 2 2 -2 -2 -2 2 2")
    assert (first.onset, first.end) == (day(28), day(31))
    assert (second.onset, second.end) == (day(33), day(36))
    assert second.usual == 2.0  # three low days of 28 do not move a median


def test_that_one_good_day_between_does_not_part_a_spell():
    (spell,) = spells(FOUR_WEEKS, "-2 -2 -2 2 -2 -2 -2 2 2")
    assert (spell.onset, spell.end) == (day(28), day(35))


def test_that_days_of_a_long_spell_become_usual_for_what_follows():
    """Three weeks low, four days back, and low again: the second is held against the low weeks."""
    (spell,) = spells(FOUR_WEEKS, "-2 " * 21, "2 2 2 2 -2 -2 -2 2 2")
    assert spell.days == 21
    levels = UsualLevels.of(drawn(FOUR_WEEKS, "-2 " * 21, "2 2 2 2 -2"))
    assert (levels.level[-1], levels.spread[-1]) == (-2.0, 0.5)


def test_that_days_are_watched_from_the_first_level_on_and_inside_spells():
    found = LowSpells.of(drawn(FOUR_WEEKS, "0 0 0", ". " * 6, "0", ". " * 6, "0", "2 2"))
    assert [dt.date.fromordinal(one) for one in found.watched] == [
        day(at) for at in (*range(14, 31), 37, 44, 45, 46)
    ]


def test_that_nothing_is_found_in_nothing():
    empty = LowSpells.of(DaySeries.of({}, FIRST, day(90)))
    assert (empty.spells, len(empty.watched)) == ((), 0)
    assert LowSpells.of(DaySeries.of({}, day(1), FIRST)).spells == ()


@given(st.integers(-5, 5), st.sets(st.integers(0, 150)))
def test_that_a_constant_series_has_no_spell(value, days):
    for run in (2, 3):
        assert LowSpells.of(series(dict.fromkeys(days, value)), run).spells == ()


@given(moods(), st.sampled_from([-3.0, 0.25, 1.0, 40.0]), st.sampled_from([2, 3]))
def test_that_adding_the_same_to_every_day_changes_no_day_and_no_depth(values, plus, run):
    here, there = (LowSpells.of(series(values, more), run).spells for more in (0.0, plus))
    assert [(s.onset, s.lowest_on, s.last, s.end, s.depth) for s in here] == [
        (s.onset, s.lowest_on, s.last, s.end, s.depth) for s in there
    ]


@given(moods(), st.sampled_from([2, 3]))
def test_that_spells_are_in_order_apart_and_never_longer_than_what_was_written(values, run):
    found = LowSpells.of(series(values), run)
    written = [day(at) for at in values]
    for spell in found.spells:
        inside = [one for one in written if spell.onset <= one <= (spell.end or spell.last)]
        days = {spell.onset, spell.lowest_on, spell.last_low, spell.last, spell.end or spell.last}
        assert days <= set(inside)
        assert spell.lowest_on <= spell.last_low <= spell.last_inside
        assert spell.low_days >= run
        gaps = [(later - one).days - 1 for one, later in pairwise(inside)]
        assert max(gaps) <= MOST_MISSING
        assert len(inside) >= run
        assert 0 < spell.depth <= 10
        assert spell.days >= spell.days_back
    for one, following in pairwise(found.spells):
        assert one.last_inside < following.onset - dt.timedelta(days=1)


@given(moods(), st.data())
def test_that_a_missing_day_inside_never_makes_a_spell_longer_than_the_good_days_allow(
    values, data
):
    """Without some of its days, a spell that still begins ends where two near ones are left."""
    closed = [s for s in LowSpells.of(series(values)).spells if s.is_closed]
    for spell in closed[:1]:
        places = [at for at in values if spell.onset <= day(at) < spell.end]
        gone = data.draw(st.sets(st.sampled_from(places[3:]))) if places[3:] else set()
        fewer = {at: value for at, value in values.items() if at not in gone}
        (now,) = [s for s in LowSpells.of(series(fewer)).spells if s.onset == spell.onset]
        assert (now.end or now.last) <= spell.end
        assert now.days <= spell.days


@given(moods())
def test_that_what_comes_later_changes_no_spell_that_is_over(values):
    whole = LowSpells.of(series(values)).spells
    for upto in (60, 120):
        part = {at: value for at, value in values.items() if at < upto}
        closed = [s for s in LowSpells.of(series(part)).spells if s.is_closed]
        assert closed == [s for s in whole if s.is_closed][: len(closed)]


def test_that_levels_need_fourteen_of_the_days_before():
    levels = UsualLevels.of(drawn("1 " * 15, ". " * 14, "4 4"))
    assert np.isnan(levels.level[:14]).all()
    assert levels.level[14:].tolist() == [1.0, 1.0, 1.0]  # day 30 has days 2 to 14 and day 29
    assert levels.spread[14:].tolist() == [0.5, 0.5, 0.5]
    assert np.isnan(UsualLevels.of(drawn("1 " * 15, ". " * 14, ". 4")).level[-1])  # 13 of them
