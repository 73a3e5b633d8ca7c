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


def mean_of(days=24, of_days=30, mean=0.8, interval=(0.3, 1.3), least=7, worth=12.0):
    enough = Enough(days, least, of_days)
    for_interval = Enough(days, 21, of_days)
    found = interval and Interval(*interval)
    return PeriodMean(days, of_days, enough, mean, for_interval, found, worth)


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
    assert none.startswith("In these 30 days you wrote on 0 of them. Too few days in this time.")


def test_that_too_few_days_say_how_many_more():
    few = words.mean_in_words(mean_of(3, 5, mean=None, interval=None), is_recent=True)
    assert few == (
        "In the last 5 days you wrote on 3 of them. 3 days so far. This takes 7 days with entries."
    )
    not_sure = words.mean_in_words(mean_of(8, 10, interval=None))
    assert not_sure == (
        "In these 10 days you wrote on 8 of them. The average was +0.8. "
        "How sure that is cannot be said yet."
    )


def test_that_an_average_without_a_range_says_why():
    alike = words.mean_in_words(mean_of(39, 44, interval=None, worth=3.1))
    assert alike == (
        "In these 44 days you wrote on 39 of them. The average was +0.8. "
        "These days follow each other so closely that no range can be given."
    )
    at_the_end = words.mean_in_words(mean_of(39, 44, mean=4.8, interval=None))
    assert at_the_end.endswith(
        "The average was +4.8. It has no range, as that would go past the end of the scale."
    )


def test_that_hours_have_no_sign():
    said = words.mean_in_words(mean_of(mean=7.25, interval=(6.5, 8)), number=words.plainly)
    assert said.endswith("The average was 7.2 (likely between 6.5 and 8.0).")
    assert words.plainly(-1) == "\N{MINUS SIGN}1.0"


@pytest.mark.parametrize(
    ("enough", "said"),
    [
        (Enough(30, 42), "30 days so far. This takes 42 days with entries."),
        (Enough(0, 7), "This takes 7 days with entries."),
        (Enough(41, 42), "41 days so far. This takes 42 days with entries."),
        (Enough(20, 14, 90), "This can be shown where at least half of the days have entries."),
        (
            Enough(30, 14, 30, pairs=5, least_pairs=7),
            "This takes more entries on two days in a row.",
        ),
        (ENOUGH, ""),
    ],
)
def test_that_what_is_missing_is_said_and_nothing_else(enough, said):
    assert words.still_missing(enough) == said
    assert bool(enough) is not bool(said)


def test_that_nobody_is_told_to_wait_for_days_that_are_over():
    for lacking in (Enough(30, 42), Enough(0, 42)):
        assert words.still_missing(lacking, can_grow=False) == "Too few days in this time."
    few = series([1, 2] * 5)
    spread = words.spread_in_words(Spread.of(few), can_grow=False)
    carried = words.carry_over_in_words(CarryOver.of(few), can_grow=False)
    assert spread == carried == "Too few days in this time."
    assert words.swing_in_words(Swing(Enough(3, 21), None), can_grow=False) == spread


@pytest.mark.parametrize(
    ("difference", "low", "high", "said"),
    [
        (
            0.1,
            -0.6,
            0.8,
            "About the same as the 30 days before: at most 0.6 lower or 0.8 higher.",
        ),
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
        (0.2, 0.04, 0.4, "About the same as the 30 days before: at most 0.4 higher."),
        (-0.2, -0.4, -0.04, "About the same as the 30 days before: at most 0.4 lower."),
        (0.0, -0.04, 0.04, "About the same as the 30 days before."),
    ],
)
def test_that_a_difference_is_only_one_when_it_is_clear_of_chance(difference, low, high, said):
    assert words.compared_in_words(compared(difference, low, high)) == said


@pytest.mark.parametrize(
    ("difference", "low", "high", "reach"),
    [
        (3.0, -0.5, 6.5, "0.5 lower to 6.5 higher"),
        (-0.6, -2.1, 0.9, "2.1 lower to 0.9 higher"),
        (0.02, -1.5, 1.5, "1.5 lower to 1.5 higher"),
        (1.6, 0.02, 3.2, "no difference to 3.2 higher"),
        (-1.6, -3.2, -0.02, "no difference to 3.2 lower"),
    ],
)
def test_that_where_a_difference_cannot_be_told_the_verdict_comes_first_and_none_is_named(
    difference, low, high, reach
):
    assert words.compared_in_words(compared(difference, low, high)) == (
        f"Whether this differs from the 30 days before cannot be told: anything from {reach} fits."
    )


def test_that_a_clear_difference_is_one_however_wide_its_range_is():
    said = words.compared_in_words(compared(3.0, 0.4, 5.6))
    assert said.startswith("Higher than the 30 days before by about 3.0 (0.4 to 5.6).")


def test_that_days_that_follow_each_other_closely_are_not_compared():
    slope = series([5 - abs(number - 22) * 0.4 for number in range(44)])
    said = words.compared_in_words(Comparison.of(slope, slope), "May")
    assert said == "Not compared with May: each day is too much like the day before it."


def test_that_an_earlier_period_can_have_a_name():
    said = words.compared_in_words(compared(0.9, 0.2, 1.6), "1 to 30 May 2025")
    assert said.startswith("Higher than 1 to 30 May 2025 by about")


@pytest.mark.parametrize(
    ("other", "lacks"),
    [
        ([1, 2] * 5, "it takes 21 days with entries in each"),
        ([1, 2] * 12 + [None] * 25, "it takes entries on half of the days of each"),
        ([1, None] * 24, "it takes more entries on two days in a row"),
    ],
)
def test_that_a_comparison_says_what_it_takes(other, lacks):
    full, lacking = series([1, 2] * 15), series(other)
    for two in (Comparison.of(full, lacking), Comparison.of(lacking, full)):
        assert words.compared_in_words(two, "May") == f"Not compared with May: {lacks}."
    said = words.compared_in_words(Comparison.of(series([1, 2] * 5), full))
    assert said.startswith("Not compared with the 10 days before: ")


def test_that_spread_and_swing_are_points():
    assert words.spread_in_words(Spread(ENOUGH, 1.234, 1.5)) == (
        "Your days lay about 1.2 points away from their average."
    )
    assert words.swing_in_words(Swing(ENOUGH, 1.44)) == (
        "From one day to the next your mood moved by about 1.4 points."
    )


def test_that_days_that_hardly_differ_are_said_to_be_alike():
    assert words.spread_in_words(Spread(ENOUGH, 0.12, 0.0)) == (
        "Your days were nearly all alike: about 0.1 points away from their average."
    )


def test_that_carry_over_comes_with_its_error():
    assert words.carry_over_in_words(CarryOver(ENOUGH, 0.361, 0.12)) == (
        "From one day to the next about 0.36 carried over, where 0 is nothing and 1 is all "
        "(standard error 0.12)."
    )


def test_that_spread_swing_and_carry_over_wait_for_their_days():
    few = series([1, 2] * 5)
    assert words.spread_in_words(Spread.of(few)).startswith("10 days so far.")
    assert words.swing_in_words(Swing.of(few)).startswith(
        "This takes more entries on two days in a row"
    )
    assert words.carry_over_in_words(CarryOver.of(few)).startswith("10 days so far.")
