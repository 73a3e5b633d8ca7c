"""Feelings, sensations and triggers as a view: counted by hand, and gaps where days are few."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.details import Sensation, Trigger
from resilience_desktop.domain.feeling import Feeling
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.services.views import choosing, feelings
from resilience_desktop.services.views.view import Asked, Found
from resilience_desktop.services.views.written import csv_of
from tests.insights.made_up import FIRST, day, entry
from tests.services.test_findings_in_words import forbidden
from tests.services.views.shown import aloud, drawn, rows, said, told
from tests.test_words import broken_promises

JUNE, JULY, AUGUST = dt.date(2026, 6, 1), dt.date(2026, 7, 1), dt.date(2026, 8, 1)
TENSE, CALM = Feeling("tense", 60), Feeling("calm")


LAST = day(91)


def painted(drawing):
    figure = Figure(figsize=(560 / 72, drawing.height(1) / 72), dpi=72)
    drawing.draw(figure, style=print_style())
    return figure.axes[0].patches


def shown(*entries, last=LAST, today=None):
    asked, found = Asked(period=Period(FIRST, last)), Found(today=today or last, entries=entries)
    return {panel.name: panel for panel in feelings.panels(asked, found)}


def june_to_august():
    """June: 10 days, tense on 5; July: 3 days; August: 8 days, tense on 2, once in two entries."""
    yield from (entry(n, 1, feelings=(TENSE,) if n < 5 else (CALM,)) for n in range(10))
    yield from (entry(30 + n, 1) for n in range(3))
    yield from (entry(61 + n, -2, feelings=(TENSE,) if n < 2 else ()) for n in range(8))
    yield entry(61, -4, hour=20, feelings=(TENSE,))


def test_that_it_is_one_of_the_views():
    found = Found(today=day(9), entries=tuple(june_to_august()))
    assert ("feelings", "Feelings") in {(view.key, view.title) for view in choosing.VIEWS}
    (panels,) = choosing.panels("feelings", Asked(period=Period(FIRST, day(9))), found)
    assert panels[0].name == "feelings.feelings"


def test_that_a_feeling_has_its_days_entries_strength_and_mood():
    panel = shown(*june_to_august())["feelings.feelings"]
    assert rows(panel) == [
        ["tense", "7", "8", "8", "60", "7", "0.0"],
        ["calm", "5", "5", "0", "\N{EN DASH}", "5", "\N{EN DASH}"],
    ]
    assert aloud(panel)[0][4] == "60 of 100"
    assert aloud(panel)[1][4] == "not enough ratings"
    assert panel.sentences[0] == (
        "‘tense’ was there on 7 of 21 days with entries. Half of the 8 ratings were 60 or more. "
        "The mood of these entries was 0.0 on average (7 days)."
    )


def test_that_bars_are_told_and_those_with_few_ratings_say_so():
    often, strong = shown(*june_to_august())["feelings.feelings"].drawings
    assert [one.shown for one in told(often).values()] == [
        "tense: 7 of 21 days",
        "calm: 5 of 21 days",
    ]
    assert [one.shown for one in told(strong).values()] == [
        "tense: 60 of 100 (8 ratings)",
        "calm: 0 ratings, too few to say",
    ]
    (longer, _), (shorter, _) = drawn(often).values()
    assert longer > shorter
    assert len(painted(strong)) == 2  # the bar of "tense", and the whole that it is a part of


def test_that_a_month_with_few_days_is_a_gap_and_says_so():
    panel = shown(*june_to_august())["feelings.feelings_by_month"]
    marks = told(panel.drawings[0])
    assert [marks["tense", month].shown for month in (JUNE, JULY, AUGUST)] == [
        "tense, June 2026: 5 of 10 days with entries",
        "tense, July 2026: fewer than 7 days with entries",
        "tense, August 2026: 2 of 8 days with entries",
    ]
    assert panel.drawings[0].row == 3
    assert rows(panel)[:3] == [
        ["tense", "August 2026", "2", "8"],
        ["tense", "July 2026", "0", "3"],
        ["tense", "June 2026", "5", "10"],
    ]


def test_that_a_higher_share_stands_higher_and_nothing_of_a_month_is_at_the_foot():
    places = drawn(shown(*june_to_august())["feelings.feelings_by_month"].drawings[0])
    heights = {mark: y for mark, (_, y) in places.items()}
    assert heights["tense", JUNE] < heights["tense", AUGUST] < heights["tense", JULY]
    assert heights["calm", AUGUST] == heights["calm", JULY]  # never, and not known


def test_that_two_months_have_to_have_enough_days_before_a_line_is_drawn():
    panel = shown(*june_to_august(), last=day(40))["feelings.feelings_by_month"]
    assert panel.sentences == ("This can be shown once 2 months have 7 days with entries each.",)
    assert panel.drawings == ()
    assert panel.table is None


def test_that_too_few_days_are_said_of_every_kind_and_nothing_is_counted():
    panels = shown(*(entry(n, 1, feelings=(TENSE,)) for n in range(6)))
    assert list(panels) == ["feelings.feelings", "feelings.sensations", "feelings.triggers"]
    for panel, said_of_it in zip(
        panels.values(),
        (
            "6 days so far. This takes 7 days with entries.",
            "When entries have sensations of the body, they stand here.",
            "When entries have triggers, they stand here.",
        ),
        strict=True,
    ):
        assert panel.sentences == (said_of_it,)
        assert (panel.drawings, panel.table) == ((), None)


def test_that_a_kind_that_was_never_named_says_just_that():
    panels = shown(*june_to_august(), today=day(200))
    assert panels["feelings.sensations"].sentences == (
        "No sensation of the body was named in these days.",
    )
    assert panels["feelings.triggers"].sentences == ("No trigger was named in these days.",)
    assert "feelings.triggers_by_month" not in panels


def test_that_a_feeling_that_was_chosen_is_not_in_its_own_list():
    entries = [entry(n, 1, feelings=(TENSE, CALM) if n < 8 else (TENSE,)) for n in range(20)]
    every = Found(today=day(40), entries=[*entries, *(entry(n, 1) for n in range(20, 30))])
    asked = Asked(period=Period(FIRST, day(30)), filter=TimelineFilter(feelings=("Tense",)))
    found = replace(every, entries=entries, whole=every)
    panel = feelings.panels(asked, found)[0]
    assert [row[0] for row in rows(panel)] == ["calm"]
    longer = replace(
        found, entries=[*entries, *(entry(30 + n, 1, feelings=(CALM,)) for n in range(9))]
    )
    asked_longer = replace(asked, period=Period(FIRST, day(40)))
    assert "with such entries" in feelings.panels(asked_longer, longer)[1].sentences[0]
    assert panel.sentences[0].startswith("‘calm’ was there on 8 of 20 days with such entries.")
    by_month = feelings.panels(asked, found)[1]
    assert by_month.sentences == ("Too few days in this time.",)
    alone = replace(found, entries=entries[8:])
    assert feelings.panels(asked, alone)[0].sentences == (
        "Nothing else was named in these entries.",
    )


def test_that_triggers_have_their_count_and_the_mean_mood_and_no_strength():
    rent = (Trigger("the rent"),)
    panels = shown(*(entry(n, -3, triggers=rent if n else ()) for n in range(9)))
    panel = panels["feelings.triggers"]
    assert [column.title for column in panel.table.columns] == [
        "Trigger",
        "Days",
        "Entries",
        "With a mood",
        "Mood",
    ]
    assert rows(panel) == [["the rent", "8", "8", "8", "\N{MINUS SIGN}3.0"]]
    (bar,) = told(panel.drawings[0]).values()
    assert bar.shown == "the rent: 8 of 9 days, mood \N{MINUS SIGN}3.0"
    assert bar.aloud == "the rent: 8 of 9 days, mood minus three"
    assert len(panel.drawings) == 1


def test_that_sensations_are_counted_with_their_strength():
    head = (Sensation("headache", "head", 40),)
    panel = shown(*(entry(n, 1, sensations=head) for n in range(8)))["feelings.sensations"]
    assert rows(panel) == [["headache", "8", "8", "8", "40", "8", "+1.0"]]


def test_that_the_pictures_have_the_most_frequent_and_the_tables_have_all():
    words = [Feeling(f"feeling {n:02}") for n in range(12)]
    entries = [entry(n * 4, 1, feelings=tuple(words[: 12 - n % 12])) for n in range(23)]
    panels = shown(*entries)
    counted, by_month = panels["feelings.feelings"], panels["feelings.feelings_by_month"]
    assert len(told(counted.drawings[0])) == 10
    assert len(rows(counted)) == 12
    assert counted.sentences[1].endswith("the table has all 12.")
    assert {key for key, _ in told(by_month.drawings[0])} == {f"feeling {n:02}" for n in range(6)}
    assert by_month.sentences[0].endswith("the table has all 12.")
    assert len(counted.drawings) == 1  # nothing was rated


def test_that_what_lies_outside_the_period_is_not_counted():
    entries = [entry(n, 1, feelings=(TENSE,)) for n in range(-5, 20)]
    panel = shown(*entries, last=day(9))["feelings.feelings"]
    assert rows(panel)[0][:2] == ["tense", "10"]


def test_that_words_of_ones_own_are_harmless_in_a_file_and_hidden_in_a_repr():
    panel = shown(*(entry(n, 1, feelings=(Feeling("=SUM(A1)"),)) for n in range(8)))
    written = csv_of(panel["feelings.feelings"].table).decode("utf-8-sig")
    assert "'=SUM(A1)" in written
    assert "SUM" not in repr(panel)


words = st.sampled_from(["tense", "Tense", "calm", "$x_1$", "a word that is rather long for a row"])
written = st.builds(
    lambda number, mood, named, strength: entry(
        number,
        mood,
        feelings=tuple(Feeling(word, strength) for word in dict.fromkeys(named)),
        triggers=tuple(Trigger(word) for word in dict.fromkeys(named)),
    ),
    st.integers(0, 200),
    st.none() | st.integers(-5, 5),
    st.lists(words, max_size=3, unique_by=str.casefold),
    st.none() | st.integers(0, 100),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(written, max_size=60))
def test_that_every_mark_is_told_and_no_sentence_says_too_much(entries):
    for panel in shown(*entries, last=day(200)).values():
        assert panel.sentences
        assert forbidden(" ".join(panel.sentences)) == []
        assert broken_promises(said(panel)) == []
        for drawing in panel.drawings:
            for one in told(drawing).values():
                assert one.shown
        if panel.table is not None:
            for row in rows(panel):
                assert len(row) == len(panel.table.columns)


def sides(period, other, entries):
    found = Found(today=LAST, entries=tuple(entries))
    both = choosing.panels("feelings", Asked(period=period, other=other), found)
    return [{panel.name: panel for panel in side} for side in both]


def test_that_bars_are_parts_of_the_days_written_on_beside_each_other_too():
    """In June on 5 of 10 days with entries, in August on 2 of 8."""
    june, august = Period(FIRST, day(29)), Period(day(61), LAST)
    one, other = (
        side["feelings.feelings"].drawings[0] for side in sides(june, august, june_to_august())
    )
    assert [mark.shown for mark in told(one).values()] == [
        "tense: 5 of 10 days",
        "calm: 5 of 10 days",
    ]
    assert [mark.shown for mark in told(other).values()] == [
        "tense: 2 of 8 days",
        "calm: 0 of 8 days",
    ]
    half, (quarter, none) = drawn(one)["tense"][0], (x for x, _ in drawn(other).values())
    assert (half - none) / 2 == pytest.approx(quarter - none)


def test_that_two_periods_have_the_same_rows_in_the_same_order():
    """What was named most in one is named least in the other; some of it only there."""
    words = [Feeling(f"feeling {n}", 10 * n) for n in range(7)]
    early = [entry(n, 1, feelings=words[: 1 + n % 4]) for n in range(40)]
    late = [
        entry(n, 1, feelings=(Feeling("Feeling 0"), *words[n % 7 + 1 :])) for n in range(45, 92)
    ]
    one, other = sides(Period(day(45), LAST), Period(FIRST, day(44)), [*early, *late])
    for name in ("feelings.feelings", "feelings.feelings_by_month"):
        for these, those in zip(one[name].drawings, other[name].drawings, strict=True):
            pair = list(drawn(these)), list(drawn(those))
            if name.endswith("month"):
                pair = tuple(list(dict.fromkeys(key for key, _ in keys)) for keys in pair)
            assert [str(key).casefold() for key in pair[0]] == [
                str(key).casefold() for key in pair[1]
            ]
    lines = one["feelings.feelings_by_month"].sentences[0]
    assert "6 named most in the two periods together, the table has all 7 of this one." in lines
    often = told(other["feelings.feelings"].drawings[0])
    assert often["feeling 6"].shown == "feeling 6: 0 of 40 days"
    strong = told(other["feelings.feelings"].drawings[1])
    assert strong["feeling 6"].shown == "feeling 6: 0 ratings, too few to say"
    assert len(rows(other["feelings.feelings"])) == 4  # what was named, and no more


def test_that_panels_stay_beside_each_other_where_one_period_has_nothing():
    rent = (Trigger("the rent"),)
    early = [entry(n, 1, feelings=(CALM,)) for n in range(40)]
    late = [entry(n, 1, triggers=rent) for n in range(45, 92)]
    one, other = sides(Period(day(45), LAST), Period(FIRST, day(44)), [*early, *late])
    assert list(one) == list(other)
    none = "No trigger was named in these days."
    for name in ("feelings.triggers", "feelings.triggers_by_month"):
        assert other[name].sentences == (none,)
        assert (other[name].drawings, other[name].table) == ((), None)
    assert "feelings.sensations_by_month" not in one


def test_that_words_are_not_compared_and_it_says_why():
    found = Found(today=LAST, entries=tuple(june_to_august()))
    asked = Asked(period=Period(day(61), LAST), other=Period(FIRST, day(29)))
    said_of_both = choosing.compared("feelings", asked, found)
    assert said_of_both.startswith("Of so many words, some come up more or less often by chance")
