"""The sentences beside the numbers, as the tables of honest wording have them."""

import pytest

from resilience_desktop.insights.carry_over import CarryOver
from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.mean import Interval, PeriodMean
from resilience_desktop.insights.spread import Spread, Swing
from resilience_desktop.services import numbers_in_words as words
from tests.insights.made_up import series

ENOUGH = Enough(30, 14)


def mean_of(days=24, of_days=30, mean=0.8, interval=(0.3, 1.3), least=7):
    enough = Enough(days, least, of_days)
    for_interval = Enough(days, 14, of_days)
    return PeriodMean(days, of_days, enough, mean, for_interval, interval and Interval(*interval))


def compared(difference, low, high, of_days=30):
    both = mean_of(of_days=of_days)
    return Comparison(both, both, difference, Interval(low, high))


def test_that_a_mean_comes_with_its_days_and_its_interval():
    assert words.mean_in_words(mean_of(), is_recent=True) == (
        "In the last 30 days you wrote on 24 of them. "
        "The average was +0.8 (likely between +0.3 and +1.3)."
    )
    assert words.mean_in_words(mean_of()).startswith("In these 30 days you wrote on 24 of them.")


def test_that_days_without_the_number_are_told_apart():
    assert words.mean_in_words(mean_of(), days_with_entries=26).startswith(
        "In these 30 days you wrote on 26 of them, and 24 have this number."
    )
    same = words.mean_in_words(mean_of(), days_with_entries=24)
    assert same.startswith("In these 30 days you wrote on 24 of them. ")
    none = words.mean_in_words(mean_of(0, mean=None, interval=None), days_with_entries=0)
    assert none.startswith("In these 30 days you wrote on 0 of them. 7 more days")


def test_that_too_few_days_say_how_many_more():
    few = words.mean_in_words(mean_of(3, 5, mean=None, interval=None))
    assert few == (
        "In these 5 days you wrote on 3 of them. "
        "4 more days with entries and this view can be shown."
    )
    not_sure = words.mean_in_words(mean_of(8, 10, interval=None))
    assert not_sure == (
        "In these 10 days you wrote on 8 of them. The average was +0.8. "
        "How sure that is cannot be said yet."
    )


def test_that_hours_have_no_sign():
    said = words.mean_in_words(mean_of(mean=7.25, interval=(6.5, 8)), number=words.plainly)
    assert said.endswith("The average was 7.2 (likely between 6.5 and 8.0).")
    assert words.plainly(-1) == "\N{MINUS SIGN}1.0"


@pytest.mark.parametrize(
    ("enough", "said"),
    [
        (Enough(30, 42), "12 more days with entries and this view can be shown."),
        (Enough(41, 42), "1 more day with entries and this view can be shown."),
        (Enough(20, 14, 90), "This can be shown where at least half of the days have entries."),
        (
            Enough(30, 14, 30, pairs=5, least_pairs=7),
            "2 more times with entries on two days in a row and this view can be shown.",
        ),
        (
            Enough(30, 14, 30, pairs=6, least_pairs=7),
            "1 more time with entries on two days in a row and this view can be shown.",
        ),
        (ENOUGH, ""),
    ],
)
def test_that_what_is_missing_is_said_and_nothing_else(enough, said):
    assert words.still_missing(enough) == said
    assert bool(enough) is not bool(said)


@pytest.mark.parametrize(
    ("difference", "low", "high", "said"),
    [
        (0.3, -0.4, 1.0, "About the same as the 30 days before; the difference could be chance."),
        (
            0.9,
            0.2,
            1.6,
            "Higher than the 30 days before by about 0.9 (0.2 to 1.6). The numbers can't say why.",
        ),
        (
            -0.9,
            -1.6,
            -0.2,
            "Lower than the 30 days before by about 0.9 (0.2 to 1.6). The numbers can't say why.",
        ),
        (0.2, 0.04, 0.4, "About the same as the 30 days before; the difference could be chance."),
    ],
)
def test_that_a_difference_is_only_one_when_it_is_clear_of_chance(difference, low, high, said):
    assert words.compared_in_words(compared(difference, low, high)) == said


def test_that_an_earlier_period_can_have_a_name():
    said = words.compared_in_words(compared(0.9, 0.2, 1.6), "1 to 30 May 2025")
    assert said.startswith("Higher than 1 to 30 May 2025 by about")


def test_that_a_comparison_says_which_period_lacks_days():
    full, short = series([1, 2] * 15), series([1, 2] * 5)
    later = words.compared_in_words(Comparison.of(full, short))
    assert later == "4 more days with entries and this view can be shown."
    earlier = words.compared_in_words(Comparison.of(short, full))
    assert earlier == (
        "Of the 10 days before: 4 more days with entries and this view can be shown."
    )


def test_that_spread_and_swing_are_points():
    assert words.spread_in_words(Spread(ENOUGH, 1.234, 1.5)) == (
        "Your days lay about 1.2 points around their average."
    )
    assert words.swing_in_words(Swing(ENOUGH, 1.44)) == (
        "From one day to the next your mood moved by about 1.4 points."
    )


def test_that_days_that_hardly_differ_are_said_to_be_alike():
    assert words.spread_in_words(Spread(ENOUGH, 0.12, 0.0)) == (
        "Your days were nearly all alike: about 0.1 points around their average."
    )


def test_that_carry_over_comes_with_its_error():
    assert words.carry_over_in_words(CarryOver(ENOUGH, 0.361, 0.12)) == (
        "From one day to the next about 0.36 carried over, where 0 is nothing and 1 is all "
        "(standard error 0.12)."
    )


def test_that_spread_swing_and_carry_over_wait_for_their_days():
    few = series([1, 2] * 5)
    assert words.spread_in_words(Spread.of(few)).startswith("11 more days")
    assert words.swing_in_words(Swing.of(few)).startswith("11 more times")
    assert words.carry_over_in_words(CarryOver.of(few)).startswith("50 more days")
