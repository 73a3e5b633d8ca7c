import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.entry import Entry, Frame
from resilience_desktop.domain.moment import Moment
from resilience_desktop.insights.days import DayMoods, Gap, rolling_median
from resilience_desktop.insights.summary import MoodSummary

FIRST = dt.date(2026, 5, 24)
NIPLAV = Path(__file__).resolve().parents[3] / "shared/data/mood/niplav_mood_2021-2023.csv"


def entry(day: int, mood: int | None = None, *, hour: int = 12, **fields) -> Entry:
    wall = dt.datetime.combine(FIRST + dt.timedelta(days=day), dt.time(hour))
    return Entry(at=Moment.from_wall(wall, "Europe/London"), mood=mood, **fields)


def moods_of(values: dict[int, float], days: int) -> DayMoods:
    means = {FIRST + dt.timedelta(days=day): float(value) for day, value in values.items()}
    last = FIRST + dt.timedelta(days=days - 1)
    return DayMoods(FIRST, last, means, dict.fromkeys(means, 1))


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


def test_that_a_day_is_the_mean_of_its_entries():
    moods = DayMoods.of([entry(0, 1, hour=8), entry(0, 4, hour=20), entry(2, -3)], FIRST, day(2))
    assert moods.means == {day(0): 2.5, day(2): -3}
    assert (moods.days, moods.days_with_entries, moods.entries) == (3, 2, 3)


def test_that_a_whole_day_value_counts_only_where_no_moment_does():
    both = [entry(0, 4), entry(0, -5, frame=Frame.TODAY), entry(1, -2, frame=Frame.TODAY)]
    moods = DayMoods.of(both, FIRST, day(1))
    assert moods.means == {day(0): 4, day(1): -2}
    assert (moods.moments, moods.whole_days) == (1, 2)


def test_that_entries_outside_the_period_are_left_out():
    moods = DayMoods.of([entry(-1, 1), entry(0, 2), entry(3, 3)], FIRST, day(2))
    assert moods.means == {FIRST: 2}


def test_that_an_entry_without_a_mood_is_a_day_with_an_entry_but_no_mark():
    moods = DayMoods.of([entry(0, note="Rain.")], FIRST, FIRST)
    assert (moods.days_with_entries, moods.days_with_mood) == (1, 0)
    assert list(moods.gaps()) == []


def test_that_converted_moods_are_counted():
    moods = DayMoods.of([entry(0, 1, converted_from="51 on 0..100"), entry(1, 1)], FIRST, day(1))
    assert moods.converted == 1


def test_that_the_day_on_the_wall_decides_and_not_the_one_in_greenwich():
    late = dt.datetime.combine(FIRST, dt.time(23, 30))
    moods = DayMoods.of(
        [Entry(at=Moment.from_wall(late, "America/New_York"), mood=1)], FIRST, day(1)
    )
    assert list(moods.means) == [FIRST]


def test_that_gaps_at_both_ends_and_in_the_middle_are_found():
    moods = moods_of({2: 0, 3: 0, 14: 0}, 17)
    assert list(moods.gaps()) == [
        Gap(day(0), day(1)),
        Gap(day(4), day(13)),
        Gap(day(15), day(16)),
    ]
    assert [gap.days for gap in moods.gaps(longer_than=2)] == [10]
    assert moods.longest_gap == Gap(day(4), day(13))


def test_that_an_empty_period_is_one_gap_and_a_backward_one_is_none():
    assert list(moods_of({}, 30).gaps(longer_than=10)) == [Gap(day(0), day(29))]
    backwards = DayMoods(day(3), day(0), {}, {})
    assert (backwards.days, backwards.longest_gap) == (0, None)


def test_that_a_full_period_has_no_gap():
    assert moods_of(dict.fromkeys(range(9), 1), 9).longest_gap is None


def test_that_the_median_stands_in_the_middle_of_its_seven_days():
    assert rolling_median(moods_of({0: 5, 1: 5, 2: 5, 3: 0, 4: -5, 5: -5, 6: -5}, 7)) == {
        day(0): 5,
        day(1): 5,
        day(2): 2.5,
        day(3): 0,
        day(4): -2.5,
        day(5): -5,
        day(6): -5,
    }


