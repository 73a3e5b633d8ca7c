"""What goes with better days, as a view: what was looked at is told with what was found."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.details import Basic, Trigger
from resilience_desktop.domain.moment import Moment
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.thought_record import Settled, Settling, ThoughtRecord
from resilience_desktop.domain.timeline_filter import TimelineFilter
from resilience_desktop.insights.factors import HOURS, QUALITY, Factor, Kind
from resilience_desktop.insights.going_with import NotLookedAt
from resilience_desktop.services.views import better_days, choosing
from resilience_desktop.services.views.choosing import VIEWS
from resilience_desktop.services.views.factor_words import lacking_in_words
from resilience_desktop.services.views.view import Asked, Found
from resilience_desktop.services.views.written import csv_of
from tests.insights.made_up import FIRST, day, entry
from tests.services.test_findings_in_words import forbidden
from tests.test_words import broken_promises

WALK = Factor(Kind.TAG, "walk")


def written(days=120, *, tags=(), every=1, seed=1, **more):
    """A journal in which days with a walk are two points higher, and no other tag matters.

    ``more`` are fields of an entry, made for each day from its chance and whether there was a walk.
    """
    chance = Random(seed)
    entries = []
    for number in range(0, days * every, every):
        walked = chance.random() < 0.5
        others = [tag for tag in tags if chance.random() < 0.5]
        mood = (1 if walked else -1) + chance.choice((-1, 0, 0, 1))
        fields = {name: make(chance, walked) for name, make in more.items()}
        words = (*others, "walk") if walked else others
        entries.append(entry(number, mood, tags=tuple(words), **fields))
    return entries


def shown(entries, days=0):
    last = day(days - 1) if days else max(entry.at.day for entry in entries)
    period = Period(FIRST, last)
    found = Found(today=period.last, entries=entries)
    return better_days.panels(Asked(period=period), found)


def told(panel):
    drawing = panel.drawings[0]
    size = (8, drawing.height(1) / 72)
    places = drawing.draw(Figure(figsize=size), style=print_style())
    return {mark: drawing.tell(mark) for mark in places}


def cells(panel):
    """The table by what stands first in each row."""
    rows = [[cell.shown for cell in panel.table.cells(row)] for row in panel.table.rows]
    return {first: rest for first, *rest in rows}


def test_that_it_is_one_of_the_views():
    assert ("better_days", "What goes with better days") in {(v.key, v.title) for v in VIEWS}


def test_that_too_few_days_are_said_and_nothing_else_is_shown():
    (panel,) = shown(written(59))
    assert panel.sentences == ("59 days so far. This takes 60 days with entries.",)
    assert panel.drawings == ()
    assert panel.table is None
    assert panel.how


def test_that_fewer_than_half_of_the_days_are_said():
    (panel,) = shown(written(70, every=3))
    assert panel.sentences == ("This can be shown where at least half of the days have entries.",)


def test_that_days_outside_the_period_do_not_count():
    (panel,) = shown(written(120), days=59)
    assert panel.sentences == ("59 days so far. This takes 60 days with entries.",)


def test_that_what_is_clear_comes_first_with_its_number_and_its_sentence():
    same_day, day_after = shown(written(tags=("tea", "radio")))
    assert same_day.title == "On the same day"
    assert day_after.title == "On the day after"
    looked_at, found, sure = same_day.sentences[0].split("\n")
    assert looked_at == "Of 3 things looked at, 1 clearly went with your mood."
    assert sure.startswith("About one in ten found like this is only chance")
    assert found.startswith("On days with ‘walk’ your mood was about ")
    assert " higher (roughly " in found


def test_that_one_sentence_has_its_other_reasons_and_many_have_them_once():
    only = shown(written())[0].sentences[0]
    assert only.count("It may be that it helps") == 1
    more = shown(written(sleep_hours=lambda _, walked: 8.0 if walked else 6.5))[0].sentences[0]
    assert "With each extra hour of sleep your mood was about" in more
    assert more.count("It may be") == 1
    walk, sleep, sure = more.splitlines()[1:]
    assert "It may be that it helps" in walk
    assert "The night comes before the day" in sleep
    assert sure.startswith(
        "Some of these may be parts of one thing. About one in ten found like this"
    )


def test_that_each_mark_is_told_for_eye_and_ear():
    marks = told(shown(written(tags=("tea",)))[0])
    walk, tea = marks.values()
    assert list(marks) == [WALK, Factor(Kind.TAG, "tea")]
    assert walk.shown.startswith("walk: +")
    assert walk.aloud.startswith("walk, plus ")
    assert "not clear" not in walk.shown
    assert tea.shown.startswith("tea: not clear, ")
    assert tea.aloud.startswith("tea, not clear, ")
    for one in (walk, tea):
        assert "roughly" in one.shown
        assert "days with, " in one.shown
        assert "without" in one.aloud


def test_that_the_picture_has_all_that_is_clear_and_a_few_that_are_not():
    many = [f"tag {number}" for number in range(better_days.MOST_NOT_CLEAR + 2)]
    panel = shown(written(tags=many))[0]
    marks = told(panel)
    clear = [mark for mark, one in marks.items() if "not clear" not in one.shown]
    assert list(marks)[: len(clear)] == clear
    assert WALK in clear
    not_drawn = len(many) + 1 - len(marks)
    assert len(marks) - len(clear) == better_days.MOST_NOT_CLEAR
    assert panel.note.startswith(
        f"{not_drawn} more that were not clear are in the table."
        if not_drawn > 1
        else "1 more that was not clear is in the table."
    )
    assert len(cells(panel)) == len(many) + 1


def test_that_what_lacks_days_is_in_the_table_with_what_it_lacks():
    entries = written()
    rare = [entry(number, 0, tags=("choir",)) for number in (3, 40, 77)]
    panel = shown([*entries, *rare])[0]
    assert Factor(Kind.TAG, "choir") not in told(panel)
    dash = "\N{EN DASH}"
    assert cells(panel)["choir"] == ["9 more days with it", dash, dash, dash, dash]
    assert "1 more has too few days; it is in the table." in panel.note
    last = panel.table.cells(panel.table.rows[-1])
    assert last[2].aloud == "not enough days"


def test_that_where_nothing_has_enough_days_the_table_stands_alone():
    entries = [entry(number, number % 3, tags=("tea",) * (number < 5)) for number in range(70)]
    for panel in shown(entries):
        assert panel.drawings == ()
        assert panel.sentences[0].startswith("Nothing has enough days yet: each needs 60 days")
        assert cells(panel)["tea"][0] == "7 more days with it"
        assert panel.note == "Click a tag or a trigger, or press Enter on it, to see its entries."


def test_that_moods_alone_say_what_could_be_looked_at():
    for panel in shown([entry(number, number % 4) for number in range(70)]):
        assert panel.sentences[0].startswith("There is nothing to look at yet. Tags, ")
        assert panel.drawings == ()
        assert panel.table is None


def test_that_nothing_clear_is_not_said_to_be_nothing():
    chance = Random(3)
    entries = [
        entry(number, chance.randint(-2, 2), tags=("tea",) * (chance.random() < 0.5))
        for number in range(90)
    ]
    said = shown(entries)[0].sentences[0]
    assert said.startswith(
        "Of 1 thing looked at, none clearly went with your mood. Something may still matter"
    )
    assert "one in ten" not in said


def test_that_basics_sleep_and_triggers_have_names_of_their_own():
    entries = written(
        sleep_hours=lambda chance, walked: chance.choice((6.0, 7.0)) + walked,
        sleep_quality=lambda chance, walked: chance.choice((2, 3)) + walked,
        basics=lambda chance, _: (Basic("outdoors", done=chance.random() < 0.5),),
        triggers=lambda chance, _: (Trigger(chance.choice(("Walk", "the rent"))),),
    )
    same_day, day_after = shown(entries)
    assert set(cells(same_day)) == {
        "walk",
        "Walk (what set it off)",
        "the rent",
        "Time outdoors",
        "sleep, per hour",
        "sleep quality, per point",
    }
    assert "With each extra point of sleep quality" in same_day.sentences[0]
    assert "two sides of the same nights" in same_day.sentences[0]
    assert cells(same_day)["sleep, per hour"][3:] == ["120", "\N{EN DASH}"]
    assert cells(same_day).keys() - cells(day_after).keys() == {
        "sleep, per hour",
        "sleep quality, per point",
    }


def test_that_the_day_after_has_its_own_count_and_sentence():
    chance, before = Random(1), False
    entries = []
    for number in range(150):
        rested = chance.random() < 0.5
        mood = (2 if before else -2) + chance.choice((-1, 0, 1))
        entries.append(entry(number, mood, tags=("rest",) * rested))
        before = rested
    same_day, day_after = shown(entries)
    assert same_day.sentences[0].startswith("Of 1 thing looked at, none clearly went")
    assert day_after.sentences[0].startswith(
        "Of 1 thing looked at, 1 clearly went with your mood.\n"
        "On the day after ‘rest’ your mood was about "
    )


def test_that_a_spreadsheet_has_what_the_table_has():
    panel = shown(written(tags=("tea",)))[0]
    lines = csv_of(panel.table).decode("utf-8-sig").splitlines()
    assert lines[0].startswith('What,"Clear, or what it lacks",Difference,Roughly between,')
    assert [line.split(",")[0] for line in lines[1:]] == list(cells(panel))


def settled(number, choice):
    """A thought record of a day at which somebody was offered to settle."""
    wall = dt.datetime.combine(day(number), dt.time(12))
    at = Moment.from_wall(wall, "Europe/London")
    return ThoughtRecord(at=at, settled=choice and Settling(choice))


def test_that_settling_in_thought_records_is_one_of_the_things():
    entries = [entry(number, number % 2) for number in range(80)]
    breathed = [settled(number, Settled.BREATHING) for number in range(0, 80, 4)]
    others = [settled(3, Settled.GROUNDING), settled(5, Settled.DECLINED), settled(7, None)]
    found = Found(today=day(79), entries=entries, records=[*breathed, *others])
    panel = better_days.panels(Asked(period=Period(FIRST, day(79))), found)[0]
    assert cells(panel)["Slow breathing"][3:] == ["20", "60"]
    assert cells(panel)["5-4-3-2-1 grounding"][0] == "11 more days with it"
    assert len(cells(panel)) == 2
    assert panel.note == "1 more has too few days; it is in the table."


def test_that_a_tag_and_a_trigger_open_their_entries_of_these_days():
    entries = written(
        sleep_hours=lambda chance, walked: chance.choice((6.0, 7.0)) + walked,
        triggers=lambda chance, _: (Trigger("the rent"),) * (chance.random() < 0.5),
    )
    panel = shown(entries)[0]
    drawing, table = panel.drawings[0], panel.table
    these = {"first": FIRST, "last": day(119)}
    assert drawing.opens(WALK) == TimelineFilter(tags=("walk",), **these)
    rent = Factor(Kind.TRIGGER, "the rent")
    assert drawing.opens(rent) == TimelineFilter(triggers=("the rent",), **these)
    assert drawing.opens(HOURS) is None
    assert [table.opens(row) for row in table.rows] == [
        drawing.opens(row.factor) for row in table.rows
    ]


def test_that_two_periods_have_the_same_rows_in_the_same_order():
    entries = [*written(60, tags=("tea",)), *moved(written(120, tags=("tea", "radio")), 60)]
    found = Found(today=day(179), entries=entries)
    early, late = Period(FIRST, day(59)), Period(day(60), day(179))
    sides = choosing.panels("better_days", Asked(period=late, other=early), found)
    one, other = (told(side[0]) for side in sides)
    assert list(one) == list(other)
    radio = Factor(Kind.TAG, "radio")
    few = [marks[radio] for marks in (one, other) if "too few days" in marks[radio].shown]
    assert [(told.shown, told.aloud) for told in few] == [
        ("radio: too few days", "radio, too few days")
    ]
    said = choosing.compared("better_days", Asked(period=late, other=early), found)
    assert said.startswith("By chance alone, something can be clear in one")


@pytest.mark.parametrize("few", [40, 65])
def test_that_no_table_stands_beside_a_picture_and_that_days_that_are_over_are_not_waited_for(few):
    """Tea is in too few of the earlier days: rows stay, empty, on the same scale."""
    seldom = [entry(n, n % 3, tags=("tea",) * (n < 3)) for n in range(few)]
    found = Found(today=day(199), entries=[*seldom, *moved(written(120, tags=("tea",)), 80)])
    early, late = Period(FIRST, day(79)), Period(day(80), day(199))
    now, then = choosing.panels("better_days", Asked(period=late, other=early), found)
    assert [panel.name for panel in now] == [panel.name for panel in then]
    for one, other in zip(now, then, strict=True):
        assert list(told(one)) == list(told(other))
        assert one.drawings[0].height(1) == other.drawings[0].height(1)
        assert all("too few days" in row.shown for row in told(other).values())
        assert other.sentences == ("Too few days in this time.",)
        assert "more day" not in str(cells(other))


def moved(entries, days):
    """The same entries so many days later."""
    return [entry(days + at, one.mood, tags=one.tags) for at, one in enumerate(entries)]


def test_that_the_scale_reaches_as_far_as_the_rows():
    chance = Random(1)
    sunny = [chance.random() < 0.5 for _ in range(90)]
    entries = [entry(at, 4 if sun else -4, tags=("sun",) * sun) for at, sun in enumerate(sunny)]
    drawing = shown(entries)[0].drawings[0]
    figure = Figure(figsize=(8, 2))
    ((x, _),) = drawing.draw(figure, style=print_style()).values()
    ends = {words.get_text(): words.get_position()[0] for words in figure.axes[0].texts}
    assert drawing.tell(Factor(Kind.TAG, "sun")).shown.startswith("sun: +8.0")
    assert x == pytest.approx(ends["+8"])


def test_that_it_is_said_how_it_is_worked_out_and_what_it_cannot_say():
    same_day, day_after = shown(written())
    how = " ".join(same_day.how)
    for words in (
        "60 days",
        "12 days",
        "circular shift test",
        "Benjamini and Hochberg 1995, q = .10",
        "About one in ten",
        "1.8 times",
        "1.5 times",
        "1.3",
        "Slow changes are not taken out",
        "rough range",
        "Newey and West 1987",
    ):
        assert words in how
    assert "correction of their own" in " ".join(day_after.how)
    assert broken_promises(how + " ".join(day_after.how)) == []


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ((0, 9, 3), "9 more days with and 3 without"),
        ((10, 9, 3), "9 more days with and 3 without"),
        ((0, 1, 0), "1 more day with it"),
        ((2, 0, 2), "2 more days without it"),
        ((20, 0, 0), "20 more days"),
        ((20, 9, 3), "20 more days, 9 of them with it and 3 without"),
        ((20, 9, 0), "20 more days, 9 of them with it"),
        ((20, 0, 3), "20 more days, 3 of them without it"),
        ((0, 0, 0), "too much like the day of the week"),
    ],
)
def test_that_it_is_said_what_a_factor_lacks(missing, words):
    assert lacking_in_words(NotLookedAt(WALK, 40, *missing)) == words


@pytest.mark.parametrize("factor", [HOURS, QUALITY])
def test_that_a_number_lacks_days_that_differ(factor):
    assert lacking_in_words(NotLookedAt(factor, 60, 0, 9, 0)) == "9 more days that differ"
    both = lacking_in_words(NotLookedAt(factor, 40, 20, 9, 0))
    assert both == "20 more days, 9 of them different"
    assert lacking_in_words(NotLookedAt(factor, 40, 20, 0, 0)) == "20 more days"


@given(
    days=st.integers(1, 130),
    tags=st.integers(0, 12),
    every=st.integers(1, 3),
    seed=st.integers(0, 10_000),
)
@settings(max_examples=30, deadline=None)
def test_that_picture_table_and_sentence_never_disagree(days, tags, every, seed):
    entries = written(days, tags=[f"tag {n}" for n in range(tags)], every=every, seed=seed)
    for panel in shown(entries):
        assert forbidden(" ".join((*panel.sentences, panel.note))) == []
        if panel.table is None:
            assert panel.drawings == ()
            continue
        verdicts = [row[0] for row in cells(panel).values()]
        looked_at = sum(verdict in ("clear", "not clear") for verdict in verdicts)
        clear = verdicts.count("clear")
        assert verdicts[:clear] == ["clear"] * clear
        if looked_at:
            things = "thing" if looked_at == 1 else "things"
            start = f"Of {looked_at} {things} looked at, {clear or 'none'} clearly went with"
            assert panel.sentences[0].startswith(start)
            assert ("one in ten" in panel.sentences[0]) == bool(clear)
            drawn = clear + min(looked_at - clear, better_days.MOST_NOT_CLEAR)
            assert len(told(panel)) == drawn
