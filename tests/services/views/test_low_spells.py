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
from resilience_desktop.services.views import choosing, low_spells, lower_days, mood
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
        ["27 July", "3 days", "+2.0", "\N{MINUS SIGN}4.0", "6.0", "0 days"],
        ["29 June", "3 days", "+2.0", "\N{MINUS SIGN}4.0", "6.0", "0 days"],
    ]
    (drawing,) = shown.drawings
    assert list(drawn(drawing)) == [day(28), day(56)]
    assert told(drawing)[day(28)].shown == "29 June: low for 3 days, lowest \N{MINUS SIGN}4.0"
    assert told(drawing)[day(28)].aloud == "29 June: low for 3 days, lowest minus four"
    assert drawing.opens(day(28)) == day(28)
    assert [shown.table.opens(row) for row in shown.table.rows] == [day(56), day(28)]


def test_that_days_that_rise_again_are_the_way_back_and_not_low():
    shown = panels([*USUAL, -3, -4, -2, *[1] * 6, 2, 2, *USUAL])["low_spells"]
    assert rows(shown)[0][1] == "3 days"
    assert rows(shown)[0][-1] == "6 days"
    (drawing,) = shown.drawings
    assert told(drawing)[day(28)].shown.endswith(
        "low for 3 days, lowest \N{MINUS SIGN}4.0, way back 6 days"
    )
    assert "The thin line after a strip is the way back." in shown.note
    assert "thin line" not in panels(ONE)["low_spells"].note
    chart = mood.panels(asked(0, 66), found([*USUAL, -3, -4, -2, *[1] * 6, 2, 2, *USUAL]))[0]
    assert "The thin line after a strip is the way back." in chart.note
    tell = chart.drawings[0].tell
    assert tell(day(30)).shown.endswith("low spell, 3 days")
    assert tell(day(31)).shown.endswith("on the way back")
    assert tell(day(36)).shown.endswith("on the way back")
    assert tell(day(37)).shown.endswith("+2.0")
    figure = Figure(figsize=(900 / 72, chart.drawings[0].height(1) / 72), dpi=72)
    chart.drawings[0].draw(figure, style=print_style())
    strip, foot = (part for part in figure.axes[0].patches if part.get_height() > 1)
    assert foot.get_x() == pytest.approx(strip.get_x() + strip.get_width())
    assert foot.get_height() < strip.get_height() / 20


@pytest.mark.parametrize("last", [29, 30, 33])
def test_that_a_low_spell_is_cut_off_where_the_days_that_are_shown_end(last):
    chart = mood.panels(asked(0, last), found([*USUAL, -3, -4, -2, *[1] * 6, 2, 2, *USUAL]))[0]
    tell = chart.drawings[0].tell
    assert ("way back" if last > 30 else "low spell") in tell(day(last)).shown


def test_that_a_spell_whose_end_is_not_known_lasted_so_long_or_more():
    shown = panels([*ONE, *USUAL, -3, -4, -3])["low_spells"]
    row = rows(shown)[0]
    assert row[1] == "3 days or more"
    assert row[-1] == "\N{EN DASH}"
    assert aloud(shown)[0][-1] == "not known"
    (drawing,) = shown.drawings
    assert list(told(drawing).values())[-1].shown.endswith(
        "low for 3 days or more, lowest \N{MINUS SIGN}4.0"
    )


def test_that_too_few_days_say_only_what_is_missing():
    shown = panels(USUAL)
    assert shown["low_spells"].sentences == ("28 days so far. This takes 42 days with entries.",)
    assert shown["low_spells"].drawings == ()
    assert shown["low_spells"].table is None
    assert shown["low_spells"].look_backs == ()
    assert list(shown) == ["low_spells"]
    over = low_spells.panels(asked(0, 27), found(USUAL * 3))
    assert over[0].sentences == ("Too few days in this time.",)


def test_that_days_without_a_spell_say_so_and_have_no_numbers():
    shown = panels(USUAL * 2)
    assert shown["low_spells"].sentences == ("There was no low spell in these days.",)
    assert list(shown) == ["low_spells"]


def test_that_each_spell_that_ended_can_be_looked_back_at_the_latest_first():
    later = [-3, -4, -2, *[1] * 6, 2, 2, *USUAL]
    back = panels([*ONE, *later, -3, -4, -3])["low_spells"].look_backs
    assert [(one.first, one.last) for one in back] == [(day(56), day(58)), (day(28), day(30))]
    assert back[0].words == "27 July"


EASED = [*TWICE, -1, -1, -1, *[1, 0, 2, 1, 1] * 5]


