"""What was found, in words: as honest as the tables have it, and never what they forbid."""

import re
from itertools import product

import pytest

from resilience_desktop import i18n
from resilience_desktop.insights.carry_over import CarryOver
from resilience_desktop.insights.comparison import Comparison
from resilience_desktop.insights.enough import Enough
from resilience_desktop.insights.factors import Factor, Kind
from resilience_desktop.insights.going_with import LookedAt
from resilience_desktop.insights.hac import Difference
from resilience_desktop.insights.mean import Interval, PeriodMean
from resilience_desktop.insights.named import Named, NamedInEntries
from resilience_desktop.insights.rhythm import Part, Rhythm, by_month, by_weekday
from resilience_desktop.insights.spread import Spread, Swing
from resilience_desktop.services import findings_in_words as words
from resilience_desktop.services import numbers_in_words as numbers
from tests.insights.made_up import series
from tests.services.test_spells_in_words import spell_sentences
from tests.test_words import broken_promises

NEVER = (
    "mental health",
    "you improved",
    "improves",
    "%",
    "the app",
    "mood swings",
    "depression",
    "warning",
    "risk",
    "predict",
    "because",
    "causes",
    "makes your",
    "you have",
    "well done",
    "great",
    "should",
    "must",
    "!",
    "{",
    "}",
)
"""What the column of honest wording forbids, and what only a mistake would print."""


def part(key, *, days=20, mean=1.0, interval=(0.5, 1.5), is_apart=False, years=2):
    return Part(key, Enough(days, 7), years, mean, interval and Interval(*interval), is_apart)


