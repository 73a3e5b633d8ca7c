"""The mood chart as a view: what it says, its numbered notes, and the other numbers below it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from resilience_desktop.charts.flags import spaced
from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.details import ScaleValue
from resilience_desktop.domain.own_scale import OwnScale
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.services.views import choosing, mood
from resilience_desktop.services.views.mood_words import MOST_FLAGS
from resilience_desktop.services.views.view import Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.test_findings_in_words import forbidden
from tests.services.views.shown import aloud, drawn, rows, said, told
from tests.test_words import broken_promises

STRESS = OwnScale("Stress {at work}", 0, 10, "none", "as much as there can be", id="s")


def found(entries, **more):
    last = max(e.at.day for e in entries)
    return Found(today=last, entries=tuple(entries), **more)


def shown(entries, *, first=FIRST, last=None, other=None, **more):
    everything = found(entries, **more)
    asked = Asked(period=Period(first, last or everything.today), other=other)
    return mood.panels(asked, everything)


def written(drawing):
    """Return the words in a picture."""
    figure = Figure(figsize=(900 / 72, drawing.height(1) / 72), dpi=72)
    drawing.draw(figure, style=print_style())
    return [words.get_text() for words in figure.axes[0].texts]


def wobbling(days, usual=1, start=0, seed=4):
    chance = Random(seed)
    return [entry(start + n, usual + chance.randint(-2, 2)) for n in range(days)]


# What it says


def test_that_an_average_comes_with_its_days_and_between_what_it_likely_lies():
    panel, *_ = shown(wobbling(30))
    assert panel.sentences[0].startswith("In the last 30 days you wrote on 30 of them.")
    assert "(likely between " in panel.sentences[0]
    assert len(panel.sentences) == 1  # nothing was written before
    assert panel.drawings[0].description == " ".join(panel.sentences)


def test_that_the_days_before_are_compared_where_there_are_any():
    entries = wobbling(30, usual=-3) + wobbling(30, usual=2, start=30)
    panel, *_ = shown(entries, first=day(30))
    assert panel.sentences[1].startswith("Higher than the 30 days before by about ")
    few = [entry(3, 1), *wobbling(30, start=30)]
    panel, *_ = shown(few, first=day(30))
    assert panel.sentences[1].startswith("Not compared with the 30 days before: it takes 21 days")


def test_that_too_few_days_say_how_many_are_missing_and_still_have_their_marks():
    panel, *_ = shown(wobbling(3))
    assert panel.sentences == ("3 days so far. After 7 days with a mood, more can be said.",)
    assert len(drawn(panel.drawings[0])) == 3


@pytest.mark.parametrize(
    ("moods", "is_over", "said"),
    [
        ([None, None], False, "After 7 days with a mood, more can be said."),
        ([None, None], True, "Too few days in this time to say more."),
        ([1, None], True, "1 day with a mood. Too few days in this time to say more."),
        ([], True, "There are no entries in this 1 day."),
    ],
)
def test_that_no_zero_is_counted_and_nobody_waits_for_days_that_are_over(moods, is_over, said):
    entries = [entry(n, one) for n, one in enumerate(moods)]
    last = day(max(0, len(moods) - 1))
    everything = Found(today=last + dt.timedelta(days=is_over), entries=tuple(entries))
    panel, *_ = mood.panels(Asked(period=Period(FIRST, last)), everything)
    assert panel.sentences[0] == said


def test_that_names_above_one_picture_leave_as_much_room_above_the_one_beside_it():
    change = TimeOfChange("New job", day(45))
    everything = found(wobbling(60), times_of_change=(change,))
    asked = Asked(period=Period(day(30), day(59)), other=Period(FIRST, day(29)))
    late, early = choosing.panels("mood", asked, everything)
    alone = mood.panels(Asked(period=Period(FIRST, day(29))), everything)
    one, other, unmoved = (side[0].drawings[0] for side in (late, early, alone))
    assert one.height(1) == other.height(1) > unmoved.height(1)
    assert level_of_zero(one) == level_of_zero(other) != level_of_zero(unmoved)


def level_of_zero(drawing):
    figure = Figure(figsize=(400 / 72, drawing.height(1) / 72), dpi=72)
    drawing.draw(figure, style=print_style())
    return next(w.get_position()[1] for w in figure.axes[0].texts if w.get_text() == "neither 0")


def test_that_days_far_apart_have_a_middle_half_and_are_told_what_an_average_takes():
    panel, *_ = shown([entry(n * 3, n % 4) for n in range(20)])
    where, few = panel.sentences
    assert where == (
        "In these 8 weeks you wrote on 20 of 58 days. With your days in order from low to high, "
        "the middle one was +1.5, and half of them lay between +0.8 and +2.2."
    )
    assert few == "For an average it takes entries on at least half of the days."


def test_that_no_entries_are_said_and_nothing_is_drawn():
    panel, *rest = shown([entry(0, 1)], first=day(5), last=day(9))
    assert panel.sentences == ("There are no entries in these 5 days.",)
    assert panel.drawings == ()
    assert panel.table is None
    assert rest == []


def test_that_weeks_without_entries_are_said_with_their_length():
    once = wobbling(40) + wobbling(40, start=68)
    panel, *_ = shown(once)
    assert panel.sentences[1] == "Nothing was written for 28 days, 11 July to 7 August 2026."
    panel, *_ = shown(once + wobbling(40, start=148))
    assert panel.sentences[1].startswith(
        "2 times nothing was written for four weeks or more. The longest of these had 40 days, "
    )
    panel, *_ = shown(wobbling(40) + wobbling(40, start=208))
    assert panel.sentences[1].startswith("For an average it takes")
    assert panel.sentences[2].startswith("Nothing was written for 168 days")
    panel, *_ = shown(wobbling(40) + wobbling(40, start=67))
    assert len(panel.sentences) == 1


def test_that_days_before_the_journal_was_begun_are_no_time_in_which_nothing_was_written():
    panel, *_ = shown(wobbling(60, start=40))
    assert len(panel.sentences) == 1


def test_that_days_that_are_nearly_all_alike_are_said_to_be():
    panel, *_ = shown([entry(n, 1 if n % 30 else 2) for n in range(60)])
    assert panel.sentences[1].startswith("Your days were nearly all alike")


def test_that_two_periods_are_compared_once_and_not_in_each():
    entries = wobbling(30, usual=-3) + wobbling(30, usual=2, start=30)
    later, earlier = Period(day(30), day(59)), Period(FIRST, day(29))
    panel, *_ = shown(entries, first=later.first, other=earlier)
    assert len(panel.sentences) == 1
    words = mood.compared(later, earlier, found(entries))
    assert words.startswith("Higher than 1 to 30 June 2026 by about ")
    assert mood.compared(earlier, later, found(entries)).startswith("Lower than 1 to 30 July")


def test_that_days_of_one_piece_have_an_average_and_the_middle_half_but_no_range():
    slope = [entry(n, max(-5, min(5, 5 - abs(n - 22) // 2))) for n in range(44)]
    (only,) = shown(slope)[0].sentences
    assert only == (
        "In the last 44 days you wrote on 44 of them. The average was \N{MINUS SIGN}0.2. "
        "These days follow each other so closely that no range can be given. "
        "With your days in order from low to high, the middle one was 0.0, and half of them lay "
        "between \N{MINUS SIGN}3.0 and +2.2."
    )


def test_that_a_low_spell_and_better_days_are_not_called_about_the_same():
    entries = [*(entry(n, -4 + n % 3) for n in range(24)), *wobbling(24, usual=2, start=24, seed=1)]
    entries[10:20] = [entry(n, 4) for n in range(10, 20)]
    words = mood.compared(Period(day(24), day(47)), Period(FIRST, day(23)), found(entries))
    assert "About the same" not in words


def test_that_no_entries_are_only_named_where_nothing_at_all_was_written():
    whole = found(wobbling(60))
    some = Found(today=whole.today, entries=(*whole.entries[:5], *whole.entries[40:]), whole=whole)
    period = Period(FIRST, whole.today)
    assert "no entries" not in written(mood.panels(Asked(period=period), some)[0].drawings[0])
    gone = found([entry(n, n % 3) for n in (*range(10), *range(40, 60))])
    assert "no entries" in written(mood.panels(Asked(period=period), gone)[0].drawings[0])


def test_that_a_filter_says_what_the_marks_and_what_the_strips_are_of():
    days = [*wobbling(50), *(entry(n, -5) for n in range(50, 56)), *wobbling(10, start=56)]
    whole = found(days)
    some = Found(today=whole.today, entries=whole.entries[::2], whole=whole)
    period = Period(FIRST, whole.today)
    assert mood.panels(Asked(period=period), some)[0].note == (
        "The marks are of the chosen entries, the strips of low spells of all. "
        "The thin line after a strip is the way back."
    )
    assert mood.panels(Asked(period=period), whole)[0].note.startswith("Low spells have a strip")
    later, earlier = Period(day(30), day(59)), Period(FIRST, day(29))
    assert mood.compared(later, earlier, some) == (
        "Of chosen entries there is no average of whole days to compare."
    )


def test_that_chosen_entries_have_a_middle_but_no_average():
    whole = found(wobbling(60))
    some = Found(today=whole.today, entries=whole.entries[::2], whole=whole)
    panel, *_ = mood.panels(Asked(period=Period(FIRST, whole.today)), some)
    assert panel.sentences[0].startswith("There are such entries on 30 of 60 days. In order from")
    assert "average" not in " ".join(panel.sentences)
    few = Found(today=whole.today, entries=whole.entries[:2], whole=whole)
    panel, *_ = mood.panels(Asked(period=Period(FIRST, whole.today)), few)
    assert panel.sentences == ("There are such entries on 2 of 60 days.",)


def test_that_every_word_keeps_what_is_promised():
    own = [ScaleValue("s", 3)]
    entries = [
        entry(n, n % 3, energy=1, sleep_hours=7.5, scales=tuple(own), starred=True, note="Rain")
        for n in range(60)
    ]
    for panel in shown(entries, first=day(30), scales=(OwnScale("Stress", id="s"),)):
        assert not broken_promises(said(panel))
        assert not forbidden(" ".join(panel.sentences))


def test_that_each_day_of_the_chart_is_told_and_opens():
    chart = shown([entry(0, -2), entry(1, 3)])[0]
    words = told(chart.drawings[0])
    assert words[day(0)].shown == "Monday 1 June 2026: \N{MINUS SIGN}2.0"
    assert words[day(0)].aloud == "Monday 1 June 2026, minus two"
    assert chart.drawings[0].opens(day(1)) == day(1)
    assert aloud(chart)[0][2] == "no median"


# Numbered notes


def test_that_only_starred_notes_have_numbers_in_time_order():
    entries = [
        entry(0, 1, note="Not starred"),
        entry(1, 1, note="First\n of a day", starred=True),
        entry(1, 2, hour=20, note="Second of it", starred=True),
        entry(2, 1, starred=True),
        entry(3, None, note="x" * 200, starred=True),
        entry(4, 1, note="word " * 60, starred=True),
    ]
    flags = shown(entries)[0].flags
    assert [(flag.number, flag.day) for flag in flags] == [(1, day(1)), (2, day(3)), (3, day(4))]
    assert flags[0].words == "First of a day"
    assert flags[1].words == "x" * 90 + "..."
    assert flags[2].words.endswith("word...")
    assert len(flags[2].words) < 95


def test_that_the_newest_notes_are_kept_when_there_are_many():
    entries = [entry(n, 1, note=f"Day {n}", starred=True) for n in range(40)]
    panel = shown(entries)[0]
    assert len(panel.flags) == MOST_FLAGS
    assert panel.flags[-1].words == "Day 39"
    assert panel.drawings[0].height(1) > shown(wobbling(40))[0].drawings[0].height(1)
    drawn(panel.drawings[0])
    assert "Day 39" not in repr(panel)


@given(st.lists(st.floats(0, 500), max_size=20).map(sorted))
def test_that_numbers_stay_in_order_apart_and_as_far_as_they_can_between_the_ends(places):
    moved = spaced(places, 20, 0, 500)
    assert moved == sorted(moved)
    gaps = [later - earlier for earlier, later in pairwise(moved)]
    assert all(gap >= 20 - 1e-6 for gap in gaps)
    assert all(place <= 500 + 1e-6 for place in moved)


# Other numbers of the same days


def with_numbers(days=30):
    return [
        entry(
            n,
            1,
            energy=n % 3 - 1,
            sleep_hours=7.5 if n % 2 else None,
            scales=(ScaleValue("s", 12 if n == 4 else 3),) if n < 5 else (),
        )
        for n in range(days)
    ]


def test_that_each_other_number_has_a_picture_on_the_days_it_was_noted():
    chart, beside = shown(with_numbers(), scales=(STRESS, OwnScale("Pain", id="p")))
    names = [drawing.name for drawing in beside.drawings]
    assert names == ["mood.energy", "mood.sleep", "mood.scale1"]
    energy, sleep, stress = map(drawn, beside.drawings)
    assert list(energy) == [day(n) for n in range(30)]
    assert list(sleep) == [day(n) for n in range(1, 30, 2)]
    assert list(stress) == [day(n) for n in range(5)]
    marks = drawn(chart.drawings[0])
    assert all(place[0] == pytest.approx(marks[when][0]) for when, place in energy.items())
    assert stress[day(4)][1] < stress[day(3)][1]  # more is higher, as on every scale


@pytest.mark.parametrize(("days", "has_line"), [(13, False), (14, True)])
def test_that_a_small_picture_has_no_scraps_of_a_line(days, has_line):
    entries = [entry(n, 1, scales=(ScaleValue("s", n % 3),)) for n in range(days)]
    drawing = shown(entries, scales=(STRESS,))[1].drawings[0]
    figure = Figure(figsize=(400 / 72, drawing.height(1) / 72), dpi=72)
    drawing.draw(figure, style=print_style())
    lines = [one for one in figure.axes[0].lines if one.get_color() == print_style().line]
    assert bool(lines) is has_line


def test_that_averages_are_only_given_with_days_enough():
    beside = shown(with_numbers(), scales=(STRESS,))[1]
    assert beside.sentences == ("On average: energy 0.0 (30 days), sleep 7.5 hours (15 days).",)
    few = shown(with_numbers(3))[1]
    assert few.sentences == ()
    enough = [entry(n, 1, scales=(ScaleValue("s", 4),)) for n in range(9)]
    one = shown(enough, scales=(STRESS,))[1]
    assert one.sentences == ("On average: Stress {at work} 4.0 (9 days).",)


def test_that_each_mark_and_row_is_told():
    beside = shown(with_numbers(), scales=(STRESS,))[1]
    energy, sleep, stress = map(told, beside.drawings)
    assert energy[day(0)].shown == "Monday 1 June 2026: Energy \N{MINUS SIGN}1.0"
    assert energy[day(0)].aloud == "Monday 1 June 2026, Energy minus one"
    assert sleep[day(1)].shown == "Tuesday 2 June 2026: Hours of sleep 7.5"
    assert stress[day(4)].aloud == "Friday 5 June 2026, Stress {at work} 12.0"
    assert rows(beside)[-1][1:] == ["\N{MINUS SIGN}1.0", "\N{EN DASH}", "3.0"]
    assert aloud(beside)[-1][2] == "no number"
    assert beside.table.opens(day(3)) == day(3)
    assert beside.drawings[0].opens(day(3)) == day(3)


def test_that_no_name_that_somebody_gave_can_become_the_name_of_a_file():
    beside = shown(with_numbers(), scales=(STRESS,))[1]
    assert "Stress" not in "".join((beside.name, *(d.name for d in beside.drawings)))


def test_that_a_long_gap_is_a_gap_in_the_line():
    entries = [entry(n, 1, energy=2) for n in (*range(10), *range(40, 50))]
    beside = shown(entries)[1]
    assert len(drawn(beside.drawings[0])) == 20
    quiet = [entry(n, 1, energy=2) for n in range(0, 40, 10)]
    assert len(drawn(shown(quiet)[1].drawings[0], width=300)) == 4


def test_that_within_finds_the_entries_of_the_days_and_no_others():
    everything = found([entry(n, 1) for n in range(10) for _ in range(2)])
    some = everything.within(Period(day(3), day(5)))
    assert [e.at.day for e in some] == [day(n) for n in (3, 3, 4, 4, 5, 5)]
    assert everything.within(Period(day(50), day(60))) == ()
    assert everything.within(Period(dt.date(2020, 1, 1), day(0))) == everything.entries[:2]