def test_that_a_spell_without_a_clear_end_stops_at_its_last_low_day():
    """An ordinary month after it is none of it: no row that runs to today, no link to look back."""
    shown = panels(EASED)["low_spells"]
    assert rows(shown)[0][1] == "3 days"
    assert rows(shown)[0][-1] == "\N{EN DASH}"
    assert [one.words for one in shown.look_backs] == ["27 July", "29 June"]
    assert "each low for 3 days" in shown.sentences[0]
    assert "After that of 24 August there was no clear return" in shown.sentences[0]
    assert "longest" not in shown.sentences[0]
    chart = mood.panels(asked(0, len(EASED) - 1), found(EASED))[0]
    tell = chart.drawings[0].tell
    assert tell(day(86)).shown.endswith("low spell, 3 days")
    assert tell(day(87)).shown.endswith("+1.0")


def test_that_pictures_beside_each_other_have_the_same_columns_and_days():
    """The earlier side has a long spell, the later one a short one whose end is seen longer."""
    long = [*USUAL, *[-3] * 12, *[1] * 8, 2, 2, *USUAL]
    two, whole = beside([*USUAL, *long, *DROP * 3], (104, 180), (28, 103))
    strips, columns = [], []
    for (side, *_), days in zip(choosing.panels("low_spells", two, whole), (3, 12), strict=True):
        (drawing,) = side.drawings
        figure = Figure(figsize=(586 / 72, drawing.height(1) / 72), dpi=72)
        drawing.draw(figure, style=print_style())
        strip = next(part for part in figure.axes[0].patches if part.get_height() > 20)
        strips.append((strip.get_x(), strip.get_width() / days))
        columns.append([text.get_position()[0] for text in figure.axes[0].texts][:4])
    assert strips[0] == pytest.approx(strips[1])
    assert columns[0] == pytest.approx(columns[1])


def test_that_a_time_of_change_near_a_spell_is_told_with_it():
    marks = [TimeOfChange("New job", day(30)), TimeOfChange("Long after", day(49))]
    shown = low_spells.panels(asked(0, 55), found(ONE, times_of_change=marks))[0]
    (drawing,) = shown.drawings
    assert told(drawing)[day(28)].aloud == (
        "29 June: low for 3 days, lowest minus four. Marked: New job, 1 July 2026."
    )
    assert "Marked: New job, 1 July 2026." in shown.note
    assert "Long after" not in shown.note
    assert list(drawn(drawing)) == [day(28)]


def test_that_what_was_usual_reaches_back_before_the_days_that_are_shown():
    late = panels([*USUAL, *ONE, *USUAL], first=56)["low_spells"]
    assert [row[0] for row in rows(late)] == ["27 July"]


def test_that_a_filter_hides_no_day_that_was_usual():
    whole = found(ONE)
    few = replace(whole, entries=whole.entries[28:31], whole=whole)
    assert spells_of(few).spells == spells_of(whole).spells
    assert len(mood.panels(asked(0, 55), few)[0].note) > 0


@pytest.mark.parametrize(
    ("values", "choice", "most"), [(ONE, "", 2), (ONE, SHORT_SPELLS, 2), (THRICE, "", 3)]
)
def test_that_what_steady_mood_shows_is_said_once_and_in_whole_spells(values, choice, most):
    shown = panels(values, choice=choice)["low_spells"]
    assert shown.sentences[0].endswith(f"Even steady mood shows up to {most} in as many days.")
    assert "steady" not in shown.note
    assert "in 90 days" not in shown.sentences[0] + shown.note


def test_that_days_nearly_alike_say_what_counts_as_low_there():
    shown = panels([1] * 28 + [-1] * 4 + [1] * 30)["low_spells"]
    assert "a day just one point lower counts as low" in shown.note
    assert "alike" not in panels(ONE)["low_spells"].note


def test_that_short_spells_are_there_for_who_wants_them():
    short = [*USUAL, -3, -3, *USUAL]
    assert panels(short)["low_spells"].table is None
    shown = panels(short, choice=SHORT_SPELLS)["low_spells"]
    assert len(shown.table.rows) == 1
    assert f"begins with {SHORT_RUN} days in a row" in said(shown)


def test_that_how_it_is_worked_out_owns_up_to_what_it_cannot_say():
    words = said(panels(ONE)["low_spells"])
    for part in ("1.4826", "harder to see", "the way back", "no sign of an illness", "42 days"):
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


def test_that_the_numbers_stand_after_those_of_the_days_before():
    both = USUAL + DROP * 11
    last = len(both) - 1
    shown = panels(both, first=last - 139)["low_spells.numbers"]
    assert [column.title for column in shown.table.columns] == [
        "",
        "The 140 days before",
        "These days",
    ]
    counted = {row[0]: row[1:] for row in rows(shown)}
    assert counted["Low spells"] == ["5", "5"]
    assert counted["Days a typical one lasted"][1] == "3.0"
    assert "Lasted longer than 7 days" not in counted
    (sentence,) = shown.sentences
    assert sentence.startswith("Low spells were about the same")
    assert "Kaplan and Meier" in said(shown)