def rhythm(*parts, days=90):
    return Rhythm(PeriodMean.of(series([0, 1, 2] * (days // 3))), parts)


def looked_at(points, low, high, with_it=31, without=52):
    factor = Factor(Kind.TAG, "walk")
    return LookedAt(factor, with_it, without, 83, Difference(points, low, high), 0.01, found=True)


def named(**changed):
    values = {
        "word": "tense",
        "entries": 14,
        "days": 12,
        "rated": 9,
        "strength": 60.0,
        "mood_days": 11,
        "mood": -1.25,
        "months": {},
    }
    return Named(**values | changed)


def found_in(days):
    return NamedInEntries(Enough(days, 7), (), {})


def test_that_a_part_that_stands_apart_comes_with_its_days():
    said = words.rhythm_in_words(rhythm(part(0), part(4, is_apart=True)), i18n.weekday_name)
    assert said == (
        "Friday stood apart: +1.0 on average (likely between +0.5 and +1.5; 20 days). "
        "The numbers can't say why."
    )


def test_that_parts_within_chance_are_said_to_be():
    assert words.rhythm_in_words(rhythm(part(0), part(1)), i18n.weekday_name) == (
        "None of these is further from the average of all days than chance often brings about."
    )


def test_that_a_rhythm_says_how_many_days_it_lacks():
    few = words.rhythm_in_words(by_weekday(series([1, 2] * 6)), i18n.weekday_name)
    assert few == "12 days so far. This takes 21 days with entries."
    sparse = words.rhythm_in_words(
        rhythm(part(0, days=5, mean=None), part(1, days=6, mean=None)), i18n.weekday_name
    )
    assert sparse == "Each of these can be shown once it has 7 days with entries."
    over = words.rhythm_in_words(
        rhythm(part(0, days=5, mean=None)), i18n.weekday_name, can_grow=False
    )
    assert over == "Too few days in this time."
    close = words.rhythm_in_words(rhythm(part(0, mean=None)), i18n.weekday_name)
    assert close == "These days follow each other so closely that no range can be given."


def test_that_a_month_of_one_year_is_said_to_be_one():
    assert words.of_one_year(by_month(series([1, 2, 0] * 20))) == (
        "A month of one year alone says nothing about that month in other years."
    )
    assert words.of_one_year(rhythm(part(1))) == ""


def test_that_part_of_the_day_is_three_hours():
    assert words.part_of_day(6) == "06:00 to 09:00"
    assert words.part_of_day(21) == "21:00 to 24:00"


def test_that_what_was_named_has_its_days_its_strength_and_its_mood():
    assert words.named_in_words(named(), found_in(40)) == (
        "‘tense’ was there on 12 of 40 days with entries. "
        "Half of the 9 ratings were 60 or more. "
        "The mood of these entries was \N{MINUS SIGN}1.2 on average (11 days)."
    )
    assert words.named_in_words(named(strength=None, mood=None), found_in(40)) == (
        "‘tense’ was there on 12 of 40 days with entries."
    )
    assert words.named_in_words(named(), found_in(5)) == (
        "5 days so far. This takes 7 days with entries."
    )


OTHER_REASONS = "It may be that it helps, that better days make it easier, or something else."


def test_that_what_goes_with_better_days_has_other_reasons_too():
    assert words.going_with_in_words(looked_at(0.7, 0.2, 1.2), "walk") == (
        "On days with ‘walk’ your mood was about 0.7 higher (roughly 0.2 to 1.2; 31 days with, "
        f"52 without). {OTHER_REASONS}"
    )
    assert words.going_with_in_words(looked_at(0.7, 0.2, 1.2), "walk", next_day=True).startswith(
        "On the day after ‘walk’ your mood was about 0.7 higher"
    )


def test_that_what_goes_with_harder_days_is_told_the_same_way():
    assert words.going_with_in_words(looked_at(-0.7, -1.2, 0.1), "row") == (
        "On days with ‘row’ your mood was about 0.7 lower (roughly \N{MINUS SIGN}0.1 to 1.2; "
        "31 days with, 52 without). It may be that it is hard, that harder days bring it, or "
        "something else."
    )
    assert words.going_with_in_words(looked_at(-0.7, -1.2, -0.1), "row", next_day=True).startswith(
        "On the day after ‘row’ your mood was about 0.7 lower (roughly 0.1 to 1.2"
    )


@pytest.mark.parametrize(
    ("points", "low", "high", "way"), [(0.3, 0.1, 0.5, "higher"), (-0.3, -0.5, -0.1, "lower")]
)
def test_that_hours_of_sleep_go_with_so_much_for_each(points, low, high, way):
    slept = looked_at(points, low, high, with_it=None, without=None)
    assert words.going_with_in_words(slept, "hour of sleep").startswith(
        f"With each extra hour of sleep your mood was about 0.3 {way} (roughly 0.1 to 0.5; "
        "83 days)."
    )


HIGHER, LOWER = looked_at(0.7, 0.2, 1.2), looked_at(-0.7, -1.2, -0.1)


@pytest.mark.parametrize(
    ("found", "reasons"),
    [
        ((HIGHER, HIGHER), "It may be that they help, that better days make them easier, or"),
        ((LOWER, LOWER), "It may be that they are hard, that harder days bring them, or"),
        ((HIGHER, LOWER), "It may be that they make days better or harder, that better or harder"),
    ],
)
def test_that_several_findings_have_other_reasons_once(found, reasons):
    *each, last = words.all_going_with_in_words([(one, "walk") for one in found])
    assert [said.count("‘walk’") for said in each] == [1, 1]
    assert last.startswith(reasons)
    assert "It may be" not in " ".join(each)


def test_that_sleep_stands_last_with_reasons_of_its_own_and_is_one_thing():
    slept = looked_at(0.3, 0.1, 0.5, with_it=None, without=None)
    named = [(slept, "hour of sleep"), (HIGHER, "walk"), (slept, "point of sleep quality")]
    walk, hours, quality, nights = words.all_going_with_in_words(named)
    assert "‘walk’" in walk
    assert walk.endswith(OTHER_REASONS)
    assert hours.startswith("With each extra hour of sleep")
    assert quality.startswith("With each extra point of sleep quality")
    assert nights.startswith("The night comes before the day: ")
    assert nights.endswith("Hours and quality of sleep are two sides of the same nights.")
    assert "better days" not in nights


def test_that_one_finding_is_one_sentence_with_its_reasons_and_none_is_nothing():
    alone = words.going_with_in_words(HIGHER, "walk", next_day=True)
    assert words.all_going_with_in_words([(HIGHER, "walk")], next_day=True) == (alone,)
    assert words.all_going_with_in_words([]) == ()


def every_sentence():
    """Return each sentence in each of its states."""
    days = [series([at % 3 for at in range(n)]) for n in (3, 10, 13, 20, 30, 70)]
    days += [series([1] * 20), series([1, None] * 30), series([1, 2] * 20 + [None] * 90)]
    days += [series([-3, -4] * 20), series([3, 4] * 20)]
    for one in days:
        for is_recent in (True, False):
            yield numbers.mean_in_words(PeriodMean.of(one), is_recent=is_recent)
        yield numbers.spread_in_words(Spread.of(one))
        yield numbers.swing_in_words(Swing.of(one))
        yield numbers.carry_over_in_words(CarryOver.of(one))
        yield words.rhythm_in_words(by_weekday(one), i18n.weekday_name)
        yield words.rhythm_in_words(by_month(one), i18n.month_name)
        yield words.of_one_year(by_month(one))
    yield from (numbers.compared_in_words(Comparison.of(a, b)) for a, b in product(days, days))
    for points, next_day, with_it in product((0.7, -0.7), (True, False), (31, None)):
        found = looked_at(points, points - 0.3, points + 0.3, with_it, with_it)
        yield words.going_with_in_words(found, "walk", next_day=next_day)
        for other in (HIGHER, LOWER):
            both = (found, "walk"), (other, "tea")
            yield from words.all_going_with_in_words(both, next_day=next_day)
    yield words.named_in_words(named(), found_in(40))
    yield words.rhythm_in_words(rhythm(part(0), part(4, is_apart=True)), i18n.weekday_name)
    yield words.of_different_days()
    yield from spell_sentences()


def forbidden(said):
    found = [never for never in NEVER if never in said.casefold()]
    found += re.findall(r"\bnan\b|\bNone\b(?! of)", said)
    return found + broken_promises(said)


def test_that_the_list_catches_what_must_never_be_said():
    for said in (
        "Your mental health score",
        "You improved 12 %",
        "The app is working",
        "unstable",
        "mood swings disorder",
        "relapse",
        "episode of depression",
        "Warning: a risk",
        "A prediction",
        "Walking improves your mood",
        "You have moderate depression",
        "The average was None",
        "The average was nan.",
    ):
        assert forbidden(said)


def test_that_no_sentence_says_what_must_never_be_said():
    sentences = list(every_sentence())
    assert len(set(sentences)) > 60
    assert [said for said in sentences if forbidden(said)] == []


def test_that_every_sentence_is_whole():
    for said in filter(None, every_sentence()):
        assert said == said.strip()
        assert "  " not in said
        assert re.fullmatch(r"[A-Z0-9‘].*[.?]", said), said
