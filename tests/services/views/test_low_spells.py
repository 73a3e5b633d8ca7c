"""Low spells as a view: rows that open their first day, numbers, what came again, and chance."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from matplotlib.figure import Figure

from resilience_desktop.charts.style import print_style
from resilience_desktop.domain.details import Trigger
from resilience_desktop.domain.period import Period
from resilience_desktop.domain.time_of_change import TimeOfChange
from resilience_desktop.insights.low_spells import SHORT_RUN
from resilience_desktop.services.views import low_spells, mood
from resilience_desktop.services.views.spells import spells_of
from resilience_desktop.services.views.view import SHORT_SPELLS, Asked, Found
from tests.insights.made_up import FIRST, day, entry
from tests.services.views.shown import aloud, drawn, rows, said, told

USUAL = [1, 2, 3, 2] * 7


def found(values, *, at=None, **more):
    """Return what is found of these moods, a day each; None is a day without an entry."""
    entries = [
        entry(n, value, **(at or {}).get(n, {}))
        for n, value in enumerate(values)
        if value is not None
    ]
    return Found(today=day(len(values) - 1), entries=entries, **more)


def asked(first, last, **more):
    return Asked(period=Period(day(first), day(last)), **more)


def panels(values, *, first=0, last=None, at=None, **more):
    """Return the panels by name."""
    last = len(values) - 1 if last is None else last
    shown = low_spells.panels(asked(first, last, **more), found(values, at=at))
    return {panel.name: panel for panel in shown}


DROP = [-3, -4, -2, *[2, 3, 2, 1] * 6, 2]
ONE = USUAL + DROP
TWICE = ONE + DROP
THRICE = TWICE + DROP


def test_that_each_spell_is_a_row_with_its_numbers_that_opens_its_first_day():
    shown = panels(TWICE)["low_spells"]
    assert rows(shown) == [
        ["27 July", "3 days", "+2.0", "\N{MINUS SIGN}4.0", "6.0", "2 days"],
        ["29 June", "3 days", "+2.0", "\N{MINUS SIGN}4.0", "6.0", "2 days"],
    ]
    (drawing,) = shown.drawings
    assert list(drawn(drawing)) == [day(28), day(56)]
    assert (
        told(drawing)[day(28)].shown
        == "29 June: 3 days, lowest \N{MINUS SIGN}4.0, back after 2 days"
    )
    assert told(drawing)[day(28)].aloud == "29 June: 3 days, lowest minus four, back after 2 days"
    assert drawing.opens(day(28)) == day(28)
    assert [shown.table.opens(row) for row in shown.table.rows] == [day(56), day(28)]


def test_that_a_spell_whose_end_is_not_known_lasted_so_long_or_more():
    shown = panels([*ONE, *USUAL, -3, -4, -3])
    row = rows(shown["low_spells"])[0]
    assert row[1] == "2 days or more"
    assert row[-1] == "\N{EN DASH}"
    assert aloud(shown["low_spells"])[0][-1] == "not known"
    (drawing,) = shown["low_spells"].drawings
    assert list(told(drawing).values())[-1].shown.endswith(
        "2 days or more, lowest \N{MINUS SIGN}4.0"
    )
    longer = {row[0]: row[1:] for row in rows(shown["low_spells.numbers"])}
    assert longer["Of them with a known end"] == ["1"]
    assert longer["Lasted longer than 7 days"] == ["0\N{NARROW NO-BREAK SPACE}%"]


def test_that_too_few_days_say_only_what_is_missing_and_of_the_note():
    shown = panels(USUAL)
    assert shown["low_spells"].sentences == (
        "14 more days with entries and this view can be shown.",
    )
    assert shown["low_spells"].drawings == ()
    assert shown["low_spells"].table is None
    assert list(shown) == ["low_spells", "low_spells.note"]


def test_that_days_without_a_spell_say_so_and_have_no_numbers():
    shown = panels(USUAL * 2)
    assert shown["low_spells"].sentences == ("There was no low spell in these days.",)
    assert list(shown) == ["low_spells", "low_spells.note"]


def test_that_what_was_usual_reaches_back_before_the_days_that_are_shown():
    late = panels([*USUAL, *ONE, *USUAL], first=56)["low_spells"]
    assert [row[0] for row in rows(late)] == ["27 July"]


def test_that_a_filter_hides_no_day_that_was_usual():
    whole = found(ONE)
    few = replace(whole, entries=whole.entries[28:31], whole=whole)
    assert spells_of(few).spells == spells_of(whole).spells
    assert len(mood.panels(asked(0, 55), few)[0].note) > 0


@pytest.mark.parametrize(
    ("values", "choice", "said_of_chance"),
    [
        (ONE, "", "Even steady mood shows about one of these"),
        (ONE, SHORT_SPELLS, "Even steady mood shows one or two of these in three months."),
        ([1] * 28 + [-1] * 4 + [1] * 30, "", "Your days are nearly alike"),
    ],
)
def test_that_how_often_steady_mood_shows_as_much_stands_beside_it(values, choice, said_of_chance):
    shown = panels(values, choice=choice)["low_spells"]
    assert said_of_chance in shown.note
    assert "in 90 days." in shown.sentences[0]


def test_that_short_spells_are_there_for_who_wants_them():
    short = [*USUAL, -3, -3, *USUAL]
    assert panels(short)["low_spells"].table is None
    shown = panels(short, choice=SHORT_SPELLS)["low_spells"]
    assert len(shown.table.rows) == 1
    assert f"begins with {SHORT_RUN} days in a row" in said(shown)


def test_that_how_it_is_worked_out_owns_up_to_what_it_cannot_say():
    words = said(panels(ONE)["low_spells"])
    for part in ("1.4826", "harder to see", "first one counts", "no sign of an illness", "42 days"):
        assert part in words
    assert "0.2 to 1.2" in words
    assert "0.6 to 2.1" in words


def test_that_the_picture_has_the_last_ones_and_the_table_all():
    many = USUAL + DROP * 14
    shown = panels(many)["low_spells"]
    assert len(drawn(shown.drawings[0])) == low_spells.MOST_ROWS
    assert len(shown.table.rows) > low_spells.MOST_ROWS
    assert f"the table has {len(shown.table.rows) - low_spells.MOST_ROWS} more" in shown.note


def test_that_a_day_has_its_year_where_there_are_several():
    several = Asked(period=Period(FIRST, dt.date(2027, 1, 2)))
    shown = low_spells.panels(several, found([*ONE, *USUAL * 6]))[0]
    assert [row[0] for row in rows(shown)] == ["29 June 2026"]


# The days before, and another period


def test_that_the_numbers_stand_beside_those_of_the_days_before():
    both = USUAL + DROP * 6
    last = len(both) - 1
    shown = panels(both, first=last - 83)["low_spells.numbers"]
    assert [column.title for column in shown.table.columns] == [
        "",
        "These days",
        "The 84 days before",
    ]
    counted = {row[0]: row[1:] for row in rows(shown)}
    assert counted["Low spells"][0] == "3"
    assert counted["Days they lasted, the middle one"][0] == "3.0"
    assert "Lasted longer than 7 days" not in counted
    (sentence,) = shown.sentences
    assert sentence.startswith(("Low spells were about the same", "Low spells came"))
    assert "Kaplan and Meier" in said(shown)


def test_that_days_before_anything_was_written_are_not_asked_for():
    shown = panels(TWICE)["low_spells.numbers"]
    assert shown.sentences == ()
    assert [column.title for column in shown.table.columns] == ["", "These days"]


def test_that_days_before_with_too_little_say_what_is_missing():
    shown = panels(TWICE, first=20)["low_spells.numbers"]
    assert shown.sentences[0].startswith("Of the 64 days before: ")
    assert len(shown.table.columns) == 2


def test_that_a_second_period_is_compared_once_and_by_its_days():
    both = USUAL + DROP * 6
    last = len(both) - 1
    now, then = Period(day(last - 83), day(last)), Period(day(28), day(last - 84))
    whole = found(both)
    first = low_spells.panels(Asked(period=now, other=then), whole)
    second = low_spells.panels(Asked(period=then, other=then), whole)
    named = {panel.name: panel for panel in first}
    assert named["low_spells.numbers"].table.columns[2].title == "29 June to 20 September 2026"
    assert [panel.name for panel in second] == ["low_spells"]


def test_that_a_period_without_spells_is_still_compared():
    both = USUAL + DROP * 3 + USUAL * 3
    last = len(both) - 1
    shown = panels(both, first=last - 83)
    assert shown["low_spells"].table is None
    assert {row[0]: row[1] for row in rows(shown["low_spells.numbers"])}["Low spells"] == "0"


def test_that_lengths_of_spells_without_an_end_are_told_as_far_as_they_were_seen():
    long = [*USUAL, *[-3] * 20, *[None] * 12, *USUAL, *[-3] * 9, *[None] * 12, *USUAL * 2]
    shown = panels(long)["low_spells.numbers"]
    told_of = {row[0]: row[1:] for row in rows(shown)}
    assert told_of["Of them with a known end"] == ["0"]
    assert told_of["Days they lasted, the middle one"] == ["\N{EN DASH}"]
    assert told_of["Lasted longer than 7 days"] == ["100\N{NARROW NO-BREAK SPACE}%"]


def test_that_nothing_is_said_of_longer_than_anybody_could_see():
    shown = panels([*USUAL * 2, -3, -4, -3])["low_spells.numbers"]
    told_of = {row[0]: row[1:] for row in rows(shown)}
    assert told_of["Lasted longer than 7 days"] == ["\N{EN DASH}"]


# What came again


def with_trigger(number):
    return {28 + 28 * n: {"triggers": (Trigger("extra shift"),)} for n in range(number)}


def test_that_a_trigger_of_three_spells_is_told_with_days_that_open():
    shown = panels(THRICE, at=with_trigger(3))["low_spells.again"]
    assert shown.sentences == (
        "‘extra shift’ was written down around 3 low spells. That may be worth a look.",
    )
    assert rows(shown)[0] == ["extra shift", "29 June 2026", "29 June 2026"]
    assert [shown.table.opens(row) for row in shown.table.rows] == [day(28), day(56), day(84)]


def test_that_a_trigger_of_two_spells_is_not_told():
    assert "low_spells.again" not in panels(THRICE, at=with_trigger(2))


# The note, and the chart of moods


def test_that_the_note_says_how_often_it_comes_by_chance():
    words = said(panels(USUAL)["low_spells.note"])
    assert "up to 16 would see it by chance within 90 days" in words
    assert "6 to 75 of 100" in words
    assert "warning" not in words.casefold()


def test_that_the_mood_chart_has_low_spells_and_times_of_change():
    change = TimeOfChange("New job", day(40))
    elsewhere = TimeOfChange("Long ago", day(-400))
    shown = mood.panels(asked(0, 55), found(ONE, times_of_change=[elsewhere, change]))[0]
    (drawing,) = shown.drawings
    assert drawing.tell(day(29)).shown.endswith(", low spell, 3 days")
    assert drawing.tell(day(31)).shown.endswith("+2.0")
    assert drawing.tell(day(40)).aloud.endswith(", New job")
    assert shown.note == (
        "Low spells have a strip behind them; even steady mood shows some now and then. "
        "Marked: New job, 11 July 2026."
    )
    assert shown.note in drawing.description
    figure = Figure(figsize=(900 / 72, drawing.height(1) / 72), dpi=72)
    drawing.draw(figure, style=print_style())
    written = {text.get_text() for text in figure.axes[0].texts}
    assert {"low spell, 3 days", "New job"} <= written


def test_that_coming_closer_hides_no_spell_and_a_short_time_has_none():
    near = mood.panels(asked(26, 33), found([*ONE]))[0]
    assert "low spell" in near.drawings[0].tell(day(29)).shown
    short = mood.panels(asked(0, 35), found(ONE[:36]))[0]
    assert "low spell" not in short.drawings[0].tell(day(29)).shown
    assert short.note == ""