@pytest.mark.parametrize("spells", [2, 4])
def test_that_few_low_spells_have_no_rates_and_no_medians(spells):
    assert list(panels(USUAL + DROP * spells)) == ["low_spells"]
    assert "low_spells.numbers" in panels(USUAL + DROP * 5)


def test_that_a_period_with_few_has_only_its_count_beside_one_with_more():
    both = USUAL + DROP * 9
    shown = panels(both, first=len(both) - 112)["low_spells.numbers"]
    counted = {row[0]: row[1:] for row in rows(shown)}
    assert counted["Low spells"] == ["4", "4"]
    assert counted["Low spells in 90 of those days"][1] == "\N{EN DASH}"
    assert counted["Days a typical one lasted"][1] == "\N{EN DASH}"


def test_that_days_before_anything_was_written_are_not_asked_for():
    shown = panels(USUAL + DROP * 5)["low_spells.numbers"]
    assert shown.sentences == ()
    assert [column.title for column in shown.table.columns] == ["", "These days"]


def test_that_days_before_with_too_little_say_what_is_missing():
    shown = panels(USUAL + DROP * 5, first=20)["low_spells.numbers"]
    assert shown.sentences[0].startswith("Of the 148 days before: ")
    assert len(shown.table.columns) == 2


def beside(values, now, then, **more):
    whole = found(values)
    two = Asked(period=Period(*map(day, now)), other=Period(*map(day, then)), **more)
    return two, whole


def test_that_a_second_period_has_its_own_numbers_and_one_sentence_says_the_difference():
    two, whole = beside(USUAL + DROP * 12, (196, 363), (28, 195))
    for side in choosing.panels("low_spells", two, whole):
        named = {panel.name: panel for panel in side}
        assert list(named)[:2] == ["low_spells", "low_spells.numbers"]
        assert [column.title for column in named["low_spells.numbers"].table.columns] == [
            "",
            "These days",
        ]
        assert named["low_spells.numbers"].sentences == ()
    assert choosing.compared("low_spells", two, whole) == (
        "Low spells were about the same as in 29 June to 13 December 2026; "
        "the differences could be chance."
    )


def test_that_two_periods_with_few_spells_have_no_numbers_to_compare():
    two, whole = beside(USUAL + DROP * 4, (84, 139), (28, 83))
    for side in choosing.panels("low_spells", two, whole):
        assert [panel.name for panel in side] == ["low_spells"]
    assert choosing.compared("low_spells", two, whole) == (
        "These are too few low spells to say whether they have changed."
    )


def test_that_short_spells_are_compared_where_they_are_shown():
    short = USUAL + [-3, -3, *[2, 3, 2, 1] * 6, 2, 2] * 8
    two, whole = beside(short, (140, 251), (28, 139), choice=SHORT_SPELLS)
    assert choosing.compared("low_spells", two, whole) != "There was no low spell in either."
    assert choosing.compared("low_spells", replace(two, choice=""), whole) == (
        "There was no low spell in either."
    )


def test_that_a_period_without_spells_is_still_compared():
    both = USUAL + DROP * 6 + USUAL * 6
    last = len(both) - 1
    shown = panels(both, first=last - 167)
    assert shown["low_spells"].table is None
    counted = {row[0]: row[1:] for row in rows(shown["low_spells.numbers"])}
    assert counted["Low spells"] == ["6", "0"]
    assert shown["low_spells.numbers"].sentences[0].startswith("Low spells came less often")


LOST = [*[-3] * 9, *[None] * 12, *USUAL * 2]


def test_that_lengths_of_spells_without_an_end_are_told_as_far_as_they_were_seen():
    shown = panels(USUAL + DROP * 5 + LOST)["low_spells.numbers"]
    told_of = {row[0]: row[1:] for row in rows(shown)}
    assert told_of["Low spells"] == ["6"]
    assert told_of["Of them with a known end"] == ["5"]
    assert told_of["Days a typical one lasted"] == ["3.0"]
    assert told_of["Lasted longer than 7 days"] == ["17\N{NARROW NO-BREAK SPACE}%"]


def test_that_nothing_is_said_of_longer_than_anybody_could_see():
    shown = panels(USUAL + DROP * 5 + LOST)["low_spells.numbers"]
    told_of = {row[0]: row[1:] for row in rows(shown)}
    assert told_of["Lasted longer than 14 days"] == ["\N{EN DASH}"]


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


def test_that_the_note_says_in_plain_words_how_often_it_comes_by_chance():
    words = lower_days.about_the_note()
    assert "up to 16 see it by chance within 90 days" in words
    assert "It often misses days that are lower." in words
    assert "42 of their 56 days need a mood" in words
    assert "6 to 75" not in words
    for part in ("three of four", "6 of 100", "Roberts 1959", "42 of them need a mood"):
        assert part in " ".join(lower_days.how())
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
