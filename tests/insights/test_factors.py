import datetime as dt

from resilience_desktop.domain.details import Basic, Trigger
from resilience_desktop.insights.days import DayMoods
from resilience_desktop.insights.factors import HOURS, QUALITY, Factor, Factors, Kind
from tests.insights.made_up import FIRST, day, entry


def factors_of(entries, days=7, **skills) -> Factors:
    moods = DayMoods.of(entries, FIRST, day(days - 1))
    return Factors.of(entries, moods, skills)


def by_day(factors: Factors, kind: Kind, name: str = "") -> dict[int, float]:
    values = factors.series(Factor(kind, name)).by_day()
    return {(at - FIRST).days: value for at, value in values.items()}


def test_that_a_day_with_a_mood_and_without_the_tag_is_a_day_without_it():
    factors = factors_of([entry(0, 1, tags=("walk",)), entry(1, 2), entry(4, 0, tags=("walk",))])
    assert by_day(factors, Kind.TAG, "walk") == {0: 1, 1: 0, 4: 1}


def test_that_a_day_without_a_mood_does_not_count():
    factors = factors_of([entry(0, 1), entry(1, note="Rain.", tags=("walk",))])
    assert list(factors) == []


def test_that_a_day_has_what_any_of_its_entries_has_also_one_without_a_mood():
    factors = factors_of([entry(0, 1, hour=9), entry(0, hour=20, tags=("walk",)), entry(1, 1)])
    assert by_day(factors, Kind.TAG, "walk") == {0: 1, 1: 0}


def test_that_entries_outside_the_period_are_left_out():
    factors = factors_of([entry(-1, 1, tags=("walk",)), entry(0, 1), entry(7, 1, tags=("walk",))])
    assert list(factors) == []


def test_that_basics_that_were_not_asked_about_are_not_known():
    factors = factors_of(
        [
            entry(0, 1, basics=(Basic("water", done=True), Basic("meals", done=False))),
            entry(1, 1),
            entry(2, 1, basics=(Basic("water", done=False), Basic("meals", done=True))),
        ]
    )
    assert by_day(factors, Kind.BASIC, "water") == {0: 1, 2: 0}
    assert by_day(factors, Kind.BASIC, "meals") == {0: 0, 2: 1}


def test_that_a_basic_done_once_is_done_that_day():
    for first, second in ((True, False), (False, True)):
        entries = [
            entry(0, 1, hour=9, basics=(Basic("water", done=first),)),
            entry(0, 1, hour=20, basics=(Basic("water", done=second),)),
        ]
        assert by_day(factors_of(entries), Kind.BASIC, "water") == {0: 1}


def test_that_sleep_is_the_mean_of_the_day_in_hours_and_in_steps():
    factors = factors_of(
        [
            entry(0, 1, hour=9, sleep_hours=7.5, sleep_quality=4),
            entry(0, 1, hour=20, sleep_hours=6.5),
            entry(1, 1),
            entry(2, sleep_hours=8),
        ]
    )
    assert by_day(factors, Kind.SLEEP_HOURS) == {0: 7}
    assert by_day(factors, Kind.SLEEP_QUALITY) == {0: 4}


def test_that_capitals_and_blanks_make_no_other_trigger_and_the_last_spelling_stays():
    factors = factors_of(
        [
            entry(0, 1, triggers=(Trigger("a  row"),)),
            entry(1, 1),
            entry(2, 1, triggers=(Trigger("A row "),)),
        ]
    )
    assert list(factors) == [Factor(Kind.TRIGGER, "A row")]
    assert by_day(factors, Kind.TRIGGER, "A row") == {0: 1, 1: 0, 2: 1}


def test_that_skills_come_with_the_days_on_which_they_were_used():
    entries = [entry(0, 1), entry(1, 1)]
    factors = factors_of(entries, breathing=[day(1), day(1), day(3)], walking=[day(5)])
    assert list(factors) == [Factor(Kind.SKILL, "breathing")]
    assert by_day(factors, Kind.SKILL, "breathing") == {0: 0, 1: 1}


def test_that_a_tag_and_a_trigger_of_one_name_are_two_and_energy_is_none():
    factors = factors_of(
        [
            entry(
                0,
                1,
                energy=3,
                tags=("work", "Ada"),
                triggers=(Trigger("work"),),
                sleep_hours=7,
                sleep_quality=2,
            )
        ]
    )
    assert list(factors) == [
        HOURS,
        QUALITY,
        Factor(Kind.TAG, "Ada"),
        Factor(Kind.TAG, "work"),
        Factor(Kind.TRIGGER, "work"),
    ]


def test_that_a_factor_and_its_series_keep_the_period():
    factors = factors_of([entry(2, 1, tags=("walk",))], days=5)
    series = factors.series(Factor(Kind.TAG, "walk"))
    assert (series.first, series.last) == (FIRST, FIRST + dt.timedelta(days=4))


def test_that_what_a_person_wrote_is_in_no_repr():
    factors = factors_of([entry(0, 1, tags=("secret",), triggers=(Trigger("secret"),))])
    assert "secret" not in repr(factors) + repr(list(factors))