def test_that_three_missing_days_are_bridged_and_four_are_not():
    three = rolling_median(moods_of(dict.fromkeys([*range(7), *range(10, 17)], 1), 17))
    assert set(three) == {day(n) for n in range(17)}
    four = rolling_median(moods_of(dict.fromkeys([*range(7), *range(11, 18)], 1), 18))
    assert not set(four) & {day(n) for n in (8, 9)}


def test_that_a_wide_window_does_not_reach_into_a_long_gap():
    moods = moods_of(dict.fromkeys([*range(10), *range(18, 28)], 1), 28)
    medians = rolling_median(moods, window=21, least=1)
    assert not any(day(n) in medians for n in range(10, 18))
    short = moods_of(dict.fromkeys([*range(10), *range(17, 27)], 1), 27)
    assert day(13) in rolling_median(short, window=21, least=1)


def test_that_no_mood_at_all_gives_no_median():
    assert rolling_median(moods_of({}, 400)) == {}


@given(
    st.dictionaries(st.integers(0, 60), st.floats(-5, 5, allow_subnormal=False), max_size=61),
    st.sampled_from([1, 3, 7, 9]),
    st.integers(1, 5),
)
def test_that_a_median_lies_within_its_window_and_needs_enough_days(values, window, least):
    medians = rolling_median(moods_of(values, 61), window, least)
    for number in range(61):
        near = [
            values[n] for n in range(number - window // 2, number + window // 2 + 1) if n in values
        ]
        if day(number) in medians:
            assert len(near) >= least
            assert min(near) <= medians[day(number)] <= max(near)
        elif number in values:
            assert len(near) < least


@given(st.sets(st.integers(0, 80)))
def test_that_the_line_never_goes_past_the_day_values(days):
    medians = rolling_median(moods_of(dict.fromkeys(days, 1), 81))
    if medians:
        assert day(min(days)) <= min(medians)
        assert max(medians) <= day(max(days))
    assert all(d in {day(n) for n in range(81)} for d in medians)


@given(st.lists(st.tuples(st.integers(-3, 12), st.integers(-5, 5)), max_size=40))
def test_that_every_day_value_lies_between_that_days_moods(pairs):
    moods = DayMoods.of([entry(n, mood) for n, mood in pairs], FIRST, day(9))
    for number in range(10):
        own = [mood for n, mood in pairs if n == number]
        assert (day(number) in moods.means) == bool(own)
        if own:
            assert min(own) <= moods.means[day(number)] <= max(own)
    assert moods.entries == moods.moments == sum(0 <= n <= 9 for n, _ in pairs)


@given(st.sets(st.integers(0, 50)))
def test_that_days_and_gaps_together_make_up_the_period(days):
    moods = moods_of(dict.fromkeys(days, 1), 51)
    assert sum(gap.days for gap in moods.gaps()) + moods.days_with_entries == 51


def test_that_the_middle_waits_for_seven_days():
    six = MoodSummary.of(moods_of(dict.fromkeys(range(6), 1), 10))
    assert (six.middle, six.days_missing) == (None, 1)
    seven = MoodSummary.of(moods_of(dict(enumerate([-3, -2, -1, 0, 1, 2, 5])), 10))
    assert seven.days_missing == 0
    assert (seven.middle.lower_quartile, seven.middle.median, seven.middle.upper_quartile) == (
        -1.5,
        0,
        1.5,
    )


def test_that_numbers_of_a_person_do_not_show_in_reprs():
    moods = moods_of(dict.fromkeys(range(7), -4.25), 7)
    assert "4.25" not in repr(moods) + repr(MoodSummary.of(moods))


@pytest.mark.skipif(not NIPLAV.exists(), reason="the real mood data is not beside this checkout")
def test_that_a_gap_of_112_days_stays_a_gap():
    entries = []
    with NIPLAV.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            wall = dt.datetime.fromisoformat(row["date"])
            mood = round(float(row["happy"]) / 10) - 5
            entries.append(Entry(at=Moment.from_wall(wall, "UTC"), mood=mood))
    moods = DayMoods.of(entries, entries[0].at.day, entries[-1].at.day)
    assert (moods.days_with_entries, moods.days) == (579, 1080)
    gap = moods.longest_gap
    assert gap is not None
    assert gap.days == 112
    assert not any(gap.first <= day <= gap.last for day in rolling_median(moods))
